"""The register of improvements: what an entry needs, and what may be published (Code 8.1d, 9.2)."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from redress.rules.improvements import MOVES, WORDS, Entry, Status, check, is_late
from redress.rules.redaction import Private

TODAY = date(2026, 5, 12)
NEW = Entry(what="A second visit is booked", why="Roofers were not sent.", cause="hand_over")
AGREED = replace(NEW, status=Status.AGREED, owner="Head of Repairs", due_on=date(2026, 7, 1))
DONE = replace(AGREED, status=Status.DONE, done_on=date(2026, 5, 1))
SAID = replace(
    DONE,
    you_said="You waited weeks for a roofer.",
    we_did="One person now books the roofer and looks after three days.",
    published=True,
)
MARY = Private(("Mary Osei",), ("4 Elm Walk", "07700 900123"))


def codes(given: Entry, was: Status | None = None, **others: Any) -> list[tuple[str, str]]:
    found = check("code-model", given, was, TODAY, **others)
    return [(reason.code, reason.field) for reason in found]


@pytest.mark.parametrize("given", [NEW, AGREED, DONE, SAID])
def test_an_entry_with_nothing_missing_is_kept(given: Entry) -> None:
    assert codes(given) == []


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (replace(NEW, what=" ", why=""), [("what_missing", "what"), ("why_missing", "why")]),
        (replace(NEW, cause="luck"), [("no_such_cause", "cause")]),
        (
            replace(NEW, status=Status.AGREED),
            [("owner_missing", "owner"), ("due_missing", "due_on")],
        ),
        (replace(DONE, done_on=None), [("done_missing", "done_on")]),
        (replace(DONE, done_on=date(2026, 5, 13)), [("done_missing", "done_on")]),
        (replace(NEW, status=Status.DROPPED), [("dropped_missing", "dropped_why")]),
    ],
)
def test_what_is_missing(given: Entry, wrong: list[tuple[str, str]]) -> None:
    assert codes(given) == wrong


def test_to_be_evaluated_it_was_done_and_something_came_of_it() -> None:
    given = replace(DONE, status=Status.EVALUATED)
    assert codes(given, Status.DONE) == [("evaluation_missing", "evaluation")]
    assert codes(replace(given, evaluation="Fewer."), Status.DONE) == []
    assert codes(replace(given, evaluation="Fewer.")) == [("no_such_move", "status")]


@pytest.mark.parametrize(("was", "now"), list(product(Status, Status)))
def test_it_moves_as_the_table_has_it(was: Status, now: Status) -> None:
    given = replace(DONE, status=now, evaluation="Fewer.", dropped_why="It costs too much.")
    allowed = was is now or now in MOVES[was]
    assert codes(given, was) == ([] if allowed else [("no_such_move", "status")])


def test_every_status_has_words_and_is_reached() -> None:
    assert WORDS.keys() == MOVES.keys() == set(Status)
    assert {each for moves in MOVES.values() for each in moves} == set(Status)


class TestPublishing:
    def test_only_what_is_done_and_has_words(self) -> None:
        assert codes(replace(AGREED, published=True)) == [
            ("not_done_yet", "published"),
            ("words_missing", "you_said"),
            ("words_missing", "we_did"),
        ]

    def test_words_are_plain(self) -> None:
        hard = "We operationalised multidisciplinary governance arrangements notwithstanding delay."
        assert codes(replace(SAID, we_did=hard)) == [("hard_words", "we_did")]

    def test_words_name_nobody(self) -> None:
        named = replace(SAID, you_said="Mrs Osei of 4 Elm Walk waited weeks.")
        assert codes(named, private=[MARY]) == [("names_somebody", "you_said")]
        assert codes(SAID, private=[MARY]) == []

    def test_words_that_are_not_published_may_be_a_draft(self) -> None:
        assert codes(replace(DONE, you_said="Multidisciplinary governance notwithstanding")) == []


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        (Status.AGREED, date(2026, 5, 11), True),
        (Status.AGREED, TODAY, False),
        (Status.PROPOSED, None, False),
        (Status.DONE, date(2026, 1, 1), False),
    ],
)
def test_what_is_late(status: Status, due: date | None, late: bool) -> None:
    assert is_late(status, due, TODAY) == late
