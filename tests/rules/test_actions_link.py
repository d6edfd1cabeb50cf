"""Cases that belong together: linked, split and merged, each reference kept."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.link import Link
from redress.rules.actions.merge import Merge
from redress.rules.actions.receive import NewIssue, Receive
from redress.rules.actions.reopen import Reopen
from redress.rules.actions.respond import Respond
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.split import Split
from redress.rules.facts import CaseFacts, LinkFacts, State, Tie
from tests.rules.inputs import findings
from tests.rules.story import Story, begun, reach

OTHER = "MOD-000777"
JOB = Link(other="Repairs job 4411", tie=Tie.OUTSIDE, about="The visit that failed.")
LEAK, NOISE = NewIssue(summary="The roof leaks"), NewIssue(summary="The lift is loud")


def other(**changes: object) -> CaseFacts:
    """Another complaint of the same resident, received on Tuesday 28 April 2026."""
    case = begun(when="Tue 28 Apr", resident=5).facts
    return replace(case, reference=OTHER, **changes)  # type: ignore[arg-type]


class TestLink:
    def test_a_matter_outside_is_kept_by_its_name(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        decision = story.does(Verb.LINK, JOB, story.today)
        assert story.facts.links == (
            LinkFacts("Repairs job 4411", Tie.OUTSIDE, "The visit that failed."),
        )
        assert decision.also == ()

    @pytest.mark.parametrize(
        ("tie", "back"), [(Tie.RELATED, Tie.RELATED), (Tie.REPEATS, Tie.REPEATED_BY)]
    )
    def test_the_other_case_is_told_from_its_own_side(self, tie: Tie, back: Tie) -> None:
        story = reach(State.CLOSED)
        decision = story.does(Verb.LINK, Link(other=OTHER, tie=tie, found=other()), story.today)
        (also,) = decision.also
        assert (also.reference, also.verb, also.given.tie) == (OTHER, Verb.LINK, back)
        assert also.given.other == "MOD-000001"
        there = Story(case=other())
        assert there.does(Verb.LINK, also.given, story.today).also == ()
        assert there.facts.links == (LinkFacts("MOD-000001", back),)

    def test_not_to_itself_nor_to_what_is_not_there_nor_twice(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        for name in ("MOD-000001", OTHER, "", "x" * 121):
            given = Link(other=name, tie=Tie.RELATED)
            assert story.refuses(Verb.LINK, given, story.today) == [("no_such_case", "Code 5.12")]
        story.does(Verb.LINK, JOB, story.today)
        assert story.refuses(Verb.LINK, JOB, story.today) == [("linked_already", "")]

    def test_untying_unties_both(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        tied = Link(other=OTHER, tie=Tie.REPEATS, found=other())
        story.does(Verb.LINK, tied, story.today)
        decision = story.does(Verb.LINK, replace(tied, untie=True), story.today)
        assert story.facts.links == () and story.events[-1].name == "unlinked"
        (also,) = decision.also
        there = Story(case=other(links=(LinkFacts("MOD-000001", Tie.REPEATED_BY),)))
        there.does(Verb.LINK, also.given, story.today)
        assert there.facts.links == ()
        assert story.refuses(Verb.LINK, replace(tied, untie=True), story.today) == [
            ("not_linked", "")
        ]


class TestSplit:
    def story(self) -> Story:
        return begun(issues=(LEAK, NOISE), resident=5, risks=("mould",))

    def test_the_new_complaint_has_the_old_ones_day(self) -> None:
        story = self.story()
        given = Split(issues=(2,), why="The lift is another service’s.")
        decision = story.does(Verb.SPLIT, given, "Wed 6 May")
        new = decision.new_case
        assert isinstance(new, Receive)
        assert (new.received_on, new.resident, new.risks) == (date(2026, 5, 1), 5, ("mould",))
        assert [issue.summary for issue in new.issues] == ["The lift is loud"]
        assert new.split_from == "MOD-000001"

    def test_what_is_split_off_needs_no_finding_here(self) -> None:
        story = self.story()
        story.does(Verb.SPLIT, Split(issues=(2,), why="Another service."), "Wed 6 May")
        assert [issue.number for issue in story.facts.issues_in] == [1]
        assert [finding.issue for finding in findings(story.facts)] == [1]

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (Split(issues=(1, 2), why="So."), "nothing_would_stay"),
            (Split(issues=(), why="So."), "no_such_issue"),
            (Split(issues=(7,), why="So."), "no_such_issue"),
            (Split(issues=(2,), why=" "), "why_missing"),
        ],
    )
    def test_what_is_refused(self, given: Split, code: str) -> None:
        assert self.story().refuses(Verb.SPLIT, given, "Wed 6 May") == [(code, "Code 6.8")]


class TestMerge:
    def merge(self, into: CaseFacts | None, **others: str) -> Merge:
        words = {"why": "The same leak.", "told": "By phone today."} | others
        return Merge(other=OTHER, found=into, **words)

    def story(self, state: State = State.STAGE_1_RECEIVED) -> Story:
        return reach(state, resident=5)

    def test_it_is_closed_and_says_where_it_goes_on(self) -> None:
        story = self.story()
        decision = story.does(Verb.MERGE, self.merge(other()), "Wed 6 May")
        case = story.facts
        assert (case.state, case.merged_into) == (State.CLOSED, OTHER)
        assert (case.stage.ended_on, case.stage.outcome) == (date(2026, 5, 6), None)
        (also,) = decision.also
        assert (also.reference, also.verb) == (OTHER, Verb.TAKE_IN)

    def test_the_other_takes_its_issues_and_risks(self) -> None:
        story = reach(State.STAGE_1_RECEIVED, resident=5, risks=("mould",))
        decision = story.does(Verb.MERGE, self.merge(other()), "Wed 6 May")
        there = Story(case=other(risks=("damp",)))
        there.does(Verb.TAKE_IN, decision.also[0].given, "Wed 6 May")
        assert [issue.number for issue in there.facts.issues] == [1, 2]
        assert there.facts.issues[1].summary == story.facts.issues[0].summary
        assert there.facts.risks == ("damp", "mould")
        assert there.facts.links == (LinkFacts("MOD-000001", Tie.MERGED_FROM),)

    @pytest.mark.parametrize(
        ("changes", "code", "provision"),
        [
            ({"received_on": date(2026, 5, 2)}, "merge_into_the_older", "Code 6.2"),
            ({"resident": 6}, "not_the_same_resident", "Code 6.8"),
            ({"state": State.STAGE_1_ANSWERED}, "answered_already", "Code 6.8"),
            ({"state": State.STAGE_2_OPEN}, "answered_already", "Code 6.8"),
            ({"reference": "MOD-000001"}, "no_such_case", "Code 6.8"),
        ],
    )
    def test_into_what_it_is_not(
        self, changes: dict[str, object], code: str, provision: str
    ) -> None:
        into = replace(other(), **changes)  # type: ignore[arg-type]
        refused = self.story().refuses(Verb.MERGE, self.merge(into), "Wed 6 May")
        assert refused == [(code, provision)]

    def test_not_without_reason_and_telling_the_resident(self) -> None:
        given = self.merge(other(), why="", told=" ")
        assert self.story().refuses(Verb.MERGE, given, "Wed 6 May") == [
            ("why_missing", "Code 6.8"),
            ("told_missing", "Code 6.8"),
        ]

    def test_what_is_restricted_does_not_go_where_all_can_read_it(self) -> None:
        story = self.story()
        story.does(Verb.RESTRICT, Restrict(people=((33, "Cara"),), reason="Staff."), story.today)
        assert story.refuses(Verb.MERGE, self.merge(other()), story.today) == [
            ("restricted_into_open", "")
        ]
        hidden = other(restricted=True, named=(11,))
        story.does(Verb.MERGE, self.merge(hidden), story.today)

    def test_it_goes_on_only_in_the_other(self) -> None:
        story = self.story()
        story.does(Verb.MERGE, self.merge(other()), "Wed 6 May")
        said = Reopen(reason="We were wrong.")
        assert story.refuses(Verb.REOPEN, said, "Thu 7 May") == [("merged_already", "Code 6.8")]
        asked = Escalate(requested_on=date(2026, 5, 7), channel="phone")
        assert story.refuses(Verb.ESCALATE, asked, "Thu 7 May") == [("merged_already", "Code 6.8")]
        assert story.refuses(Verb.RESPOND, Respond(findings=()), "Thu 7 May") == [("not_now", "")]
