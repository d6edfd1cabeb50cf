"""What was learned and changed, in sentences: every figure in them comes from a count."""

from datetime import date

from redress.rules.before_after import BeforeAfter, Verdict
from redress.rules.words import counted, listed, long_date, was

VERDICTS = {
    Verdict.FELL: "That is fewer, by more than chance is likely to give.",
    Verdict.ROSE: "That is more, by more than chance is likely to give.",
    Verdict.NO_CHANGE: "Chance could well give such a difference: no change is shown.",
    Verdict.TOO_FEW: "That is too few to tell whether anything changed.",
    Verdict.TOO_SOON: "It is too soon to tell whether anything changed.",
}


def compared(found: BeforeAfter, done_on: date) -> str:
    """Did it help? The two counts, each with its days, and what can be said of them."""
    if found.verdict is Verdict.TOO_SOON:
        return f"It was done on {long_date(done_on)}. {VERDICTS[found.verdict]}"
    said = (
        f"In the {found.days_before} days before {long_date(done_on)} there {was(found.before)} "
        f"{_number(found.before)}, and in the {found.days_after} days after it "
        f"{_number(found.after)}. {VERDICTS[found.verdict]}"
    )
    if found.verdict in (Verdict.FELL, Verdict.ROSE):
        before, after = found.monthly
        said += f" A month, that is {before:.1f} before and {after:.1f} after."
    return said


BRIEFLY = {
    Verdict.FELL: "It went wrong less often afterwards.",
    Verdict.ROSE: "It went wrong more often afterwards.",
    Verdict.NO_CHANGE: "No change is shown.",
    Verdict.TOO_FEW: "There are too few cases to tell.",
    Verdict.TOO_SOON: "It is too soon to tell.",
}


def uncovered(unknown: int, upheld: int) -> str:
    """How much of what was upheld has no cause on record, and so is in neither count; empty where
    all of it has."""
    if not unknown:
        return ""
    has = "has" if unknown == 1 else "have"
    return f"{unknown:,} of the {upheld:,} issues upheld in those days {has} no cause on record."


def lessons(upheld: int, learned: int, wider: int) -> str:
    """Of what was upheld, how much has its lesson, and how much of that asks for more."""
    if not learned:
        return f"{_issues(upheld)} upheld, in whole or in part. No lesson is on record."
    return (
        f"{_issues(upheld)} upheld, in whole or in part, and the lesson of {learned:,} is on "
        f"record. {_asks(wider)}"
    )


def unrecorded(answers: int) -> str:
    """Where no issue is on record as upheld: what the answers of a year say all the same. An old
    system may have kept an outcome a complaint and none an issue."""
    if not answers:
        return "Nothing is on record as upheld, in whole or in part."
    said = f"{counted(answers, 'answer')} upheld a complaint, in whole or in part."
    return f"{said} What was learned from {'it' if answers == 1 else 'them'} is not on record."


def causes(named: list[tuple[str, int]], learned: int) -> str:
    """The commonest causes, at most three, of those on record."""
    if not named:
        return ""
    several = [f"“{words}” ({number:,})" for words, number in named[:3]]
    head = "The commonest cause is" if len(several) == 1 else "The commonest causes are"
    return f"{head} {listed(several)}, of {learned:,} on record."


def improvements(done: int, under_way: int, dropped: int, evaluated: int) -> str:
    """How many improvements were done in a period, and how many are open at its end."""
    if not (done or under_way or dropped):
        return "No improvement is on the register for this period."
    said = (
        f"{counted(done, 'improvement')} {was(done)} done, and {under_way:,} {_is(under_way)} open."
    )
    if dropped:
        said += f" {dropped:,} {was(dropped)} dropped."
    if done:
        of = "it" if done == 1 else "them"
        said += f" What came of {of} is recorded for {_number(evaluated)}."
    return said


def quality(checked: int, drawn: int, whole: int) -> str:
    """How many responses were checked, of how many drawn, and how many had every part."""
    if not drawn:
        return "No response was drawn to be checked."
    said = f"{counted(checked, 'response')} {was(checked)} checked, of {drawn:,} drawn by chance."
    return f"{said} {whole:,} had every part that the Code asks for." if checked else said


def _number(number: int) -> str:
    return f"{number:,}" if number else "none"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _issues(number: int) -> str:
    return f"{counted(number, 'issue')} {was(number)}"


def _asks(wider: int) -> str:
    if not wider:
        return "None of them asks for a change beyond its own case."
    return f"{wider:,} of them {'asks' if wider == 1 else 'ask'} for a change beyond the case."
