"""What was learned and changed, as a section of the annual report (Code 8.1 d)."""

from dataclasses import replace
from datetime import date

import pytest

from redress.learning import quality, store
from redress.reports.annual import AnnualReport, annual
from redress.reports.annual_learning import checks, section
from redress.rules.access import Role, Verb
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.quality import POINTS, Mark
from tests import builders
from tests.rules.inputs import learned
from tests.rules.test_improvements import AGREED, SAID

TODAY = date(2026, 6, 2)
NOW = builders.at(TODAY)


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


def report(office: builders.Office) -> AnnualReport:
    return annual(office.landlord, Year.parse("2026-27"), TODAY)


def test_a_year_of_which_nothing_is_known_says_so(office: builders.Office) -> None:
    found = section(report(office))
    assert found is not None
    assert found.sentences == (
        "Nothing is on record as upheld, in whole or in part.",
        "No improvement is on the register for this period.",
    )
    assert found.exhibits == ()
    assert checks(report(office)) is None


def test_what_was_learned_after_the_day_is_not_in_it(office: builders.Office) -> None:
    """The case is answered and learned from in May; at the end of April nothing was."""
    reference = office.reach(State.STAGE_1_ANSWERED)
    office.one.does(reference, Verb.LEARN, learned(), date(2026, 5, 19))
    store.add(office.landlord, SAID, office.one.actor, NOW)
    whole, early = (
        annual(office.landlord, Year.parse("2026-27"), day).learned
        for day in (TODAY, date(2026, 4, 30))
    )
    assert whole is not None and early is not None
    assert (whole.counted.upheld, len(whole.changed.done)) == (1, 1)
    assert (early.counted.upheld, len(early.changed.done)) == (0, 0)


def test_you_said_we_did(office: builders.Office) -> None:
    reference = office.reach(State.STAGE_1_ANSWERED)
    office.one.does(reference, Verb.LEARN, learned(), date(2026, 5, 19))
    by = office.one.actor
    store.add(office.landlord, SAID, by, NOW)
    store.add(office.landlord, replace(SAID, published=False), by, NOW)
    store.add(office.landlord, AGREED, by, NOW)
    found = section(report(office))
    assert found is not None
    assert found.sentences[0].startswith("1 issue was upheld")
    assert found.sentences[2].startswith("2 improvements were done, and 1 is open.")
    told, still, why = found.exhibits[0].grids
    assert [row[1:3] for row in told.rows] == [(SAID.you_said, SAID.we_did)]
    assert told.rows[0][3] == "It is too soon to tell."
    assert [row[1:] for row in still.rows] == [(AGREED.what, "All services", "Agreed")]
    assert why.rows == (("It fell between two teams", "1"),)
    text = str(found)
    assert reference not in text
    assert AGREED.owner not in text


def test_checks_name_nobody(office: builders.Office) -> None:
    reference = office.reach(State.STAGE_1_ANSWERED)
    head = builders.user(office.landlord, Role.HEAD_OF_SERVICE, name="Gail Head")
    made = quality.draw(office.landlord, date(2026, 5, 1), date(2026, 5, 31), 5, head, NOW)
    found = checks(report(office))
    assert found is not None
    assert found.sentences == ("0 responses were checked, of 1 drawn by chance.",)
    marks = {point.key: Mark.YES for point in POINTS}
    quality.score(made.checks.get(), {**marks, "tone": Mark.DOES_NOT_APPLY}, "", head, NOW)
    found = checks(report(office))
    assert found is not None
    points, services = found.exhibits[0].grids
    assert points.rows[0] == ("Does it say which stage it is?", "1 of 1", "0", "0")
    assert points.rows[-1][1] == "0 of 0"
    assert services.rows == (("Repairs", "1", "1"),)
    for name in (reference, head.name, office.one.actor.name):
        assert name not in str(found)
