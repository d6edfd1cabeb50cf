"""Editions: drafted from a fixed run, approved by another, published, and then kept for ever."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest
from django.db import DatabaseError, transaction

from redress.people.models import Landlord
from redress.publishing import reading, store
from redress.publishing.models import Edition, EditionFile
from redress.publishing.reports import public_report
from redress.publishing.site import Asked, files_of
from redress.publishing.store import NotDone
from redress.reports.kept import report_of
from redress.reports.paper import Report
from redress.rules.facts import State
from redress.rules.publishing import Given
from tests import builders
from tests.publishing.conftest import AT, RESPONSE, TODAY, YEAR, House

PAGES = {
    *("index.html", "complain.html", "policy.html", "performance.html", "report.html"),
    *("self-assessment.html", "response.html", "lessons.html", "data.html"),
}
DATA = {f"report.{form}" for form in ("pdf", "docx", "csv", "json")} | {
    *("self-assessment.csv", "self-assessment.json", "digests.txt"),
}


def read(edition: Edition, path: str) -> str:
    found = reading.file_of(edition, path)
    assert found
    return bytes(found.content).decode()


class Links(HTMLParser):
    """Every address that a page asks for or leads to, and every id it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.ids |= {values["id"] or ""} if "id" in values else set()
        self.found += [values[name] or "" for name in ("href", "src") if name in values]
        assert "style" not in values and not [name for name in values if name.startswith("on")]


def test_an_edition_holds_every_page_and_every_file(house: House) -> None:
    made = house.draft()
    paths = {each.path for each in made.files.all()}
    assert {*PAGES, *DATA} == {path for path in paths if not path.startswith("assets/")}
    assert made.label == "2026-27"
    assert "The board thanks all staff." in read(made, "response.html")
    assert "Cabinet notes it." in read(made, "response.html")
    page = read(made, "self-assessment.html")
    assert page.count('<article class="provision"') == 72
    assert "In five days." in page and "Not yet." in page  # the wording and words of the form
    assert "10 working days" in read(made, "complain.html")
    assert "housing-ombudsman" in read(made, "index.html")
    assert read(made, "self-assessment.csv").count("\n") >= 73


def test_every_link_of_every_page_leads_somewhere(house: House) -> None:
    made = house.published()
    files = {each.path: bytes(each.content) for each in made.files.all()}
    pages = {path: Links(files[path].decode()) for path in PAGES}
    for path, page in pages.items():
        assert "script" not in page.tags
        for link in page.found:
            if link.startswith(("https://www.", "http://127.0.0.1", "mailto:", "tel:")):
                continue
            to, _, fragment = link.partition("#")
            target = normpath(join(dirname(path), to)) if to else path
            if target == "../index.html":  # the page that lists the editions
                continue
            assert target in files, f"{path}: {link}"
            assert not fragment or fragment in pages[target].ids, f"{path}: {link}"
        assert "default-src 'none'" in files[path].decode()


def test_the_same_run_gives_the_same_bytes(house: House) -> None:
    """But for the Word file, whose package holds the moment it was packed."""
    asked = Asked(YEAR, TODAY, 1, RESPONSE)

    def report() -> Report:
        found = public_report(house.landlord, YEAR, TODAY)
        assert found
        return found.paper

    first, second = (
        {each.path: each.digest for each in files_of(house.landlord, asked, report())}
        for _ in range(2)
    )
    assert {path for path in first if first[path] != second[path]} <= {"report.docx", "digests.txt"}


def test_the_digest_of_every_file_is_listed(house: House) -> None:
    made = house.draft()
    listed = dict(line.split("  ")[::-1] for line in read(made, "digests.txt").splitlines())
    held = {each.path: each.digest for each in made.files.all()}
    assert listed == {path: digest for path, digest in held.items() if path != "digests.txt"}


def test_its_run_is_kept_for_publication(house: House) -> None:
    made = house.draft()
    assert made.run and made.run.options == {"for": "publication"}
    assert "could point to a person are left out" in report_of(made.run).mode
    assert "could point to a person are left out" in read(made, "report.html")
    assert '"mode": "For publication' in read(made, "report.json")


def test_nobody_approves_their_own_and_nothing_unapproved_is_published(house: House) -> None:
    made = house.draft()
    with pytest.raises(NotDone, match="not_approved"):
        store.publish(made, made.digest, house.officer, AT)
    with pytest.raises(NotDone, match="own_draft"):
        store.approve(made, made.digest, house.officer, AT)
    store.approve(made, made.digest, house.lead, AT)
    with pytest.raises(NotDone, match="approved_already"):
        store.approve(made, made.digest, house.lead, AT)
    store.publish(made, made.digest, house.officer, AT)
    with pytest.raises(NotDone, match="published_already"):
        store.publish(made, made.digest, house.officer, AT)
    with pytest.raises(NotDone, match="published_already"):
        store.drop(made)


