"""Noting a document."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from redress.uploads.shelf import Shelf
from tests import builders
from tests.uploads.corpus import PDF, photo
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of


def test_it_is_on_the_record(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/note-document")
    day = date(2026, 4, 2)  # a document may be older than the case
    send(page, at, name="Survey", kept_at="Shelf 4", **parts("received_on", day))
    (document,) = case_of(desk, ref).documents
    assert (document.name, document.received_on, document.kept_at) == ("Survey", day, "Shelf 4")
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Documents 1. Survey Thu 2 Apr 2026, Shelf 4" in said
    assert "Document put on record" in said


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/note-document"))
    assert [error[-11:] for error in errors_of(answer.content.decode())] == ["(Code 5.12)"] * 2


def upload(
    client: Client, at: str, *files: tuple[str, bytes], day: date = TODAY, **typed: Any
) -> Any:
    """Send the form with files, as a browser would."""
    attached = [SimpleUploadedFile(name, content, "image/jpeg") for name, content in files]
    sent = fill(client, at, **parts("received_on", day), **typed)
    return client.post(at, {**sent, "attached": attached})


@pytest.mark.usefixtures("shelf")
class TestFiles:
    def test_several_at_once_are_documents_of_the_case(
        self, page: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        at = address(f"case/{ref}/note-document")
        answer = upload(page, at, ("a.jpg", photo()), ("b.pdf", PDF), name="The kitchen")
        assert answer.status_code == 302
        documents = case_of(desk, ref).documents
        assert [one.name for one in documents] == ["The kitchen (a.jpg)", "The kitchen (b.pdf)"]
        assert all(one.kept_at.startswith("file:") for one in documents)
        said = words_of(page.get(address(f"case/{ref}")).content.decode())
        assert "2. The kitchen (b.pdf) (PDF, 1 KB, save)" in said
        assert "kept Tue 12 May 2026 by Amina Khan" in said
        assert "Not scanned for viruses: no scanner is set up." in said
        assert "file:" not in said
        assert "Document put on record" in said

    def test_a_file_without_a_name_keeps_its_own(self, page: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        upload(page, address(f"case/{ref}/note-document"), ("../Surveyor.PDF", PDF))
        assert [one.name for one in case_of(desk, ref).documents] == ["Surveyor.pdf"]

    def test_good_ones_are_kept_and_each_other_has_a_line(
        self, page: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        at = address(f"case/{ref}/note-document")
        files = ("setup.exe", b"MZ" + bytes(99)), ("b.pdf", PDF), ("page.jpg", b"<html>")
        answer = upload(page, at, *files, name="From Mary")
        shown = answer.content.decode()
        assert answer.status_code == 200
        assert errors_of(shown) == [
            "“setup.exe”: This is a program. Send the document or the photo itself.",
            "“page.jpg”: This is a web page. Print it to a PDF and send that.",
        ]
        assert "Kept on the record: From Mary" in words_of(shown)
        assert 'value="From Mary"' in shown
        assert [one.name for one in case_of(desk, ref).documents] == ["From Mary"]
        sent = {name: value[0] for name, value in sent_by(shown).items()}
        again = SimpleUploadedFile("c.pdf", PDF + b"%", "application/pdf")
        assert page.post(at, {**sent, "attached": again}).status_code == 302
        assert len(case_of(desk, ref).documents) == 2

    def test_where_none_can_be_kept_nothing_is_written(
        self, page: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        answer = upload(page, address(f"case/{ref}/note-document"), ("a.jpg", b""), name="A")
        shown = answer.content.decode()
        assert errors_of(shown) == [
            "“a.jpg”: There is nothing in this file. Look whether it opens, and choose it again."
        ]
        assert "Choose your files again" in shown
        assert not case_of(desk, ref).documents
        assert list_of(shelf) == []

    def test_what_else_is_wrong_keeps_the_words_and_no_file(
        self, page: Client, desk: builders.Desk, shelf: Shelf
    ) -> None:
        ref = opened(desk)
        at = address(f"case/{ref}/note-document")
        answer = upload(page, at, ("b.pdf", PDF), name="A report", kept_at="Shelf 4")
        shown = answer.content.decode()
        assert errors_of(shown) == [
            "There are files, and also a place where the document is kept. Send the files alone, "
            "or note the place in a form of its own. (Code 5.12)"
        ]
        assert 'value="A report"' in shown and "Choose your files again" in shown
        assert list_of(shelf) == []

    def test_the_26th_is_turned_away_and_25_are_kept(
        self, page: Client, desk: builders.Desk
    ) -> None:
        ref = opened(desk)
        files = [(f"{n}.txt", f"Note {n}".encode()) for n in range(1, 27)]
        answer = upload(page, address(f"case/{ref}/note-document"), *files)
        assert errors_of(answer.content.decode()) == [
            "“26.txt”: More than 25 files came at once. Send the others in another form."
        ]
        assert len(case_of(desk, ref).documents) == 25

    def test_sent_twice_is_kept_once(self, page: Client, desk: builders.Desk) -> None:
        ref = opened(desk)
        at = address(f"case/{ref}/note-document")
        sent = fill(page, at, **parts("received_on", TODAY))
        for _ in range(2):
            file = SimpleUploadedFile("b.pdf", PDF, "application/pdf")
            answer = page.post(at, {**sent, "attached": file})
        assert "Perhaps the button was pressed twice" in answer.content.decode()
        assert len(case_of(desk, ref).documents) == 1

    def test_whoever_reads_no_cases_may_hand_one_in(
        self, landlord: Landlord, desk: builders.Desk
    ) -> None:
        """Any member of staff may be given a photo at the door."""
        ref = opened(desk)
        window = browser_of(builders.user(landlord, Role.LOGGER, name="Dot Lane"))
        at = address(f"case/{ref}/note-document")
        assert upload(window, at, ("b.pdf", PDF)).status_code == 302
        assert window.get(address(f"case/{ref}/documents/1")).status_code == 404

    def test_a_request_that_is_too_large_says_so(
        self, page: Client, desk: builders.Desk, settings: Any
    ) -> None:
        settings.MOST_REQUEST_BYTES = 1024 * 1024
        at = address(f"case/{opened(desk)}/note-document")
        answer = upload(page, at, ("b.pdf", PDF + bytes(2 * 1024 * 1024)))
        assert answer.status_code == 413
        assert "Files can have 1 MB together" in words_of(answer.content.decode())

    def test_more_files_than_a_form_ever_sends(self, page: Client, desk: builders.Desk) -> None:
        at = address(f"case/{opened(desk)}/note-document")
        answer = upload(page, at, *[(f"{n}.txt", b"x") for n in range(101)])
        assert answer.status_code == 413


def list_of(shelf: Shelf) -> list[str]:
    """Every file on the shelf and beside it."""
    return [path.name for path in shelf.root.rglob("*") if path.is_file()]
