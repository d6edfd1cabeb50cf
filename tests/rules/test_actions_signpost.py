"""Pointing to somebody else: details in force today, the rest goes on."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.signpost import NOT_PASSED_ON, PASSED_ON, Signpost
from redress.rules.facts import State
from tests.rules.inputs import new_issue, refusal
from tests.rules.story import reach

CHARGE = Signpost(matter=" How much the charge is. ", turn_to=("first-tier-tribunal",))


def test_the_letter_gives_who_what_for_and_how() -> None:
    story = reach(State.STAGE_1_OPEN)
    before = story.facts
    (letter,) = story.does(Verb.SIGNPOST, CHARGE, "Wed 6 May").letters
    assert (letter.kind, letter.stage) == ("signpost", 1)
    assert letter.facts == {
        "matter": "How much the charge is.",
        "turn_to": [
            "First-tier Tribunal (Property Chamber), for how much a service charge or a rent "
            "should be: website www.gov.uk/housing-tribunals"
        ],
        "who_asks": NOT_PASSED_ON,
        "the_rest": "We go on with the rest of your complaint. No date changes.",
    }
    assert story.facts == before


def test_an_ended_case_has_no_rest() -> None:
    story = reach(State.WITHDRAWN)
    (letter,) = story.does(Verb.SIGNPOST, replace(CHARGE, passed_on=True), "Fri 8 May").letters
    assert letter.facts["the_rest"] == "This changes nothing else that we told you."
    assert letter.facts["who_asks"] == PASSED_ON


def test_a_landlords_own_teams_are_its_own() -> None:
    story = reach(State.STAGE_1_OPEN, "tower-hamlets-homes")
    given = replace(CHARGE, turn_to=("leasehold-team", "lgsco"))
    (letter,) = story.does(Verb.SIGNPOST, given, "Wed 6 May").letters
    assert letter.facts["turn_to"][0].startswith("Tower Hamlets Homes Leasehold Team, for ")
    other = reach(State.STAGE_1_OPEN, "harrow")
    assert other.refuses(Verb.SIGNPOST, given, "Wed 6 May") == [("no_such_contact", "Code 5.7")]


@pytest.mark.parametrize(
    ("missing", "code"),
    [({"matter": " "}, "matter_missing"), ({"turn_to": ()}, "nobody_named")],
)
def test_what_is_refused(missing: dict[str, object], code: str) -> None:
    story = reach(State.STAGE_1_OPEN)
    given = replace(CHARGE, **missing)
    assert story.refuses(Verb.SIGNPOST, given, "Wed 6 May") == [(code, "Code 5.7")]


def test_details_past_their_date_are_not_given_out() -> None:
    """A wrong address is the whole harm of this letter, and no limit hurries it."""
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.SIGNPOST, CHARGE, "Tue 30 Nov 2027")
    assert story.refuses(Verb.SIGNPOST, CHARGE, "Wed 1 Dec 2027") == [
        ("contact_expired", "Code 5.7")
    ]


class TestWithAPartThatIsRefused:
    def test_a_second_letter_says_where_to_turn(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        decision = story.refusing(refusal(turn_to=("first-tier-tribunal",)), "Wed 6 May")
        assert [letter.kind for letter in decision.letters] == ["refusal", "signpost"]
        assert decision.letters[1].facts["matter"] == "- The kitchen ceiling leaks"
        assert "changes nothing else" in decision.letters[1].facts["the_rest"]
        assert story.events[-1].note["turn_to"] == ["first-tier-tribunal"]

    def test_the_rest_goes_on_where_only_a_part_is_refused(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.ADD_ISSUE, new_issue("Wed 6 May"), "Wed 6 May")
        given = refusal(issues=(2,), turn_to=("lgsco",))
        letter = story.refusing(given, "Wed 6 May").letters[1]
        assert letter.facts["matter"] == "- The bathroom ceiling leaks too"
        assert letter.facts["the_rest"].startswith("We go on with the rest of your complaint.")

    def test_a_name_that_is_not_there_is_refused(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        given = refusal(turn_to=("nobody",))
        assert story.refuses(Verb.REFUSE, given, "Wed 6 May") == [("no_such_contact", "Code 5.7")]
