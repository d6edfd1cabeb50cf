"""Lessons: what owes one, recording and changing it, and what closing says (Code 9.1, 9.2)."""

from dataclasses import replace

import pytest

from redress.rules import causes
from redress.rules.access import Role, Verb, may
from redress.rules.actions.close import Close
from redress.rules.actions.feed_back import FeedBack
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.causes import cause_in_words, causes_of
from redress.rules.facts import Finding, State
from redress.rules.learning import lessons_owed, upheld_on
from redress.rules.next_step import next_step
from redress.rules.policy import Guard, Mode
from redress.rules.policy_files import PolicyError, landlord_slugs
from redress.rules.resident_view import EVENTS
from tests.rules.inputs import findings, learned, on
from tests.rules.story import AMINA, BEN, CAROL, Story, reach, warning

DAY = "Wed 20 May"


def answered(finding: Finding = Finding.UPHELD) -> Story:
    told = reach(State.STAGE_1_OPEN)
    given = Respond(findings=findings(told.facts, finding))
    told.does(Verb.RESPOND, given, "Mon 18 May")
    return told


@pytest.mark.parametrize("finding", [Finding.UPHELD, Finding.PARTLY_UPHELD])
def test_what_is_upheld_owes_a_lesson_before_closing(finding: Finding) -> None:
    told = answered(finding)
    (issue,) = lessons_owed(told.facts)
    assert upheld_on(told.facts, issue) == on("Mon 18 May")
    step = next_step(told.facts)
    assert step and step.verb is Verb.LEARN
    told.does(Verb.LEARN, learned(), DAY)
    assert lessons_owed(told.facts) == ()
    step = next_step(told.facts)
    assert step and step.verb is Verb.CLOSE


def test_what_is_not_upheld_owes_none() -> None:
    told = answered(Finding.NOT_UPHELD)
    assert lessons_owed(told.facts) == ()
    assert told.refuses(Verb.LEARN, learned(), DAY) == [("nothing_upheld", "Code 9.1")]
    assert told.warns(Verb.CLOSE, Close(), DAY) == []


def test_the_latest_finding_counts() -> None:
    told = reach(State.STAGE_2_OPEN)
    assert len(lessons_owed(told.facts)) == 1
    given = Respond(findings=findings(told.facts, Finding.NOT_UPHELD))
    told.does(Verb.RESPOND, given, "Fri 19 Jun", BEN)
    assert lessons_owed(told.facts) == ()


def test_a_lesson_of_stage_1_stands_where_stage_2_upholds_again() -> None:
    told = reach(State.STAGE_2_OPEN)
    told.does(Verb.LEARN, learned(), "Tue 26 May")
    told.does(Verb.RESPOND, Respond(findings=findings(told.facts)), "Fri 19 Jun", BEN)
    assert lessons_owed(told.facts) == ()


def test_it_keeps_who_and_when_and_both_versions() -> None:
    told = answered()
    told.does(Verb.LEARN, learned(lesson="  We look after three days.  "), DAY)
    (issue,) = told.facts.issues
    assert (issue.cause, issue.lesson, issue.wider) == (
        "hand_over",
        "We look after three days.",
        True,
    )
    assert (issue.learned_on, issue.learned_by) == (on(DAY), AMINA.id)
    told.does(Verb.LEARN, learned(cause="contractor", wider=False), "Thu 21 May", CAROL)
    (issue,) = told.facts.issues
    assert (issue.cause, issue.wider, issue.learned_by) == ("contractor", False, CAROL.id)
    first, second = told.events[-2:]
    assert [e.note["changed"] for e in (first, second)] == [False, True]
    assert first.note["cause"] == "hand_over"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"issue": 2}, "nothing_upheld"),
        ({"cause": ""}, "no_such_cause"),
        ({"cause": "bad luck"}, "no_such_cause"),
        ({"went_wrong": " "}, "went_wrong_missing"),
        ({"lesson": "n/a"}, "lesson_missing"),
        ({"cause": "other", "went_wrong": "N/A"}, "went_wrong_missing"),
    ],
)
def test_what_is_refused(wrong: dict[str, object], code: str) -> None:
    found = answered().refuses(Verb.LEARN, learned(**wrong), DAY)
    assert found == [(code, "Code 9.1")]


