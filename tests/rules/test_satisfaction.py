"""Asking after closing: by which way, how it stands, and sentences that hide nobody."""

from datetime import date

import pytest

from redress.rules import statements_satisfaction as said
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.needs import Needs
from redress.rules.satisfaction import (
    Asking,
    Contacted,
    Standing,
    WhyNot,
    how_to_ask,
    is_unhappy,
    voices,
)
from redress.rules.sending import Format, Never, Reach, Way
from redress.rules.survey import Change, Counts, Decimal, Of, change, satisfied
from redress.rules.survey_rows import Survey

TODAY = date(2026, 6, 30)
DUE = date(2026, 5, 20)
ENDS = date(2026, 6, 17)
PHONE = "07700 900123"


def rated(handled: int, kept: Kept = Kept.YES, **marks: int) -> RatingFacts:
    return RatingFacts(1, DUE, handled, kept, "", **marks)


@pytest.mark.parametrize(
    ("reach", "phone", "needs", "how"),
    [
        (Reach(email="m@example.org"), "", Needs(), Asking.LETTER),
        (Reach(address="4 Elm Walk"), PHONE, Needs(), Asking.LETTER),
        (Reach(), PHONE, Needs(), Asking.PHONE),
        (Reach(email="m@example.org"), PHONE, Needs(interpreter="Sylheti"), Asking.PHONE),
        (Reach(email="m@example.org"), "", Needs(interpreter="Sylheti"), Asking.LETTER),
        (Reach(email="m@x.org", formats=frozenset({Format.BRAILLE})), PHONE, Needs(), Asking.PHONE),
        (Reach(), "", Needs(), WhyNot.NO_WAY),
        (Reach(), PHONE, Needs(never_by=(Never.PHONE,)), WhyNot.NO_WAY),
        (
            Reach(email="m@x.org", address="4 Elm", never=frozenset({Way.EMAIL, Way.POST})),
            PHONE,
            Needs(never_by=(Never.EMAIL, Never.POST, Never.PHONE)),
            WhyNot.DO_NOT_CONTACT,
        ),
    ],
)
def test_the_way_of_asking_is_one_that_they_can_use(
    reach: Reach, phone: str, needs: Needs, how: Asking | WhyNot
) -> None:
    assert how_to_ask(reach, phone, needs) is how


@pytest.mark.parametrize(
    ("one", "standing"),
    [
        (Contacted("", date(2026, 7, 1)), Standing.LATER),
        (Contacted("", DUE), Standing.TO_ASK),
        (Contacted("", DUE, DUE, TODAY), Standing.WAITING),
        (Contacted("", DUE, DUE, ENDS), Standing.NO_REPLY),
        (Contacted("", DUE, why_not=WhyNot.NO_WAY), Standing.NOT_ASKED),
        (Contacted("", DUE, rating=rated(3)), Standing.ANSWERED),
        (Contacted("", DUE, why_not=WhyNot.NO_WAY, rating=rated(3)), Standing.ANSWERED),
    ],
)
def test_how_each_stands(one: Contacted, standing: Standing) -> None:
    assert one.standing(TODAY) is standing


@pytest.mark.parametrize(
    ("rating", "unhappy"),
    [
        (rated(3), False),
        (rated(2), True),
        (rated(5, outcome=1), True),
        (rated(5, Kept.NO), True),
        (rated(4, Kept.PARTLY, easy=1), False),  # that it was hard to complain is no complaint
    ],
)
def test_who_is_unhappy_is_owed_the_choice_to_complain(rating: RatingFacts, unhappy: bool) -> None:
    """Code 1.6."""
    assert is_unhappy(rating) == unhappy


