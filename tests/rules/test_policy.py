"""The policies as values: what they promise, their guards, and that no rule is forgotten."""

from datetime import date

import pytest
from pydantic import ValidationError

from redress.rules.facts import Kind
from redress.rules.policy import Guard, Mode, Policy, Promise, held_at
from redress.rules.policy_choices import (
    Account,
    Anonymous,
    Beyond,
    EndKind,
    Raised,
    Reasons,
    SignOffWhen,
    Start,
    Told,
    Who,
    WindowStart,
)
from redress.rules.policy_files import codes, landlord_slugs, policies_of, policy_by_id
from redress.rules.policy_parts import SignOff
from redress.rules.span_words import read_span
from redress.rules.spans import Span, Unit
from tests.rules.policy_by_hand import CLOCKS, RULES

THH = "tower-hamlets-homes/2022-10-01"


def newest(slug: str) -> Policy:
    return policies_of(slug)[-1]


def span(promise: Promise | None) -> Span | None:
    return promise.span if promise else None


@pytest.mark.parametrize(("slug", "number"), CLOCKS)
def test_the_days_are_those_of_the_paper(slug: str, number: int) -> None:
    stage = newest(slug).stage(number)
    found = [span(stage.acknowledge), stage.respond.span, stage.extension.span]
    found += [span(stage.first_call), span(stage.window)]
    assert found == [words and read_span(words) for words in CLOCKS[slug, number]]


def test_48_hours_keep_their_unit_and_the_landlords_reading() -> None:
    promise = policy_by_id(THH).stage(1).acknowledge
    assert promise is not None
    assert promise.span == Span(48, Unit.HOURS, read_as=Span(2, Unit.WORKING_DAYS))


@pytest.mark.parametrize(
    ("identity", "number", "said"),
    [
        (THH, 1, False),
        (THH, 2, False),
        ("together/2021-02-01", 1, False),
        ("herefordshire/2021-07-01", 2, False),
        ("harrow/2021-04-01", 1, False),
        ("harrow/2023-04-01", 1, True),  # Appendix B 6.3
        ("code-model/2024-04-01", 2, True),
    ],
)
def test_where_the_paper_does_not_say_the_days_count_from_the_acknowledgement(
    identity: str, number: int, said: bool
) -> None:
    stage = policy_by_id(identity).stage(number)
    assert stage.respond_from is Start.ACKNOWLEDGED
    assert stage.respond_from_stated is said


def test_harrow_went_from_15_to_10_days_in_april_2023() -> None:
    old, new = policies_of("harrow")
    assert old.stage(1).respond.span == Span(15, Unit.WORKING_DAYS)
    assert new.stage(1).respond.span == Span(10, Unit.WORKING_DAYS)
    assert new.starts == date(2023, 4, 1)


@pytest.mark.parametrize(
    ("slug", "starts", "until", "kind"),
    [
        ("tower-hamlets-homes", date(2022, 10, 1), None, None),
        ("together", date(2021, 2, 1), date(2024, 2, 29), EndKind.END),
        ("herefordshire", date(2021, 7, 1), date(2024, 3, 31), EndKind.REVIEW),
        ("code-model", date(2024, 4, 1), None, None),
    ],
)
def test_dates_on_the_cover(
    slug: str, starts: date, until: date | None, kind: EndKind | None
) -> None:
    policy = newest(slug)
    found = (policy.starts, policy.stated_until, policy.stated_until_is)
    assert found == (starts, until, kind)


def test_informal_steps_as_written() -> None:
    query, sorted_out = policy_by_id(THH).informal, newest("together").informal
    assert query and query.name == "Query"
    assert span(query.respond) == Span(5, Unit.WORKING_DAYS)
    assert span(query.first_call) == Span(
        48, Unit.HOURS, target=24, read_as=Span(2, Unit.WORKING_DAYS)
    )
    assert span(query.handler_answers) == Span(5, Unit.WORKING_DAYS, target=3)
    assert sorted_out and sorted_out.name == "Get It Sorted"
    assert span(sorted_out.respond) == Span(5, Unit.WORKING_DAYS)
    assert sorted_out.raised is Raised.ON_FORMAL_REQUEST
    assert newest("harrow").informal is None


def test_windows_count_from_what_the_paper_says() -> None:
    assert policy_by_id(THH).stage_2.window_from is WindowStart.REPLY_RECEIVED
    assert newest("herefordshire").stage_2.window_from is WindowStart.REPLY_SENT


def test_limits_for_complaining() -> None:
    limits = {slug: newest(slug).time_limit for slug in landlord_slugs()}
    months = {slug: limit.span.amount for slug, limit in limits.items()}
    assert months == {
        "tower-hamlets-homes": 6,
        "together": 6,
        "herefordshire": 12,
        "harrow": 12,
        "code-model": 12,
    }
    assert {limit.span.unit for limit in limits.values()} == {Unit.MONTHS}


def test_a_unit_that_the_paper_leaves_out_is_marked() -> None:
    for number in (1, 2):
        assert newest("herefordshire").stage(number).extension.unit_stated is False
        assert newest("together").stage(number).extension.unit_stated is True


def test_extensions_and_agreement() -> None:
    thh, tha = policy_by_id(THH), newest("together")
    assert thh.stage(1).extension.needs_agreement
    assert not thh.stage(2).extension.needs_agreement
    assert tha.stage(1).extension.beyond is Beyond.AGREEMENT
    assert tha.stage(2).extension.beyond is Beyond.AGREEMENT
    assert Told.OMBUDSMAN_DETAILS_IF_NOT_AGREED in thh.stage(1).extension.tells


