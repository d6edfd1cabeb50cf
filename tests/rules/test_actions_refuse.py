"""Refusing: only on a ground of the policy that the Code allows, for this complaint's own reasons,
with discretion considered and a second person (Code 2.1 to 2.5).
"""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Absent, Actor, Role, Verb
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.respond import Respond
from redress.rules.actions.send_back import SendBack
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.facts import State, Submitted
from redress.rules.next_step import next_step
from redress.rules.policy import Guard
from tests.rules.inputs import findings, on, refusal
from tests.rules.inputs import on as day
from tests.rules.story import AMINA, BEN, CAROL, Story, begun, reach, warning

RUNNING = [State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN]
TOO_OLD = refusal(ground="too_old")
IN_TIME = [("within_twelve_months", "Code 2.3")]


def issue(occurred: str = "", aware: str = "", summary: str = "Leak") -> NewIssue:
    return NewIssue(
        summary=summary,
        occurred_on=day(occurred) if occurred else None,
        aware_on=day(aware) if aware else None,
    )


# The complaint is received on Friday 1 May 2026: twelve months before it is 1 May 2025.
OLD = issue("Wed 30 Apr 2025", "Wed 30 Apr 2025")
NEW = issue("Thu 1 May 2025", "Thu 1 May 2025")


@pytest.mark.parametrize("state", RUNNING)
def test_a_whole_refusal_ends_stage_1(state: State) -> None:
    story = reach(state)
    story.refusing(refusal(), "Thu 7 May")
    case = story.facts
    assert (case.state, case.stage.ended_on) == (State.REFUSED, day("Thu 7 May"))
    assert (case.stage.responded_on, case.stage.outcome) == (None, None)
    assert [issue.excluded_ground for issue in case.issues] == ["claim_filed"]


def test_the_record_keeps_what_was_considered_and_who_agreed() -> None:
    story = begun()
    story.refusing(refusal(), "Thu 7 May")
    note = story.events[-1].note
    assert (note["ground"], note["whole"]) == ("claim_filed", True)
    assert (note["drafted_by"], note["approved_by"]) == (AMINA.id, CAROL.id)
    assert note["discretion"].startswith("We asked whether")


def test_the_letter_has_ground_reasons_and_discretion() -> None:
    (letter,) = begun().refusing(refusal(reasons=" Claim K0QZ. "), "Thu 7 May").letters
    assert (letter.kind, letter.facts["issues"]) == ("refusal", ["The kitchen ceiling leaks"])
    assert letter.facts["reasons"] == "Claim K0QZ."
    assert "court" in letter.facts["ground"]
    assert letter.facts["discretion"].startswith("We asked whether")


def test_a_complaint_without_issues_yet_is_refused_by_its_own_words() -> None:
    (letter,) = begun(issues=()).refusing(refusal(), "Thu 7 May").letters
    assert letter.facts["issues"] == ["The kitchen ceiling leaks and nobody comes."]


class TestGrounds:
    @pytest.mark.parametrize("ground", ["", "rent", "made_up", "letter_before_claim "])
    def test_one_that_the_policy_has_not_is_refused(self, ground: str) -> None:
        assert begun().refuses(Verb.REFUSE, refusal(ground=ground), "Thu 7 May") == [
            ("no_such_ground", "Code 2.2")
        ]

    @pytest.mark.parametrize(
        ("landlord", "ground"),
        [
            ("tower-hamlets-homes", "letter_before_claim"),  # T8: a pre-action letter
            ("together", "proceedings_or_investigation"),  # A4
        ],
    )
    def test_one_that_the_code_rules_out_is_refused_though_the_policy_has_it(
        self, landlord: str, ground: str
    ) -> None:
        assert begun(landlord).refuses(Verb.REFUSE, refusal(ground=ground), "Thu 7 May") == [
            ("ground_not_in_code", "Code 2.2")
        ]

    def test_no_merit_is_no_ground_anywhere(self) -> None:
        """T23 against Code 5.11."""
        refused = begun("tower-hamlets-homes").refuses(
            Verb.REFUSE, refusal(ground="no_merit"), "Thu 7 May"
        )
        assert ("ground_not_in_code", "Code 2.2") in refused

    @pytest.mark.parametrize("ground", ["repair_in_target", "insurance", "act_of_god", "rent"])
    def test_the_landlords_own_may_be_used_with_individual_reasons(self, ground: str) -> None:
        """T8: not in the Code's list, so each needs reasons and approval; the check names them."""
        begun("tower-hamlets-homes").refusing(refusal(ground=ground), "Thu 7 May")

    def test_where_the_policy_warns_it_goes_ahead_and_says_so(self) -> None:
        book = warning(Guard.REFUSAL_GROUND, landlord="tower-hamlets-homes")
        story = begun("tower-hamlets-homes", book)
        given = refusal(ground="letter_before_claim")
        assert story.warns(Verb.REFUSE, given, "Thu 7 May") == [("ground_not_in_code", "Code 2.2")]


