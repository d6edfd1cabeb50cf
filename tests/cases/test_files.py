"""Files of cases: put away before the transaction, named in it, held to their digests, swept."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from redress.cases import append_only, stored
from redress.cases.access import get_case
from redress.cases.files import drop, keep, perform_with
from redress.cases.models import Event, StoredFile
from redress.cases.perform import Done
from redress.cases.verify import verify
from redress.rules.access import Verb
from redress.rules.actions.note_document import NoteDocument
from redress.rules.decision import Refused
from redress.rules.facts import State
from redress.uploads.shelf import Shelf, digest_of_file
from tests import builders
from tests.uploads.corpus import PDF, photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]
DAY = date(2026, 5, 12)
NOTE = NoteDocument(name="", received_on=DAY)


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def reference(office: builders.Office) -> str:
    return office.reach(State.STAGE_1_OPEN)


def file(content: bytes = PDF, name: str = "report.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/octet-stream")


def sends(
    desk: builders.Desk, reference: str, *files: Any, given: NoteDocument = NOTE
) -> Done | Refused:
    """Note documents with files, as a form does."""
    return perform_with(
        desk.actor,
        desk.landlord,
        reference,
        Verb.NOTE_DOCUMENT,
        given,
        uploads=files,
        at=builders.at(DAY),
    )


def codes(answer: Done | Refused) -> list[tuple[str, str]]:
    reasons = answer.turned_away if isinstance(answer, Done) else answer.reasons
    return [(reason.code, reason.about) for reason in reasons]


def lying(shelf: Shelf) -> list[Path]:
    """Every file on the shelf and beside it."""
    return sorted(path for path in shelf.root.rglob("*") if path.is_file())


class TestKeeping:
    def test_a_file_lies_under_a_random_name_as_it_was_sent(
        self, office: builders.Office, reference: str, shelf: Shelf
    ) -> None:
        sends(office.one, reference, file())
        row = StoredFile.objects.get()
        assert shelf.path(row.place).read_bytes() == PDF
        assert (row.name, row.content_type, row.size) == ("report.pdf", "application/pdf", len(PDF))
        assert row.original_type == "application/octet-stream" and row.made_by == "Amina Khan"
        assert row.sha256 == row.original_sha256 == digest_of_file(shelf.path(row.place))
        assert len(row.place) == 32 and "report" not in str(shelf.path(row.place))
        assert lying(shelf) == [shelf.path(row.place)]

    def test_its_digest_stands_in_the_chain(self, office: builders.Office, reference: str) -> None:
        sends(office.one, reference, file())
        row, event = StoredFile.objects.get(), Event.objects.get(name="document_noted")
        assert event.content is not None
        assert row.sha256 in event.content and row.place in event.content

    def test_of_a_photo_the_digest_of_what_was_sent_is_kept_too(
        self, office: builders.Office, reference: str, shelf: Shelf
    ) -> None:
        sent = photo()
        sends(office.one, reference, file(sent, "kitchen.jpg"))
        row = StoredFile.objects.get()
        assert row.sha256 != row.original_sha256 and row.original_size == len(sent)
        assert row.has_small and shelf.small_path(row.place).exists()
        assert len(lying(shelf)) == 2

    def test_a_refused_action_leaves_no_file(
        self, office: builders.Office, reference: str, shelf: Shelf
    ) -> None:
        late = NoteDocument(name="A", received_on=DAY + timedelta(days=1))
        answer = sends(office.one, reference, file(), file(b"", "b.txt"), given=late)
        assert codes(answer) == [("date_out_of_range", ""), ("file_empty", "b.txt")]
        assert not StoredFile.objects.exists() and lying(shelf) == []

    def test_a_fault_in_the_middle_leaves_no_file(
        self,
        office: builders.Office,
        reference: str,
        shelf: Shelf,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def breaks(*given: Any, **more: Any) -> None:
            raise OSError("the database is gone")

        monkeypatch.setattr("redress.cases.store.Event.objects.bulk_create", breaks)
        with pytest.raises(OSError, match="gone"):
            sends(office.one, reference, file())
        assert lying(shelf) == []

    def test_the_same_file_is_kept_once_in_a_case_and_again_in_another(
        self, office: builders.Office, reference: str
    ) -> None:
        sends(office.one, reference, file())
        assert codes(sends(office.one, reference, file(name="copy.pdf"))) == [
            ("file_again", "copy.pdf")
        ]
        twice = sends(office.one, reference, file(PDF + b"%2"), file(PDF + b"%2", "b.pdf"))
        assert codes(twice) == [("file_again", "b.pdf")]
        assert isinstance(sends(office.one, office.reach(State.STAGE_1_OPEN), file()), Done)

    def test_limits_of_a_file_and_of_a_case(
        self, office: builders.Office, reference: str, settings: Any
    ) -> None:
        settings.MOST_FILE_BYTES, settings.MOST_CASE_BYTES = 1_000, 1_500
        big = file(PDF + bytes(1_000), "big.pdf")
        first, second = (file(PDF + mark * 800, f"{mark.decode()}.pdf") for mark in (b"1", b"2"))
        assert codes(sends(office.one, reference, big, first, second)) == [
            ("file_too_large", "big.pdf"),
            ("file_case_full", "2.pdf"),
        ]
        assert codes(sends(office.one, reference, second)) == [("file_case_full", "2.pdf")]

    def test_a_full_disk_is_a_line_and_leaves_nothing(
        self,
        office: builders.Office,
        reference: str,
        shelf: Shelf,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def full(number: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("redress.uploads.shelf._flush", full)
        assert codes(sends(office.one, reference, file())) == [("file_no_room", "report.pdf")]
        assert lying(shelf) == []

    def test_a_place_that_only_we_give_cannot_be_claimed(
        self, office: builders.Office, reference: str
    ) -> None:
        claimed = NoteDocument(name="A", received_on=DAY, kept_at="file:" + "0" * 32)
        refused = office.one.refused(reference, Verb.NOTE_DOCUMENT, claimed, DAY)
        assert refused == ["document_place_missing"]


class TestSweep:
    def test_what_no_case_names_goes_after_a_day_and_what_one_names_stays(
        self, office: builders.Office, reference: str, shelf: Shelf
    ) -> None:
        sends(office.one, reference, file(photo(), "a.jpg"))
        kept = lying(shelf)
        orphans = keep(None, [file(), file(photo(1), "b.jpg")]).accepted
        piece = shelf.incoming / "cut-off"
        piece.write_bytes(b"half of a")
        now = builders.at(DAY)
        age(shelf, now.timestamp() - 23 * 3600)
        assert stored.sweep(now) == 0
        age(shelf, now.timestamp() - 25 * 3600)
        assert stored.sweep(now) >= 3
        assert lying(shelf) == kept and len(orphans) == 2
        assert verify().faults == []

    def test_files_that_were_dropped_are_gone_at_once(self, shelf: Shelf) -> None:
        drop(keep(None, [file(photo(), "a.jpg")]).accepted)
        assert lying(shelf) == []


def age(shelf: Shelf, moment: float) -> None:
    for path in lying(shelf):
        os.utime(path, (moment, moment))


class TestVerify:
    @pytest.fixture
    def row(self, office: builders.Office, reference: str) -> Iterator[StoredFile]:
        append_only.remove(connection)
        sends(office.one, reference, file())
        assert (verify().files, verify().faults) == (1, [])
        yield StoredFile.objects.get()

    def test_a_changed_byte(self, row: StoredFile, shelf: Shelf) -> None:
        path = shelf.path(row.place)
        path.write_bytes(PDF.replace(b"1 0 obj", b"2 0 obj"))
        assert verify().faults == [f"MOD-000001: file {row.place} was changed"]

    def test_a_missing_file(self, row: StoredFile, shelf: Shelf) -> None:
        shelf.remove(row.place)
        assert verify().faults == [f"MOD-000001: file {row.place} is missing"]

    def test_another_file_with_its_digest_put_in_the_row(
        self, row: StoredFile, shelf: Shelf
    ) -> None:
        path = shelf.path(row.place)
        path.write_bytes(b"%PDF-another")
        StoredFile.objects.update(sha256=digest_of_file(path))
        assert verify().faults == [f"MOD-000001: file {row.place} is not the one its event names"]

    def test_a_row_taken_away(self, row: StoredFile) -> None:
        StoredFile.objects.all().delete()
        assert verify().faults == [f"MOD-000001: file {row.place} has no row"]

    def test_a_row_slipped_in(self, row: StoredFile, shelf: Shelf) -> None:
        place = keep(None, [file(PDF + b"%2")]).accepted[0].place
        slipped = StoredFile.objects.get()
        slipped.pk, slipped.place = None, place
        slipped.sha256 = digest_of_file(shelf.path(place))
        slipped.save()
        assert verify().faults == [f"MOD-000001: file {place} stands in no event"]


def test_one_case_does_not_reach_the_files_of_another(
    office: builders.Office, reference: str
) -> None:
    sends(office.one, reference, file())
    other = get_case(office.one.actor, office.landlord, office.reach(State.STAGE_1_OPEN))
    assert stored.file_of(other, 1) is None
