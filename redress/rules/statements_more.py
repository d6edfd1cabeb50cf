"""Sentences of a report from figures by their definitions, made from the same numbers as its
tables."""

from collections.abc import Mapping

from redress.rules.figures_numbers import Number
from redress.rules.figures_words import amount, plain, share
from redress.rules.words import counted

Numbers = Mapping[str, Number]


def refused(numbers: Numbers) -> str:
    """How many complaints, and requests for stage 2, were not accepted (Code 8.1b)."""
    if not numbers["refused"].rows:
        return "No refusal of a complaint, or of stage 2, is on the record of the year."
    first = counted(numbers["complaints_refused"].rows, "complaint")
    second = counted(numbers["escalations_refused"].rows, "request")
    return f"{first} and {second} for stage 2 were not accepted."


def extended(numbers: Numbers) -> str:
    """How many cases were extended, and of how many it was told in time (Code 6.4, 6.15)."""
    moved = numbers["extended"]
    if not moved.rows:
        return "No answer was extended."
    said = [
        f"{counted(moved.rows, 'answer')} had a date that was moved, {share(moved)} of received."
    ]
    for slug, words in EXTENDED.items():
        if numbers[slug].rows:
            said.append(f"{words}: {amount(numbers[slug])}.")
    return " ".join(said)


EXTENDED = {
    "extended_in_time": "Told before the date was past",
    "extended_after": "Told when the date was past",
    "extended_not_known": "Not known when it was told, in an old system",
    "extended_with_ombudsman": "With the Ombudsman’s details",
}


def all_late(numbers: Numbers) -> str:
    """How many answers were late."""
    rows = numbers["late"].rows
    return f"{counted(rows, 'answer')} came late." if rows else "No answer was late."


def late(numbers: Numbers, not_known: int) -> str:
    """How many answers were late, and of how many no reason is known."""
    rows, said = numbers["late"].rows, all_late(numbers)
    if not rows:
        return said
    if not not_known:
        return f"{said} The reason is known of each."
    if not_known == rows:
        return f"{said} Of none of them is a reason on the record."
    return f"{said} No reason is on the record of {not_known:,} of them."


def days(noun: str, numbers: Numbers) -> str:
    """How long answers took in working days: the middle one, and what nine in ten did not pass."""
    middle, most = (numbers[f"working_days_{name}"] for name in ("median", "90th"))
    if middle.value is None or most.value is None:
        return f"{noun}: how long answers took is not known."
    took = f"{plain(middle.value)} working day{'' if middle.value == 1 else 's'}"
    if middle.rows == 1:
        return f"{noun}: the 1 answer took {took}."
    return (
        f"{noun}: half of the {middle.rows:,} answers took {took} or "
        f"fewer, and nine in ten took {plain(most.value)} or fewer."
    )


def money(numbers: Numbers) -> str:
    """What was promised in money, and paid of it (Code 7.3)."""
    promised = numbers["compensation_promised"]
    if not promised.value:
        return "No compensation is on the record of the year."
    paid, cases = numbers["compensation_paid"], numbers["compensated"]
    return (
        f"{amount(promised)} was promised in {counted(cases.rows, 'case')}; {amount(paid)} of it "
        f"({share(paid)}) was paid."
    )


def compensated(numbers: Numbers) -> str:
    """In how many cases money was promised, without how much."""
    return f"Money was promised in {counted(numbers['compensated'].rows, 'case')}."


def promises(numbers: Numbers) -> str:
    """How many promised actions were done by their date (Code 6.6, 6.17)."""
    whole, kept = numbers["promises"], numbers["promises_kept"]
    if not whole.value:
        return "No promised action is on the record of the year."
    slipped = numbers["promises_broken"]
    return (
        f"Promised actions: {amount(whole)}. Done by their date: {amount(kept)} ({share(kept)}). "
        f"Not done when it passed: {amount(slipped)}."
    )
