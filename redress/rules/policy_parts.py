"""The parts of a policy. Every key must be in the file; one the text does not speak of is
"not stated" there and None here, so that a silence is a reading, not an oversight.
"""

from datetime import date
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from redress.rules import policy_choices as choices
from redress.rules.access import Role
from redress.rules.span_words import WORDS, read_span, written
from redress.rules.spans import Span


def _span(given: object) -> object:
    return read_span(given) if isinstance(given, str) else given


Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]
Length = Annotated[
    Span,
    BeforeValidator(_span),
    PlainSerializer(written, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": f"^{WORDS.pattern}$"}),
]


class Frozen(BaseModel):
    """Base of all policy data: read-only, unknown keys refused, no type guessing."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)


class Promise(Frozen):
    """A length of time and the clause that promises it.

    `aim` is true where the text says "aim to" or "generally": still measured as a promise.
    `unit_stated` is false where the text gives a bare number of days.
    """

    span: Length
    clause: Text
    aim: bool = False
    unit_stated: bool = True


class Extension(Frozen):
    """How much longer a response may take. `span` is the most without the `beyond` condition."""

    span: Length
    clause: Text
    needs_agreement: bool = False
    beyond: choices.Beyond = choices.Beyond.GOOD_REASON
    unit_stated: bool = True


class Stage(Frozen):
    """What is promised, or limited, at one stage. None where the text states nothing.

    `respond_from_stated` is false where the text does not say what the days count from; the
    Code's start (acknowledgement: 6.3, 6.14) is then used.
    """

    acknowledge: Promise | None = None
    respond: Promise
    respond_from: choices.Start = choices.Start.ACKNOWLEDGED
    respond_from_stated: bool = True
    extension: Extension
    first_call: Promise | None = None
    window: Promise | None = None  # stage 2: how long the resident has to ask
    window_from: choices.WindowStart | None = None


class SignOff(Frozen):
    """Who signs which response of a stage. `within` belongs to quick ones."""

    when: choices.SignOffWhen
    within: Length | None = None
    who: choices.Who
    clause: Text

    @model_validator(mode="after")
    def _quick_within(self) -> Self:
        if (self.when is choices.SignOffWhen.QUICK) != (self.within is not None):
            raise ValueError("within goes with when = quick, and with no other")
        return self


class Authority(Frozen):
    """How much money a role may promise, in pounds; any sum where `pounds` is None."""

    role: Role
    pounds: int | None = Field(ge=0)
    clause: Text


class LandlordExtension(Extension):
    """An extension as a landlord's policy has it: with what the resident is told."""

    tells: tuple[choices.Told, ...]
    tells_clause: Text
    authorised_by: choices.Who | None


class LandlordStage(Stage):
    """A stage as a landlord's policy has it."""

    name: Text
    acknowledge: Promise | None
    acknowledgement: choices.Acknowledgement | None
    acknowledgement_clause: Text
    respond_from: choices.Start
    respond_from_stated: bool
    extension: LandlordExtension
    first_call: Promise | None
    decided_by: choices.Who
    decided_by_words: Text
    decided_by_clause: Text
    checked_by: choices.Who | None
    sign_off: tuple[SignOff, ...]
    response_parts: tuple[choices.ResponsePart, ...]  # empty where the text lists none
    response_clause: Text
    respond_when: choices.RespondWhen | None
    respond_when_clause: Text
    comment_on_adverse_findings: bool


class SecondStage(LandlordStage):
    """Stage 2, and how one gets there."""

    window: Promise | None
    window_from: choices.WindowStart | None
    reasons: choices.Reasons
    reasons_clause: Text
    who_may_ask: Text | None
    extra_step: choices.ExtraStep
    extra_step_clause: Text
    declined_for: choices.Decline | None
    declined_clause: Text
    staff: choices.Staff
    staff_clause: Text


class Informal(Frozen):
    """A named step before or beside stage 1, kept as the landlord's policy has it.

    `respond` is the time published, `handler_answers` the time set for the handler.
    `only_records_dissatisfaction` is true where dissatisfaction without a service failure is
    recorded and no more; `may_end_process` where the step may be declared the end of it all.
    """

    name: Text
    place: choices.Place
    clause: Text
    acknowledge: Promise | None
    respond: Promise | None
    first_call: Promise | None
    handler_answers: Promise | None
    raised: choices.Raised | None
    raised_clause: Text
    only_records_dissatisfaction: bool
    may_end_process: bool


class Requests(Frozen):
    """Service requests (Code 1.4): answered within `respond`, a complaint when `raised`."""

    respond: Promise | None
    raised: choices.Raised | None
    clause: Text


class TimeLimit(Frozen):
    """How old a matter may be (Code 2.2, 2.3). `counts_from`: the latest of these holds."""

    span: Length
    counts_from: tuple[choices.Limb, ...] = Field(min_length=1)
    discretion: choices.Discretion
    clause: Text


class Exclusion(Frozen):
    """A matter not taken as a complaint, in our words."""

    ground: choices.Ground
    says: Text
    clause: Text


class Refusal(Frozen):
    """What a refusal tells the resident (Code 2.4).

    `open_ended` is true where the list of exclusions says that there may be others.
    """

    reasons: bool
    ombudsman_right: bool
    open_ended: bool
    clause: Text


class Representatives(Frozen):
    """Others acting for the resident (Code 1.3, 3.6)."""

    consent: choices.Consent
    consent_clause: Text
    solicitor: choices.Solicitor | None
    solicitor_clause: Text
    members_see_redacted: bool
    members_clause: Text


class Channels(Frozen):
    """Ways of complaining (Code 3.1, 3.2)."""

    named: tuple[choices.Channel, ...] = Field(min_length=1)
    social_media: choices.SocialMedia | None
    anonymous: choices.Anonymous | None
    clause: Text


class Petitions(Frozen):
    """How a petition is taken."""

    stage: int = Field(ge=1, le=2)
    marked: bool
    one_contact: bool
    meeting_offered: bool
    clause: Text


class Offer(Frozen):
    """Something offered beside the procedure, such as mediation, and when."""

    when: choices.When
    clause: Text


class Route(Frozen):
    """An outside body, what it is for, and when."""

    body: choices.Body
    matters: Text
    when: choices.When
    clause: Text


class Restrictions(Frozen):
    """Unacceptable behaviour (Code 5.14, 5.15). `elsewhere` names a separate paper on it."""

    approach: choices.Approach
    effects: tuple[choices.Effect, ...] = Field(min_length=1)
    safeguards: tuple[choices.Safeguard, ...]
    elsewhere: Text | None
    clause: Text


class ReportTo(Frozen):
    """One report: what, to whom, how often, published or not (Code 8.1, 8.2, 9.7)."""

    report: choices.Report
    to: choices.Audience
    named: Text
    every: choices.Every
    published: bool
    clause: Text


class Definition(Frozen):
    """The definition of a complaint (Code 1.2) and what the policy says it rests on."""

    affecting: choices.Affecting
    clause: Text
    cites: tuple[choices.Cited, ...]
    cites_clause: Text


class Recording(Frozen):
    """What the record of a complaint keeps (Code 5.12)."""

    outcomes: choices.Outcomes | None
    keeps: tuple[Text, ...]
    clause: Text


class Closure(Frozen):
    """A day on which the landlord is closed: not a working day for its own promises."""

    date: date
    why: Text


class GuardChoice(Frozen):
    """A guard set otherwise than by default, and why."""

    guard: choices.Guard
    mode: choices.Mode
    why: Text
    clause: Text


class SelfAssessment(Frozen):
    """An answer other than a plain yes in the landlord's own self-assessment."""

    provision: Text
    answer: choices.Answer
    says: Text
    clause: Text


class Contradiction(Frozen):
    """Two of the landlord's own papers that disagree; `held` says which one this file follows."""

    rules: tuple[Text, ...] = Field(min_length=1)
    provision: Text
    says: Text
    held: Text
    clause: Text


class Rule(Frozen):
    """How one rule of the source documents is held: `at` are the keys that hold it.

    `value` is the choice made at the first of them (behaviour); `why` says why a rule is neither
    data nor behaviour.
    """

    id: Text
    account: choices.Account = Field(alias="as")
    at: tuple[Text, ...] = ()
    value: Text | None = None
    why: Text | None = None
