"""Sentences from figures by their definitions: what each says of many, of one and of none."""

from datetime import date, timedelta

from redress.rules import statements_more
from redress.rules.facts import ExtensionFacts, Kind
from redress.rules.figures import FigureRow, Money, Promise
from redress.rules.figures_numbers import Number, measure

AS_AT = date(2024, 5, 31)
MON, DUE = date(2024, 4, 8), date(2024, 4, 22)
DAY = timedelta(days=1)


def numbers(*given: dict[str, object]) -> dict[str, Number]:
    known = {"reference": "H1", "kind": Kind.COMPLAINT, "stage": 1, "received": MON}
    return measure([FigureRow(**(known | fields)) for fields in given], AS_AT)  # type: ignore[arg-type]


NONE = numbers()


def test_of_nothing_nothing_is_made_up() -> None:
    assert statements_more.refused(NONE).startswith("No refusal")
    assert statements_more.extended(NONE) == "No answer was extended."
    assert statements_more.late(NONE, 0) == "No answer was late."
    assert statements_more.days("Stage 1", NONE) == "Stage 1: how long answers took is not known."
    assert statements_more.money(NONE).startswith("No compensation")
    assert statements_more.promises(NONE).startswith("No promised action")


def test_refusals_of_both_kinds() -> None:
    gone = {"refused_ground": "too_old", "responded": DUE}
    found = numbers(gone, gone | {"stage": 2}, gone | {"stage": 2})
    assert (
        statements_more.refused(found)
        == "1 complaint and 2 requests for stage 2 were not accepted."
    )


def test_extensions_with_what_was_told() -> None:
    told = ExtensionFacts(DUE, DUE + 5 * DAY, "A survey", True)
    found = numbers({"due_promise": DUE, "extensions": (told,)}, {})
    assert statements_more.extended(found) == (
        "1 answer had a date that was moved, 50.0% of received. Told before the date was past: 1. "
        "With the Ombudsman’s details: 1."
    )


def test_late_answers_and_the_reasons_that_are_missing() -> None:
    late = {"due_promise": DUE, "responded": DUE + DAY}
    found = numbers(late, late, late)
    assert "Of none of them" in statements_more.late(found, 3)
    assert statements_more.late(found, 1).endswith("No reason is on the record of 1 of them.")
    assert statements_more.late(found, 0).endswith("The reason is known of each.")


def test_days_taken() -> None:
    found = numbers(*({"responded": DUE, "working_days": days} for days in (5, 10)))
    assert statements_more.days("Stage 1 complaints", found) == (
        "Stage 1 complaints: half of the 2 answers took 7.5 working days or fewer, and nine in ten "
        "took 10 or fewer."
    )


def test_one_day_and_one_answer_are_one() -> None:
    found = numbers(*({"responded": DUE, "working_days": days} for days in (1, 1)))
    assert statements_more.days("Stage 1 complaints", found) == (
        "Stage 1 complaints: half of the 2 answers took 1 working day or fewer, and nine in ten "
        "took 1 or fewer."
    )
    alone = numbers({"responded": DUE, "working_days": 6})
    assert statements_more.days("Stage 2", alone) == "Stage 2: the 1 answer took 6 working days."


def test_money_and_promises() -> None:
    money = (Money(60, DUE, None, DUE), Money(20, DUE))
    promises = (Promise(DUE, DUE), Promise(DUE))
    found = numbers({"money": money, "promises": promises})
    assert statements_more.money(found) == (
        "£80 was promised in 1 case; £60 of it (75.0%) was paid."
    )
    assert statements_more.promises(found) == (
        "Promised actions: 2. Done by their date: 1 (50.0%). Not done when it passed: 1."
    )
