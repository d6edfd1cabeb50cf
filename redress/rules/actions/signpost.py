"""Point the resident to somebody else who can help, with dated contact details."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, State
from redress.rules.record import NewEvent
from redress.rules.stationery import Stationery

PASSED_ON = "We have told them what you told us. You can also ask them yourself."
NOT_PASSED_ON = "We have not told them about you. You need to ask them yourself."
GOES_ON = {
    True: "We go on with the rest of your complaint. No date changes.",
    False: "This changes nothing else that we told you.",
}
RUNNING = (
    State.STAGE_1_RECEIVED,
    State.STAGE_1_LOGGED,
    State.STAGE_1_OPEN,
    State.STAGE_2_REQUESTED,
    State.STAGE_2_OPEN,
)


@dataclass(frozen=True, kw_only=True)
class Signpost:
    """What it is about, and who can help: names in the register of contacts.

    `passed_on` says that we have handed the matter over to them ourselves.
    """

    matter: str
    turn_to: tuple[str, ...]
    passed_on: bool = False


def decide(case: CaseFacts, given: Signpost, context: Context) -> Decision | Refused:
    """Send the contact details in force today (Code 5.7; 2.2 where a part is not ours).

    It refuses nothing and ends nothing: the letter carries the right to ask the Ombudsman (2.4,
    3.7). Refuses without a matter, without anybody to turn to, and details past their date.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.matter.strip()), "matter_missing", "Code 5.7", "matter")
    checks.must(bool(given.turn_to), "nobody_named", "Code 5.7", "turn_to")
    look_up(checks, given.turn_to, context.stationery(case), context.today)
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {
        "matter": given.matter.strip(),
        "turn_to": list(given.turn_to),
        "passed_on": given.passed_on,
    }
    letter = letter_to(case, given.matter, given.turn_to, context, given.passed_on)
    return Decision((NewEvent("signposted", {}, note),), (letter,))


def look_up(checks: Checks, turn_to: Iterable[str], stationery: Stationery, on: date) -> None:
    """Note a name that is not in the register, and details that have run out."""
    known = stationery.contacts(on)
    checks.must(set(turn_to) <= known.keys(), "no_such_contact", "Code 5.7", "turn_to")
    old = [name for name in turn_to if name in known and known[name].is_expired(on)]
    checks.must(not old, "contact_expired", "Code 5.7", "turn_to")


def letter_to(
    case: CaseFacts,
    matter: str,
    turn_to: Iterable[str],
    context: Context,
    passed_on: bool = False,
) -> NewLetter:
    """The letter with the details of each of these names."""
    known = context.stationery(case).contacts(context.today)
    facts = {
        "matter": matter.strip(),
        "turn_to": [known[name].sentence for name in turn_to],
        "who_asks": PASSED_ON if passed_on else NOT_PASSED_ON,
        "the_rest": GOES_ON[case.state in RUNNING],
    }
    return NewLetter("signpost", case.stage.number, facts)
