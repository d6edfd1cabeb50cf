"""What a resident needs: what is refused, what changed, what is late, and what is shown."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Actor, Role, may_change_needs, may_read_disabilities
from redress.rules.before import before, formats_in_words
from redress.rules.needs import (
    AdjustmentFacts,
    Needs,
    Reviewed,
    changes,
    check_agreed,
    check_disclosed,
    check_ended,
    check_needs,
    check_review,
    ended,
    next_review,
    reviewed,
)
from redress.rules.sending import Format, Never, Way

TODAY = date(2026, 5, 12)
READS = AdjustmentFacts(1, "We read letters to her.", date(2026, 1, 5), "Amina", date(2026, 6, 1))


def codes(reasons: tuple[object, ...]) -> list[str]:
    return [reason.code for reason in reasons]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        (Needs(), []),
        (Needs(write_by=Way.POST, never_by=(Never.EMAIL,)), []),
        (Needs(write_by=Way.POST, never_by=(Never.POST,)), ["asked_for_and_never"]),
        (Needs(formats=(Format.OTHER,)), ["format_untold"]),
        (Needs(formats=(Format.OTHER,), format_other="Yellow paper"), []),
        (Needs(formats=(Format.TRANSLATION,)), ["language_untold"]),
        (Needs(formats=(Format.TRANSLATION,), language="Sylheti"), []),
        (Needs(formats=(Format.PLAIN_EMAIL,), never_by=(Never.EMAIL,)), ["asked_for_and_never"]),
    ],
)
def test_two_answers_that_cannot_both_be_obeyed_are_refused(needs: Needs, said: list[str]) -> None:
    assert codes(check_needs(needs)) == said


def test_what_changed_is_what_was_and_what_is() -> None:
    was = Needs(language="Twi", safe="After ten")
    now = replace(was, safe="After noon", never_by=(Never.VOICEMAIL,))
    assert changes(was, now) == {
        "never_by": [(), (Never.VOICEMAIL,)],
        "safe": ["After ten", "After noon"],
    }
    assert changes(was, was) == {}


class TestReviews:
    """Code 5.10: any agreed adjustment is kept under active review."""

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (date(2026, 5, 12), ["review_not_ahead"]),
            (date(2026, 5, 13), []),
            (date(2027, 5, 12), []),
            (date(2027, 5, 13), ["adjustment_review_too_far"]),
        ],
    )
    def test_the_next_one_lies_ahead_and_within_a_year(self, day: date, said: list[str]) -> None:
        assert codes(check_review(day, TODAY)) == said

    def test_the_year_ends_on_a_day_that_is_there(self) -> None:
        assert codes(check_review(date(2029, 2, 28), date(2028, 2, 29))) == []
        assert codes(check_review(date(2029, 3, 1), date(2028, 2, 29))) != []

    def test_an_adjustment_says_what_when_and_until_when(self) -> None:
        said = check_agreed(" ", date(2026, 5, 13), TODAY, TODAY)
        assert codes(said) == ["review_not_ahead", "adjustment_untold", "date_out_of_range"]
        assert not check_agreed("We ring.", TODAY, date(2026, 8, 1), TODAY)

    def test_it_is_late_the_day_after_and_while_it_holds(self) -> None:
        assert not READS.is_late(date(2026, 6, 1))
        assert READS.is_late(date(2026, 6, 2))
        assert not ended(READS, "She has her sight back.", TODAY).is_late(date(2026, 6, 2))
        again = reviewed(READS, date(2026, 12, 1), date(2026, 6, 2))
        assert not again.is_late(date(2026, 6, 2)) and again.reviews == (
            Reviewed(on=date(2026, 6, 2), due_on=date(2026, 6, 1)),
        )

    def test_the_first_that_is_due_among_those_that_hold(self) -> None:
        other = replace(READS, number=2, review_on=date(2026, 5, 20))
        assert next_review([READS, other]) == date(2026, 5, 20)
        assert next_review([READS, ended(other, "Moved.", TODAY)]) == date(2026, 6, 1)
        assert next_review([]) is None

    def test_ending_one_has_a_reason_and_a_disability_words(self) -> None:
        assert codes(check_ended(" ")) == ["reason_missing"] and not check_ended("Moved.")
        ahead = date(2026, 5, 13)
        assert codes(check_disclosed("", ahead, TODAY)) == [
            "disability_untold",
            "date_out_of_range",
        ]


def test_before_anybody_writes_or_rings_what_is_forbidden_comes_first() -> None:
    needs = Needs(
        language="Sylheti",
        interpreter="Sylheti, by phone",
        formats=(Format.BRAILLE, Format.LARGE_PRINT, Format.OTHER),
        format_other="yellow paper",
        never_by=(Never.VISIT, Never.VOICEMAIL),
        unsafe="Not while my partner is at home.",
        safe="After ten",
        needs="She is slow to the phone.",
    )
    gone = ended(replace(READS, what="Gone"), "Moved.", TODAY)
    lines = [(line.label, line.says, line.forbids) for line in before(needs, [READS, gone])]
    assert lines == [
        ("Never", "leave a voicemail and visit", True),
        ("Never", "Not while my partner is at home.", True),
        ("Safe", "After ten", False),
        ("Language", "Sylheti", False),
        ("Interpreter", "Sylheti, by phone", False),
        ("Letters", "large print, Braille and yellow paper", False),
        ("", "She is slow to the phone.", False),
        ("We agreed", "We read letters to her.", False),
    ]
    assert before(Needs()) == () and formats_in_words(Needs()) == ""


HANDLER, OFFICER = frozenset({Role.HANDLER}), frozenset({Role.COMPLAINTS_OFFICER})


def test_disabilities_are_for_those_who_work_on_the_case() -> None:
    assert may_read_disabilities(Actor(1, "", HANDLER), handles=True)
    assert not may_read_disabilities(Actor(1, "", HANDLER), handles=False)
    assert may_read_disabilities(Actor(1, "", OFFICER), handles=False)
    for role in set(Role) - {Role.COMPLAINTS_OFFICER}:
        assert not may_read_disabilities(Actor(1, "", frozenset({role})), handles=False), role
    for role in (Role.AUDITOR, Role.MEMBER_RESPONSIBLE, Role.ADMINISTRATOR, Role.LOGGER):
        assert not may_read_disabilities(Actor(1, "", frozenset({role})), handles=True), role
        assert not may_change_needs(Actor(1, "", frozenset({role}))), role
