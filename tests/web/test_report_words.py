"""The pages around the annual report: saving it, writing beside its figures, what was made."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.reports.formats import FORMATS
from redress.reports.models import Narrative, Run
from redress.rules.access import Role
from tests import builders
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")
HERE = "/code-model/oversight"
WORDS = f"{HERE}/annual/2026-27/words"


def client_of(landlord: Landlord, *roles: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, *roles).id))
    return client


@pytest.fixture
def officer(landlord: Landlord) -> Client:
    return client_of(landlord, Role.COMPLAINTS_OFFICER)


@pytest.fixture
def reader(landlord: Landlord) -> Client:
    return client_of(landlord, Role.AUDITOR)


@pytest.fixture(autouse=True)
def case(landlord: Landlord) -> None:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    desk.receive(date(2026, 4, 1))


def test_the_report_is_saved_in_every_form_and_kept(reader: Client) -> None:
    page = sound(reader.get(f"{HERE}/annual?year=2026-27"))
    links = [a.attrs["href"] for a in page.all("a") if "/download/" in a.attrs["href"]]
    assert len(links) == 2 * len(FORMATS)
    for form, kind in FORMATS.items():
        response = reader.get(f"{HERE}/annual/2026-27/download/{form}")
        assert response["Content-Type"] == kind.content_type
        name = f'attachment; filename="code-model-annual-2026-27.{form}"'
        assert response["Content-Disposition"] == name
    assert Run.objects.count() == 1
    assert reader.get(f"{HERE}/annual/2026-27/download/csv?for=publication").status_code == 200
    assert [run.options["for"] for run in Run.objects.order_by("id")] == ["internal", "publication"]


@pytest.mark.parametrize("path", ["2019-20/download/pdf", "2026-27/download/exe", "x/download/pdf"])
def test_what_is_not_there_has_no_file(reader: Client, path: str) -> None:
    assert reader.get(f"{HERE}/annual/{path}").status_code == 404


def test_every_section_can_be_written_in(officer: Client) -> None:
    page = sound(officer.get(WORDS))
    links = [a.attrs["href"] for a in page.all("a") if f"{WORDS}/" in a.attrs["href"]]
    assert len(links) > 8
    for link in links:
        sound(officer.get(link))


def test_a_figure_that_disagrees_is_pointed_out_and_nothing_typed_is_lost(officer: Client) -> None:
    text = "We received 9 stage 1 complaints.\n\nSeven people came: 7 of them & <b>us</b>."
    response = officer.post(f"{WORDS}/stage_1", {"text": text})
    assert response.status_code == 302
    page = sound(officer.get(f"{WORDS}/stage_1"))
    assert "The text says 9; the figures give 1." in page.words
    assert "7: what it counts could not be read" in page.words
    assert page.one("textarea").words.strip() == text
    assert "1 disagrees" in sound(officer.get(WORDS)).words
    whole = sound(officer.get(f"{HERE}/annual?year=2026-27")).words
    assert "7 of them & <b>us</b>." in whole
    officer.post(f"{WORDS}/stage_1", {"text": text})  # the same twice
    assert Narrative.objects.count() == 1


def test_who_may_only_read_does_not_write(reader: Client) -> None:
    page = sound(reader.get(f"{WORDS}/outlook"))
    assert page.all("textarea") == []
    reader.post(f"{WORDS}/outlook", {"text": "Mine."})
    assert Narrative.objects.count() == 0


def test_a_handler_has_no_part_in_reports(landlord: Landlord) -> None:
    client = client_of(landlord, Role.HANDLER)
    for path in ("annual/2026-27/words", "annual/2026-27/words/outlook", "runs", "runs/1"):
        assert client.get(f"{HERE}/{path}").status_code == 403
    assert client.get(f"{HERE}/annual/2026-27/download/pdf").status_code == 403
    assert client.get(f"{HERE}/runs/1/file/pdf").status_code == 403


@pytest.mark.parametrize(
    "path", ["annual/2026-28/words", "annual/2026-27/words/nothing", "runs/99"]
)
def test_what_does_not_exist_is_not_found(officer: Client, path: str) -> None:
    assert officer.get(f"{HERE}/{path}").status_code == 404


def test_a_run_is_shown_as_it_was_and_compared_with_now(landlord: Landlord, reader: Client) -> None:
    assert "No report has been saved yet" in sound(reader.get(f"{HERE}/runs")).words
    reader.get(f"{HERE}/annual/2026-27/download/json")
    number = Run.objects.get().pk
    assert "Annual 2026-27" in sound(reader.get(f"{HERE}/runs")).words
    same = sound(reader.get(f"{HERE}/runs/{number}?compare=now")).words
    assert "The same cases give the same figures." in same
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Zoe"))
    desk.receive(date(2026, 4, 2))
    page = sound(reader.get(f"{HERE}/runs/{number}?compare=now"))
    assert "what they are made from was corrected or added to since" in page.words
    assert reader.get(f"{HERE}/runs/{number}/file/csv").content.startswith(b"landlord,")
    other = builders.landlord("harrow", "HAR")
    stranger = client_of(other, Role.AUDITOR)
    assert stranger.get(f"/harrow/oversight/runs/{number}").status_code == 404


def test_no_style_hides_the_forms_of_the_desk() -> None:
    """`desk-narrow` is a narrow form, and a word in a table that small screens alone show."""
    style = Path("redress/web/static/redress/desk.css").read_text("utf-8")
    assert not re.search(r"(?:^|[,}]\s*|\n)\.desk-narrow\s*\{[^}]*display:\s*none", style)
