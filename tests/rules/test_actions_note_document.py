"""Noting a document: on the record with its day and its place."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.note_document import NoteDocument
from redress.rules.facts import DocumentFacts, State
from tests.rules.inputs import on
from tests.rules.story import begun, reach

REPORT = NoteDocument(
    name=" The surveyor's report ", received_on=on("Tue 5 May"), kept_at="Folder 7"
)


def test_documents_are_numbered_and_kept() -> None:
    story = begun()
    story.does(Verb.NOTE_DOCUMENT, REPORT, "Tue 5 May")
    story.does(Verb.NOTE_DOCUMENT, replace(REPORT, name="A photo"), "Wed 6 May")
    first, second = story.facts.documents
    assert first == DocumentFacts(1, "The surveyor's report", on("Tue 5 May"), "Folder 7")
    assert (second.number, second.name) == (2, "A photo")


def test_a_document_may_be_older_than_the_case_and_come_after_the_answer() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    old = replace(REPORT, received_on=on("Fri 1 May").replace(year=2019))
    story.does(Verb.NOTE_DOCUMENT, old, story.today)
    assert story.facts.documents[0].received_on.year == 2019
    assert story.facts.state is State.STAGE_1_ANSWERED


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (replace(REPORT, name=" "), "document_name_missing"),
        (replace(REPORT, name="x" * 256), "document_name_missing"),
        (replace(REPORT, kept_at=""), "document_place_missing"),
        (replace(REPORT, kept_at="x" * 501), "document_place_missing"),
        (replace(REPORT, received_on=on("Wed 6 May")), "date_out_of_range"),
    ],
)
def test_what_is_missing_is_said(given: NoteDocument, code: str) -> None:
    assert begun().refuses(Verb.NOTE_DOCUMENT, given, "Tue 5 May") == [(code, "Code 5.12")]