ROWS = [
    *[Contacted("Repairs", DUE, DUE, ENDS, rating=rated(5, outcome=4))] * 2,
    Contacted("Repairs", DUE, DUE, ENDS, rating=rated(3, Kept.PARTLY)),
    Contacted("Housing", DUE, rating=rated(1, Kept.NO)),  # told us by themselves
    *[Contacted("Housing", DUE, DUE, ENDS)] * 4,
    Contacted("Housing", DUE, DUE, TODAY),
    Contacted("Repairs", date(2026, 7, 1)),
    *[Contacted("", DUE, why_not=WhyNot.NO_WAY)] * 2,
    Contacted("", DUE, why_not=WhyNot.WENT_ON),
]


def test_everybody_is_counted_once() -> None:
    whole, services = voices(ROWS, TODAY)
    assert whole.closed == len(ROWS) == sum(each.closed for each in services.values())
    asked = whole.answered - whole.unasked_answers + whole.standings[Standing.NO_REPLY]
    assert whole.asked == asked + whole.standings[Standing.WAITING] == 8
    assert sum(whole.why_not.values()) == whole.standings[Standing.NOT_ASKED] == 3
    handled = whole.opinion("handled")
    assert (handled.satisfied, handled.neither, handled.dissatisfied) == (2, 1, 1)
    assert whole.opinion("outcome").answered == 2


def test_the_sentences_say_who_did_not_reply_and_who_was_not_asked() -> None:
    whole, _ = voices(ROWS, TODAY)
    assert said.asked(whole, "2026-27") == (
        "Of the 13 complaints closed in 2026-27 and followed up, the residents of 8 were asked how "
        "we dealt with it: 3 (37.5%) answered, 4 did not reply and 1 still had time to. 1 told us "
        "by themselves and 1 was still to be asked. 3 were not asked: we had no way to reach them "
        "(2) and the complaint went on before we asked (1)."
    )
    assert said.opinion(whole, "handled") == (
        "Of the 4 who said how we handled it, 2 (50.0%) said well or very well (15.0% to 85.0%: "
        "95% interval, by Wilson’s method), 1 neither and 1 badly or very badly."
    )
    assert said.promises(whole) == (
        "Asked whether we did what we promised, 2 of 4 said yes, 1 in part and 1 no."
    )
    nobody, _ = voices([], TODAY)
    assert said.asked(nobody, "x") == said.opinion(nobody, "handled") == said.promises(nobody) == ""


def test_harrows_survey_says_what_was_published_and_what_is_doubtful() -> None:
    given = Counts(
        answered=173,
        put_to=172,
        complained_percent=Decimal(32),
        satisfied_percent=Decimal(19),
    )
    survey = Survey(name="January 2024", held_from=DUE, held_to=DUE)
    assert said.tp09(Of.ALL, survey, satisfied(given)) == (
        "TP09: 19.0% of the 55 residents who said that they had complained were satisfied with how "
        "complaints are handled (10.8% to 31.2%: 95% interval, by Wilson’s method), by the survey "
        "“January 2024”. Only the percentage was given, and not how many people it stands for. "
        "That 55 had complained is worked out: no other number of people gives the percentage "
        "that was published. No whole number of 55 gives 19.0%, so some may not have answered, or "
        "answers were weighted."
    )
    dissatisfied = Counts(put_to=172, complained=55, dissatisfied_percent=Decimal(73))
    assert said.dissatisfied(dissatisfied) == "73% of the 55 were dissatisfied, as published."
    assert said.dissatisfied(Counts(dissatisfied=3)) == "3 were dissatisfied."
    assert said.dissatisfied(given) == ""
    nothing = satisfied(Counts(answered=5))
    assert said.tp09(Of.ALL, survey, nothing).startswith("TP09 of residents is not known")


def test_a_change_is_said_in_points() -> None:
    before = Survey(name="2025", held_from=DUE, held_to=DUE)
    now, then = (satisfied(Counts(satisfied=n, neither=0, dissatisfied=100 - n)) for n in (19, 29))
    found = change(now, then)
    assert said.changed(found, before) == (
        "That is 10.0 percentage points less than in “2025”, which may be chance: the interval of "
        "the change holds 0."
    )
    assert "the same as" in said.changed(Change(Decimal(0), True), before)
    assert said.changed(None, before) == said.changed(found, None) == ""