class TestTooOld:
    """Twelve months from the later of occurring and becoming aware, whatever the policy says."""

    def test_past_by_a_day_on_both_counts_it_may_be_refused(self) -> None:
        story = begun(issues=(OLD,))
        story.refusing(TOO_OLD, "Thu 7 May")
        assert story.facts.state is State.REFUSED

    @pytest.mark.parametrize(
        "recent",
        [
            NEW,  # twelve months to the day
            issue("Wed 30 Apr 2025", "Thu 1 May 2025"),  # found out later
            issue("Thu 1 May 2025", "Wed 30 Apr 2025"),
            issue("Wed 30 Apr 2025"),  # when she found out is not known
            issue("", "Wed 30 Apr 2025"),
            issue(),
        ],
    )
    def test_inside_or_not_known_to_be_outside_it_may_not(self, recent: NewIssue) -> None:
        assert begun(issues=(recent,)).refuses(Verb.REFUSE, TOO_OLD, "Thu 7 May") == IN_TIME

    @pytest.mark.parametrize("landlord", ["tower-hamlets-homes", "together"])
    def test_six_months_in_a_policy_shorten_nothing(self, landlord: str) -> None:
        """T8, A4, A18 against Code 2.2."""
        story = begun(landlord, issues=(issue("Mon 1 Sep 2025", "Mon 1 Sep 2025"),))
        assert story.refuses(Verb.REFUSE, TOO_OLD, "Thu 7 May") == IN_TIME

    def test_the_day_it_was_received_counts_not_the_day_of_the_refusal(self) -> None:
        story = begun(issues=(NEW,))
        assert story.refuses(Verb.REFUSE, TOO_OLD, "Wed 1 Jul") == IN_TIME

    def test_one_recent_issue_keeps_the_complaint_whole(self) -> None:
        story = begun(issues=(OLD, NEW))
        assert story.refuses(Verb.REFUSE, TOO_OLD, "Thu 7 May") == IN_TIME
        story.refusing(replace(TOO_OLD, issues=(1,)), "Thu 7 May")
        assert [i.number for i in story.facts.issues_in] == [2]

    def test_an_issue_refused_before_is_not_asked_again(self) -> None:
        story = begun(issues=(OLD, NEW))
        story.refusing(refusal(issues=(2,)), "Thu 7 May")
        story.refusing(TOO_OLD, "Fri 8 May")
        assert [i.excluded_ground for i in story.facts.issues] == ["too_old", "claim_filed"]

    def test_a_complaint_without_issues_is_not_known_to_be_old(self) -> None:
        assert begun(issues=()).refuses(Verb.REFUSE, TOO_OLD, "Thu 7 May") == IN_TIME

    def test_where_the_policy_warns_it_goes_ahead_and_says_so(self) -> None:
        story = begun(book=warning(Guard.REFUSAL_GROUND), issues=(NEW,))
        assert story.warns(Verb.REFUSE, TOO_OLD, "Thu 7 May") == IN_TIME


class TestAClaimAtCourt:
    """Code 2.2: claim form and particulars of claim filed, and shown to be."""

    @pytest.mark.parametrize(
        "lacking",
        [
            {"claim_filed_on": None},
            {"claim_shown_by": " "},
            {"claim_filed_on": on("Fri 8 May")},  # tomorrow
        ],
    )
    def test_it_is_shown_with_its_day(self, lacking: dict[str, Any]) -> None:
        asked = begun().refuses(Verb.REFUSE, refusal(**lacking), "Thu 7 May")
        assert asked == [("claim_not_shown", "Code 2.2")]

    def test_proceedings_started_are_a_claim_filed_and_nothing_less(self) -> None:
        story = begun("tower-hamlets-homes")
        given = refusal(ground="proceedings_started", claim_filed_on=None)
        assert story.refuses(Verb.REFUSE, given, "Thu 7 May") == [("claim_not_shown", "Code 2.2")]

    def test_day_and_proof_are_on_the_record(self) -> None:
        story = begun()
        story.refusing(refusal(), "Thu 7 May")
        note = story.events[-1].note
        assert (note["filed"], note["shown_by"]) == ("2026-04-02", "The sealed claim form, K0QZ")

    def test_another_ground_needs_neither(self) -> None:
        given = refusal(ground="already_considered", claim_filed_on=None, claim_shown_by="")
        story = begun()
        story.refusing(given, "Thu 7 May")
        assert "filed" not in story.events[-1].note


