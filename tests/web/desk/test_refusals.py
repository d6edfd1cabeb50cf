"""Every reason for which a rule may refuse has words; no words are there for nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from redress.rules.decision import Reason
from redress.web.desk.refusals import WORDS, in_words
from redress.web.oversight import (
    approve,
    ombudsman_forms,
    provision,
    publish,
    survey_form,
    what_they_say,
)
from redress.web.oversight.learning import entry_form, quality, score

REDRESS = Path(__file__).resolve().parents[3] / "redress"
RULES = REDRESS / "rules"
OWN = {  # rules about no case, and the words of the pages that ask them
    "assessment_change.py": approve.REFUSED | provision.REFUSED,
    "improvements.py": entry_form.REFUSED,
    "ombudsman.py": ombudsman_forms.REFUSED,
    "publishing.py": publish.REFUSED,
    "quality.py": quality.REFUSED | score.REFUSED,
    "satisfaction.py": what_they_say.REFUSED,
    "survey.py": survey_form.REFUSED,
}
CALLS, RAISED = {"must", "should"}, {"Reason", "TurnedAway"}


def codes_of(source: str) -> Iterator[str]:
    """The reason codes that a file of Python names."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            yield from texts(node.args[1], ast.parse(source))
        elif isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
            yield from texts(node.args[0], ast.parse(source))


def texts(node: ast.expr, tree: ast.AST) -> Iterator[str]:
    """The texts that an expression may be: a text, a choice of texts, or f"{name}_missing"."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*texts(one, tree), *texts(other, tree))
        case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str(end))]):
            names = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
            yield from (f"{name}{end}" for name in names if f"{name}{end}" in WORDS)


def used() -> set[str]:
    """Every code named in the rules, in cases and in the desk itself."""
    places = [*REDRESS.glob("rules/**/*.py"), *REDRESS.glob("cases/*.py")]
    places = [place for place in places if place not in {RULES / name for name in OWN}]
    places += REDRESS.glob("uploads/*.py")
    places += REDRESS.glob("web/desk/**/*.py")
    return {code for place in places for code in codes_of(place.read_text(encoding="utf-8"))}


def test_every_reason_has_words() -> None:
    found = used()
    assert {"definition_missing", "not_responsible_missing", "changed_meanwhile"} <= found
    assert found - WORDS.keys() == set()


@pytest.mark.parametrize("name", OWN)
def test_reasons_about_no_case_have_words_on_their_pages(name: str) -> None:
    codes = set(codes_of((RULES / name).read_text(encoding="utf-8")))
    assert codes and codes <= OWN[name].keys()


def test_no_words_for_nothing() -> None:
    assert WORDS.keys() - used() == set()


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_say_what_is_missing_and_what_to_do(code: str) -> None:
    for sentence in WORDS[code]:
        assert sentence[0].isupper() and sentence.endswith(".")
        assert len(sentence) < 200


def test_a_reason_in_words_keeps_its_provision_and_field() -> None:
    (said,) = in_words([Reason("reasons_missing", "Code 6.7", "findings")])
    assert (said.why, said.field) == ("Code 6.7", "findings")
    assert said.says == "The reasons are not given."
    (own,) = in_words([Reason("window_passed", "3 Stage 1")])
    assert own.why == "our policy, 3 Stage 1"
    with pytest.raises(KeyError):
        in_words([Reason("no_such_code")])


def test_the_reader_of_codes_finds_each_way_of_naming_one() -> None:
    source = (
        'checks.must(ok, "a_code")\nReason("b_code")\nchecks.should(x, "c" if y else "d")\n'
        'for name in ("definition",): checks.must(ok, f"{name}_missing")'
    )
    assert set(codes_of(source)) == {"a_code", "b_code", "c", "d", "definition_missing"}
