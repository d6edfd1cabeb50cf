"""The sections of the index: plain tables, each with where its files lie in the pack."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from redress.cases.models import Event
from redress.evidence_pack.correspondence import (
    Sent,
    answered,
    incoming_path,
    letter_path,
    sent_by,
    when,
)
from redress.evidence_pack.documents import Filed
from redress.evidence_pack.policies import NONE, InForce, path_of, words_of
from redress.evidence_pack.record import Asked, Record, Told
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules.facts import ActionFacts, Due, FindingFacts, IssueFacts
from redress.rules.facts_offers import OfferFacts
from redress.rules.ombudsman import Kept
from redress.rules.statements_ombudsman import ASKS, KEPT
from redress.rules.to_redact import WHY, Passage, hints
from redress.rules.words import ANSWER, CLOCK, FINDING, REMEDY, SENDER, short_date

FILE = "In the pack"
CALLS = frozenset({"call_recorded"})
# Events whose words are those of colleagues among themselves.
INTERNAL = frozenset(
    {
        *("comments_asked", "comments_given", "comments_withdrawn", "waits", "lesson_recorded"),
        *("conflict_declared", "restricted", "opened_restricted", "behaviour_recorded"),
        *("contact_restriction_proposed", "contact_restriction_turned_down", "sent_back"),
        *("refusal_submitted", "task_set"),
    }
)


@dataclass(frozen=True)
class Filled:
    """What was put into the pack, for the index to name."""

    documents: list[Filed]
    taken_back: list[Filed]
    mails: list[Filed]
    sent: list[Sent]
    held: list[InForce]

    @property
    def left_out(self) -> list[tuple[str, Filed]]:
        """What is not in the pack, or not as it was kept."""
        kinds = (
            *(("Document", each) for each in self.documents),
            *(("File of a step taken back", each) for each in self.taken_back),
            *(("E-mail as it came", each) for each in self.mails),
        )
        return [(kind, each) for kind, each in kinds if each.why]


def _section(id_: str, title: str, *grids: Grid, say: Iterable[str] = ()) -> Section:
    return Section(id_, title, (Exhibit(None, grids),), tuple(say))


def _grid(
    caption: str, head: Iterable[str], rows: Iterable[Iterable[str]], empty: str, files: bool = True
) -> Grid:
    """A table of words; with `files` its last column names files of the pack."""
    told = tuple(tuple(row) for row in rows)
    heads = (*head, FILE) if files else tuple(head)
    return Grid(caption, heads, told, words=True, empty=empty, files=files)


def day(on: date | None) -> str:
    """A day as tables have it; empty where there is none."""
    return short_date(on) if on else ""


def asked(given: Asked) -> Section:
    """What the Ombudsman asks, and by when its letter says."""
    rows = (
        (ASKS[each.asks][0].capitalize(), each.what, day(each.given_on), day(each.due_on),
         _stands(each.kept(given.today)))
        for each in given.held.duties
    )  # fmt: skip
    head = ("What", "In its words", "Given", "By", "How it stands")
    grid = _grid("Asked of us", head, rows, "Nothing is noted.", files=False)
    return _section("asked", "What the Ombudsman asks", grid)


def _stands(kept: Kept) -> str:
    return KEPT[kept].capitalize()


def left_out(filled: Filled) -> Section:
    """What is not in the pack, each with why: nothing is left out in silence."""
    rows = (
        (kind, str(each.number), each.name, day(each.received_on), each.why)
        for kind, each in filled.left_out
    )
    head = ("What", "Number", "Name", "Received", "Why")
    grid = _grid(
        "Left out, each with the reason",
        head,
        rows,
        "Every document and e-mail of the case is in the pack.",
        files=False,
    )
    return _section("left-out", "What is not in this pack", grid, say=NOT_HERE)


NOT_HERE = (
    "The register of improvements and quality checks is about many cases and is not here: what was "
    "learned from this case is in the chronology. What is kept of the resident’s needs is not here "
    "either, but where the record of this case speaks of it: send it where the Ombudsman asks.",
)


def issues(record: Record) -> Section:
    """Each part of the complaint with what was found at each stage, and the dates."""
    found = (
        (str(issue.number), issue.summary, _findings(issue.findings), _more(issue))
        for issue in record.case.issues
    )
    head = ("Number", "What it is about", "What we found", "Besides")
    dates = (
        (f"{CLOCK[each.clock]}, stage {each.stage}", _of(each.promise),
         _of(each.code), day(each.extended_to), day(each.met_on))
        for each in record.case.deadlines
    )  # fmt: skip
    clock = ("Date", "We promised", "The Code allows", "Extended to", "Met on")
    return _section(
        "issues",
        "The complaint, what we found, and the dates",
        _grid("Parts of the complaint", head, found, "It has none.", files=False),
        _grid("Dates", clock, dates, "None ran.", files=False),
    )


def _of(due: Due | None) -> str:
    return day(due.date) if due else ""


def _findings(findings: Iterable[FindingFacts]) -> str:
    return "\n".join(
        f"Stage {each.stage}: {FINDING[each.finding]}. {each.reasons}" for each in findings
    )


def _more(issue: IssueFacts) -> str:
    split = "split off as a case of its own" if issue.split else ""
    ground = issue.excluded_ground.replace("_", " ")
    refused = f"not taken: {ground}" if ground else ""
    return "; ".join(filter(None, (refused, split)))


def chronology(record: Record, given: Asked, filled: Filled) -> Section:
    """Every event of the record, in its order, with the files that it is about."""
    places = {each.place: each.path for each in (*filled.documents, *filled.taken_back)}
    files = {event.sequence: _files(event, places) for event in record.events}
    rows = (
        (str(each.sequence), _moment(each.at), each.who, _said(each), files.get(each.sequence, ""))
        for each in given.told
    )
    head = ("Number", "When", "Who", "What happened")
    return _section(
        "chronology",
        "Chronology",
        _grid("All that happened, in its order", head, rows, "Nothing is recorded."),
        say=("Roles are those that people hold on the day on which this pack was made.",),
    )


def _moment(at: datetime) -> str:
    local = localtime(at)
    return f"{short_date(local.date())}, {local:%H:%M}"


def _said(told: Told) -> str:
    lines = (f"{what}: {says}" for what, says in told.said)
    return "\n".join((told.title, *lines))


def _files(event: Event, places: Mapping[str, str]) -> str:
    """The files that an event brought: letters, documents, messages that came in."""
    content = json.loads(event.content or "{}")
    patch = content.get("patch", {})
    paths = [letter_path(each["number"]) for each in content.get("letters", ())]
    paths += [places.get(each.get("kept_at", ""), "") for each in patch.get("documents", ())]
    paths += [incoming_path(each["number"]) for each in patch.get("incoming", ()) if "text" in each]
    return "\n".join(dict.fromkeys(filter(None, paths)))


def correspondence(record: Record, given: Asked, filled: Filled) -> Section:
    """Letters, messages in and out, e-mails as they came, calls and visits."""
    letters = (
        (str(each.number), day(each.issued_on), each.subject, sent_by(record, each),
         letter_path(each.number))
        for each in record.letters
    )  # fmt: skip
    came = (
        (str(each.number), day(each.received_on), f"{each.name} ({SENDER[each.sender].lower()})",
         answered(each), incoming_path(each.number))
        for each in record.case.incoming
    )  # fmt: skip
    went = (
        (when(each.message), each.message.to_name, each.message.subject, each.path)
        for each in filled.sent
    )
    mails = ((day(each.received_on), each.name, each.why, each.path) for each in filled.mails)
    calls = {event.sequence for event in record.events if event.name in CALLS}
    spoken = (
        (str(each.sequence), _moment(each.at), each.who, _said(each))
        for each in given.told
        if each.sequence in calls
    )
    return _section(
        "correspondence",
        "Correspondence",
        _grid("Letters that we issued", ("Number", "Issued", "Subject", "How it went"), letters,
              "None was issued."),
        _grid("Messages that came in", ("Number", "Received", "From", "Answered"), came,
              "None came in."),
        _grid("Other messages that we sent", ("When", "To", "Subject"), went, "None was sent."),
        _grid("E-mails as they came", ("Received", "Subject", "What to know"), mails, "None came."),
        _grid("Calls, visits, meetings and notes", ("Number", "When", "Who", "What was said"),
              spoken, "None is recorded.", files=False),
    )  # fmt: skip


def documents(filled: Filled) -> Section:
    """Every document of the case, and the files of steps that were taken back."""
    head = ("Number", "Name", "Received", "What to know")
    return _section(
        "documents",
        "Documents",
        _grid("Documents", head, map(_filed, filled.documents), "It has none."),
        _grid("Files of steps that were taken back", head, map(_filed, filled.taken_back),
              "There are none."),
    )  # fmt: skip


def _filed(each: Filed) -> tuple[str, ...]:
    return str(each.number), each.name, day(each.received_on), each.why, each.path


def policies(filled: Filled) -> Section:
    """The policy and the edition of the Code on each day that mattered, and where they lie."""
    rows = (
        (day(each.on), each.what, _from(each.policy) or NONE, _from(each.stage_policy),
         _from(each.code))
        for each in filled.held
    )  # fmt: skip
    head = ("Day", "What happened", "Our policy on that day", "The stage ran under", "The Code")
    ours = dict.fromkeys(i for e in filled.held for i in (e.policy, e.stage_policy) if i)
    texts = [(f"Our policy {_from(i)}", f"{words_of(i)}\n{path_of(i)}") for i in ours]
    texts += [
        (f"The Code {_from(i)}", path_of(i)) for i in dict.fromkeys(e.code for e in filled.held)
    ]
    return _section(
        "policies",
        "Policies in force on the dates",
        _grid("Which policy was in force", head, rows, "None is known.", files=False),
        _grid("Their texts", ("What",), texts, "None is known."),
        say=(
            "A stage is judged by the policy that was in force when it began. Each policy is here "
            "in plain words, and as the data that the dates are worked out from.",
        ),
    )


def _from(identity: str) -> str:
    """When a version starts, by which it is known: "from Mon 1 Apr 2024"."""
    start = identity.rpartition("/")[2]
    return f"from {day(date.fromisoformat(start))}" if start else ""


def put_right(record: Record, today: date) -> Section:
    """What was offered and promised, and whether it was kept."""
    offers = (
        (day(each.offered_on), str(each.stage), "; ".join(REMEDY[kind] for kind in each.kinds),
         "; ".join(each.words), f"£{each.pounds:,}" if each.pounds else "", _became(each))
        for each in record.case.offers
    )  # fmt: skip
    actions = (
        (each.what, each.owner, day(each.due_on), _kept(each, today), each.proof,
         _moved(each), "Among colleagues" if each.internal else "")
        for each in record.case.actions
    )  # fmt: skip
    return _section(
        "put-right",
        "Offers, remedies and promises",
        _grid("Offers and remedies",
              ("Offered", "Stage", "Remedies", "In our words", "Money", "What became of it"),
              offers, "None was made.", files=False),
        _grid("Promised actions",
              ("What", "By whom", "By", "Kept", "Shown by", "Put off", "Besides"),
              actions, "None was promised.", files=False),
    )  # fmt: skip


def _became(offer: OfferFacts) -> str:
    said = f"{ANSWER[offer.answer]} {day(offer.answered_on)}" if offer.answer else "not answered"
    paid = f"paid {day(offer.paid_on)}" if offer.paid_on else ""
    owed = f"not paid; due {day(offer.pay_by)}" if offer.is_owed and not paid else ""
    return "; ".join(filter(None, (said, paid, owed, offer.proof, offer.arrears_consent)))


def _kept(action: ActionFacts, today: date) -> str:
    if action.done_on:
        late = "late" if action.done_on > action.due_on else "in time"
        return f"Done {day(action.done_on)}, {late}"
    return "Not done, overdue" if action.due_on < today else "Not yet due"


def _moved(action: ActionFacts) -> str:
    return "\n".join(f"{day(m.moved_on)}, from {day(m.was)}: {m.why}" for m in action.moves)


def to_look_at(record: Record, given: Asked, filled: Filled) -> Section:
    """What somebody should look at before it goes: hints by words and shapes, and what no machine
    has read."""
    found = hints(_passages(record, given, filled), record.own, record.others)
    rows = ((each.where, "; ".join(WHY[why] for why in each.why)) for each in found)
    return _section(
        "to-look-at",
        "To look at before it is sent",
        _grid("What to look at, and why", ("Where", "Why"), rows,
              "No word was found that points to anything.", files=False),
        say=_unread(record, filled),
    )  # fmt: skip


def _unread(record: Record, filled: Filled) -> list[str]:
    said = [
        "These are hints by words and shapes. Nothing was taken out, and what is not listed may "
        "still have to be: a person decides. What you take out or change no longer fits its "
        "digest.",
    ]
    if any(each.path for each in filled.documents):
        said.append("No machine has read the documents. Look at each of them.")
    if record.row.restricted or record.case.conduct.behaviour:
        said.append("This case is restricted, or tells of somebody’s behaviour: look at all of it.")
    return said


def _passages(record: Record, given: Asked, filled: Filled) -> Iterable[Passage]:
    among = {each.sequence for each in record.events if _is_internal(each)}
    for told in given.told:
        yield Passage(f"Chronology {told.sequence}", _said(told), told.sequence in among)
    for letter in record.letters:
        yield Passage(letter_path(letter.number), letter.text, issued=True)
    for each in record.case.incoming:
        yield Passage(incoming_path(each.number), each.text)
    for sent in filled.sent:
        message = sent.message
        yield Passage(sent.path, f"{message.subject}\n{message.text}", internal=True)


def _is_internal(event: Event) -> bool:
    note = json.loads(event.content or "{}").get("note", {})
    return event.name in INTERNAL or (event.name in CALLS and note.get("what") == "note")
