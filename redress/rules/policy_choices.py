"""The choices a policy may make, each an enumerated value, never a condition or an expression.

A landlord that does something not listed here needs a new value, and code that knows what to do
with it. Values are the words that stand in the policy files.
"""

from enum import StrEnum


class Guard(StrEnum):
    """A condition that an action must meet. The Code's own guards refuse unless a policy that
    conflicts with the Code says `warn`; the landlord's own that ask something of the resident, or
    that the answer should not wait for, warn unless it says otherwise."""

    # The Code's
    DEFINITION = "definition"  # 5.6, 5.7: no acknowledgement without the definition
    FINDINGS = (
        "findings"  # 6.7, 6.18, 5.12: no response without a finding and reasons on every issue
    )
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
    # Promised by the landlord, and held like the Code's
    ADVERSE_COMMENT = "adverse_comment"  # the chance to comment before an adverse decision
    # The landlord's own
    ESCALATION_REASONS = "escalation_reasons"  # asked for by some policies; 6.12 forbids demanding
    ESCALATION_WINDOW = "escalation_window"  # late requests; 5.11, 6.10
    EXTENSION_AGREEMENT = "extension_agreement"  # asked for by some policies; not in 6.4
    TRAINING = "training"  # 4.3: a case goes to somebody trained; nobody else may be there
    LESSON = "lesson"  # 9.1: what was learned from what was upheld, before the case is closed
    LATE_REASON = "late_reason"  # why a response is late: the answer need not wait for it
    SIGN_OFF = "sign_off"  # who signs; it asks nothing of the resident, so it refuses by default


LANDLORDS_OWN = frozenset(
    {
        Guard.ESCALATION_REASONS,
        Guard.ESCALATION_WINDOW,
        Guard.EXTENSION_AGREEMENT,
        Guard.LATE_REASON,
        Guard.LESSON,
        Guard.TRAINING,
    }
)


class Mode(StrEnum):
    """What a guard does when its condition is not met."""

    REFUSE = "refuse"
    WARN = "warn"  # goes ahead, and the record says so


class Start(StrEnum):
    """The event a response clock counts from."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"  # Code 6.3, 6.14


class WindowStart(StrEnum):
    """The event from which the resident's time to ask for stage 2 counts."""

    REPLY_SENT = "reply_sent"
    REPLY_RECEIVED = "reply_received"


class Beyond(StrEnum):
    """What an extension longer than the stated one needs."""

    GOOD_REASON = "good_reason"  # Code 6.4, 6.15
    AGREEMENT = "agreement"  # the resident's


class Told(StrEnum):
    """What the policy has an extension tell the resident."""

    REASON = "reason"
    NEW_DATE = "new_date"
    BEFORE_DUE = "before_due"  # told within the original time
    OMBUDSMAN_DETAILS = "ombudsman_details"  # Code 6.5, 6.16
    OMBUDSMAN_DETAILS_IF_NOT_AGREED = "ombudsman_details_if_not_agreed"


class Acknowledgement(StrEnum):
    """What the acknowledgement of a stage holds."""

    DEFINITION = "definition"  # the understanding, the outcome sought, what is not ours: 5.6, 5.7
    GENERIC = "generic"  # receipt only; the definition comes later or by phone


class Who(StrEnum):
    """Who decides, checks or signs, in words that hold for every landlord."""

    SERVICE_AREA = "service_area"
    SERVICE_COMPLAINED_ABOUT = "service_complained_about"  # said in so many words
    MANAGER = "manager"
    TEAM_LEADER_OR_MANAGER = "team_leader_or_manager"
    HEAD_OF_SERVICE = "head_of_service"
    SENIOR_MANAGER = "senior_manager"
    COMPLAINTS_TEAM = "complaints_team"
    DIRECTOR = "director"
    COUNCIL = "council"  # the owner of the homes, where an ALMO manages them
    CHIEF_EXECUTIVE = "chief_executive"
    ANOTHER_PERSON = "another_person"  # anyone who did not consider stage 1: Code 6.13


class SignOffWhen(StrEnum):
    """Which responses a sign-off rule is for. The first rule that fits holds."""

    QUICK = "quick"  # within a stated time, no investigation, and the resident agrees
    OTHERWISE = "otherwise"
    EVERY = "every"


