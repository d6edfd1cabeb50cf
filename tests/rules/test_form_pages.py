"""Which page of the resident's form follows which: for everything that can be answered."""

from itertools import product

import pytest

from redress.rules import form_pages as form
from redress.rules.hazards import AT_RISK, DAMP_AND_MOULD, DANGER_NOW, VULNERABLE

RISKS = (DANGER_NOW, AT_RISK, DAMP_AND_MOULD, VULNERABLE)
WHO = (form.ME, form.SOMEBODY, form.SEVERAL)
SETS = [
    tuple(risk for risk, told in zip(RISKS, each, strict=True) if told)
    for each in product((0, 1), repeat=4)
]
# By hand, from the guide.
PATHS = {
    "me": "complain what when safety files needs you check",
    "somebody": "complain helper what when safety files needs you check",
    "several": "complain group what when safety files needs you check",
}
Given = dict[str, dict[str, object]]


def walked(who: str, risks: tuple[str, ...]) -> tuple[list[str], Given]:
    """From the first page to the check, each page answered as it comes."""
    answers: Given = {}
    page, seen = "complain", ["complain"]
    while page != "check":
        answers[page] = {"complain": {"who": who}, "safety": {"risks": list(risks)}}.get(page, {})
        page = form.after(page, answers)
        seen.append(page)
    answers.pop("urgent", None)  # it asks nothing
    return seen, answers


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("risks", SETS)
def test_every_way_through_the_form(who: str, risks: tuple[str, ...]) -> None:
    seen, answers = walked(who, risks)
    asked = [page for page in seen if page != "urgent"]
    assert asked == PATHS[who].split()
    assert len(asked) <= form.MOST == 9
    told = set(risks) - {VULNERABLE}
    assert ("urgent" in seen) == bool(told)
    if told:
        assert seen[seen.index("safety") + 1] == "urgent"
    assert form.missing(answers) == ""


@pytest.mark.parametrize("who", WHO)
def test_back_leads_the_same_way(who: str) -> None:
    seen, answers = walked(who, ())
    for here, there in zip(seen[1:], seen, strict=False):
        assert form.before(here, answers) == there
    assert form.before("complain", answers) == "start"
    assert form.before("urgent", answers) == "safety"


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("now", WHO)
def test_a_change_of_whom_it_is_for_asks_only_what_is_new(who: str, now: str) -> None:
    _, answers = walked(who, ())
    answers["complain"] = {"who": now}
    page = form.after("complain", answers, changing=True)
    wanted = {form.SOMEBODY: "helper", form.SEVERAL: "group"}.get(now)
    assert page == (wanted if wanted and now != who else "check")
    if page != "check":
        answers[page] = {}
        assert form.after(page, answers, changing=True) == "check"


@pytest.mark.parametrize("risks", SETS)
def test_a_risk_told_in_a_change_leads_to_the_number_too(risks: tuple[str, ...]) -> None:
    _, answers = walked(form.ME, ())
    answers["safety"] = {"risks": list(risks)}
    there = form.after("safety", answers, changing=True)
    assert there == ("urgent" if set(risks) - {VULNERABLE} else "check")
    assert form.after("urgent", answers, changing=True) == "check"


def test_the_worst_comes_first() -> None:
    told = {"safety": {"risks": [DAMP_AND_MOULD, VULNERABLE, DANGER_NOW]}}
    assert form.at_once(told) == (DANGER_NOW, DAMP_AND_MOULD)
    assert form.at_once({}) == ()


@pytest.mark.parametrize("cut", range(7))
def test_what_is_missing_is_asked_first(cut: int) -> None:
    seen, answers = walked(form.ME, ())
    kept = {page: answers[page] for page in seen[:cut]}
    assert form.missing(kept) == seen[cut]


def test_a_page_that_is_not_asked_leads_to_what_is() -> None:
    _, answers = walked(form.ME, ())
    assert form.after("helper", answers) == "check"
    assert form.before("helper", answers) == "complain"
    assert form.who({}) == form.ME