class TestAPart:
    """Code 2.5: each matter on its own."""

    def story(self) -> Story:
        return reach(State.STAGE_1_OPEN, issues=(issue(summary="Leak"), issue(summary="Mould")))

    def test_the_others_go_on_with_their_dates(self) -> None:
        story = self.story()
        before = story.facts.deadlines
        (letter,) = story.refusing(refusal(issues=(2,)), "Thu 7 May").letters
        case = story.facts
        assert (case.state, case.stage.ended_on) == (State.STAGE_1_OPEN, None)
        assert ([i.number for i in case.issues_in], case.deadlines) == ([1], before)
        assert letter.facts["issues"] == ["Mould"]

    def test_the_last_part_ends_the_stage(self) -> None:
        story = self.story()
        story.refusing(refusal(issues=(2,)), "Thu 7 May")
        story.refusing(refusal(issues=(1,)), "Fri 8 May")
        assert story.facts.state is State.REFUSED
        whole = [event.note["whole"] for event in story.events if event.name == "refused"]
        assert whole == [False, True]

    def test_the_whole_after_a_part_leaves_the_parts_own_ground(self) -> None:
        story = self.story()
        story.refusing(refusal(issues=(2,)), "Thu 7 May")
        story.refusing(refusal(ground="already_considered"), "Fri 8 May")
        grounds = [issue.excluded_ground for issue in story.facts.issues]
        assert grounds == ["already_considered", "claim_filed"]

    @pytest.mark.parametrize("numbers", [(3,), (1, 3), (0,)])
    def test_of_an_issue_there_is_not_is_refused(self, numbers: tuple[int, ...]) -> None:
        assert self.story().refuses(Verb.REFUSE, refusal(issues=numbers), "Thu 7 May") == [
            ("no_such_issue", "Code 2.5")
        ]

    def test_what_is_refused_is_not_refused_again(self) -> None:
        story = self.story()
        story.refusing(refusal(issues=(2,)), "Thu 7 May")
        again = refusal(ground="already_considered", issues=(2,))
        assert story.refuses(Verb.REFUSE, again, "Fri 8 May") == [("no_such_issue", "Code 2.5")]


MISSING: list[tuple[Guard, dict[str, Any], tuple[str, str]]] = [
    (Guard.REFUSAL_REASONS, {"reasons": " "}, ("reasons_missing", "Code 2.4")),
    (Guard.REFUSAL_DISCRETION, {"discretion": "\n"}, ("discretion_missing", "Code 2.3")),
]


@pytest.mark.parametrize(("guard", "others", "reason"), MISSING)
def test_what_a_refusal_may_not_lack(
    guard: Guard, others: dict[str, Any], reason: tuple[str, str]
) -> None:
    assert begun().refuses(Verb.REFUSE, refusal(**others), "Thu 7 May") == [reason]


@pytest.mark.parametrize(("guard", "others", "reason"), MISSING)
def test_where_the_policy_warns_it_goes_ahead_and_says_so(
    guard: Guard, others: dict[str, Any], reason: tuple[str, str]
) -> None:
    story = begun(book=warning(guard))
    assert story.warns(Verb.REFUSE, refusal(**others), "Thu 7 May") == [reason]
    story.does(Verb.SIGN, Sign(number=1), "Fri 8 May", CAROL)
    assert story.facts.state is State.REFUSED


def test_all_that_is_missing_is_said_at_once() -> None:
    nothing = Refuse(ground="", reasons="", discretion="")
    refused = begun().refuses(Verb.REFUSE, nothing, "Thu 7 May")
    assert [code for code, _ in refused] == [
        "no_such_ground",
        "reasons_missing",
        "discretion_missing",
    ]


def test_a_letter_without_reasons_says_that_there_are_none() -> None:
    story = begun(book=warning(Guard.REFUSAL_REASONS, Guard.REFUSAL_DISCRETION))
    given = refusal(reasons="", discretion="")
    (letter,) = story.refusing(given, "Thu 7 May").letters
    none = "We did not write this down. Please ask us."
    assert (letter.facts["reasons"], letter.facts["discretion"]) == (none, none)


def test_after_the_answer_there_is_nothing_to_refuse() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    assert story.refuses(Verb.REFUSE, refusal(), "Mon 18 May", BEN) == [("not_now", "")]


