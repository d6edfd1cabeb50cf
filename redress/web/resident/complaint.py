"""From the answers to a resident and a complaint, as `receive` takes it.

What has a place on the record goes there. The rest follows the resident's words, a line each, so
that nothing they told us is lost.
"""

from typing import Any

from redress.people import needs
from redress.people.models import Resident
from redress.people.register import register_resident
from redress.rules import form_pages
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.facts import Channel, Consent, IntakeFacts, SpeakerFacts, Tenure
from redress.rules.facts_people import SpeaksAs
from redress.rules.sending import Format, Never
from redress.rules.signatories import NewSignatory
from redress.web.forms import day_or_month
from redress.web.pages import Visit
from redress.web.resident.draft import Draft
from redress.web.resident.questions import COUNCILLOR, MP, SPOKEN, UNKNOWN
from redress.web.resident.sent_case import RESIDENT

NO_NAME = "Resident"  # for who gives an address or a number, and no name
CAN_SPEAK = "Can speak for them:"
NO_HELPER = "Somebody who gave no name"
SUMMARY = 200  # characters of the first words, which stand for the issue until staff define it
REACH = ("name", "email", "phone", "address")
MEMBERS = {COUNCILLOR: "Councillor", MP: "MP"}
AGREES = {
    "yes": "They say that the resident agrees.",
    "not_yet": "They have not asked the resident yet.",
    UNKNOWN: "They do not know whether the resident agrees.",
}


def resident_of(visit: Visit, draft: Draft) -> Resident | None:
    """Who complains; None where nothing was given by which they could be known."""
    details = {name: draft.given(name) for name in REACH}
    wanted = _needs(draft)
    said = (*details.values(), *wanted.values(), draft.given("postcode"), draft.given("disability"))
    if not any(said):
        return None
    resident = register_resident(
        visit.landlord,
        **{**details, "name": details["name"] or NO_NAME},
        postcode=draft.given("postcode"),
        tenure=_tenure(draft),
        **wanted,
        by=RESIDENT,
        at=visit.now,
    )
    _disclosed(visit, draft, resident)
    return resident


def complaint_of(draft: Draft, resident: Resident | None, visit: Visit, held: str = "") -> Receive:
    """The complaint; `held` is the tag of one that a person is to look at."""
    description = draft.given("description")
    issue = NewIssue(
        summary=_shortened(description),
        occurred_on=draft.day("occurred_on"),
        aware_on=draft.day("aware_on"),
    )
    petition = draft.given("petition") == "petition"
    return Receive(
        landlord="",
        reference="",
        received_on=visit.today,
        description="\n".join((description, *_besides(draft))),
        channel=Channel.WEB.value,
        outcome_sought=draft.given("outcome_sought"),
        tenure=_tenure(draft),
        resident=resident.pk if resident else None,
        risks=tuple(draft.given("risks")),
        petition=petition,
        group_complaint=draft.who == form_pages.SEVERAL,
        signatories=_signatories(draft),
        tags=(held,) if held else (),
        files=tuple(file for _, file in draft.files),
        intake=IntakeFacts(
            representative=_speaker(draft),
            hand_over_promised=form_pages.at_once(draft.answers),
        ),
        issues=(issue,),
    )


def _speaker(draft: Draft) -> SpeakerFacts | None:
    """Whoever complains for somebody else. That the resident agrees is for the resident to say:
    they are asked at once, and meanwhile it is not on record (Code 1.3, 3.6)."""
    if draft.who != form_pages.SOMEBODY:
        return None
    relation = draft.given("relation")
    kind = SpeaksAs.MEMBER if relation in MEMBERS else SpeaksAs(relation or SpeaksAs.OTHER)
    return SpeakerFacts(
        draft.given("helper") or NO_HELPER,
        relation=MEMBERS.get(relation, ""),
        consent=Consent.NOT_YET,
        kind=kind,
        email=draft.given("helper_email"),
        phone=draft.given("helper_phone"),
    )


def _signatories(draft: Draft) -> tuple[NewSignatory, ...]:
    """The others of the group, without the one who writes."""
    writer = draft.given("name").strip().casefold()
    lines = (line.strip() for line in draft.given("members").split("\n"))
    return tuple(NewSignatory(name=name) for name in lines if name and name.casefold() != writer)


def _besides(draft: Draft) -> list[str]:
    """What was told and has no place of its own yet, each in a line for staff."""
    lines = [
        ("It happened in", _month(draft.given("occurred_on"))),
        ("They found out in", _month(draft.given("aware_on"))),
        ("When it happened", _unknown(draft)),
        ("About agreement", AGREES.get(draft.given("agrees"), "")),
    ]
    said = [f"{what}: {words}" for what, words in lines if words]
    return ["", *said] if said else []


def _month(kept: str) -> str:
    return day_or_month(kept) if len(kept) == len("2026-03") else ""


def _unknown(draft: Draft) -> str:
    return "They do not know." if draft.given("unknown") and not draft.given("occurred_on") else ""


def _needs(draft: Draft) -> dict[str, Any]:
    """What `register_resident` keeps of how to reach somebody; empty values keep nothing."""
    wants, never = draft.given("formats") or (), draft.given("never_by") or ()
    spoken = [str(SPOKEN[want]) for want in wants if want in SPOKEN]
    speaks = draft.given("speaks")
    return {
        "needs": f"{CAN_SPEAK} {speaks}" if speaks else "",
        "never_by": [way.value for way in Never if way.value in never],
        "formats": [form.value for form in Format if form.value in wants],
        "interpreter": ", ".join(spoken),
        "language": draft.given("language"),
        "safe": draft.given("times"),
    }


def _disclosed(visit: Visit, draft: Draft, resident: Resident) -> None:
    """Put a disability on record where those who may read of it find it (Code 5.10), once."""
    says = draft.given("disability")
    known = {each.says for each in needs.disclosed(resident)}
    if says and says not in known:
        seen = needs.seen_of(resident)
        needs.disclose(resident, RESIDENT, visit.now, seen, says=says, disclosed_on=visit.today)


def _tenure(draft: Draft) -> Tenure | None:
    said = draft.given("tenure")
    return Tenure(said) if said and said != UNKNOWN else None


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else line[: SUMMARY - 1].rstrip() + "…"
