"""A landlord's policy in plain words, made from the data that Redress runs by (Code 3.5, 3.7).

What is published is what is run: a sentence stands here only where the policy's data says so, with
its numbers. Where the Code gives residents more than the policy does, the sentence says what
happens, which is what the Code asks. Each sentence is a text with places and what goes into them,
so that a page can show it in another language.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from redress.rules import policy_plain as plain
from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_choices import (
    AfterStage2,
    Anonymous,
    Consent,
    Effect,
    ExtraStep,
    Place,
    Reasons,
    SocialMedia,
    Start,
    WindowStart,
)
from redress.rules.policy_parts import LandlordStage
from redress.rules.spans import Span

Value = str | Span | tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words with places such as {time}, and what stands in each of them.

    A span is a length of time, a tuple a list; both are put into words by whoever shows them.
    """

    words: str
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """Some sentences under a heading; those in `points` are a list of things."""

    heading: str
    sentences: tuple[Sentence, ...]
    points: tuple[Sentence, ...] = ()
    clauses: tuple[str, ...] = ()  # where it stands in the landlord's own paper


def in_words(policy: Policy, code: CodeEdition) -> tuple[Section, ...]:
    """The whole policy as residents read it, section by section; nothing in it is invented."""
    sections = (
        _what(policy),
        _who(policy),
        _how(policy),
        _not_taken(policy, code),
        _before(policy),
        _stage_1(policy),
        _stage_2(policy),
        _longer(policy),
        _afterwards(policy),
        _help(policy),
        _behaviour(policy),
    )
    return tuple(section for section in sections if section.sentences or section.points)


def _what(policy: Policy) -> Section:
    return Section(
        plain.WHAT,
        tuple(Sentence(words) for words in plain.WHAT_IT_IS),
        clauses=(policy.definition.clause,),
    )


def _who(policy: Policy) -> Section:
    given = policy.representatives
    first = given.consent is Consent.BEFORE_HANDLING
    said = [plain.ANYONE, plain.SOMEBODY_ELSE, plain.CONSENT_FIRST if first else plain.CONSENT]
    if given.members_see_redacted:
        said.append(plain.MEMBERS)
    if policy.petitions:
        said += plain.PETITION
        said += [plain.PETITION_CONTACT] if policy.petitions.one_contact else []
        said += [plain.PETITION_MEETING] if policy.petitions.meeting_offered else []
    clauses = (given.consent_clause, *((policy.petitions.clause,) if policy.petitions else ()))
    return Section(plain.WHO, tuple(Sentence(words) for words in said), clauses=clauses)


def _how(policy: Policy) -> Section:
    ways = policy.channels
    named = tuple(plain.WAYS[way] for way in ways.named if way in plain.WAYS)
    said = [Sentence(plain.HOW_NAMED, {"ways": named})] if named else []
    said.append(Sentence(plain.HOW_ANY if named else plain.HOW_STAFF))
    if ways.social_media is not None:
        moved = ways.social_media is SocialMedia.REDIRECTED
        said.append(Sentence(plain.SOCIAL_MOVED if moved else plain.SOCIAL))
    if ways.anonymous is Anonymous.ON_MERIT:
        said.append(Sentence(plain.NO_NAME))
    return Section(plain.HOW, tuple(said), clauses=(ways.clause,))


def _not_taken(policy: Policy, code: CodeEdition) -> Section:
    grounds = dict.fromkeys(plain.GROUNDS[each.ground] for each in policy.exclusions)
    limit, most = policy.time_limit.span, code.time_limit.span
    said = [Sentence(plain.SOME_NOT), Sentence(plain.ONE_BY_ONE), Sentence(plain.REFUSED)]
    if limit == most:
        said.append(Sentence(plain.TIME_LIMIT, {"time": limit}))
    else:
        said.append(Sentence(plain.TIME_LIMITS, {"time": limit, "code": most}))
    said.append(Sentence(plain.TELL_US_ALL_THE_SAME))
    clauses = tuple(dict.fromkeys(each.clause for each in policy.exclusions))
    points = tuple(Sentence(words) for words in grounds)
    return Section(plain.NOT_TAKEN, tuple(said), points, (*clauses, policy.time_limit.clause))


