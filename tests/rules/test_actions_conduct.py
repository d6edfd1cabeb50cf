"""Behaviour, warnings and restrictions of contact: what must come first, and what never changes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.approve_restriction import ApproveRestriction
from redress.rules.actions.end_restriction import EndRestriction
from redress.rules.actions.record_behaviour import RecordBehaviour
from redress.rules.actions.restrict_contact import TEXTS
from redress.rules.actions.review_restriction import ReviewRestriction
from redress.rules.behaviour import kinds_of, lists_its_own
from redress.rules.facts import State
from redress.rules.facts_conduct import next_restriction
from redress.rules.policy_files import PolicyError, landlord_slugs
from tests.rules.inputs import behaved, on, plausible, restriction, warning_letter
from tests.rules.story import AMINA, CAROL, Story, reach

AGREED = ApproveRestriction(agrees=True)
DAY = "Wed 3 Jun"
REVIEW = ReviewRestriction(
    found="It has been calmer.", equality="Nothing new.", review_on=on("Tue 1 Dec")
)
OTHER_HEAD = Actor(88, "Hal Roe", frozenset({Role.HEAD_OF_SERVICE}))


def begun(state: State = State.STAGE_1_OPEN, landlord: str = "code-model") -> Story:
    return reach(state, landlord, resident=7)


def warned(state: State = State.STAGE_1_OPEN) -> Story:
    """Warned on Mon 1 June of what happened the Friday before."""
    story = begun(state)
    story.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 29 May"), "Fri 29 May")
    story.does(Verb.WARN, warning_letter(), "Mon 1 Jun")
    return story


def proposed(state: State = State.STAGE_1_OPEN) -> Story:
    """It went on after the warning, and a restriction is proposed on Wed 3 June."""
    story = warned(state)
    story.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
    story.does(Verb.RESTRICT_CONTACT, restriction(on(DAY)), DAY)
    return story


def restricted(state: State = State.STAGE_1_OPEN) -> Story:
    story = proposed(state)
    story.does(Verb.APPROVE_RESTRICTION, AGREED, "Thu 4 Jun", CAROL)
    return story


class TestBehaviour:
    def test_it_is_kept_by_a_kind_of_the_landlords_policy_with_the_clause(self) -> None:
        story = begun(landlord="together")
        given = RecordBehaviour(
            kind="abuse_or_threats", on=on("Fri 1 May"), what="He swore.", affected="Repairs."
        )
        story.does(Verb.RECORD_BEHAVIOUR, given, DAY)
        (found,) = story.facts.conduct.behaviour
        assert (found.kind, found.clause) == ("abuse_or_threats", "8.1, third point")
        assert found.threat and story.last is not None and not story.last.letters

    def test_what_is_missing(self) -> None:
        given = RecordBehaviour(kind="rudeness", on=on("Thu 4 Jun"), what=" ", affected="")
        assert [code for code, _ in begun().refuses(Verb.RECORD_BEHAVIOUR, given, DAY)] == [
            "no_such_behaviour",
            "behaviour_untold",
            "affected_missing",
            "date_out_of_range",
        ]

    @pytest.mark.parametrize("state", State)
    def test_it_may_be_kept_whatever_state_the_case_is_in(self, state: State) -> None:
        story = begun(state)
        before = story.facts
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 1 May"), story.today)
        assert replace(story.facts, conduct=before.conduct) == before


def test_the_kinds_are_those_of_the_policies() -> None:
    """Counted by hand: Together Housing 8.1 has seven; Herefordshire names five; THH two."""
    own = {slug: len(kinds_of(slug)) - 1 for slug in landlord_slugs() if lists_its_own(slug)}
    assert own == {"code-model": 3, "herefordshire": 5, "together": 7, "tower-hamlets-homes": 2}
    assert [kind.code for kind in kinds_of("harrow")] == ["violence"]
    assert not lists_its_own("harrow")


def test_a_file_of_kinds_that_is_not_sound_is_refused(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redress.rules.behaviour.FOLDER", tmp_path)
    kinds_of.cache_clear()
    (tmp_path / "elm.toml").write_text('[[kinds]]\ncode = "x"\nsays = "Too short a code."\n')
    with pytest.raises(PolicyError, match=r"elm\.toml"):
        kinds_of("elm")
    kind = '[[kinds]]\ncode = "abuse"\nsays = "Abuse of staff."\nclause = "1"\n'
    (tmp_path / "oak.toml").write_text(kind * 2)
    with pytest.raises(PolicyError, match="abuse stands twice"):
        kinds_of("oak")
    kinds_of.cache_clear()


class TestWarning:
    """Together Housing 8.2 and 8.3: understand first, offer support, warn before restricting."""

    def test_it_is_a_letter_about_all_that_had_none(self) -> None:
        story = warned()
        (found,) = story.facts.conduct.warnings
        assert found.about == (1,) and story.facts.conduct.unwarned == ()
        assert story.last is not None
        (letter,) = story.last.letters
        assert letter.kind == "behaviour_warning"
        assert story.refuses(Verb.WARN, warning_letter(), DAY) == [("no_behaviour", "Code 5.14")]

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("considered", "health_missing"),
            ("offered", "support_missing"),
            ("told", "behaviour_untold"),
            ("ask", "ask_missing"),
        ],
    )
    def test_health_and_support_come_first(self, name: str, code: str) -> None:
        story = begun()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 29 May"), "Fri 29 May")
        given = replace(warning_letter(), **{name: " "})
        assert [said for said, _ in story.refuses(Verb.WARN, given, DAY)] == [code]

    def test_there_is_somebody_to_warn(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 29 May"), "Fri 29 May")
        assert story.refuses(Verb.WARN, warning_letter(), DAY) == [("nobody_to_warn", "Code 5.14")]


class TestProposal:
    def test_nothing_is_limited_until_a_second_person_agrees(self) -> None:
        story = proposed()
        held = story.facts.conduct
        assert held.waiting is not None and held.in_force is None
        assert held.waiting.warned_on == on("Mon 1 Jun")
        assert story.last is not None and not story.last.letters
        assert next_restriction(held) == on(DAY)

    @pytest.mark.parametrize("name", TEXTS)
    def test_each_thing_that_it_rests_on_is_needed(self, name: str) -> None:
        story = warned()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
        given = restriction(on(DAY), **{name: " "})
        assert story.refuses(Verb.RESTRICT_CONTACT, given, DAY) == [
            (TEXTS[name].code, TEXTS[name].provision)
        ]

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"limits": ()}, "limit_missing"),
            ({"contact": ""}, "contact_person_missing"),
            ({"review_on": date(2026, 6, 3)}, "restriction_review_not_ahead"),
            (
                {"review_on": date(2026, 12, 4), "ends_on": date(2027, 1, 4)},
                "restriction_review_too_far",
            ),
            ({"ends_on": date(2026, 8, 1)}, "review_after_end"),
            ({"ends_on": date(2027, 6, 4)}, "restriction_too_long"),
            ({"other": "MOD-000009"}, "not_their_case"),
        ],
    )
    def test_limits_a_contact_and_days_within_bounds(self, more: dict[str, Any], code: str) -> None:
        story = warned()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
        given = restriction(on(DAY), **more)
        assert [said for said, _ in story.refuses(Verb.RESTRICT_CONTACT, given, DAY)] == [code]

    def test_the_last_days_that_will_do(self) -> None:
        story = warned()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
        given = restriction(on(DAY), review_on=date(2026, 12, 3), ends_on=date(2027, 6, 3))
        story.does(Verb.RESTRICT_CONTACT, given, DAY)

    def test_there_was_a_warning_and_it_went_on(self) -> None:
        story = begun()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 29 May"), "Fri 29 May")
        bare = restriction(on(DAY), unwarned="He would not have listened.")
        no = [("not_warned", "Code 5.14")]
        assert story.refuses(Verb.RESTRICT_CONTACT, bare, DAY) == no
        story.does(Verb.WARN, warning_letter(), "Mon 1 Jun")
        no = [("not_gone_on", "Code 5.14")]
        assert story.refuses(Verb.RESTRICT_CONTACT, restriction(on(DAY)), DAY) == no

    def test_after_a_threat_no_warning_need_come_first_but_the_reason_is_kept(self) -> None:
        story = begun()
        threat = replace(behaved("Tue 2 Jun"), kind="violence", what="He raised a bat.")
        story.does(Verb.RECORD_BEHAVIOUR, threat, "Tue 2 Jun")
        no = [("not_warned", "Code 5.14")]
        assert story.refuses(Verb.RESTRICT_CONTACT, restriction(on(DAY)), DAY) == no
        given = restriction(on(DAY), unwarned="He threatened a plumber at the door.")
        story.does(Verb.RESTRICT_CONTACT, given, DAY)
        held = story.facts.conduct.waiting
        assert held is not None and held.warned_on is None and held.unwarned

    def test_a_warning_in_another_case_of_theirs_counts_and_of_another_does_not(self) -> None:
        earlier = replace(warned().facts, reference="MOD-000009")
        story = begun()
        story.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
        theirs = restriction(on(DAY), other="MOD-000009", found=earlier)
        another = replace(theirs, found=replace(earlier, resident=8))
        said = [code for code, _ in story.refuses(Verb.RESTRICT_CONTACT, another, DAY)]
        assert said == ["not_their_case", "not_warned"]
        story.does(Verb.RESTRICT_CONTACT, theirs, DAY)
        held = story.facts.conduct.waiting
        assert held is not None and held.warned_on == on("Mon 1 Jun")

    def test_one_at_a_time(self) -> None:
        story = restricted()
        said = story.refuses(Verb.RESTRICT_CONTACT, restriction(on("Thu 4 Jun")), "Thu 4 Jun")
        assert said == [("restriction_there", "Code 5.14")]


class TestApproval:
    def test_a_letter_says_all_that_it_rests_on(self) -> None:
        story = restricted()
        held = story.facts.conduct.in_force
        assert held is not None and held.approved_by == CAROL.id
        assert story.last is not None
        (letter,) = story.last.letters
        given = restriction(on(DAY))
        said = str(letter.facts)
        for name in TEXTS:
            if name != "considered":  # their health, kept on the record alone
                assert getattr(given, name) in said, name
        for day in ("Thursday 4 June 2026", "Tuesday 1 September 2026", "Tuesday 1 December 2026"):
            assert day in said
        assert "Eve Hall" in said

    def test_nobody_approves_what_they_proposed(self) -> None:
        story = proposed()
        head = Actor(AMINA.id, "Amina Khan", frozenset({Role.HEAD_OF_SERVICE}))
        no = [("own_proposal", "Code 5.15")]
        assert story.refuses(Verb.APPROVE_RESTRICTION, AGREED, "Thu 4 Jun", head) == no

    def test_turned_down_the_resident_hears_of_nothing(self) -> None:
        story = proposed()
        no = ApproveRestriction(agrees=False)
        said = story.refuses(Verb.APPROVE_RESTRICTION, no, "Thu 4 Jun", CAROL)
        assert said == [("reason_missing", "Code 5.14")]
        story.does(Verb.APPROVE_RESTRICTION, replace(no, comment="Too much."), "Thu 4 Jun", CAROL)
        held = story.facts.conduct
        assert story.last is not None and not story.last.letters
        assert held.waiting is None and held.in_force is None and next_restriction(held) is None

    def test_one_that_waited_past_its_review_is_proposed_again(self) -> None:
        story = proposed()
        said = story.refuses(Verb.APPROVE_RESTRICTION, AGREED, "Wed 2 Sep", CAROL)
        assert said == [("restriction_review_not_ahead", "Code 5.14")]

    def test_without_a_proposal_there_is_nothing_to_approve(self) -> None:
        no = [("no_proposal", "Code 5.14")]
        assert warned().refuses(Verb.APPROVE_RESTRICTION, AGREED, DAY, CAROL) == no


class TestReviewAndEnd:
    def test_a_review_goes_on_with_a_letter_and_keeps_when_it_was_due(self) -> None:
        story = restricted()
        story.does(
            Verb.REVIEW_RESTRICTION, replace(REVIEW, details="Two calls."), "Tue 1 Sep", CAROL
        )
        held = story.facts.conduct.in_force
        assert held is not None and held.details == "Two calls."
        (review,) = held.reviews
        assert (review.on, review.due_on, review.by) == (on("Tue 1 Sep"), on("Tue 1 Sep"), CAROL.id)
        assert next_restriction(story.facts.conduct) == on("Tue 1 Dec")
        assert story.last is not None and story.last.letters[0].kind == "restriction_review"

    def test_a_review_never_makes_it_last_longer(self) -> None:
        story = restricted()
        given = replace(REVIEW, review_on=on("Wed 2 Dec"))
        said = story.refuses(Verb.REVIEW_RESTRICTION, given, "Tue 1 Sep", CAROL)
        assert said == [("review_after_end", "Code 5.14")]

    def test_an_appeal_is_looked_at_by_somebody_else(self) -> None:
        story = restricted()
        given = replace(REVIEW, appeal=True)
        no = [("own_appeal", "Code 5.15")]
        assert story.refuses(Verb.REVIEW_RESTRICTION, given, "Tue 1 Sep", CAROL) == no
        story.does(Verb.REVIEW_RESTRICTION, given, "Tue 1 Sep", OTHER_HEAD)

    def test_what_a_review_lacks(self) -> None:
        given = replace(REVIEW, found=" ", equality="")
        said = restricted().refuses(Verb.REVIEW_RESTRICTION, given, "Tue 1 Sep", CAROL)
        assert [code for code, _ in said] == ["review_untold", "equality_missing"]

    def test_it_ends_with_a_reason_and_a_letter(self) -> None:
        story = restricted()
        said = story.refuses(Verb.END_RESTRICTION, EndRestriction(why=""), "Tue 1 Sep", CAROL)
        assert said == [("reason_missing", "Code 5.14")]
        end = EndRestriction(why="It has been calm since June.")
        story.does(Verb.END_RESTRICTION, end, "Tue 1 Sep", CAROL)
        assert story.facts.conduct.in_force is None
        assert story.last is not None and story.last.letters[0].kind == "restriction_end"
        no = [("no_restriction", "Code 5.14")]
        assert story.refuses(Verb.END_RESTRICTION, end, "Tue 1 Sep", CAROL) == no
        assert story.refuses(Verb.REVIEW_RESTRICTION, REVIEW, "Tue 1 Sep", CAROL) == no


@pytest.mark.parametrize("state", [State.STAGE_1_OPEN, State.STAGE_1_ANSWERED, State.CLOSED])
def test_the_complaint_goes_on_as_if_nothing_were_restricted(state: State) -> None:
    """Code 5.11, 5.14: contact is limited; no date moves, no state changes, nothing is refused."""
    free, held = begun(state), restricted(state)
    assert replace(held.facts, conduct=free.facts.conduct) == free.facts
    for verb in Verb:
        if verb not in CONDUCT and verb is not Verb.RECEIVE:
            given = plausible(verb, free.case, on("Fri 5 Jun"))
            one, other = free.tries(verb, given, "Fri 5 Jun"), held.tries(verb, given, "Fri 5 Jun")
            assert type(one) is type(other), verb
            assert getattr(one, "reasons", ()) == getattr(other, "reasons", ()), verb


CONDUCT = {
    Verb.RECORD_BEHAVIOUR,
    Verb.WARN,
    Verb.RESTRICT_CONTACT,
    Verb.APPROVE_RESTRICTION,
    Verb.REVIEW_RESTRICTION,
    Verb.END_RESTRICTION,
}
