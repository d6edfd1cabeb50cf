"""Live measures over cases told by real actions: how many should, how many did, which did not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.access import Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.approve_restriction import ApproveRestriction
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.respond import NewAction, Respond
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.case_rows import CaseRow
from redress.rules.facts import Choice, Finding, FindingFacts, IntakeFacts, Kind, State
from redress.rules.facts_offers import Remedy
from redress.rules.imported import case_of
from redress.rules.measures import Measure, Measured, Seen, SeenEvent, Window, measure
from redress.rules.measures_table import BY_NUMBER, MEASURES
from redress.rules.needs import AdjustmentFacts
from redress.rules.policy import Guard
from redress.rules.policy_choices import JudgedFrom
from redress.rules.policy_files import code_nearest
from redress.rules.provisions import judged_from, order
from tests.rules.inputs import (
    DEFINED,
    behaved,
    daughter,
    findings,
    learned,
    on,
    restriction,
    warning_letter,
)
from tests.rules.story import AMINA, BEN, CAROL, warning
from tests.rules.told import Told, tell

YEAR = Window(date(2026, 4, 1), date(2027, 3, 31), date(2026, 9, 1))


def judged(number: str, told: Told | Seen, window: Window = YEAR) -> bool | None:
    seen = told.seen() if isinstance(told, Told) else told
    return BY_NUMBER[number].judge(seen, window)


def early(when: str) -> Window:
    """The year looked at on an earlier day."""
    return replace(YEAR, as_at=on(when))


# A case handled as it should be, to the end of stage 2, has done all that concerns it.
GOOD = {
    "2.3": None, "2.4": None, "2.5": None, "3.6": None, "3.7": True,
    "5.6": True, "5.7": True, "5.8": None,
    "5.9": None, "5.10": None, "5.11": None, "5.12": True, "5.14": None, "5.15": None,
    "6.2": True, "6.3": True, "6.4": None, "6.5": None, "6.6": None, "6.7": True, "6.8": None,
    "6.9": True, "6.10": True, "6.11": True,
    "6.12": True, "6.13": True, "6.14": True, "6.15": None, "6.16": None, "6.17": None,
    "6.18": True, "6.19": True, "7.1": False, "7.3": None, "9.1": False, "1.4": None, "1.5": None,
}  # fmt: skip


@pytest.mark.parametrize("number", GOOD)
def test_a_case_handled_well(number: str, good: Told) -> None:
    assert judged(number, good) is GOOD[number]


@pytest.fixture(scope="module")
def good() -> Told:
    return tell(State.STAGE_2_ANSWERED)


def test_every_measure_is_tried_on_it_and_stands_in_the_order_of_the_code() -> None:
    numbers = [each.number for each in MEASURES]
    assert set(numbers) == set(GOOD)
    assert numbers == sorted(numbers, key=order)
    cases = {each.number for each in judged_from(code_nearest(date(2024, 4, 1)), JudgedFrom.CASES)}
    assert set(numbers) <= cases
    assert all(each.counts.endswith(".") for each in MEASURES)


def test_a_case_counts_in_the_period_in_which_its_stage_began(good: Told) -> None:
    before = Window(date(2025, 4, 1), date(2026, 3, 31), date(2026, 9, 1))
    assert {judged(each.number, good, before) for each in MEASURES} == {None}
    june = Window(date(2026, 5, 20), date(2027, 3, 31), date(2026, 9, 1))  # stage 2 alone
    assert (judged("6.3", good, june), judged("6.14", good, june)) == (None, True)


def test_acknowledging_counts_once_the_date_has_passed() -> None:
    told = tell(State.STAGE_1_LOGGED)  # received on Friday 1 May, due on Monday 11 May
    assert judged("6.2", told, early("Mon 11 May")) is None
    assert judged("6.2", told, early("Tue 12 May")) is False
    told.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 12 May")
    assert judged("6.2", told) is False


def test_an_acknowledgement_without_its_definition_is_none() -> None:
    told = tell(State.STAGE_1_LOGGED, book=warning(Guard.DEFINITION))
    bare = Acknowledge(definition="", outcome_sought="", not_responsible="")
    told.does(Verb.ACKNOWLEDGE, bare, "Tue 5 May")
    assert [judged(number, told) for number in ("6.2", "5.6", "5.7")] == [False, False, False]


def test_an_acknowledgement_that_no_letter_shows() -> None:
    bare = replace(tell(State.STAGE_1_OPEN).seen(), letters=())
    assert judged("3.7", bare) is False


def test_answering_late_and_an_extension_told_in_time() -> None:
    told = tell(State.STAGE_1_OPEN)  # acknowledged on 5 May, due on Tuesday 19 May
    assert judged("6.3", told, early("Tue 19 May")) is None
    assert judged("6.3", told, early("Wed 20 May")) is False
    assert (judged("5.9", told, early("Wed 20 May")), judged("6.4", told)) == (False, None)
    told.does(Verb.EXTEND, Extend(new_date=on("Fri 29 May"), reason="Roofer is ill."), "Mon 18 May")
    assert judged("6.3", told, early("Wed 20 May")) is None
    assert judged("6.3", told, early("Mon 1 Jun")) is False
    assert (judged("6.4", told), judged("6.5", told)) == (True, True)
    assert (judged("6.15", told), judged("6.16", told)) == (None, None)


def test_an_extension_without_the_ombudsmans_details_or_a_reason_or_too_late() -> None:
    guards = (Guard.OMBUDSMAN_DETAILS, Guard.EXTENSION_REASON, Guard.EXTENSION_IN_TIME)
    silent = Extend(new_date=on("Fri 29 May"), reason="", ombudsman_details=False)
    told = tell(State.STAGE_1_OPEN, book=warning(*guards))
    told.does(Verb.EXTEND, silent, "Mon 18 May")
    assert (judged("6.4", told), judged("6.5", told)) == (False, False)
    late = tell(State.STAGE_1_OPEN, book=warning(*guards))
    late.does(Verb.EXTEND, replace(silent, reason="Ill.", ombudsman_details=True), "Wed 20 May")
    assert (judged("6.4", late), judged("6.5", late)) == (False, True)
    assert judged("6.3", late, early("Thu 21 May")) is False  # it moved nothing


def test_an_extension_beyond_what_the_code_allows() -> None:
    told = tell(State.STAGE_1_OPEN, book=warning(Guard.EXTENSION_CAP))
    told.does(Verb.EXTEND, Extend(new_date=on("Fri 24 Jul"), reason="Ill."), "Mon 18 May")
    assert judged("6.4", told) is False


def test_what_was_refused_has_no_answer_to_be_late_with() -> None:
    told = tell(State.REFUSED)
    assert [judged(n, told) for n in ("6.2", "6.3", "5.12", "5.9")] == [None] * 4
    assert [judged(n, told) for n in ("2.4", "2.5")] == [True, True]


def test_a_refusal_without_reasons_or_a_letter() -> None:
    told = tell(State.REFUSED)
    bare = replace(told.seen(), letters=())
    assert judged("2.4", bare) is False
    silent = tuple(
        replace(e, note={**e.note, "reasons": "", "discretion": ""}) for e in bare.events
    )
    assert judged("2.5", replace(told.seen(), events=silent)) is False


def test_a_refusal_to_escalate() -> None:
    told = tell(State.ESCALATION_REFUSED)
    assert (judged("5.11", told), judged("6.10", told), judged("6.12", told)) == (True, True, False)
    assert judged("5.11", replace(told.seen(), letters=())) is False


def response(told: Told, **others: object) -> Respond:
    return replace(Respond(findings=findings(told.facts)), **others)  # type: ignore[arg-type]


def test_promises_are_measured_by_their_dates() -> None:
    told = tell(State.STAGE_1_OPEN)
    mend = NewAction(what="Mend it", owner="Repairs", due_on=on("Fri 12 Jun"))
    told.does(Verb.RESPOND, response(told, actions=(mend,)), "Mon 18 May")
    assert [judged(n, told, early("Fri 12 Jun")) for n in ("6.6", "7.1", "7.3")] == [True] * 3
    assert [judged(n, told) for n in ("6.6", "7.3", "6.17")] == [False, False, None]
    done = CompleteAction(number=1, done_on=on("Thu 11 Jun"), proof="Job 4411")
    told.does(Verb.COMPLETE_ACTION, done, "Mon 15 Jun")
    assert [judged(n, told) for n in ("6.6", "7.3")] == [True, True]


def test_money_that_was_accepted_is_paid_by_its_day() -> None:
    told = tell(State.STAGE_1_OPEN)
    money = {"kinds": (Remedy.MONEY,), "impact": "You slept in a damp room.", "compensation": 50}
    told.does(Verb.RESPOND, response(told, pay_by=on("Fri 12 Jun"), **money), "Mon 18 May")
    assert (judged("7.1", told), judged("7.3", told)) == (True, None)
    taken = SettleOffer(number=1, outcome=Outcome.ACCEPTED, on=on("Tue 19 May"))
    told.does(Verb.SETTLE_OFFER, taken, "Tue 19 May")
    assert (judged("7.3", told, early("Fri 12 Jun")), judged("7.3", told)) == (True, False)


def test_something_is_learned_from_what_was_upheld() -> None:
    told = tell(State.STAGE_1_ANSWERED)
    assert (judged("9.1", told), judged("9.1", told, early("Fri 15 May"))) == (False, None)
    told.does(Verb.LEARN, learned(), "Wed 20 May")
    assert judged("9.1", told) is True
    assert judged("9.1", told, early("Tue 19 May")) is False  # learned later than that


def test_what_was_upheld_later_owed_nothing_yet() -> None:
    """One issue is upheld at stage 1, and learned from; the other at stage 2 alone."""
    told = tell(State.STAGE_2_ANSWERED)
    case = told.facts
    first, second = (each.responded_on for each in case.stages)
    assert first and second and first < second
    at = {1: first, 2: second}
    issues = tuple(
        replace(
            case.issues[0],
            number=number,
            findings=(FindingFacts(number, Finding.UPHELD, "Why."),),
            learned_on=at[1] if number == 1 else None,
        )
        for number in (1, 2)
    )
    seen = replace(told.seen(), case=replace(case, issues=issues))
    assert judged("9.1", seen, replace(YEAR, as_at=first)) is True
    assert judged("9.1", seen, replace(YEAR, as_at=second)) is False


def test_a_response_that_upholds_nothing_owes_nothing() -> None:
    told = tell(State.STAGE_1_OPEN)
    told.does(
        Verb.RESPOND, Respond(findings=findings(told.facts, Finding.NOT_UPHELD)), "Mon 18 May"
    )
    assert (judged("7.1", told), judged("9.1", told)) == (None, None)


def test_a_late_answer_where_updates_were_agreed() -> None:
    told = tell(State.STAGE_1_OPEN).goes((Verb.AGREE_UPDATES, "Mon 18 May", AMINA))
    assert judged("5.9", told) is True


def test_the_same_person_at_both_stages() -> None:
    told = tell(State.STAGE_2_OPEN, book=warning(Guard.SEPARATE_PEOPLE))
    told.does(Verb.RESPOND, response(told), "Fri 19 Jun", AMINA)
    assert judged("6.13", told) is False


def test_a_request_for_stage_2_with_reasons_says_nothing_on_6_12() -> None:
    told = tell(State.STAGE_1_ANSWERED)
    asked = Escalate(requested_on=on("Wed 20 May"), channel="phone", reasons="It leaks again.")
    told.does(Verb.ESCALATE, asked, "Wed 20 May", BEN)
    assert (judged("6.12", told), judged("6.10", told)) == (None, True)


def test_a_message_that_may_ask_for_stage_2_is_not_left_lying() -> None:
    told = tell(State.STAGE_1_ANSWERED).goes((Verb.RECEIVE_MESSAGE, "Wed 20 May", AMINA))
    if told.facts.incoming[-1].may_ask:
        assert judged("6.10", told, early("Wed 27 May")) is None
        assert judged("6.10", told, early("Thu 28 May")) is False
    else:
        assert judged("6.10", told) is None


def test_new_issues_are_joined_or_made_a_complaint() -> None:
    told = tell(State.STAGE_1_OPEN).goes((Verb.ADD_ISSUE, "Wed 6 May", AMINA))
    assert judged("6.8", told) is True
    late = SeenEvent("issue_joined", on("Fri 19 Jun"))
    answered = tell(State.STAGE_1_ANSWERED).seen()
    assert judged("6.8", replace(answered, events=(*answered.events, late))) is False


def test_a_representative_delays_nothing() -> None:
    told = tell(State.STAGE_1_LOGGED)
    told.does(Verb.NAME_REPRESENTATIVE, daughter(ask=False), "Mon 4 May")
    assert judged("3.6", told, early("Mon 11 May")) is None
    assert judged("3.6", told) is False  # it waited for consent
    told.does(Verb.ACKNOWLEDGE, DEFINED, "Tue 5 May")
    assert judged("3.6", told) is True


def test_a_conflict_of_interest() -> None:
    about = tell(State.STAGE_1_OPEN)
    about.does(Verb.DECLARE_CONFLICT, DeclareConflict(conflict=False), "Wed 6 May")
    about.goes((Verb.RESPOND, "Mon 18 May", AMINA))
    assert judged("5.8", about) is True
    case = about.facts
    assert judged("5.8", Seen(replace(case, conflicted=(AMINA.id or 0,)))) is False
    assert judged("5.8", Seen(replace(case, unconflicted=(), about_staff=True))) is False


def test_adjustments_past_their_review() -> None:
    agreed = AdjustmentFacts(1, "Large print", on("Fri 1 May"), "Amina Khan", on("Tue 1 Sep"))
    seen = tell(State.STAGE_1_OPEN).seen(adjustments=(agreed,))
    assert judged("5.10", seen) is True
    assert judged("5.10", seen, early("Wed 2 Sep")) is False
    over = replace(agreed, ended_on=on("Mon 31 Aug"))
    assert judged("5.10", replace(seen, adjustments=(over,)), early("Wed 2 Sep")) is None


def test_a_restriction_of_contact_is_reasoned_approved_and_reviewed() -> None:
    told = tell(State.STAGE_1_OPEN, resident=7)
    told.does(Verb.RECORD_BEHAVIOUR, behaved("Fri 29 May"), "Fri 29 May")
    told.does(Verb.WARN, warning_letter(), "Mon 1 Jun")
    told.does(Verb.RECORD_BEHAVIOUR, behaved("Tue 2 Jun"), "Tue 2 Jun")
    told.does(Verb.RESTRICT_CONTACT, restriction(on("Wed 3 Jun")), "Wed 3 Jun")
    assert [judged(n, told) for n in ("5.14", "5.15")] == [None, None]  # only proposed
    told.does(Verb.APPROVE_RESTRICTION, ApproveRestriction(agrees=True), "Thu 4 Jun", CAROL)
    assert [judged(n, told, early("Tue 1 Sep")) for n in ("5.14", "5.15")] == [True, True]
    assert judged("5.14", told, early("Thu 3 Sep")) is False  # 90 days on, nobody looked
    (one,) = told.facts.conduct.restrictions
    alone = replace(one, approved_by=one.proposed_by)
    case = replace(told.facts, conduct=replace(told.facts.conduct, restrictions=(alone,)))
    assert judged("5.15", Seen(case)) is False


def test_a_request_that_nobody_answered() -> None:
    told = tell(State.REQUEST_OPEN)
    asked = told.facts.deadlines
    if asked:
        assert judged("1.4", told) is False
    assert judged("1.4", tell(State.REQUEST_ANSWERED)) is True


def test_a_request_whose_resident_wanted_to_complain() -> None:
    told = tell(State.REQUEST_ANSWERED)
    assert judged("1.5", told) is None
    wants = replace(told.facts, intake=IntakeFacts(choice=Choice.YES))
    assert judged("1.5", Seen(wants)) is False
    told.goes((Verb.RAISE_COMPLAINT, "Thu 7 May", AMINA))
    assert (judged("1.5", told), judged("1.4", told)) == (True, True)


def test_a_complaint_within_twelve_months() -> None:
    seen = tell(State.STAGE_1_OPEN).seen()
    (issue,) = seen.case.issues
    dated = replace(seen.case, issues=(replace(issue, occurred_on=on("Thu 2 Apr")),))
    assert judged("2.3", replace(seen, case=dated)) is True
    old = replace(seen.case, issues=(replace(issue, excluded_ground="too_old"),))
    note = {"ground": "too_old", "discretion": "We asked why.", "reasons": "It was in 2019."}
    fair = SeenEvent("refused", on("Tue 5 May"), note)
    assert judged("2.3", replace(seen, case=old, events=(fair,))) is True
    unfair = replace(fair, warned=("within_twelve_months",))
    assert judged("2.3", replace(seen, case=old, events=(unfair,))) is False


def imported(**others: object) -> Seen:
    """A complaint of an old system, answered on time without an outcome."""
    given = {
        "reference": "HAR-1", "kind": Kind.COMPLAINT, "stage": 1, "received": on("Fri 1 May"),
        "acknowledged": None, "due": on("Mon 18 May"), "extended_to": None,
        "responded": on("Mon 18 May"), "outcome": None, "tenure": None, "service_area": "Repairs",
        "category": "Leak", "channel": "web", "petition": False,
    }  # fmt: skip
    row = CaseRow(**(given | others))  # type: ignore[arg-type]
    return Seen(case_of("code-model", [row], on("Tue 1 Sep")), old=True)


def test_a_case_of_an_old_system_is_judged_by_what_that_held() -> None:
    told = {each.number: judged(each.number, imported()) for each in MEASURES}
    assert {number: answer for number, answer in told.items() if answer is not None} == {
        "5.12": False,
        "6.3": True,
    }
    assert judged("5.12", imported(outcome=Finding.UPHELD)) is True
    assert judged("6.2", imported(acknowledged=on("Tue 12 May"))) is False
    assert judged("6.3", imported(responded=on("Fri 29 May"))) is False
    assert judged("6.3", imported(responded=on("Fri 29 May"), extended_to=on("Fri 29 May"))) is True


ANSWERS = st.lists(st.sampled_from([True, False, None]), max_size=30)


@given(ANSWERS)
def test_those_that_should_are_those_that_did_and_the_references_of_the_others(
    answers: list[bool | None],
) -> None:
    base = tell(State.REQUEST_OPEN).facts
    rows = [Seen(replace(base, reference=str(number))) for number in range(len(answers))]
    of = {str(number): answer for number, answer in enumerate(answers)}
    one = Measured("6.3", "Some.", lambda seen, window: of[seen.case.reference])
    found = measure(rows, YEAR, [one])["6.3"]
    assert found.should == sum(answer is not None for answer in answers)
    assert 0 <= found.did <= found.should
    assert found.cases == tuple(n for n, answer in of.items() if answer is False)
    assert found.did_not == len(found.cases) == len(set(found.cases))


def test_nothing_to_measure() -> None:
    assert measure([], YEAR, MEASURES)["6.3"] == Measure(0, 0, ())
