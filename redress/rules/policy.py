"""What a landlord promises and what the Code limits, as typed, dated data.

A policy is a TOML file of numbers, dates, lists, names and enumerated choices; no conditions and
no expressions. `policies/landlords/<slug>/<date>.toml` holds landlords' policies and
`policies/code/<date>.toml` the editions of the Code.
"""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from redress.rules.spans import Span


class Guard(StrEnum):
    """A condition that an action must meet. The Code's own guards refuse unless a policy that
    conflicts with the Code says `warn`; the landlord's own guards warn unless it says otherwise."""

    # The Code's
    DEFINITION = "definition"  # 5.6, 5.7: no acknowledgement without the definition
    FINDINGS = "findings"  # 6.7, 6.18, 5.12: no response without a finding and reasons on every issue
    EXTENSION_REASON = "extension_reason"  # 6.4, 6.15
    EXTENSION_IN_TIME = "extension_in_time"  # 6.4, 6.15: before the date is reached
    EXTENSION_CAP = "extension_cap"  # 6.4, 6.15: no more than 10 / 20 without good reason
    OMBUDSMAN_DETAILS = "ombudsman_details"  # 6.5, 6.16, 2.4
    SEPARATE_PEOPLE = "separate_people"  # 6.13
    REFUSAL_GROUND = "refusal_ground"  # 2.1, 2.2, 5.11
    REFUSAL_REASONS = "refusal_reasons"  # 2.4, 2.5: individual reasons
    REFUSAL_DISCRETION = "refusal_discretion"  # 2.3
    REFUSAL_APPROVAL = "refusal_approval"  # 2.1, 2.5: a second person
    NOTHING_OWED = "nothing_owed"  # 6.6, 6.17, 7.3: close only when nothing is owed
    # The landlord's own
    ESCALATION_REASONS = "escalation_reasons"  # asked for by some policies; 6.12 forbids demanding
    ESCALATION_WINDOW = "escalation_window"  # late requests; 5.11, 6.10
    EXTENSION_AGREEMENT = "extension_agreement"  # asked for by some policies; not in 6.4


class Mode(StrEnum):
    """What a guard does when its condition is not met."""

    REFUSE = "refuse"
    WARN = "warn"  # goes ahead, and the record says so


class Frozen(BaseModel):
    """Base of all policy data: read-only, unknown keys refused, no type guessing."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Promise(Frozen):
    """A length of time and the clause that promises it."""

    span: Span
    clause: str


class Extension(Frozen):
    """How much longer a response may take. `span` is the most without the `beyond` condition."""

    span: Span
    clause: str
    needs_agreement: bool = False
    beyond: str = "good_reason"


class Stage(Frozen):
    """What is promised, or limited, at one stage. None where the text states nothing."""

    acknowledge: Promise | None = None
    respond: Promise
    extension: Extension
    first_call: Promise | None = None
    window: Promise | None = None  # stage 2: how long the resident has to ask
