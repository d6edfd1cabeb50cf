"""Everything that is kept about one person, as one ZIP: readable pages, the data, letters and
documents, with other people taken out of every text, and a digest of each file.

Documents are put in as they are: no machine reads them. They and what else needs an eye are listed
in a folder that is deleted before the rest is sent.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from django.utils.timezone import localtime

from redress.cases.models import Letter
from redress.evidence_pack.archive import NOT_SENT, Archive
from redress.evidence_pack.correspondence import letter_path
from redress.evidence_pack.documents import Filed, put_documents
from redress.evidence_pack.record import Record, Told
from redress.papers.letters import issued
from redress.papers.pdf import pdf
from redress.people.models import NEEDS, Disability, Landlord, Resident
from redress.reports.formats import made
from redress.reports.paper import Exhibit, Grid, Report, Section
from redress.rules.record import plain
from redress.rules.redaction import Private
from redress.rules.subject_access import taken_out, without
from redress.rules.to_redact import WHY, Passage, hints
from redress.rules.wording import Block
from redress.rules.words import KIND, SENDER, STATE, long_date, short_date

FOLDER = "everything"
OUT = "Names of other people, and ways to reach them, were taken out of every text."
STAFF = "Members of staff are named with their role (Data Protection Act 2018, Schedule 2)."


@dataclass(frozen=True)
class About:
    """Whose data it is and all of their cases that whoever asks may open: each record, and how it
    is told. `hidden` is how many others there are."""

    landlord: Landlord
    resident: Resident
    records: Sequence[Record]
    told: Callable[[Record], Sequence[Told]]
    hidden: int
    by: str
    at: datetime
    today: date


class Below(Archive):
    """A folder of an archive, to which the parts of one case are put."""

    def __init__(self, whole: Archive, folder: str) -> None:
        self._whole, self._below = whole, folder

    def put(self, path: str, content: bytes) -> None:
        """A file made here."""
        self._whole.put(f"{self._below}/{path}", content)

    def put_file(self, path: str, source: Path) -> str:
        """A file from the disk, as it is; gives its digest."""
        return self._whole.put_file(f"{self._below}/{path}", source)


class Index(Report):
    """The first page."""

    @property
    def stood(self) -> str:
        """When it was read."""
        return f"As it stood on {long_date(self.as_at)}."


@dataclass(frozen=True)
class Part:
    """One case as it was put in."""

    folder: str
    record: Record
    told: Sequence[Told]
    documents: Sequence[Filed]
    others: Private
    out: Any


def make(about: About, to: IO[bytes]) -> str:
    """Write the file; gives the digest of its list of digests."""
    archive = Archive(to, FOLDER, about.at)
    parts = [_put_case(about, record, archive, n) for n, record in enumerate(about.records, 1)]
    archive.put("person.json", _json(_person(about.resident)))
    archive.put("index.html", made(_index(about, parts), "html"))
    archive.put_apart("to-look-at.html", made(_to_look_at(about, parts), "html"))
    return archive.close()


def _put_case(about: About, record: Record, archive: Archive, number: int) -> Part:
    below = Below(archive, folder := f"case-{number:02}")
    others = _others(record)
    out = taken_out(record.own, others)
    told = [_told_without(each, out) for each in about.told(record)]
    below.put("case.json", _json(without(plain(record.case), out)))
    for letter in record.letters:
        paper = issued(record.row, letter, large_print=False)
        blocks = tuple(Block(b.kind, tuple(without(list(b.lines), out))) for b in paper.blocks)
        theirs = paper.address if _to_resident(record, letter) else ()
        subject = without(paper.subject, out)
        clean = replace(paper, blocks=blocks, subject=subject, address=theirs)
        below.put(letter_path(letter.number), pdf(clean))
    documents = put_documents(record, below)
    return Part(folder, record, told, documents, others, out)


def _others(record: Record) -> Private:
    """Everybody else whom the record names; staff stay, by their role."""
    wrote = tuple(e.name for e in record.case.incoming if e.sender.value != "resident")
    return Private((*record.others.names, *wrote), record.others.places)


def _to_resident(record: Record, letter: Letter) -> bool:
    ours = [each for each in record.messages if each.letter_id == letter.pk]
    return any(e.to_representative is None and e.to_signatory is None for e in ours) or not ours


def _told_without(told: Told, out: Any) -> Told:
    said = tuple((what, without(says, out)) for what, says in told.said)
    return replace(told, said=said, who=without(told.who, out))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode()


def _person(resident: Resident) -> dict[str, Any]:
    """What is kept of the person apart from their cases."""
    home = resident.home
    disclosed = Disability.objects.filter(resident=resident).order_by("pk")
    return {
        "name": resident.name,
        "email": resident.email,
        "phone": resident.phone,
        "address": ", ".join(filter(None, (home.address, home.postcode))) if home else "",
        "tenure": resident.tenure,
        **{name: plain(getattr(resident, name)) for name in NEEDS},
        "adjustments": plain(resident.agreed),
        "restrictions": plain(resident.restricted),
        "disabilities": [each.says for each in disclosed if each.says],
    }


def _index(about: About, parts: Sequence[Part]) -> Index:
    said = [OUT, STAFF, "The same is in the files ending in .json, for a machine to read."]
    rows = tuple(
        (name.replace("_", " ").capitalize(), _said(value))
        for name, value in _person(about.resident).items()
        if value
    )
    grid = Grid("About you", ("What", "It is"), rows, words=True, empty="Nothing.")
    sections = [Section("you", "About you", (Exhibit(None, (grid,)),), tuple(said))]
    sections += [_case(part) for part in parts]
    return _page(about, "Everything that we keep about you", sections)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _case(part: Part) -> Section:
    case = part.record.case
    received = f"Received {long_date(case.received_on)}"
    said = (f"{KIND[case.kind].capitalize()}. {received}. {STATE[case.state]}.",)
    story = tuple(
        (_when(each.at), each.who, "\n".join((each.title, *(f"{w}: {s}" for w, s in each.said))))
        for each in part.told
    )
    wrote = tuple(
        (short_date(e.received_on), SENDER[e.sender], without(e.text, part.out))
        for e in case.incoming
    )
    letters = tuple(
        (
            short_date(e.issued_on),
            without(e.subject, part.out),
            f"{part.folder}/{letter_path(e.number)}",
        )
        for e in part.record.letters
    )
    papers = tuple(
        (
            short_date(e.received_on),
            without(e.name, part.out),
            f"{part.folder}/{e.path}" if e.path else e.why,
        )
        for e in part.documents
    )
    grids = (
        Grid("What happened", ("When", "Who", "What"), story, words=True, empty="Nothing."),
        Grid("Messages", ("Day", "From", "Text"), wrote, words=True, empty="None."),
        Grid("Letters", ("Day", "About", "File"), letters, words=True, empty="None."),
        Grid("Documents", ("Day", "What", "File"), papers, words=True, empty="None."),
    )
    return Section(part.folder, f"Case {case.reference}", (Exhibit(None, grids),), said)


def _when(at: datetime) -> str:
    return f"{short_date(localtime(at).date())}, {localtime(at):%H:%M}"


def _to_look_at(about: About, parts: Sequence[Part]) -> Index:
    """What somebody looks at before it is sent: documents, and passages that may need an eye."""
    said = [
        "No machine has read the documents: look at each for other people, and take them out.",
        "E-mails as they came are not in it; their texts are. Names that are nowhere noted as "
        "somebody’s could not be found: read the texts.",
    ]
    if about.hidden:
        said.append(
            f"{about.hidden} of their cases are restricted, and you may not open them: they are "
            "not in it. Somebody who may makes the file."
        )
    rows = tuple(row for part in parts for row in _passages(part))
    grid = Grid("To look at", ("Where", "Why"), rows, words=True, empty="Nothing was found.")
    sections = [Section("look", "Before it is sent", (Exhibit(None, (grid,)),), tuple(said))]
    title = f"Before it is sent: delete the folder {NOT_SENT}"
    return _page(about, title, sections)


def _passages(part: Part) -> Iterator[tuple[str, str]]:
    for each in part.documents:
        if each.path:
            yield f"{part.folder}/{each.path}", "a document that no machine has read"
    texts = [
        *(
            Passage(f"{part.folder}, {e.title}, {_when(e.at)}", " ".join(s for _, s in e.said))
            for e in part.told
        ),
        *(Passage(f"{part.folder}, message {e.number}", e.text) for e in part.record.case.incoming),
    ]
    for hint in hints(texts, part.record.own, part.others):
        yield hint.where, "; ".join(WHY[why] for why in hint.why)


def _page(about: About, title: str, sections: Sequence[Section]) -> Index:
    return Index(
        slug=about.landlord.slug,
        landlord=about.landlord.name,
        title=title,
        period=f"Made on {long_date(about.today)}",
        as_at=about.today,
        sections=tuple(sections),
    )