def _before(policy: Policy) -> Section:
    """A step beside the two stages (Code 5.2 has none), and requests (Code 1.4, 1.5)."""
    step, requests = policy.informal, policy.requests
    said = []
    if step is not None:
        at_first = step.place is Place.BEFORE_STAGE_1
        said.append(Sentence(plain.STEP if at_first else plain.STEP_BESIDE, {"name": step.name}))
        if step.respond:
            said.append(Sentence(plain.STEP_TIME, {"time": step.respond.span}))
        said.append(Sentence(plain.STEP_NOT_NEEDED))
    elif requests is not None:
        said.append(Sentence(plain.REQUEST))
        if requests.respond:
            said.append(Sentence(plain.REQUEST_TIME, {"time": requests.respond.span}))
        said.append(Sentence(plain.REQUEST_UNHAPPY))
    clause = step.clause if step else requests.clause if requests else ""
    return Section(plain.BEFORE, tuple(said), clauses=(clause,))


def _stage_1(policy: Policy) -> Section:
    return Section(
        plain.STAGE_1,
        (Sentence(plain.WHEN_KNOWN),),
        tuple(_stage(policy.stage_1, plain.FIRST)),
        clauses=(policy.stage_1.respond.clause,),
    )


def _stage_2(policy: Policy) -> Section:
    stage = policy.stage_2
    said = [Sentence(plain.ASK_AGAIN)]
    asked = stage.reasons is Reasons.REQUIRED
    said.append(Sentence(plain.NO_REASON_ASKED if asked else plain.NO_REASON))
    if stage.window:
        received = stage.window_from is WindowStart.REPLY_RECEIVED
        words = plain.WINDOW_RECEIVED if received else plain.WINDOW
        said.append(Sentence(words, {"time": stage.window.span}))
    if stage.extra_step is ExtraStep.BACK_TO_LANDLORD:
        said.append(Sentence(plain.BACK_FIRST))
    steps = Sentence(plain.SOMEBODY_NEW), *_stage(stage, plain.SECOND)
    return Section(plain.STAGE_2, tuple(said), steps, (stage.respond.clause,))


def _stage(stage: LandlordStage, words: plain.OfStage) -> Iterator[Sentence]:
    if stage.acknowledge:
        yield Sentence(words.acknowledge, {"time": stage.acknowledge.span})
        yield Sentence(plain.DEFINITION)
    if stage.first_call:
        yield Sentence(plain.CALL, {"time": stage.first_call.span})
    yield Sentence(words.by, {"who": plain.PEOPLE[stage.decided_by]})
    at_once = stage.respond_from is Start.RECEIVED
    text = words.respond_at_once if at_once else words.respond
    yield Sentence(text, {"time": stage.respond.span})
    if stage.comment_on_adverse_findings:
        yield Sentence(plain.COMMENT)


def _longer(policy: Policy) -> Section:
    one, two = policy.stage_1.extension.span, policy.stage_2.extension.span
    said = [
        Sentence(plain.LONGER),
        Sentence(plain.LONGER_ALIKE, {"time": one})
        if one == two
        else Sentence(plain.LONGER_EACH, {"one": one, "two": two}),
    ]
    if policy.stage_1.extension.needs_agreement:
        said.append(Sentence(plain.LONGER_AGREED))
    said.append(Sentence(plain.LONGER_OMBUDSMAN))
    clauses = policy.stage_1.extension.clause, policy.stage_2.extension.clause
    return Section(plain.MORE_TIME, tuple(said), clauses=tuple(dict.fromkeys(clauses)))


def _afterwards(policy: Policy) -> Section:
    said = [Sentence(plain.OMBUDSMAN), Sentence(plain.OMBUDSMAN_ANY_TIME)]
    if policy.after_stage_2 is AfterStage2.DESIGNATED_PERSON_OR_8_WEEKS:
        said.append(Sentence(plain.NO_WAIT))
    others = [plain.BODIES[route.body] for route in policy.routes if route.body in plain.BODIES]
    return Section(
        plain.AFTER,
        tuple(said),
        tuple(Sentence(words) for words in dict.fromkeys(others)),
        (policy.after_stage_2_clause,),
    )


def _help(policy: Policy) -> Section:
    said = [*plain.PUT_RIGHT, *([plain.MEDIATION] if policy.mediation else []), *plain.NEEDS]
    clauses = (policy.mediation.clause,) if policy.mediation else ()
    return Section(plain.HELP, tuple(Sentence(words) for words in said), clauses=clauses)


def _behaviour(policy: Policy) -> Section:
    rules = policy.restrictions
    if rules is None:
        return Section(plain.BEHAVIOUR, ())
    said = [plain.MAY_LIMIT, plain.WARNED, plain.GOES_ON]
    if set(rules.effects) != {Effect.CONTACT}:
        said.append(plain.NEVER_STOPPED)
    return Section(plain.BEHAVIOUR, tuple(Sentence(each) for each in said), clauses=(rules.clause,))
