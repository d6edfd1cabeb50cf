"""Files of every kind into the store, and what is refused."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from docx import Document

from redress.assessment.imports import Imported, import_form, year_of
from redress.assessment.models import Assessment, AssessmentEntry, AssessmentFile, ProvisionAnswer
from redress.assessment.source import MOST_BYTES, read_file, rows_of
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.assessment_form import FormError, read_form
from redress.rules.figures_year import Year
from tests.builders import landlord
from tests.rules.forms import NUMBERS, html, lines, text

BY = Actor(None, "Amina Khan")
AT = datetime(2024, 6, 3, 10, tzinfo=UTC)
YEAR = Year(2023)
BLANK = "1.2\tUse it.\tYes\t\t\n\nCommented [GH1]: Which page?"


def imports(of: Landlord, content: str, year: Year = YEAR) -> Imported:
    return import_form(of, year, "form.txt", content.encode(), BY, AT)


@pytest.mark.django_db
def test_a_form_is_kept_as_a_draft_with_its_wording_comments_doubts_and_file() -> None:
    made = imports(landlord(), text(p1_2=BLANK, p1_3="1.3\tA\tNo first half yes second half\tB\tC"))
    row = Assessment.objects.get()
    assert (row.year, row.number, row.is_draft, row.trigger) == ("2023-24", 1, True, "annual")
    answers = {each.number: each for each in row.answers.all()}
    assert set(answers) == set(NUMBERS)
    assert (answers["1.2"].wording, answers["1.2"].answer) == ("Use it.", "yes")
    assert [(c.by_name, c.text, c.margin) for c in answers["1.2"].comments.all()] == [
        ("GH", "Which page?", True)
    ]
    assert answers["1.3"].halves == [
        {"answer": "no", "about": "first half"},
        {"answer": "yes", "about": "second half"},
    ]
    assert bytes(row.file.content).decode().startswith("Code provision")
    assert len(row.file.doubts) == len(made.form.doubts) == 3
    assert [(e.what, e.by_name) for e in row.entries.all()] == [("imported", "Amina Khan")]


@pytest.mark.django_db
def test_the_same_file_is_kept_once_and_another_beside_it() -> None:
    ours = landlord()
    first, again = imports(ours, text()), imports(ours, text())
    assert again.known and again.assessment == first.assessment
    assert imports(ours, text(p1_2=BLANK)).assessment.number == 2
    assert imports(landlord("harrow", "HAR"), text()).assessment.number == 1
    assert Assessment.objects.count() == 3


@pytest.mark.django_db
def test_nothing_is_kept_of_a_form_with_faults() -> None:
    with pytest.raises(FormError):
        imports(landlord(), text(p1_2=""))
    assert not Assessment.objects.exists()


@pytest.mark.django_db
def test_what_was_approved_and_what_was_done_is_never_changed() -> None:
    made = imports(landlord(), text()).assessment
    made.answers.filter(number="1.2").update(answer="no")  # a draft
    refused = [AssessmentEntry.objects.all()]
    Assessment.objects.filter(pk=made.pk).update(
        approved_on=date(2024, 7, 1), approved_by="Cabinet"
    )
    refused += [ProvisionAnswer.objects.filter(number="1.3")]
    for rows in refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(number="9.9")
    with pytest.raises(DatabaseError), transaction.atomic():
        Assessment.objects.update(response="")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AssessmentFile.objects.update(content=b"")
    kept = (AssessmentFile, AssessmentEntry, ProvisionAnswer)
    for model in kept:
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all()._raw_delete(connection.alias)
    assert all(model.objects.exists() for model in kept)
    assert connection.vendor in ("sqlite", "postgresql")


def word_file() -> bytes:
    document = Document()
    document.add_paragraph("Our report")
    rows = [line.split("\t") for line in lines()]
    table = document.add_table(rows=0, cols=5)
    for cells in rows:
        for place, words in zip(table.add_row().cells, cells, strict=True):
            place.text = words
    table.rows[1].cells[3].paragraphs[0].add_run(" and website")
    runs = table.rows[1].cells[3].paragraphs[0].runs
    document.add_comment(runs=runs, text="Which page?", author="Gita Hall", initials="GH")
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_a_word_file_with_a_comment_in_its_margin() -> None:
    form = read_form(rows_of(word_file()), NUMBERS)
    first = form.provisions[0]
    assert (first.evidence, first.margin[0].by) == ("Policy (Section 1) and website", "GH")
    assert [(d.number, d.says) for d in form.doubts] == [
        ("1.2", "a comment by GH stands in the margin")
    ]


def test_a_page_and_a_text_of_windows_give_the_same() -> None:
    ways = (html().encode(), text().encode("utf-16"), text().encode("cp1252"), text().encode())
    forms = [read_form(rows_of(content), NUMBERS).provisions for content in ways]
    plain = [[(p.number, p.requirement, p.evidence) for p in form] for form in forms]
    assert all(each == plain[0] for each in plain)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        (b"PK\x03\x04 and no more", "cannot be opened safely"),
        (b"\xd0\xcf\x11\xe0", "old Word"),
    ],
)
def test_what_is_no_form_is_refused_and_says_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(FormError, match=says):
        rows_of(content)


def test_a_file_over_20_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FormError, match="over 20 MB"):
        read_file(path)


def test_the_year_is_that_of_the_files_name_else_the_last_one_ended() -> None:
    today = date(2026, 11, 30)
    assert year_of("harrow-complaints-report-2023-24.txt", today)[0] == Year(2023)
    assert year_of("form.txt", today)[0] == Year(2025)
    assert year_of("form-2023-99.txt", date(2026, 3, 31))[0] == Year(2024)
