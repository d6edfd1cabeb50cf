"""Fills a landlord with invented cases, each made by real actions under its own policy."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.db.transaction import atomic

from redress.cases.models import Case
from redress.cases.perform import Done, perform, receive
from redress.demo import ombudsman
from redress.demo.contributors import fill_address_book
from redress.demo.learning import fill_learning
from redress.demo.needs import tell_needs, tell_restriction
from redress.demo.people import asks, fill_directory
from redress.demo.plots import PLOTS, Scene, dated, doings, start_of
from redress.demo.staff import Staff, staff_of
from redress.demo.troubles import NAMES, STREETS, TROUBLES, Trouble
from redress.demo.voices import tell_harrow, tell_voices
from redress.people.models import Home, Landlord, Resident
from redress.people.register import add_resident
from redress.rules.access import Actor, Verb
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.decision import Refused, calendar_of
from redress.rules.facts import CaseFacts, Channel, Finding, IntakeFacts, Kind, Tenure
from redress.rules.learning import lessons_owed
from redress.rules.policy_files import policy_in_force
from redress.work.carriers import as_if_sent

LONDON = ZoneInfo("Europe/London")
OUTCOMES = (Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.UPHELD, Finding.NOT_UPHELD)
# How many working days ago each plot ended, by turn: the first is the most recent.
AGES = {
    "just in": (0, 1, 6),
    "logged": (0, 2),
    "begun": (0, 3, 6),
    "acknowledged late": (1, 4),
    "extended": (1, 3),
    "a daughter speaks": (1,),
    "an advocate speaks": (2,),
    "a solicitor writes": (1,),
    "a councillor takes part": (2,),
    "a petition": (1,),
    "waits for signature": (0, 2),
    "refusal to be approved": (1,),
    "waits for a survey": (1,),
    "comments asked for": (0, 4),
    "answered": (1, 6),
    "answered late": (2, 8),
    "closed": (12, 60, 130),
    "stage 2 asked": (1, 4),
    "stage 2": (2, 9),
    "final answer": (2, 8),
}
TENURES = (Tenure.TENANT, Tenure.TENANT, Tenure.LEASEHOLDER, Tenure.SHARED_OWNER)
CHANNELS = (Channel.PHONE, Channel.WEB, Channel.EMAIL, Channel.LETTER)


def build(
    landlord: Landlord, today: date, progress: Callable[[int], None] = lambda done: None
) -> int:
    """Make the landlord's demonstration cases as they would stand today; gives how many.

    Does nothing where they are there already. The same day gives the same cases.
    """
    staff = staff_of(landlord)
    if Case.objects.filter(landlord=landlord, submission__startswith="demo-").exists():
        return 0
    fill_address_book(landlord)
    fill_directory(landlord)
    draw, made = Random(landlord.slug), 0  # noqa: S311 not for secrets
    for name in PLOTS:
        for age in AGES.get(name, (2, 21)):
            with atomic():  # one wait for the disk a case, not one for each of its actions
                _tell(landlord, staff, name, _back(today, age), today, draw)
            made += 1
            progress(made)
    made += _requests(landlord, staff, today, draw)
    _needs(landlord, staff, today, draw)
    with atomic():
        fill_learning(landlord, staff, today, lambda day: _at(day, draw))
    as_if_sent(landlord, datetime.combine(today, time.min, tzinfo=LONDON))
    return made


def planned() -> int:
    """How many complaints `build` makes."""
    return sum(len(AGES.get(name, (2, 21))) for name in PLOTS)


def _back(today: date, days: int) -> date:
    return today - timedelta(days=days * 7 // 5)


def _tell(
    landlord: Landlord, staff: Staff, name: str, end: date, today: date, draw: Random
) -> None:
    plot, trouble = PLOTS[name], draw.choice(TROUBLES)
    calendar = calendar_of(policy_in_force(landlord.slug, today))
    start = start_of(plot, end, calendar)
    case = _receive(landlord, staff.officer, _contact(landlord, trouble, start, draw), start, draw)
    outcome = draw.choice(OUTCOMES if name != "finished" else OUTCOMES[:3])
    for step, day in dated(plot, start, calendar):
        if day > today:
            return
        scene = Scene(case, day, staff, trouble, calendar, outcome)
        if step.verb == "complete_action" and not any(a.done_on is None for a in case.actions):
            continue  # nothing was promised
        if step.verb == "learn" and not lessons_owed(case):
            continue  # nothing was upheld
        for actor, verb, given in doings(step, scene):
            answer = perform(actor, landlord, case.reference, verb, given, at=_at(day, draw))
            case = _written(answer, f"{landlord.slug}, {name}, {verb}")


def _written(answer: Done | Refused, what: str) -> CaseFacts:
    if isinstance(answer, Refused):
        codes = ", ".join(reason.code for reason in answer.reasons)
        raise ValueError(f"the demonstration does something that is refused: {what}: {codes}")
    return answer.case


def _receive(
    landlord: Landlord, actor: Actor, given: Receive, day: date, draw: Random
) -> CaseFacts:
    key = f"demo-{draw.getrandbits(64):016x}"
    answer = receive(actor, landlord, given, at=_at(day, draw, hour=9), submission=key)
    return _written(answer, f"{landlord.slug}, receive")


def _contact(landlord: Landlord, trouble: Trouble, on: date, draw: Random) -> Receive:
    person = _resident(landlord, draw)
    return Receive(
        landlord=landlord.slug,
        reference="",
        received_on=on,
        description=trouble.words,
        channel=draw.choice(CHANNELS).value,
        outcome_sought=trouble.wanted,
        tenure=Tenure(person.tenure),
        resident=person.pk,
        service=trouble.service,
        category=trouble.category,
        risks=trouble.risks,
        issues=tuple(
            NewIssue(summary=summary, aware_on=on - timedelta(days=draw.randrange(5, 60)))
            for summary in trouble.issues
        ),
    )


def _resident(landlord: Landlord, draw: Random) -> Resident:
    street, postcode = draw.choice(STREETS)
    home = Home.objects.create(
        landlord=landlord, address=f"{draw.randrange(1, 90)} {street}", postcode=postcode
    )
    name = draw.choice(NAMES)
    needs = draw.choice(("", "", "", "Large print letters", "Ring after 4pm, works nights"))
    return add_resident(
        landlord,
        name=name,
        email=f"{name.split()[0].lower()}@residents.example",
        phone=f"07700 900{draw.randrange(1000):03}",  # a range kept free for invented numbers
        home=home,
        tenure=draw.choice(TENURES).value,
        needs=needs,
        write_by="post" if needs.startswith("Large print") else "",
        formats=["large_print"] if needs.startswith("Large print") else [],
    )


def _requests(landlord: Landlord, staff: Staff, today: date, draw: Random) -> int:
    """A few contacts that are not complaints, so that the worklist shows them beside."""
    kinds = (Kind.SERVICE_REQUEST, Kind.SERVICE_REQUEST, Kind.COUNCILLOR_ENQUIRY, Kind.COMPLIMENT)
    for back, kind in enumerate(kinds, 1):
        day = _back(today, back)
        given = _contact(landlord, draw.choice(TROUBLES), day, draw)
        words: dict[str, Any] = {
            "kind": kind,
            "issues": (),
            "description": "Please could someone look at this?",
        }
        if kind is Kind.COUNCILLOR_ENQUIRY:
            words |= {"intake": IntakeFacts(representative=asks(landlord))}
        if kind is Kind.COMPLIMENT:
            words["description"] = "The man who mended my door was kind and quick. Thank you."
        _receive(landlord, staff.officer, Receive(**{**vars(given), **words}), day, draw)
    return len(kinds)


def _needs(landlord: Landlord, staff: Staff, today: date, draw: Random) -> None:
    """What a resident needs, and a restriction of contact: one of each."""

    def do(actor: Actor, reference: str, verb: Verb, given: Any, day: date) -> None:
        answer = perform(actor, landlord, reference, verb, given, at=_at(day, draw))
        _written(answer, f"{landlord.slug}, {verb}")

    with atomic():
        tell_needs(landlord, staff, today, lambda day: _at(day, draw))
        tell_restriction(landlord, staff, today, do)
        tell_voices(landlord, staff, today, lambda day: _at(day, draw))
        ombudsman.tell_ombudsman(landlord, staff, today, _at(today, draw))
        if landlord.slug == "harrow":
            tell_harrow(landlord, staff, _at(today, draw))
            ombudsman.tell_harrow(landlord, staff, today, _at(today, draw))


def _at(day: date, draw: Random, hour: int = 11) -> datetime:
    moment = time(hour, draw.randrange(60))
    return datetime.combine(day, moment, tzinfo=LONDON)