def test_the_database_refuses_what_the_code_would(house: House) -> None:
    made = house.published()
    refused = [
        lambda: EditionFile.objects.filter(edition=made).update(content=b""),
        lambda: EditionFile.objects.filter(edition=made).delete(),
        lambda: Edition.objects.filter(pk=made.pk).update(response=""),
        lambda: EditionFile.objects.create(
            landlord=house.landlord, edition=made, path="x.html", kind="", content=b"", digest=""
        ),
    ]
    for change in refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    other = house.draft(replace(RESPONSE, correction="A word."))
    with pytest.raises(DatabaseError), transaction.atomic():  # approved by who drafted it
        Edition.objects.filter(pk=other.pk).update(approved_at=AT, approved_by=other.drafted_by)
    with pytest.raises(DatabaseError), transaction.atomic():  # published without approval
        Edition.objects.filter(pk=other.pk).update(published_at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        EditionFile.objects.filter(edition=other).update(content=b"")


def test_what_was_published_stays_and_a_correction_is_a_new_edition(house: House) -> None:
    first = house.published()
    before = {each.path: each.digest for each in first.files.all()}
    with pytest.raises(NotDone, match="correction_missing"):
        house.draft()
    other = builders.office("harrow", "HAR")
    other.reach(State.STAGE_1_OPEN)
    second = house.published(
        replace(RESPONSE, correction="Stage 2 was counted twice."), AT + timedelta(days=1)
    )
    assert second.label == "2026-27-2"
    assert "Stage 2 was counted twice." in read(second, "index.html")
    assert {each.path: each.digest for each in first.files.all()} == before
    for each in first.files.all():
        assert hashlib.sha256(bytes(each.content)).hexdigest() == each.digest
    assert reading.edition_of(house.landlord, "2026-27") == first
    assert [each.label for each in reading.published(house.landlord)] == ["2026-27-2", "2026-27"]


def test_a_draft_made_anew_takes_the_place_of_the_last_and_its_approval_with_it(
    house: House,
) -> None:
    made = house.draft()
    store.approve(made, made.digest, house.lead, AT)
    again = house.draft(Given())
    assert Edition.objects.get() == again and again.approved_at is None
    assert "It has not answered yet" in read(again, "response.html")
    store.drop(again)
    assert not EditionFile.objects.exists()


@pytest.mark.parametrize("label", ["2026-27", "2026-27-1", "2026-27-2", "2026-27-x", "", "2026"])
def test_a_draft_has_no_public_address(house: House, label: str) -> None:
    house.draft()
    assert reading.edition_of(house.landlord, label) is None


def test_what_is_missing_says_so(db: None) -> None:
    landlord: Landlord = builders.landlord()
    files = {each.path: each for each in files_of(landlord, Asked(YEAR, TODAY, 1, Given()), None)}
    assert "has not approved a self-assessment" in files["self-assessment.html"].content.decode()
    assert "We hold no cases of 2026-27" in files["report.html"].content.decode()
    assert "report.pdf" not in files and "self-assessment.json" not in files


def test_an_assessment_that_is_a_draft_is_not_in_it(house: House) -> None:
    from redress.assessment import store as assessments
    from redress.assessment.models import Assessment
    from redress.rules.assessment import Trigger

    assessments.begin(house.landlord, YEAR, Trigger.MERGER, house.officer, AT)
    Assessment.objects.get(approved_on=None).answers.update(evidence="Nobody may see this yet.")
    page = read(house.draft(), "self-assessment.html")
    assert "Nobody may see" not in page and "Cabinet" in page


def test_words_of_people_are_no_markup(house: House) -> None:
    made = house.draft(replace(RESPONSE, response="<script>x</script> {{ name }}"))
    page = read(made, "response.html")
    assert "&lt;script&gt;" in page and "<script>" not in page and "{{ name }}" in page


def test_the_pack_for_the_ombudsman(house: House) -> None:
    nothing, edition = reading.submission_of(house.landlord, YEAR)
    assert len(nothing.missing) == 4 and edition is None
    first = house.published(Given())
    found, edition = reading.submission_of(house.landlord, YEAR)
    assert [item.name for item in found.missing] == ["response"] and edition == first
    for _ in range(2):
        store.note_submission(first, TODAY, house.officer, AT)
    assert reading.submission_of(house.landlord, YEAR)[0].is_sent
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        first.submissions.update(sent_on=YEAR.start)
    house.published(replace(RESPONSE, correction="The response was missing."))
    assert reading.submission_of(house.landlord, YEAR)[0].again


def test_the_second_code_is_in_no_edition_and_no_annual_report(house: House) -> None:
    from redress.assessment import store as assessments
    from redress.assessment.imports import import_form
    from redress.reports.annual import annual
    from redress.reports.annual_assessment import section
    from redress.rules.assessment import Body
    from tests.rules.second_form import text as second

    before = section(annual(house.landlord, YEAR, TODAY))
    content = second().encode()
    made = import_form(
        house.landlord, YEAR, "s.txt", content, house.officer, AT, Body.LGSCO
    ).assessment
    assessments.approve(made, "Full Council", TODAY, "Tall tales.", house.officer, AT, TODAY)
    assert before and section(annual(house.landlord, YEAR, TODAY)) == before
    draft = house.draft()
    said = b"".join(bytes(each.content) for each in draft.files.all())
    assert b"Cabinet notes it." in said
    assert b"tall tale" not in said and b"Tall tales." not in said and b"Full Council" not in said
