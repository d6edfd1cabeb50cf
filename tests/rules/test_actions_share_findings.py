"""Adverse findings for comment: a small clock inside the response date (Herefordshire, 3)."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.record_findings_comment import RecordFindingsComment
from redress.rules.actions.respond import Respond
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.facts import Clock, Finding, State
from redress.rules.policy import Guard
from tests.rules.inputs import findings, on
from tests.rules.story import BEN, Story, reach, warning

SHARED = ShareFindings(findings=" We came on 3 May. ", comment_by=on("Mon 11 May"))
COMMENT = RecordFindingsComment(comment=" That was next door. ", came_on=on("Fri 8 May"))


def against(story: Story, **others: object) -> Respond:
    return Respond(findings=findings(story.facts, Finding.NOT_UPHELD), **others)  # type: ignore[arg-type]


@pytest.fixture
def open_case() -> Story:
    """At Herefordshire; the response is due on Tuesday 19 May."""
    return reach(State.STAGE_1_OPEN, "herefordshire")


def test_the_letter_and_the_clock(open_case: Story) -> None:
    main = open_case.clock(1, Clock.RESPOND)
    (letter,) = open_case.does(Verb.SHARE_FINDINGS, SHARED, "Wed 6 May").letters
    assert (letter.kind, letter.stage, letter.facts) == (
        "adverse_findings",
        1,
        {
            "stage_name": "stage 1",
            "findings": "We came on 3 May.",
            "comment_by": "Monday 11 May 2026",
            "answer_by": "Tuesday 19 May 2026",
        },
    )
    clock = open_case.clock(1, Clock.FINDINGS_COMMENT)
    assert (clock.due_on, clock.met_on, clock.code) == (on("Mon 11 May"), None, None)
    assert clock.promise and clock.promise.counted_from == on("Wed 6 May")
    assert open_case.clock(1, Clock.RESPOND) == main  # it moves nothing


@pytest.mark.parametrize(
    ("comment_by", "today", "code"),
    [
        ("Wed 6 May", "Wed 6 May", "not_ahead"),
        ("Wed 20 May", "Wed 6 May", "after_response"),
    ],
)
def test_the_day_lies_between_today_and_the_response(
    open_case: Story, comment_by: str, today: str, code: str
) -> None:
    given = ShareFindings(findings="So.", comment_by=on(comment_by))
    assert [c for c, _ in open_case.refuses(Verb.SHARE_FINDINGS, given, today)] == [code]
    last = ShareFindings(findings="So.", comment_by=on("Tue 19 May"))
    open_case.does(Verb.SHARE_FINDINGS, last, today)


def test_on_the_day_of_the_response_there_is_no_time_left(open_case: Story) -> None:
    given = ShareFindings(findings="So.", comment_by=on("Wed 20 May"))
    codes = [code for code, _ in open_case.refuses(Verb.SHARE_FINDINGS, given, "Tue 19 May")]
    assert codes == ["no_time_for_comment", "after_response"]


def test_nothing_to_comment_on(open_case: Story) -> None:
    empty = ShareFindings(findings=" ", comment_by=on("Mon 11 May"))
    assert open_case.refuses(Verb.SHARE_FINDINGS, empty, "Wed 6 May") == [
        ("findings_missing", "Code 5.8")
    ]


def test_the_comment_ends_the_clock_and_is_kept(open_case: Story) -> None:
    open_case.does(Verb.SHARE_FINDINGS, SHARED, "Wed 6 May")
    open_case.does(Verb.RECORD_FINDINGS_COMMENT, COMMENT, "Mon 11 May")
    assert open_case.clock(1, Clock.FINDINGS_COMMENT).met_on == on("Fri 8 May")
    assert open_case.events[-1].note["comment"] == "That was next door."
    more = RecordFindingsComment(comment="And one more thing.", came_on=on("Mon 11 May"))
    open_case.does(Verb.RECORD_FINDINGS_COMMENT, more, "Mon 11 May")
    assert open_case.clock(1, Clock.FINDINGS_COMMENT).met_on == on("Fri 8 May")


def test_what_is_no_comment(open_case: Story) -> None:
    assert ("findings_not_shared", "Code 5.8") in open_case.refuses(
        Verb.RECORD_FINDINGS_COMMENT, COMMENT, "Mon 11 May"
    )
    open_case.does(Verb.SHARE_FINDINGS, SHARED, "Wed 6 May")
    wrong = RecordFindingsComment(comment="", came_on=on("Tue 12 May"))
    assert open_case.refuses(Verb.RECORD_FINDINGS_COMMENT, wrong, "Mon 11 May") == [
        ("comment_missing", "Code 5.12"),
        ("date_out_of_range", ""),
    ]


class TestRespondingAgainstTheResident:
    def test_not_before_they_could_comment(self, open_case: Story) -> None:
        assert open_case.refuses(Verb.RESPOND, against(open_case), "Wed 6 May") == [
            ("comment_not_offered", "3 Stage 1")
        ]

    def test_not_while_their_time_runs_and_then_it_goes(self, open_case: Story) -> None:
        open_case.does(Verb.SHARE_FINDINGS, SHARED, "Wed 6 May")
        assert open_case.refuses(Verb.RESPOND, against(open_case), "Mon 11 May") == [
            ("comment_time_runs", "3 Stage 1")
        ]
        assert open_case.warns(Verb.RESPOND, against(open_case), "Tue 12 May") == []

    def test_their_comment_is_enough(self, open_case: Story) -> None:
        open_case.does(Verb.SHARE_FINDINGS, SHARED, "Wed 6 May")
        open_case.does(Verb.RECORD_FINDINGS_COMMENT, COMMENT, "Fri 8 May")
        assert open_case.warns(Verb.RESPOND, against(open_case), "Fri 8 May") == []

    def test_a_reason_is_enough_and_is_kept(self, open_case: Story) -> None:
        given = against(open_case, no_comment_reason=" They are away until June. ")
        open_case.does(Verb.RESPOND, given, "Wed 6 May")
        note = open_case.events[-1].note
        assert note["no_comment_reason"] == "They are away until June."

    @pytest.mark.parametrize("finding", [Finding.PARTLY_UPHELD, Finding.NOT_UPHELD])
    def test_any_part_against_them_counts(self, open_case: Story, finding: Finding) -> None:
        given = Respond(findings=findings(open_case.facts, finding))
        assert open_case.refuses(Verb.RESPOND, given, "Wed 6 May")

    def test_a_finding_for_them_waits_for_nothing(self, open_case: Story) -> None:
        given = Respond(findings=findings(open_case.facts, Finding.UPHELD))
        assert open_case.warns(Verb.RESPOND, given, "Wed 6 May") == []

    def test_stage_2_promises_it_anew(self) -> None:
        story = reach(State.STAGE_2_OPEN, "herefordshire")
        answer = story.tries(Verb.RESPOND, against(story), "Mon 1 Jun", BEN)
        assert [(r.code, r.provision) for r in answer.reasons] == [
            ("comment_not_offered", "3 Stage 2")
        ]

    @pytest.mark.parametrize("landlord", ["code-model", "harrow", "together"])
    def test_where_nothing_is_promised_nothing_is_asked(self, landlord: str) -> None:
        story = reach(State.STAGE_1_OPEN, landlord)
        assert story.warns(Verb.RESPOND, against(story), "Wed 6 May") == []

    def test_a_policy_may_set_it_to_warn(self) -> None:
        book = warning(Guard.ADVERSE_COMMENT, landlord="herefordshire")
        story = reach(State.STAGE_1_OPEN, "herefordshire", book)
        warned = story.warns(Verb.RESPOND, against(story), "Wed 6 May")
        assert warned == [("comment_not_offered", "3 Stage 1")]
