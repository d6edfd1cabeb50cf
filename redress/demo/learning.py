"""What the demonstration's landlords learned: lessons of invented cases, improvements, a round of
quality checks half done, and a pack for the residents' panel. Harrow's improvements are those of
its published report of 2023-24, section 10, and no others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.cases.lessons import learned, owed
from redress.cases.models import Case
from redress.cases.perform import perform
from redress.demo.staff import Staff
from redress.learning import panel, quality, store
from redress.people.models import Landlord
from redress.rules.access import Verb
from redress.rules.actions.learn import Learn
from redress.rules.facts import CaseFacts
from redress.rules.improvements import Entry, Status
from redress.rules.learning import lessons_owed
from redress.rules.quality import POINTS, Mark

At = Callable[[date], datetime]
# By category: the root cause, the lesson, and whether more must change.
LESSONS: dict[str, tuple[str, str, bool]] = {
    "leak": ("hand_over", "Whoever books a roofer looks again after three days.", True),
    "damp and mould": ("procedure_not_followed", "A damp case gets its visit date at once.", True),
    "heating": ("contractor", "A heater is offered on the first call.", False),
    "antisocial behaviour": ("records", "Diary sheets open a case on the day they come.", True),
    "communal cleaning": ("contractor", "Missed visits are told to us the same day.", True),
    "staff conduct": ("behaviour", "We listen to the whole of a question before we answer.", False),
    "service charges": ("communication", "Somebody reads the shared mailbox each day.", False),
    "missed appointment": ("communication", "A moved visit is told by text before noon.", True),
}
DEFAULT = ("communication", "We tell residents what happens next, and when.", False)


def lesson(case: CaseFacts, wrong: str) -> Learn | None:
    """The lesson of the first issue that owes one; None where none does."""
    first = next(iter(lessons_owed(case)), None)
    cause, words, wider = LESSONS.get(case.category, DEFAULT)
    if first is None:
        return None
    number = first.number
    return Learn(issue=number, cause=cause, went_wrong=wrong, lesson=words, wider=wider)


@dataclass(frozen=True)
class Told:
    """An improvement of the demonstration: the entry, and how many days ago it was done or is to
    be done (below 0: ahead)."""

    entry: Entry
    days_ago: int


INVENTED = (
    Told(
        Entry(
            what="One person books a roofer and looks again after three days",
            why="Reports of first visits were not passed on.",
            cause="hand_over",
            service="Repairs",
            owner="Head of Repairs",
            status=Status.EVALUATED,
            you_said="You told us that nobody came back after the first visit.",
            we_did="One person now books the work and checks on it three days later.",
            published=True,
            evaluation="We cannot tell yet from so few cases. We look again in six months.",
        ),
        70,
    ),
    Told(
        Entry(
            what="Text message when a visit moves",
            why="Visits were moved by contractors and nobody was told.",
            cause="communication",
            service="Repairs",
            owner="Contracts manager",
            status=Status.DONE,
            you_said="You took a day off and no one came.",
            we_did="You get a text before noon if we have to move a visit.",
            published=True,
        ),
        35,
    ),
    Told(
        Entry(
            what="Diary sheets open a case on the day they come",
            why="Sheets were filed and no case was opened.",
            cause="records",
            service="Neighbourhoods",
            owner="Neighbourhood lead",
            status=Status.UNDER_WAY,
        ),
        -30,
    ),
    Told(
        Entry(
            what="Cleaners report a missed visit the same day",
            why="Missed visits came to light only by complaints.",
            cause="contractor",
            service="Estates",
            owner="Estates manager",
            status=Status.AGREED,
        ),
        12,
    ),
    Told(
        Entry(
            what="A damp case gets the date of its visit in the first call",
            why="Visits were to be within ten working days, and were not.",
            cause="procedure_not_followed",
            service="Repairs",
            owner="Head of Repairs",
            status=Status.UNDER_WAY,
        ),
        -21,
    ),
    Told(
        Entry(
            what="A second officer for each block",
            why="Two lessons asked for somebody who knows the block.",
            status=Status.DROPPED,
            dropped_why="The budget does not allow it this year.",
        ),
        0,
    ),
)
DAY_NOT_PUBLISHED = "Its day is not published: the last of the year stands for it."
HARROWS = (
    Entry(
        what="Online council housing account launched again",
        why=f"Residents waited long on the phone (report of 2023-24, 10). {DAY_NOT_PUBLISHED}",
        cause="phone_queues",
        status=Status.DONE,
        owner="Housing Services",
        you_said="You told us that you wait too long on the phone.",
        we_did="You can pay rent, report a repair and reach your officer online.",
        published=True,
    ),
    Entry(
        what="Regular drop-in events with officers and surveyors",
        why=f"Residents asked to meet in person (report of 2023-24, 10). {DAY_NOT_PUBLISHED}",
        status=Status.DONE,
        owner="Housing Services",
        you_said="You want to talk to us face to face.",
        we_did="We hold drop-in events. About 30 of you come to each.",
        published=True,
    ),
    Entry(
        what="Policy on anti-social behaviour reviewed, with workshops for staff",
        why=f"To help residents whom it affects (report of 2023-24, 10). {DAY_NOT_PUBLISHED}",
        status=Status.DONE,
        owner="Housing Services",
        you_said="You need more help when others disturb you.",
        we_did="We looked at our policy again and train our staff in it.",
        published=True,
    ),
    Entry(
        what="New contracts for pest control and for trees",
        why=f"To look after estates better (report of 2023-24, 10). {DAY_NOT_PUBLISHED}",
        status=Status.DONE,
        owner="Housing Services",
        you_said="You want your estates to be looked after.",
        we_did="We have new contracts for pest control and for trees.",
        published=True,
    ),
    Entry(
        what="Monthly meetings to review what is learned from complaints",
        why="Planned for the coming year (report of 2023-24, 10).",
    ),
    Entry(
        what="Learning action plans for upheld complaints",
        why="Planned for the coming year (report of 2023-24, 10).",
    ),
)
PUBLISHED_TO = date(2024, 3, 31)


def fill_learning(landlord: Landlord, staff: Staff, today: date, at: At) -> None:
    """The register, a round of checks and a pack, by the stores that pages use."""
    if landlord.slug == "harrow":
        moment = datetime(2024, 3, 31, 12, tzinfo=UTC)
        for entry in HARROWS:
            done = PUBLISHED_TO if entry.status is Status.DONE else None
            store.add(landlord, replace(entry, done_on=done), staff.officer, moment)
        return
    _learn(landlord, staff, today, at)
    for told in INVENTED:
        _improve(landlord, told, staff, today, at)
    _check(landlord, staff, today, at)
    _pack(landlord, staff, today, at)


def _learn(landlord: Landlord, staff: Staff, today: date, at: At) -> None:
    """Lessons of what was upheld more than ten days ago; the newest are still owed."""
    for each in owed(landlord, staff.officer)[0]:
        if each.upheld_on > today - timedelta(days=10):
            continue
        case = facts_of(get_case(staff.officer, landlord, each.reference))
        wrong = next(i.findings[-1].reasons for i in case.issues if i.number == each.number)
        given = lesson(case, wrong)
        perform(staff.handler, landlord, each.reference, Verb.LEARN, given, at=at(today))


def _improve(landlord: Landlord, told: Told, staff: Staff, today: date, at: At) -> None:
    """Proposed first, with the cases whose lessons led to it; then as it stands."""
    day, entry = today - timedelta(days=told.days_ago), told.entry
    new = Entry(what=entry.what, why=entry.why, cause=entry.cause, service=entry.service)
    found = learned(landlord, staff.officer, today - timedelta(days=400), today, wider=True)
    led = [each for each in found if entry.cause and each.cause == entry.cause]
    rows = {
        row.reference: row
        for row in Case.objects.filter(
            landlord=landlord, reference__in=[each.reference for each in led]
        )
    }
    sources = [(rows[each.reference], each.number) for each in led]
    row = store.add(landlord, new, staff.officer, at(today - timedelta(days=75)), sources)
    now = replace(entry, due_on=None if entry.status is Status.DROPPED else day)
    if entry.status in (Status.DONE, Status.EVALUATED):
        now = replace(now, done_on=day)
        done = replace(now, status=Status.DONE, evaluation="")
        store.change(row, done, staff.head, at(day))
    store.change(row, now, staff.head, at(today))


def _check(landlord: Landlord, staff: Staff, today: date, at: At) -> None:
    """Eight responses of the last quarter, of which the head of service has checked half."""
    start = today - timedelta(days=90)
    made = quality.draw(landlord, start, today, 8, staff.officer, at(today), seed="demonstration")
    rows = [row for row in made.checks.all() if staff.chief.id not in row.wrote]
    for number, row in enumerate(rows[: made.checks.count() // 2]):
        marks = {point.key: Mark.YES for point in POINTS}
        weak = POINTS[(3 * number + 4) % len(POINTS)]
        marks |= {weak.key: Mark.PARTLY} if number % 2 else {}
        said = f"Look again at one point: {weak.asks.lower()}" if number % 2 else ""
        quality.score(row, marks, said, staff.chief, at(today))


def _pack(landlord: Landlord, staff: Staff, today: date, at: At) -> None:
    """Two cases for the panel, of which one has been read and confirmed."""
    pack = panel.begin(landlord, f"Residents’ panel, {today:%B %Y}", staff.officer, at(today))
    found = learned(landlord, staff.officer, today - timedelta(days=400), today)
    references = list(dict.fromkeys(each.reference for each in found))[:2]
    rows = [panel.put_in(pack, each, staff.officer) for each in references]
    for row in rows[:1]:
        panel.confirm(row, row.texts, staff.officer, at(today))
        words = "Why did nobody ring before they waited so long?"
        panel.note(pack, row, words, staff.officer, at(today))
