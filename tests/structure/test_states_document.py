"""The page of states says what the tables say, and its check notices when it does not."""

import re
from pathlib import Path

import pytest

from redress.rules.access import OVERSEERS, Role, Verb
from redress.rules.facts import State
from redress.rules.stages import TRANSITIONS
from tools import draw_states
from tools.draw_states import diagram, main, page, table, who

ARROW = re.compile(r"    (\w+) --> (\w+) : (.+)")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page in a folder of its own."""
    path = tmp_path / "states.md"
    monkeypatch.setattr(draw_states, "PAGE", path)
    monkeypatch.setattr(draw_states, "ROOT", tmp_path)
    return path


def test_the_page_is_what_the_tables_say() -> None:
    assert draw_states.PAGE.read_text(encoding="utf-8") == page()
    assert main(["--check"]) == 0


@pytest.mark.parametrize("text", [None, "", "# The states of a case\n"])
def test_the_check_notices_a_page_that_is_not(
    elsewhere: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        elsewhere.write_text(text, encoding="utf-8")
    assert main(["--check"]) == 1
    assert "states.md is not what the tables say" in capsys.readouterr().out
    assert elsewhere.exists() == (text is not None)  # the check writes nothing


def test_what_is_written_passes_the_check(elsewhere: Path) -> None:
    assert (main([]), main(["--check"])) == (0, 0)


def test_a_changed_table_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TRANSITIONS, (State.CLOSED, Verb.EXTEND), (State.REFUSED,))
    assert main(["--check"]) == 1


def test_every_state_is_drawn_and_every_way_between_two() -> None:
    lines = list(diagram())
    drawn = {(found[1], found[2]) for line in lines if (found := ARROW.match(line))}
    ways = {
        (state.value, target.value)
        for (state, verb), targets in TRANSITIONS.items()
        for target in targets
        if target is not state and verb is not Verb.REOPEN
    }
    assert drawn == ways
    assert {line.split()[0] for line in lines if re.match(r"    \w+ : ", line)} == set(State)


def test_every_row_of_the_transition_table_is_in_the_page() -> None:
    head, rule, *rows = table()
    assert len(rows) == len(TRANSITIONS) + 1  # and the first contact
    assert len(set(rows)) == len(rows)
    assert {row.count("|") for row in (head, rule, *rows)} == {5}


@pytest.mark.parametrize(
    "row",
    [
        "| Stage 1, to acknowledge | acknowledge | Stage 1, being looked into | caseworkers |",
        "| Stage 1, being looked into | extend |  | caseworkers |",
        "| Closed | escalate | Stage 2, asked for | any member of staff, the resident |",
        "| Withdrawn | reopen | where it stood | those who decide |",
    ],
)
def test_rows_as_people_read_them(row: str) -> None:
    assert row in page()


def test_the_groups_of_roles_are_named_once() -> None:
    assert len(set(draw_states.GROUPS.values())) == len(draw_states.GROUPS)
    assert {who(verb).split(",")[0] for verb in Verb} == set(draw_states.GROUPS)
    named = {role for roles in draw_states.GROUPS.values() for role in roles}
    assert set(Role) - named == OVERSEERS | {Role.ADMINISTRATOR}
