"""Making the evidence pack of one case with many large documents: seconds and memory.

    python -m bench.evidence_pack --documents 200 --megabytes 300

The documents are what no packing makes smaller. The case went through both stages; each document
is an event of its own. Memory is the most that the program held more than before the making.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.databases import fresh
from bench.measure import child, table

TODAY = date(2026, 7, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--here", action="store_true", help="in this program, and print JSON")
    given = parser.parse_args()
    if given.here:
        _here(given.documents, given.megabytes)
        return
    with fresh("sqlite") as env:
        words = ("--documents", given.documents, "--megabytes", given.megabytes, "--here")
        said = child("evidence_pack", *words, env=env)
    head = ("documents", "MB", "events", "making, seconds", "of it the index", "more memory, MiB")
    print(table(head, [said]))


def _here(documents: int, megabytes: int) -> None:
    import json

    from redress.commands import setup_django

    setup_django()
    row = _case(documents, megabytes * 1_000_000 // documents)
    _say(json.dumps(_measured(row, documents, megabytes)))


def _case(documents: int, size: int) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from redress.cases.files import perform_with
    from redress.cases.models import Case
    from redress.rules.access import Verb
    from redress.rules.actions.note_document import NoteDocument
    from redress.rules.facts import State
    from tests import builders

    office = builders.office()
    person = builders.resident(office.landlord)
    reference = office.reach(State.STAGE_2_ANSWERED, resident=person.pk)
    note = NoteDocument(name="", received_on=TODAY)
    for number in range(documents):
        content = b"%PDF-1.7\n" + os.urandom(size)
        file = SimpleUploadedFile(f"{number}.pdf", content, "application/pdf")
        at = builders.at(TODAY) + timedelta(seconds=number)
        who = (office.one.actor, office.landlord, reference)
        perform_with(*who, Verb.NOTE_DOCUMENT, note, uploads=[file], at=at)
    return Case.objects.select_related("landlord", "handler", "home", "resident__home").get()


def _measured(row: Any, documents: int, megabytes: int) -> list[Any]:
    from redress.cases.book import book_of
    from redress.evidence_pack import pack
    from redress.evidence_pack.record import Asked, gather
    from redress.rules.ombudsman import Body, Entry, Held
    from redress.web.oversight.ombudsman_evidence import told

    took = []
    made = pack.made

    def timed(*given: Any) -> bytes:
        began = time.perf_counter()
        content = made(*given)
        took.append(time.perf_counter() - began)
        return content

    pack.made = timed
    entry = Entry(body=Body.HOUSING, reference="2026-1", received_on=TODAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryFile(dir=os.environ["REDRESS_VAR"]) as file:
        began = time.perf_counter()
        record = gather(row, book_of(row.landlord))
        now = datetime.combine(TODAY, datetime.min.time(), UTC)
        asked = Asked(Held(entry), "Amina Khan", now, TODAY, told(row.landlord, record))
        found = pack.make(record, asked, file)
        seconds = time.perf_counter() - began
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert found.documents == documents  # noqa: S101 all of them, or the time says nothing
    return [documents, megabytes, found.events, f"{seconds:.1f}", f"{sum(took):.1f}", more]


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
