"""Runs that are kept, the words beside the figures, and what is other when a year is made again."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from redress.people.models import Landlord
from redress.reports import narrative
from redress.reports.annual import KIND, annual
from redress.reports.annual_made import make
from redress.reports.annual_narrative import places
from redress.reports.annual_paper import paper_of
from redress.reports.annual_sections import sections
from redress.reports.kept import report_of
from redress.reports.models import Narrative, Run, RunFile
from redress.reports.runs import changes, run_of
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.tag import Tag
from redress.rules.facts import Kind
from redress.rules.figures_year import Year
from redress.rules.report_changes import cells, changed
from tests import builders

pytestmark = pytest.mark.django_db
YEAR = Year(2025)
AT = datetime(2026, 5, 12, 10, tzinfo=UTC)
DAY = date(2026, 5, 12)
ANN = Actor(7, "Ann")


@pytest.fixture
def landlord() -> Landlord:
    return builders.landlord()


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    desk.receive(date(2025, 6, 3))
    return desk


def run(landlord: Landlord, form: str = "csv", as_at: date = DAY) -> Run:
    return make(landlord, annual(landlord, YEAR, as_at), form, "Ann", AT).run


def test_the_same_report_is_kept_once_and_each_form_is_noted(
    landlord: Landlord, desk: builders.Desk
) -> None:
    first = run(landlord)
    assert run(landlord) == run(landlord, "html") == first
    assert Run.objects.count() == 1
    assert sorted(first.files.values_list("form", flat=True)) == ["csv", "html"]
    assert (first.period, first.as_at, first.made_by) == ("2025-26", DAY, "Ann")
    assert len(first.inputs) == len(first.digest) == 64


def test_a_kept_report_can_be_had_again_whatever_came_after(
    landlord: Landlord, desk: builders.Desk
) -> None:
    kept = run(landlord)
    before = paper_of(annual(landlord, YEAR, DAY))
    desk.receive(date(2025, 7, 1))
    found = run_of(landlord, kept.pk)
    assert found is not None
    assert report_of(found) == before


def test_each_audience_has_its_own_last_report(landlord: Landlord, desk: builders.Desk) -> None:
    inside = run(landlord)
    report = annual(landlord, YEAR, DAY)
    public = make(landlord, report, "csv", "Ann", AT, publication=True).run
    assert public != inside
    assert run(landlord) == inside
    assert make(landlord, report, "html", "Ann", AT, publication=True).run == public
    assert Run.objects.count() == 2


def test_one_that_was_tampered_with_is_not_shown(landlord: Landlord, desk: builders.Desk) -> None:
    kept = run(landlord)
    kept.report["title"] = "Better figures"
    with pytest.raises(ValueError, match="not as it was made"):
        report_of(kept)


@pytest.mark.parametrize(
    ("model", "change"),
    [(Run, {"digest": "0" * 64}), (RunFile, {"made_by": "x"}), (Narrative, {"text": "x"})],
)
def test_the_database_refuses_to_change_or_delete_what_is_kept(
    landlord: Landlord, desk: builders.Desk, model: type[Model], change: dict[str, str]
) -> None:
    run(landlord)
    narrative.write(landlord, KIND, YEAR.label, "outlook", "Fewer delays.", ANN, AT)
    rows = model._default_manager.all()
    assert rows.count() == 1
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(**change)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows._raw_delete(connection.alias)
    assert rows.count() == 1


def test_what_comes_after_the_day_changes_nothing_of_it(
    landlord: Landlord, desk: builders.Desk
) -> None:
    early = date(2025, 6, 30)
    kept = run(landlord, as_at=early)
    desk.receive(date(2025, 7, 1))
    assert run(landlord, as_at=early) == kept


def test_changed_cases_are_told_by_the_figures_they_changed(
    landlord: Landlord, desk: builders.Desk
) -> None:
    kept = run(landlord)
    desk.receive(date(2025, 7, 1))
    again = annual(landlord, YEAR, DAY)
    assert again.inputs != kept.inputs
    found = changes(report_of(kept), paper_of(again))
    told = {(each.row, each.column): (each.was, each.now) for each in found}
    assert told["Stage 1 complaints", "2025-26"] == ("1", "2")
    assert all(each.was != each.now for each in found)


def test_changes_are_found_in_tables_of_any_shape() -> None:
    before = cells([("S", "T", ("", "A", "B"), [("x", "1", "2"), ("y", "3", "4")])])
    now = cells([("S", "T", ("", "A", "B"), [("x", "1", "9"), ("z", "3", "4")])])
    assert [(each.where, each.was, each.now) for each in changed(before, now)] == [
        ("S: x, B", "2", "9"),
        ("S: z, A", "", "3"),
        ("S: z, B", "", "4"),
        ("S: y, A", "3", ""),
        ("S: y, B", "4", ""),
    ]
    assert changed(now, now) == []


def test_another_landlord_has_no_part_in_it(landlord: Landlord, desk: builders.Desk) -> None:
    kept = run(landlord)
    other = builders.landlord("harrow", "HAR")
    assert run_of(other, kept.pk) is None
    narrative.write(landlord, KIND, YEAR.label, "outlook", "Ours.", ANN, AT)
    assert narrative.texts(other, KIND, YEAR.label) == {}


def test_words_are_kept_with_who_and_when_and_the_last_ones_stand(landlord: Landlord) -> None:
    def write(text: str) -> bool:
        return narrative.write(landlord, KIND, YEAR.label, "outlook", text, ANN, AT)

    assert write("First.") and write("Second.\r\n\r\nMore.  ")
    assert not write("Second.\n\nMore.")
    assert narrative.texts(landlord, KIND, YEAR.label) == {"outlook": "Second.\n\nMore."}
    (old,) = narrative.earlier(landlord, KIND, YEAR.label, "outlook")
    assert (old.text, old.by_name, old.at) == ("First.", "Ann", AT)
    assert write("")
    assert narrative.texts(landlord, KIND, YEAR.label) == {}
    assert Narrative.objects.count() == 3


def test_words_stand_in_their_section_and_answer_what_the_code_asks(
    landlord: Landlord, desk: builders.Desk
) -> None:
    for section in ("introduction", "learning", "outlook"):
        narrative.write(landlord, KIND, YEAR.label, section, f"In {section}.", ANN, AT)
    report = annual(landlord, YEAR, DAY)
    paper = paper_of(report)
    told = {section.id: section.narrative for section in paper.sections}
    assert told["introduction"] == ("In introduction.",)
    assert told["learning"] == ("In learning.",)
    asked = next(section for section in paper.sections if section.id == "asked")
    where = {(row[0], row[1]): row[2] for row in asked.exhibits[0].grids[0].rows}
    found = {letter: place for (letter, _), place in where.items() if letter == "8.1d"}
    assert found == {"8.1d": "What we learned and changed"}
    assert "Missing" in where.values()
    ids = [place.id for place in places(sections(report))]
    assert len(ids) == len(set(ids))
    assert {"achievements", "learning", "ombudsman-report", "ombudsman-publications"} <= set(ids)


def test_the_promises_of_the_year_stand_beside_the_code(landlord: Landlord) -> None:
    paper = paper_of(annual(builders.landlord("harrow", "HAR"), Year(2023), DAY))
    section = next(each for each in paper.sections if each.id == "timescales")
    grid = section.exhibits[0].grids[0]
    rows = {row[0]: row[1:] for row in grid.rows}
    assert rows["Respond, stage 1"][:2] == (
        "15 working days, start not stated",
        "10 working days, from when it is acknowledged",
    )
    assert any("before, it was 15 working days" in sentence for sentence in section.sentences)


def test_a_compliment_is_quoted_only_where_its_writer_agreed(
    landlord: Landlord, desk: builders.Desk
) -> None:
    agreed, silent = (desk.receive(date(2025, 8, day), kind=Kind.COMPLIMENT) for day in (1, 2))
    desk.does(agreed, Verb.TAG, Tag(add=("May be quoted",)), date(2025, 8, 5))
    text = f"{agreed}: “So kind.”\n{silent}: Thank you.\nTEL-2020-1: Lovely.\nWe are grateful."
    narrative.write(landlord, KIND, YEAR.label, "compliments", text, ANN, AT)
    paper = paper_of(annual(landlord, YEAR, DAY))
    section = next(each for each in paper.sections if each.id == "compliments")
    assert section.sentences == ("We received 2 compliments in 2025-26.",)
    assert section.narrative == ("“So kind.”", "We are grateful.")
