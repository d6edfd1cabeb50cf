"""The files of a letter, and the look at it on paper before it is issued."""

import io
from collections import Counter
from typing import Any

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from redress.cases.models import Case, Event, Letter
from redress.people.models import Landlord, Resident
from redress.rules.access import READERS, Role
from redress.web.desk.paper import FORMS, PDF, WORD, safe
from tests import builders
from tests.web.desk.conftest import DEFINED, address, browser_of, logged, opened, received
from tests.web.desk.pages import fill, words_of

DEFINITION = vars(DEFINED) | {"not_ours": []}
ALL = pytest.mark.parametrize("word", sorted(FORMS))


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def size_of(content: bytes) -> float:
    """The height of most letters on the last page of a PDF, in points."""
    letters: Counter[float] = Counter()

    def seen(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        letters[size] += len(text.strip())

    PdfReader(io.BytesIO(content)).pages[-1].extract_text(visitor_text=seen)
    return letters.most_common(1)[0][0]


@ALL
def test_each_form_is_a_file_of_its_kind(page: Client, desk: builders.Desk, word: str) -> None:
    ref = opened(desk)
    answer = page.get(address(f"case/{ref}/letters/2/{word}"))
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    if FORMS[word].kind == PDF:
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("inline; ")
        assert "Your kitchen ceiling leaks and we did not come." in text_of(answer.content)
    else:
        assert answer["Content-Type"] == WORD
        assert answer["Content-Disposition"].startswith("attachment; ")
        said = [each.text for each in Document(io.BytesIO(answer.content)).paragraphs]
        assert "Your kitchen ceiling leaks and we did not come." in said


@ALL
def test_its_name_says_what_it_is_and_of_whom_nothing(
    page: Client, desk: builders.Desk, word: str
) -> None:
    ref = opened(desk)
    answer = page.get(address(f"case/{ref}/letters/2/{word}"))
    ending = {"pdf": ".pdf", "large-print": "-large-print.pdf", "word": ".docx"}
    ending["large-print-word"] = "-large-print.docx"
    name = f'filename="{ref}-2-acknowledgement{ending[word]}"'
    assert answer["Content-Disposition"].endswith(name)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("MOD-000123", "MOD-000123"),
        ('2019/44 "b"; x=ü', "2019-44-b-x"),
        ("../../etc", "etc"),
        ("é", "case"),
        ("9" * 100, "9" * 60),
    ],
)
def test_a_reference_of_an_old_system_makes_a_safe_name(reference: str, name: str) -> None:
    assert safe(reference) == name


def test_large_print_is_large(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = f"case/{ref}/letters/2"
    assert size_of(page.get(address(f"{at}/pdf")).content) == 12
    assert size_of(page.get(address(f"{at}/large-print")).content) == 18


def test_who_asked_for_large_print_gets_no_other(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert before.index(f"{ref}/letters/2/pdf") < before.index(f"{ref}/letters/2/large-print")
    assert "asked for large print" not in before
    Resident.objects.update(formats=["large_print"])
    after = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert f"{ref}/letters/2/large-print" in after and f"{ref}/letters/2/pdf" not in after
    refused = page.get(address(f"case/{ref}/letters/2/pdf"))
    assert refused.status_code == 409 and b"against what was agreed" in refused.content
    assert "The resident asked for large print." in words_of(after)
    assert "desk-letter-large" in after and "desk-letter-large" not in before


def test_a_posted_letter_keeps_the_address_it_was_posted_to(
    page: Client, desk: builders.Desk
) -> None:
    person = builders.resident(desk.landlord)
    Resident.objects.update(email="")
    ref = received(desk, resident=person.pk)
    at = address(f"case/{ref}/letters/1/pdf")
    before = page.get(at).content
    person.home.address, person.name = "9 New Street", "Mary Mensah"
    person.home.save()
    person.save()
    assert page.get(at).content == before
    assert "4 Elm Walk" in text_of(before)


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_read_the_case_may_have_it_on_paper(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    ref = opened(desk)
    somebody = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
    for word in FORMS:
        answer = somebody.get(address(f"case/{ref}/letters/2/{word}"))
        assert answer.status_code == (200 if role in READERS else 404)


@ALL
def test_nobody_else_may(desk: builders.Desk, word: str) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/letters/2/{word}")
    assert Client().get(at)["Location"].startswith("/sign-in?next=")
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other Officer"))
    assert stranger.get(at).status_code == 404
    assert stranger.get(f"/harrow/desk/case/{ref}/letters/2/{word}").status_code == 404


def test_what_is_not_there_is_not_found_and_nothing_is_posted(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk)
    for rest in ("9/pdf", "1/txt", "1/pdf/", "1/PDF", f"{'9' * 30}/pdf"):
        assert page.get(address(f"case/{ref}/letters/{rest}")).status_code == 404, rest
    assert page.post(address(f"case/{ref}/letters/1/pdf")).status_code == 405


def test_a_letter_is_looked_at_on_paper_before_it_is_issued(
    page: Client, desk: builders.Desk
) -> None:
    ref = logged(desk)
    at = address(f"case/{ref}/acknowledge")
    shown = page.post(at, fill(page, at, **DEFINITION)).content.decode()
    assert 'name="step" value="on_paper" formtarget="_blank"' in shown
    before = Event.objects.count(), Letter.objects.count(), Case.objects.values().get()
    answer = page.post(at, {**fill(page, at, **DEFINITION), "step": "on_paper"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{ref}-draft.pdf"'
    said = text_of(answer.content)
    assert "Draft. This letter has not been sent." in said and "Draft, not sent. Page 1" in said
    assert DEFINED.definition in said and "4 Elm Walk" in said
    assert before == (Event.objects.count(), Letter.objects.count(), Case.objects.values().get())


def test_the_draft_on_paper_is_large_for_who_asked(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    Resident.objects.update(formats=["large_print"])
    at = address(f"case/{ref}/acknowledge")
    answer = page.post(at, {**fill(page, at, **DEFINITION), "step": "on_paper"})
    assert size_of(answer.content) == 18


def test_what_is_refused_is_refused_on_paper_too(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    at = address(f"case/{ref}/acknowledge")
    typed = {**DEFINITION, "outcome_sought": ""}
    answer = page.post(at, {**fill(page, at, **typed), "step": "on_paper"})
    assert answer["Content-Type"].startswith("text/html")
    assert "The outcome the resident wants is not given." in words_of(answer.content.decode())
