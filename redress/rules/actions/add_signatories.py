"""Put down who signed a petition, or who complains as a group."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_people import SignatoryFacts
from redress.rules.record import NewEvent, plain
from redress.rules.signatories import NewSignatory, without_duplicates

MOST, LONGEST = 2_000, 200  # people on one case; characters in a name


@dataclass(frozen=True, kw_only=True)
class AddSignatories:
    """The lines as they were written, and whether it is a petition or a group that complains.

    `contact` is the single contact, whom the record fills in: they get their letters as it is.
    """

    people: tuple[NewSignatory, ...]
    petition: bool = True
    contact: NewSignatory | None = None


def decide(case: CaseFacts, given: AddSignatories, context: Context) -> Decision | Refused:
    """One case for all of them, marked as a petition or as a group's (THH policy, Petitions).

    Whoever is there already, stands on it twice or is the contact is left out and named in the
    record. Refuses nobody, a line without a name, and too many. A group without the single contact
    that the policy asks for is warned of.
    """
    policy = context.policy(case)
    checks = Checks(policy)
    checks.must(bool(given.people), "nobody_signed", "Code 1.2", "people")
    named = all(0 < len(each.name.strip()) <= LONGEST for each in given.people)
    checks.must(named, "signatory_without_name", "Code 1.2", "people")
    few = len(case.signatories) + len(given.people) <= MOST
    checks.must(few, "too_many_signatories", "", "people")
    clause = policy.petitions.clause if policy.petitions else "Code 1.2"
    checks.should(case.resident is not None, "no_single_contact", clause, "")
    if checks.refused:
        return Refused(tuple(checks.refused))
    known = [_line(each) for each in case.signatories if each.left_on is None]
    known += [given.contact] if given.contact else []
    kept, left_out = without_duplicates(known, given.people)
    new = [signatory(number, one) for number, one in enumerate(kept, len(case.signatories) + 1)]
    marked = {"petition": True} if given.petition else {"group_complaint": True}
    patch = {"case": marked, "signatories": plain(new)}
    event = NewEvent("signatories_added", patch, {"left_out": left_out})
    return Decision((event,), warnings=tuple(checks.warned))


def _line(each: SignatoryFacts) -> NewSignatory:
    return NewSignatory(name=each.name, address=each.address, email=each.email, wish=each.wish)


def signatory(number: int, new: NewSignatory) -> SignatoryFacts:
    """A line as the record keeps it."""
    return SignatoryFacts(
        number, new.name.strip(), new.address.strip(), new.email.strip(), new.wish
    )
