"""Making the evidence pack of a case: one ZIP with an index, the record and its digests.

The same record gives the same files. Documents go through a block at a time: memory does not grow
with them. What cannot be in it is named in the index.
"""

import json
import re
from dataclasses import dataclass
from typing import IO

from redress.evidence_pack import contents
from redress.evidence_pack.archive import MANIFEST, NOT_SENT, Archive
from redress.evidence_pack.contents import Filled
from redress.evidence_pack.correspondence import put_incoming, put_letters, put_sent
from redress.evidence_pack.documents import put_documents, put_mails, put_taken_back
from redress.evidence_pack.policies import in_force, put_policies
from redress.evidence_pack.record import Asked, Record
from redress.reports.formats import made
from redress.reports.paper import Exhibit, Grid, Report, Section
from redress.rules.record import plain
from redress.rules.statements_ombudsman import BODY
from redress.rules.words import STATE, counted, long_date

CHECK = (
    f"Every file is named in {MANIFEST} with its SHA-256 digest. In the folder of the pack, "
    f"sha256sum -c {MANIFEST} says of each whether it is as it was put here.",
    "record.json holds every event as it was recorded, each with a digest that covers the one "
    "before it: one that was changed, taken away or moved shows.",
)


@dataclass(frozen=True)
class Made:
    """What was made: the digest of the list of digests, and how much is in the pack."""

    digest: str
    events: int
    letters: int
    documents: int
    left_out: int

    @property
    def holds(self) -> str:
        """ "41 events, 6 letters, 12 documents; 1 not in it"."""
        parts = (
            counted(self.events, "event"),
            counted(self.letters, "letter"),
            counted(self.documents, "document"),
        )
        return f"{', '.join(parts)}; {self.left_out} not in it"


class Index(Report):
    """The first page of a pack."""

    @property
    def stood(self) -> str:
        """When the record was read."""
        return f"The record as it stood on {long_date(self.as_at)}."


def folder_of(reference: str) -> str:
    """The folder of the pack, and the name of its file: letters, figures and hyphens."""
    safe = re.sub(r"[^A-Za-z0-9]+", "-", reference).strip("-")[:60]
    return f"evidence-{safe or 'case'}"


def make(record: Record, given: Asked, to: IO[bytes]) -> Made:
    """Write the pack. Nothing of the record is left out but by name."""
    archive = Archive(to, folder_of(record.case.reference), given.at)
    filled = _fill(record, archive)
    report = index(record, given, filled)
    for form in ("html", "pdf"):
        archive.put(f"index.{form}", made(report, form))
    archive.put_apart("to-look-at.html", made(before_sending(record, given, filled), "html"))
    there = [each for each in filled.documents if each.path]
    return Made(
        digest=archive.close(),
        events=len(record.events),
        letters=len(record.letters),
        documents=len(there),
        left_out=sum(1 for _, each in filled.left_out if not each.path),
    )


def _fill(record: Record, archive: Archive) -> Filled:
    filled = Filled(
        documents=put_documents(record, archive),
        taken_back=put_taken_back(record, archive),
        mails=put_mails(record, archive),
        sent=put_sent(record, archive),
        held=in_force(record),
    )
    put_letters(record, archive)
    put_incoming(record, archive)
    put_policies(record, archive, filled.held)
    archive.put("record.json", _events(record))
    return filled


def _events(record: Record) -> bytes:
    """The events as they are kept, so that their chain can be checked by anybody."""
    names = ("sequence", "name", "at", "by_id", "by_name", "content", "content_digest", "digest")
    events = [{name: plain(getattr(event, name)) for name in names} for event in record.events]
    said = {"landlord": record.slug, "case": record.case.reference, "events": events}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def before_sending(record: Record, given: Asked, filled: Filled) -> Index:
    """What to look at before the pack goes to anybody. The Ombudsman does not get it."""
    return Index(
        slug=record.slug,
        landlord=record.row.landlord.name,
        title=f"Before the evidence on case {record.case.reference} is sent",
        period=f"Delete the folder {NOT_SENT}: nothing else of the pack speaks of it",
        as_at=given.today,
        sections=(contents.to_look_at(record, given, filled),),
    )


def index(record: Record, given: Asked, filled: Filled) -> Index:
    """The index as a report: what the pack is, and a table of everything in it."""
    return Index(
        slug=record.slug,
        landlord=record.row.landlord.name,
        title=f"Evidence on case {record.case.reference}",
        period=_for_whom(given),
        as_at=given.today,
        sections=(
            _about(record, given),
            contents.asked(given),
            contents.left_out(filled),
            contents.issues(record),
            contents.chronology(record, given, filled),
            contents.correspondence(record, given, filled),
            contents.documents(filled),
            contents.policies(filled),
            contents.put_right(record, given.today),
            Section("check", "How to check this pack", sentences=CHECK),
        ),
    )


def _for_whom(given: Asked) -> str:
    entry = given.held.entry
    reference = f", reference {entry.reference}" if entry.reference else ""
    return f"For {BODY[entry.body]}{reference}"


def _about(record: Record, given: Asked) -> Section:
    row, case, entry = record.row, record.case, given.held.entry
    home = row.home
    due = [each.due_on for each in given.held.duties if each.done is False and each.due_on]
    rows = (
        ("Landlord", row.landlord.name),
        ("Our reference", case.reference),
        ("The Ombudsman’s reference", entry.reference or "None is noted"),
        ("Due", long_date(min(due)) if due else "No day is noted"),
        ("Resident", row.resident.name if row.resident else "Not known"),
        ("Home", f"{home.address}, {home.postcode}" if home else "Not known"),
        ("Received", long_date(case.received_on)),
        ("Where it stands", STATE[case.state]),
        ("Complaint", case.description),
        ("Made", f"{long_date(given.today)} by {given.by}"),
    )
    grid = Grid("The case in short", ("What", "It is"), rows, words=True)
    return Section("about", "This case", (Exhibit(None, (grid,)),))
