"""Tie a case to another, or to a matter outside such as a repair; or untie them."""

from dataclasses import dataclass

from redress.rules.access import Verb
from redress.rules.decision import Also, Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, LinkFacts, Tie
from redress.rules.record import NewEvent, plain

# What a person may say; the rest follows.
CHOSEN = (Tie.RELATED, Tie.REPEATS, Tie.ASKS_ABOUT, Tie.OUTSIDE)
TAKEN_AWAY = (*CHOSEN, Tie.REPEATED_BY, Tie.ASKED_ABOUT)
OTHER_WAY = {
    Tie.RELATED: Tie.RELATED,
    Tie.REPEATS: Tie.REPEATED_BY,
    Tie.ASKS_ABOUT: Tie.ASKED_ABOUT,
    Tie.SPLIT_INTO: Tie.SPLIT_FROM,
}
LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class Link:
    """The other case's reference, or what the matter outside is called; how they are tied, and why.

    `untie` takes a tie away. `found` is the other case as it stands, which `cases.perform` looks
    up; `back` marks the other side of a tie.
    """

    other: str
    tie: Tie
    about: str = ""
    untie: bool = False
    found: CaseFacts | None = None
    back: bool = False


def decide(case: CaseFacts, given: Link, context: Context) -> Decision | Refused:
    """Tie both cases, so that each shows the other (Code 5.12: all that belongs to a complaint).

    Refuses a case that is not there for whoever acts, a case tied to itself, a tie that is there
    already, and to untie what a merger or a split tied.
    """
    checks, other = Checks(context.policy(case)), given.other.strip()
    known = {link.reference: link.tie for link in case.links}
    fits = 0 < len(other) <= LONGEST and other != case.reference
    there = given.tie is Tie.OUTSIDE or given.back or given.found is not None
    checks.must(fits and (there or given.untie), "no_such_case", "Code 5.12", "other")
    if given.untie:
        checks.must(
            known.get(other) in TAKEN_AWAY,
            "not_linked",
            "",
            "other",
        )
    else:
        checks.must(other not in known, "linked_already", "", "other")
    if checks.refused:
        return Refused(tuple(checks.refused))
    links = [link for link in case.links if link.reference != other]
    tie = known[other] if given.untie else given.tie
    if not given.untie:
        links.append(LinkFacts(other, tie, given.about.strip()))
    note = {"other": other, "tie": tie.value, "about": given.about.strip()}
    also = () if given.back or tie is Tie.OUTSIDE else (_other_side(case, given, tie),)
    patch = {"case": {"links": plain(links)}}
    if given.untie:
        return Decision((NewEvent("unlinked", patch, note),), also=also)
    return Decision((NewEvent("linked", patch, note),), also=also)


def _other_side(case: CaseFacts, given: Link, tie: Tie) -> Also:
    back = Link(
        other=case.reference,
        tie=OTHER_WAY.get(tie, Tie.RELATED),
        about=given.about,
        untie=given.untie,
        back=True,
    )
    return Also(given.other.strip(), Verb.LINK, back)