class ResponsePart(StrEnum):
    """The seven parts of a written response (Code 6.9, 6.19 a to g)."""

    STAGE = "stage"
    DEFINITION = "definition"
    DECISION = "decision"
    REASONS = "reasons"
    REMEDY = "remedy"
    ACTIONS = "actions"
    NEXT_STEP = "next_step"  # stage 2, or the Ombudsman


class RespondWhen(StrEnum):
    """What a response waits for (Code 6.6, 6.17)."""

    ANSWER_KNOWN = "answer_known"
    ACTIONS_DONE = "actions_done"


class Reasons(StrEnum):
    """Whether a resident must say why they want stage 2 (Code 6.12: must not be required)."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Place(StrEnum):
    """Where an informal step stands."""

    BEFORE_STAGE_1 = "before_stage_1"
    OUTSIDE_PROCEDURE = "outside_procedure"


class Raised(StrEnum):
    """When what began as an informal step or a request becomes a complaint."""

    ON_DISSATISFACTION = "on_dissatisfaction"  # Code 1.3, 1.5
    WHEN_UNRESOLVED = "when_unresolved"
    ON_FORMAL_REQUEST = "on_formal_request"  # the resident must ask, and set out the case


class Limb(StrEnum):
    """What the time limit to complain counts from; the later one holds (Code 2.3)."""

    OCCURRED = "occurred"
    AWARE = "aware"


class Discretion(StrEnum):
    """When a complaint made too late may still be accepted."""

    GOOD_REASON = "good_reason"  # always considered: Code 2.3
    NAMED_CASES_ONLY = "named_cases_only"
    NONE = "none"


class Ground(StrEnum):
    """A matter that a policy says it does not take as a complaint."""

    # Those the Code knows (2.2, 1.4), or that are nobody's complaint about this landlord
    CLAIM_FILED = "claim_filed"
    PROCEEDINGS_STARTED = "proceedings_started"  # not defined as filed at court
    ALREADY_CONSIDERED = "already_considered"
    FIRST_REQUEST = "first_request"  # a service request: Code 1.4
    NOT_OUR_SERVICE = "not_our_service"
    BETWEEN_RESIDENTS = "between_residents"  # but how the landlord handled it is a complaint
    # Others
    LETTER_BEFORE_CLAIM = "letter_before_claim"
    PROCEEDINGS_OR_INVESTIGATION = "proceedings_or_investigation"
    CONSIDERED_ELSEWHERE = "considered_elsewhere"  # by an appeal or dispute procedure
    SERVICE_CHARGE = "service_charge"
    REPAIR_IN_TARGET = "repair_in_target"
    COMPENSATED = "compensated"
    RENT = "rent"
    INSURANCE = "insurance"
    ACT_OF_GOD = "act_of_god"
    VEXATIOUS = "vexatious"
    CONSULTATION = "consultation"  # representations under a statutory consultation
    ANTISOCIAL_BEHAVIOUR = "antisocial_behaviour"
    DATA_PROTECTION = "data_protection"
    DIRECTOR = "director"
    STAFF_DISCIPLINE = "staff_discipline"
    INTERNAL = "internal"


class Consent(StrEnum):
    """What a representative's written consent is needed for."""

    BEFORE_HANDLING = "before_handling"
    FOR_DISCLOSURE = "for_disclosure"  # the complaint is taken at once: Code 1.3, 3.6


class Solicitor(StrEnum):
    """What a legal representative changes."""

    CLOCK_RUNS = "clock_runs"
    MAY_DELAY = "may_delay"


class Channel(StrEnum):
    """A way of complaining that a policy names."""

    WEB = "web"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"
    IN_PERSON = "in_person"
    SOCIAL_MEDIA = "social_media"
    TEXT = "text"
    ANY_STAFF = "any_staff"  # any way and any member of staff: Code 3.2


class SocialMedia(StrEnum):
    """What becomes of a complaint made on social media."""

    LOGGED = "logged"
    REDIRECTED = "redirected"  # to another channel, before it is taken


class Anonymous(StrEnum):
    """Whether a complaint without a name is taken."""

    ON_MERIT = "on_merit"


class ExtraStep(StrEnum):
    """A step offered between stage 1 and stage 2."""

    NONE = "none"
    BACK_TO_LANDLORD = "back_to_landlord"


class Decline(StrEnum):
    """On what a request for stage 2 may be refused."""

    SECTION_2 = "section_2"  # the Code's grounds: 5.11
    NO_MERIT = "no_merit"


class Staff(StrEnum):
    """Whether the policy names who is suitable to answer at stage 2 (Code 6.20)."""

    NAMED = "named"
    NOT_NAMED = "not_named"


