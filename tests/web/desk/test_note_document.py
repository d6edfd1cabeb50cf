"""Noting a document."""

from datetime import date

from django.test import Client

from tests import builders
from tests.web.desk.conftest import address, case_of, opened, parts
from tests.web.desk.pages import errors_of, send, words_of


def test_it_is_on_the_record(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/note-document")
    day = date(2026, 4, 2)  # a document may be older than the case
    send(page, at, name="Survey", kept_at="Shelf 4", **parts("received_on", day))
    (document,) = case_of(desk, ref).documents
    assert (document.name, document.received_on, document.kept_at) == ("Survey", day, "Shelf 4")
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Documents Survey Thu 2 Apr 2026, Shelf 4" in said
    assert "Document put on record" in said


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/note-document"))
    assert [error[-11:] for error in errors_of(answer.content.decode())] == ["(Code 5.12)"] * 2
