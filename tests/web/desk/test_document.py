"""The file of a document: who gets it, and that it does nothing in our own place."""

from typing import Any

import pytest
from django.test import Client

from redress.cases.models import StoredFile
from redress.people.models import Landlord
from redress.rules.access import READERS, Role, Verb
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.restrict import Restrict
from redress.uploads.shelf import Shelf
from redress.web.security import SANDBOX
from tests import builders
from tests.uploads.corpus import PDF_SCRIPT, photo
from tests.web.desk.conftest import TODAY, address, browser_of, opened
from tests.web.desk.pages import words_of
from tests.web.desk.test_note_document import upload

PATHS = ("documents/1", "documents/1/small")


@pytest.fixture
def ref(page: Client, desk: builders.Desk, shelf: Shelf) -> str:
    """A case with a photo and a PDF."""
    reference = opened(desk)
    at = address(f"case/{reference}/note-document")
    upload(page, at, ("kitchen.jpg", photo()), ("<b>.pdf", PDF_SCRIPT))
    return reference


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_it_is_to_be_saved_under_a_name_of_ours_and_runs_nothing(page: Client, ref: str) -> None:
    answer = page.get(address(f"case/{ref}/documents/2"))
    assert body(answer) == PDF_SCRIPT
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{ref}-document-2.pdf"'
    assert answer["Content-Security-Policy"] == SANDBOX == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_photo_has_a_small_copy_on_the_page_and_a_pdf_has_none(page: Client, ref: str) -> None:
    shown = page.get(address(f"case/{ref}")).content.decode()
    assert f"/case/{ref}/documents/1/small" in shown
    answer = page.get(address(f"case/{ref}/documents/1/small"))
    assert body(answer).startswith(b"\xff\xd8\xff")
    assert (answer["Content-Type"], answer["Content-Security-Policy"]) == ("image/jpeg", SANDBOX)
    assert page.get(address(f"case/{ref}/documents/2/small")).status_code == 404
    assert page.get(address(f"case/{ref}/documents/3")).status_code == 404


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_read_the_case_may_have_it(
    landlord: Landlord, ref: str, path: str, role: Role
) -> None:
    window = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
    answer = window.get(address(f"case/{ref}/{path}"))
    assert answer.status_code == (200 if role in READERS else 404)
    answer.close()


@pytest.mark.parametrize("path", PATHS)
def test_nobody_else_gets_it(ref: str, path: str) -> None:
    assert Client().get(address(f"case/{ref}/{path}")).status_code == 302
    other = builders.landlord("harrow", "HAR")
    window = browser_of(builders.user(other, Role.DIRECTOR, name="Other Director"))
    assert window.get(address(f"case/{ref}/{path}")).status_code == 404
    assert window.get(f"/harrow/desk/case/{ref}/{path}").status_code == 404
    assert window.post(address(f"case/{ref}/{path}")).status_code in (404, 405)


@pytest.mark.parametrize("path", PATHS)
def test_of_a_restricted_case_only_those_named_get_it(
    landlord: Landlord, desk: builders.Desk, page: Client, ref: str, path: str
) -> None:
    window = browser_of(builders.user(landlord, Role.HANDLER, name="Hana Ali"))
    named = [(desk.actor.id or 0, "Amina Khan")]
    given = Restrict(reason="It is about a colleague.", people=named)
    desk.does(ref, Verb.RESTRICT, given, TODAY)
    assert window.get(address(f"case/{ref}/{path}")).status_code == 404
    answer = page.get(address(f"case/{ref}/{path}"))
    assert answer.status_code == 200
    answer.close()


@pytest.mark.parametrize(
    ("scan", "says"),
    [("pending", "Waiting for the virus scan"), ("infected", "A virus was found in it")],
)
def test_one_that_waits_or_has_a_virus_is_not_handed_out(
    page: Client, ref: str, scan: str, says: str
) -> None:
    StoredFile.objects.update(scan=scan, found="Eicar-Test")
    answer = page.get(address(f"case/{ref}/documents/1"))
    assert answer.status_code == 409 and says in words_of(answer.content.decode())
    assert page.get(address(f"case/{ref}/documents/1/small")).status_code == 404
    shown = page.get(address(f"case/{ref}")).content.decode()
    assert says in words_of(shown) and "/documents/1" not in shown


def test_one_that_is_missing_from_the_shelf_says_so(page: Client, ref: str, shelf: Shelf) -> None:
    for row in StoredFile.objects.all():
        shelf.remove(row.place)
    answer = page.get(address(f"case/{ref}/documents/1"))
    assert answer.status_code == 404
    assert "It is missing from where files are kept." in words_of(answer.content.decode())
    assert page.get(address(f"case/{ref}/documents/1/small")).status_code == 404


def test_a_document_that_is_only_noted_has_no_file(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    given = NoteDocument(name="Survey", received_on=TODAY, kept_at="Shelf 4")
    desk.does(ref, Verb.NOTE_DOCUMENT, given, TODAY)
    assert page.get(address(f"case/{ref}/documents/1")).status_code == 404
