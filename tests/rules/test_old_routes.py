"""Old ways to the Ombudsman are found in texts, and nothing else is (section 1.4, row 110)."""

from pathlib import Path

import pytest

from redress.rules.access import Verb
from redress.rules.facts import State
from redress.rules.old_routes import old_routes
from redress.rules.wording import WORDING
from tests.rules.inputs import on, update
from tests.rules.story import reach


@pytest.mark.parametrize(
    "text",
    [
        # As Together 7.3, Herefordshire 3 and others still have it.
        "Customers may refer their complaint via a designated person.",
        "You can wait 8 weeks and go to the Housing Ombudsman.",
        "The Ombudsman can look at it eight weeks\nafter our answer.",
        "No: 8-weeks, then the OMBUDSMAN.",
        "Designated persons are MPs and councillors.",
    ],
)
def test_the_old_ways_are_found(text: str) -> None:
    assert old_routes(f"We are sorry. {text} Thank you.")


@pytest.mark.parametrize(
    "text",
    [
        "The repair took eight weeks.",
        "We waited 8 weeks for the part. You can ask the Ombudsman at any time.",
        "The person designated to call you is Ben.",
        "In 28 weeks the Ombudsman decides.",
    ],
)
def test_other_weeks_and_persons_are_left_alone(text: str) -> None:
    assert old_routes(text) == ()


def test_a_letter_with_an_old_way_goes_with_a_warning() -> None:
    story = reach(State.STAGE_1_OPEN)
    given = update(on("Wed 6 May"), what_next="Then wait 8 weeks and ask the Ombudsman.")
    assert story.warns(Verb.SEND_UPDATE, given, "Wed 6 May") == [("old_route", "Code 3.7")]
    assert story.warns(Verb.SEND_UPDATE, update(on("Wed 6 May")), "Wed 6 May") == []


def test_no_wording_of_ours_has_one() -> None:
    files = [path for path in Path(str(WORDING)).rglob("*") if path.suffix in (".md", ".toml")]
    assert len(files) > 30
    assert [str(path) for path in files if old_routes(path.read_text())] == []