def test_closing_without_it_warns_and_a_policy_may_refuse() -> None:
    owed = [("lesson_owed", "Code 9.1")]
    assert answered().warns(Verb.CLOSE, Close(), DAY) == owed
    strict = answered()
    strict.book = warning(Guard.LESSON, mode=Mode.REFUSE)
    assert strict.refuses(Verb.CLOSE, Close(), DAY) == owed
    strict.does(Verb.LEARN, learned(), DAY)
    assert strict.warns(Verb.CLOSE, Close(), DAY) == []


def test_it_is_learned_after_closing_too() -> None:
    told = reach(State.CLOSED)
    told.does(Verb.LEARN, learned(), "Fri 22 May")
    assert told.facts.state is State.CLOSED
    assert next_step(told.facts) is None


def test_two_issues_owe_two() -> None:
    told = answered()
    two = replace(told.facts, issues=(*told.facts.issues, replace(told.facts.issues[0], number=2)))
    assert [issue.number for issue in lessons_owed(two)] == [1, 2]
    gone = replace(two.issues[1], excluded_ground="too_old")
    assert len(lessons_owed(replace(two, issues=(two.issues[0], gone)))) == 1


def test_no_day_of_an_answer_owes_none() -> None:
    told = answered()
    old = replace(told.facts, stages=(replace(told.facts.stage, responded_on=None),))
    assert lessons_owed(old) == ()


def test_the_resident_sees_nothing_of_it() -> None:
    assert EVENTS["lesson_recorded"] is False
    assert EVENTS["fed_back"] is False


@pytest.mark.parametrize("landlord", [*landlord_slugs(), "another"])
def test_every_landlord_has_the_common_causes(landlord: str) -> None:
    found = causes_of(landlord)
    assert set(causes_of("model")) <= set(found)
    assert [*found][-1] == "other"
    assert all(len(words) <= 60 for words in found.values())


def test_a_landlord_may_add_causes() -> None:
    assert "phone_queues" in causes_of("harrow")
    assert "phone_queues" not in causes_of("herefordshire")
    assert cause_in_words("harrow", "phone_queues") == "Calls waited too long in the queue"
    assert cause_in_words("harrow", "of_old") == "Of old"


def test_a_cause_is_not_given_another_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    causes.causes_of.cache_clear()
    monkeypatch.setattr(causes, "_read", lambda name: {"delay": name})
    with pytest.raises(PolicyError, match="delay"):
        causes_of("harrow")
    causes.causes_of.cache_clear()


class TestFeedback:
    GIVEN = FeedBack(stage=1, words=" You answered every point. ")

    def test_it_goes_to_who_wrote_the_response(self) -> None:
        told = answered()
        (message,) = told.does(Verb.FEED_BACK, self.GIVEN, DAY, CAROL).messages
        assert (message.to_user, message.kind) == (AMINA.id, "feedback")
        assert "every point" not in message.text
        assert told.events[-1].note == {"stage": 1, "words": "You answered every point."}

    def test_nobody_checks_their_own(self) -> None:
        found = answered().refuses(Verb.FEED_BACK, self.GIVEN, DAY, AMINA)
        assert found == [("own_response_checked", "Code 6.9")]

    def test_it_says_something_to_somebody(self) -> None:
        none = FeedBack(stage=2, words=" ")
        found = answered().refuses(Verb.FEED_BACK, none, DAY, CAROL)
        assert found == [("nobody_to_tell", "Code 6.19"), ("feedback_missing", "Code 6.19")]


def test_handlers_learn_and_overseers_read() -> None:
    for role in Role:
        actor = replace(AMINA, roles=frozenset({role}))
        works = role in {
            *(Role.HANDLER, Role.COMPLAINTS_OFFICER, Role.TEAM_LEADER, Role.HEAD_OF_SERVICE),
            *(Role.STAGE_2_REVIEWER, Role.DIRECTOR, Role.CHIEF_EXECUTIVE),
        }
        assert may(actor, Verb.LEARN) == works
        assert may(actor, Verb.FEED_BACK) == (works and role is not Role.HANDLER)


def test_each_issue_has_its_own() -> None:
    told = reach(State.STAGE_1_OPEN)
    mixed = Respond(
        findings=(IssueFinding(issue=1, finding=Finding.UPHELD, reasons="We came late."),)
    )
    told.does(Verb.RESPOND, mixed, "Mon 18 May")
    assert [issue.number for issue in lessons_owed(told.facts)] == [1]
