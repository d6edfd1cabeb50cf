"""Packs for the residents' panel: nobody is in them, and a person has read each case."""

from datetime import date
from typing import Any

import pytest

from redress.cases.models import Case
from redress.learning import panel, store
from redress.learning.models import PanelCase, PanelPack
from redress.reports.panel import report_of
from redress.reports.paper_html import body
from redress.reports.paper_pdf import to_pdf
from redress.rules.access import Verb
from redress.rules.decision import NotKept
from redress.rules.facts import State
from tests import builders
from tests.rules.inputs import learned
from tests.rules.test_improvements import NEW

TODAY = date(2026, 6, 2)
NOW = builders.at(TODAY)
TOLD = (
    "I am Mary Osei of 4 Elm Walk, E1 4AA. Ring me on 07700 900123 or mary@example.org. Since "
    "3 March 2026 it leaks; Amina said so. Job REP-20411."
)
SECRETS = ("Mary", "Osei", "Elm", "E1 4AA", "900123", "mary@", "3 March", "Amina", "REP-20411")


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


@pytest.fixture
def pack(office: builders.Office) -> PanelPack:
    return panel.begin(office.landlord, " Panel, June ", office.one.actor, NOW)


def answered(office: builders.Office) -> str:
    person = builders.resident(office.landlord)
    reference = office.reach(State.STAGE_1_ANSWERED, resident=person.pk, description=TOLD)
    office.one.does(reference, Verb.LEARN, learned(), date(2026, 5, 19))
    return reference


def refused(call: Any) -> list[tuple[str, str]]:
    with pytest.raises(NotKept) as found:
        call()
    return [(reason.code, reason.field) for reason in found.value.reasons]


def test_what_points_to_a_person_is_taken_out(office: builders.Office, pack: PanelPack) -> None:
    reference = answered(office)
    row = panel.put_in(pack, reference, office.one.actor)
    said = " ".join([*row.texts.values(), *row.facts.values()])
    assert not [each for each in (*SECRETS, reference) if each.casefold() in said.casefold()]
    assert "Since March 2026 it leaks" in said
    assert "We came after three weeks." in said
    assert row.facts["answered"] == "At stage 1, after 17 days: upheld"


def test_it_is_shown_once_a_person_has_confirmed_each(
    office: builders.Office, pack: PanelPack
) -> None:
    by = office.one.actor
    assert not panel.is_ready(pack)
    row = panel.put_in(pack, answered(office), by)
    assert not panel.is_ready(pack)
    wrong = {**row.texts, "told": "Mary says it leaks since 3 March."}
    assert refused(lambda: panel.confirm(row, wrong, by, NOW)) == [
        ("points_to_somebody", "told"),
        ("points_to_somebody", "told"),
    ]
    panel.confirm(row, row.texts, by, NOW)
    assert panel.is_ready(pack)
    report = report_of(pack, TODAY)
    page = body(report)
    assert "Since March 2026 it leaks" in page
    assert not [each for each in SECRETS if each in page]
    assert to_pdf(report).startswith(b"%PDF")


def test_what_may_not_go_in(office: builders.Office, pack: PanelPack) -> None:
    by, put = office.one.actor, panel.put_in
    reference = answered(office)
    put(pack, reference, by)
    open_one = office.reach(State.STAGE_1_OPEN)
    kept_close = answered(office)
    Case.objects.filter(reference=kept_close).update(guarded=True)
    for given, code in (
        ("MOD-999999", "no_such_case"),
        (reference, "in_there_already"),
        (open_one, "not_answered"),
        (kept_close, "case_restricted"),
    ):
        assert refused(lambda given=given: put(pack, given, by)) == [(code, "reference")]


def test_what_the_panel_said_leads_to_the_register(
    office: builders.Office, pack: PanelPack
) -> None:
    by = office.one.actor
    row = panel.put_in(pack, answered(office), by)
    said = panel.note(pack, row, "Why did nobody ring her?", by, NOW)
    assert panel.note(pack, row, "Why did nobody ring her?", by, NOW) == said
    improvement = store.add(office.landlord, NEW, by, NOW)
    panel.came_of(said, improvement)
    (found,) = pack.comments.all()
    assert found.improvement == improvement
    panel.take_out(row)  # the panel spoke of it
    assert PanelCase.objects.filter(pk=row.pk).exists()
    assert panel.comment_of(builders.landlord("harrow", "HAR"), said.pk) is None
    (packed,) = panel.packs(office.landlord)
    assert (packed.cases, packed.confirmed) == (1, 0)