class AfterStage2(StrEnum):
    """Where a resident may go after the final response."""

    OMBUDSMAN = "ombudsman"
    DESIGNATED_PERSON_OR_8_WEEKS = "designated_person_or_8_weeks"  # gone since 1 October 2022


class Body(StrEnum):
    """An outside body that a policy points to."""

    HOUSING_OMBUDSMAN = "housing_ombudsman"
    LGSCO = "lgsco"
    FIRST_TIER_TRIBUNAL = "first_tier_tribunal"


class When(StrEnum):
    """When a resident may go to an outside body, or something is offered."""

    ANY_TIME = "any_time"
    AFTER_STAGE_2 = "after_stage_2"


class Approach(StrEnum):
    """How unacceptable behaviour is met (Code 5.14, 5.15)."""

    CASE_BY_CASE = "case_by_case"
    ZERO_TOLERANCE = "zero_tolerance"


class Effect(StrEnum):
    """What a restriction may touch. Conduct limits contact, not the complaint."""

    CONTACT = "contact"
    SUSPENDS_COMPLAINT = "suspends_complaint"
    REFUSES_ESCALATION = "refuses_escalation"


class Safeguard(StrEnum):
    """What the policy asks for before or after a restriction."""

    WARNING = "warning"
    WELLBEING = "wellbeing"
    WRITTEN_REASONS = "written_reasons"
    EVIDENCE = "evidence"  # Code 5.14
    REVIEW = "review"  # Code 5.14
    EQUALITY_CHECK = "equality_check"  # Code 5.15


class Audience(StrEnum):
    """Who is reported to."""

    GOVERNING_BODY = "governing_body"
    MEMBER_RESPONSIBLE = "member_responsible"
    SCRUTINY = "scrutiny"
    SENIOR_MANAGERS = "senior_managers"
    SERVICES = "services"
    RESIDENTS = "residents"
    OUTSIDE = "outside"  # benchmarking clubs and the like


class Every(StrEnum):
    """How often. "Regular" is a policy's own word and is not a number."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    SIX_WEEKLY = "six_weekly"
    QUARTERLY = "quarterly"
    TWICE_YEARLY = "twice_yearly"
    ANNUAL = "annual"
    REGULAR = "regular"


class Report(StrEnum):
    """What is reported."""

    FIGURES = "figures"
    LEARNING = "learning"
    COMPLEX_CASES = "complex_cases"
    ANNUAL_REPORT = "annual_report"  # performance and service improvement: Code 8.1
    INFORMATION = "information"  # no more is said than that


class Member(StrEnum):
    """Who the Member Responsible for Complaints is (Code 9.5)."""

    GOVERNING_BODY_MEMBER = "governing_body_member"
    OFFICER = "officer"


class Affecting(StrEnum):
    """Whom the definition of a complaint speaks of (Code 1.2)."""

    RESIDENT = "resident"
    INDIVIDUAL_RESIDENT = "individual_resident"  # the wording of 2022


class Cited(StrEnum):
    """A standard or law that a policy rests on, as far as it matters whether it still holds."""

    TENANT_INVOLVEMENT_STANDARD = "tenant_involvement_standard"
    TRANSPARENCY_STANDARD = "transparency_standard"  # since 1 April 2024
    DATA_PROTECTION_ACT_1998 = "data_protection_act_1998"
    DATA_PROTECTION_ACT_2018 = "data_protection_act_2018"
    EQUALITY_ACT_2010 = "equality_act_2010"


class Outcomes(StrEnum):
    """Whether the outcome of each stage is recorded (Code 5.12)."""

    RECORDED = "recorded"
    OFTEN_MISSING = "often_missing"  # by the landlord's own published figures


class EndKind(StrEnum):
    """What a policy's own last date means."""

    END = "end"  # "effective to"
    REVIEW = "review"  # "to be reviewed by"


class Answer(StrEnum):
    """A landlord's own answer in its self-assessment, where it is not a plain yes."""

    NO = "no"
    PARTLY = "partly"
    GOING_FORWARD = "going_forward"  # yes, from now on


class Account(StrEnum):
    """How a rule of the source document is held."""

    DATA = "data"
    BEHAVIOUR = "behaviour"
    NEITHER = "neither"


class JudgedFrom(StrEnum):
    """Whether a provision can be judged from a policy, from case records, or only by a person."""

    POLICY = "policy"
    CASES = "cases"
    PERSON = "person"
