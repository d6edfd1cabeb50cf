"""The histories of published decisions kept beside the checkout, where they are."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redress.commands._yaml import read_yaml
from redress.rules.calendar import Division, calendar_for
from redress.rules.facts import Clock
from redress.rules.history_reading import read_history
from redress.rules.replay import judge

SAMPLE = Path(__file__).parents[3] / "shared" / "reference" / "determinations-sample.yaml"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="reads ../shared, which is not there")


@pytest.fixture(scope="module")
def histories() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_yaml(SAMPLE)
    assert found
    return found


def test_each_can_be_judged(histories: list[dict[str, Any]]) -> None:
    for given in histories:
        judgement = judge(read_history(given))
        answers = {event["date"] for event in given["events"] if event["what"] == "responded"}
        met = [clock.met for clock in judgement.clocks if clock.clock is Clock.RESPOND]
        assert {str(day) for day in met if day} <= answers, given["reference"]
        assert any(met) or judgement.findings, given["reference"]


def test_each_number_of_days_stated_is_ours_or_counts_the_first_day_too(
    histories: list[dict[str, Any]],
) -> None:
    calendar = calendar_for(Division.ENGLAND_AND_WALES)
    stated = [one for given in histories for one in given["stated"] or []]
    assert stated
    for one in stated:
        days = calendar.count(*(date.fromisoformat(one[key]) for key in ("from", "to")))
        assert days == int(one["computed"]["day_after_is_day_1"]), one
        assert int(one["stated_working_days"]) - days in (0, 1), one