def test_who_decides_and_signs() -> None:
    thh, hereford = policy_by_id(THH), newest("herefordshire")
    quick, otherwise = thh.stage(1).sign_off
    assert (quick.when, quick.who) == (SignOffWhen.QUICK, Who.TEAM_LEADER_OR_MANAGER)
    assert quick.within == Span(5, Unit.WORKING_DAYS)
    assert otherwise.who is Who.HEAD_OF_SERVICE
    assert [rule.who for rule in thh.stage(2).sign_off] == [Who.CHIEF_EXECUTIVE]
    assert hereford.stage(1).decided_by is Who.SERVICE_COMPLAINED_ABOUT
    assert hereford.stage(1).checked_by is hereford.stage(2).decided_by is Who.COMPLAINTS_TEAM


def test_what_else_differs() -> None:
    assert newest("herefordshire").stage(1).comment_on_adverse_findings
    assert newest("herefordshire").stage(2).comment_on_adverse_findings
    assert newest("together").channels.anonymous is Anonymous.ON_MERIT
    assert newest("together").mediation is not None
    petitions = policy_by_id(THH).petitions
    assert petitions is not None and (petitions.stage, petitions.marked) == (1, True)
    asked = {slug for slug in RULES if newest(slug).stage_2.reasons is Reasons.REQUIRED}
    assert asked == {"tower-hamlets-homes", "together", "herefordshire"}


@pytest.mark.parametrize("guard", Guard)
def test_guards_by_default(guard: Guard) -> None:
    own = {
        Guard.ESCALATION_REASONS,
        Guard.ESCALATION_WINDOW,
        Guard.EXTENSION_AGREEMENT,
        Guard.LATE_REASON,
        Guard.LESSON,
        Guard.TRAINING,
    }
    expected = Mode.WARN if guard in own else Mode.REFUSE
    assert newest("code-model").guard(guard) is expected


def test_no_landlord_relaxes_a_guard_of_the_code() -> None:
    relaxed = {
        (slug, guard)
        for slug in landlord_slugs()
        for guard in Guard
        if newest(slug).guard(guard) is not newest("code-model").guard(guard)
    }
    assert relaxed == set()


@pytest.mark.parametrize(
    ("slug", "days"),
    [("harrow", 10), ("tower-hamlets-homes", 5), ("together", 5)],
)
def test_requests_are_answered_in_the_published_time(slug: str, days: int) -> None:
    promise = newest(slug).request_promise(Kind.SERVICE_REQUEST)
    assert span(promise) == Span(days, Unit.WORKING_DAYS)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.SERVICE_REQUEST])
def test_no_other_contact_has_a_promise(kind: Kind) -> None:
    assert all(newest(slug).request_promise(kind) is None for slug in landlord_slugs())


def test_no_time_for_requests_where_none_is_stated() -> None:
    assert newest("herefordshire").request_promise(Kind.SERVICE_REQUEST) is None
    assert newest("code-model").request_promise(Kind.SERVICE_REQUEST) is None


@pytest.mark.parametrize("number", [0, 3, -1])
def test_there_is_no_third_stage(number: int) -> None:
    with pytest.raises(ValueError, match=rf"no stage {number}.*Code 5\.3"):
        newest("harrow").stage(number)
    with pytest.raises(ValueError, match="no stage"):
        codes()[0].stage(number)


def test_a_policy_cannot_be_changed() -> None:
    policy = newest("harrow")
    with pytest.raises(ValidationError, match="frozen"):
        policy.name = "Another"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        policy.stage_1.respond.clause = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("slug", RULES)
def test_every_rule_of_the_papers_is_accounted_for(slug: str) -> None:
    assert [rule.id for rule in newest(slug).rules] == RULES[slug]


@pytest.mark.parametrize("slug", RULES)
def test_each_account_leads_somewhere(slug: str) -> None:
    policy = newest(slug)
    for rule in policy.rules:
        found = [held_at(policy, path) for path in rule.at]
        if rule.account is Account.NEITHER:
            assert rule.why and not found, rule.id
        else:
            assert any(value not in (None, ()) for value in found), rule.id
        if rule.account is Account.BEHAVIOUR:
            assert str(found[0]) == rule.value, rule.id


def test_the_sign_off_of_two_papers_is_a_listed_contradiction() -> None:
    listed = {rule for each in policy_by_id(THH).contradictions for rule in each.rules}
    assert {"S11", "T19", "S3", "S10"} <= listed


@pytest.mark.parametrize("path", ["stage_3", "stage_1.respond.days", "slug.x", ""])
def test_a_path_that_leads_nowhere(path: str) -> None:
    with pytest.raises(LookupError):
        held_at(newest("harrow"), path)


@pytest.mark.parametrize(
    ("when", "within"),
    [(SignOffWhen.QUICK, None), (SignOffWhen.EVERY, Span(5, Unit.WORKING_DAYS))],
)
def test_only_a_quick_sign_off_has_a_time(when: SignOffWhen, within: Span | None) -> None:
    with pytest.raises(ValidationError, match="within goes with"):
        SignOff(when=when, within=within, who=Who.DIRECTOR, clause="5")