class TestTheSecondPerson:
    """Code 2.4, 2.5; Together, 5.4: the approval is an act of theirs."""

    def test_until_they_act_nothing_changes_but_that_it_waits(self) -> None:
        story = reach(State.STAGE_1_LOGGED)
        before = story.facts
        decision = story.does(Verb.REFUSE, refusal(), "Tue 5 May")
        assert decision.letters == () and decision.would and decision.would.letters
        assert replace(story.facts, submissions=()) == before
        waiting = story.facts.waiting
        assert waiting and (waiting.kind, waiting.submitted_by) == (Submitted.REFUSAL, AMINA.id)

    def test_the_date_that_was_promised_is_still_owed(self) -> None:
        story = reach(State.STAGE_1_LOGGED)
        owed = next_step(story.facts)
        story.does(Verb.REFUSE, refusal(), "Tue 5 May")
        now = next_step(story.facts)
        assert owed and now and (now.verb, now.due_on) == (Verb.SIGN, owed.due_on)

    def test_whoever_wrote_it_does_not_approve_it(self) -> None:
        story = begun()
        story.does(Verb.REFUSE, refusal(), "Tue 5 May")
        covering = replace(AMINA, covers=(Absent(CAROL.id or 0, CAROL.name, CAROL.roles),))
        for by in (AMINA, covering):
            refused = story.refuses(Verb.SIGN, Sign(number=1), "Tue 5 May", by)
            assert refused == [("own_refusal", "Code 2.5")]

    def test_it_is_approved_as_it_was_read_or_not_at_all(self) -> None:
        story = begun()
        story.does(Verb.REFUSE, refusal(), "Tue 5 May")
        story.does(Verb.REFUSE, refusal(reasons="Another reason."), "Wed 6 May")
        refused = story.refuses(Verb.SIGN, Sign(number=1), "Wed 6 May", CAROL)
        assert refused == [("nothing_to_sign", "")]
        (letter,) = story.does(Verb.SIGN, Sign(number=2), "Wed 6 May", CAROL).letters
        assert letter.facts["reasons"] == "Another reason."
        assert [each.settled for each in story.facts.submissions] == ["replaced", "signed"]

    def test_it_can_be_sent_back_and_written_again(self) -> None:
        story = begun()
        story.does(Verb.REFUSE, refusal(), "Tue 5 May")
        story.does(Verb.SEND_BACK, SendBack(number=1, comment="Say which claim."), "Tue 5 May")
        assert (story.facts.state, story.facts.waiting) == (State.STAGE_1_RECEIVED, None)
        story.refusing(refusal(), "Wed 6 May")
        assert story.facts.state is State.REFUSED

    def test_it_is_judged_again_on_the_day_it_is_approved(self) -> None:
        """The issue was found to have come up later than was thought."""
        story = begun(issues=(OLD, NEW))
        story.does(Verb.REFUSE, refusal(issues=(2,)), "Tue 5 May")
        story.case = replace(story.facts, issues=story.facts.issues[:1])
        refused = story.refuses(Verb.SIGN, Sign(number=1), "Wed 6 May", CAROL)
        assert refused == [("no_such_issue", "Code 2.5")]

    def test_no_response_goes_past_it_and_it_goes_past_no_response(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        found = Respond(findings=findings(story.facts))
        story.does(Verb.REFUSE, refusal(), "Thu 7 May")
        waits = [("refusal_waits", "Code 2.5")]
        assert story.refuses(Verb.RESPOND, found, "Mon 18 May") == waits
        assert story.refuses(Verb.SUBMIT, Submit(response=found), "Mon 18 May") == waits
        story.does(Verb.SEND_BACK, SendBack(number=1, comment="We answer it."), "Mon 18 May")
        story.does(Verb.SUBMIT, Submit(response=found), "Mon 18 May")
        assert story.refuses(Verb.REFUSE, refusal(), "Mon 18 May") == [("response_waits", "")]

    def test_where_the_policy_only_warns_it_goes_at_once_and_says_so(self) -> None:
        story = begun(book=warning(Guard.REFUSAL_APPROVAL))
        assert story.warns(Verb.REFUSE, refusal(), "Tue 5 May") == [
            ("approver_missing", "Code 2.5")
        ]
        note = story.events[-1].note
        assert story.facts.state is State.REFUSED
        assert (note["drafted_by"], note["approved_by"]) == (AMINA.id, None)

    @pytest.mark.parametrize(("writer", "signer"), [(CAROL, "complaints_team"), (AMINA, "")])
    def test_where_a_team_looks_at_all_that_goes_one_of_the_two_is_of_it(
        self, writer: Actor, signer: str
    ) -> None:
        """Together, 5.4: agreed by the Resolution Team."""
        story = begun("together")
        given = refusal(ground="already_considered")
        story.does(Verb.REFUSE, given, "Tue 5 May", writer)
        assert story.facts.waiting and story.facts.waiting.signer == signer
        leader = Actor(99, "Tom Lee", frozenset({Role.TEAM_LEADER}))
        if signer:
            refused = story.refuses(Verb.SIGN, Sign(number=1), "Tue 5 May", leader)
            assert [code for code, _ in refused] == ["needs_approval"]
            away = Absent(AMINA.id or 0, AMINA.name, AMINA.roles)
            leader = replace(leader, covers=(away,))
        story.does(Verb.SIGN, Sign(number=1), "Tue 5 May", leader)
        told = story.events[-1].note.get("signed_for", {}).get("name", "")
        assert told == (AMINA.name if signer else "")
