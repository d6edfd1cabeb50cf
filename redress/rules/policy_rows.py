"""The numbers and choices of a policy as rows of words, for people to compare."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.policy import CodeEdition, Policy, Promise, Stage
from redress.rules.policy_choices import AfterStage2, Beyond, Limb, Reasons
from redress.rules.policy_parts import LandlordStage, SignOff, TimeLimit

SILENT = "not stated"
AFTER = {
    AfterStage2.OMBUDSMAN: "the Ombudsman, directly",
    AfterStage2.DESIGNATED_PERSON_OR_8_WEEKS: "a designated person, or the Ombudsman after 8 weeks",
}
LIMBS = {Limb.OCCURRED: "occurred", Limb.AWARE: "became known"}


@dataclass(frozen=True)
class Row:
    """One thing that policies differ in: its name, what this one says, and its clause."""

    label: str
    says: str
    clause: str


def rows(policy: Policy) -> tuple[Row, ...]:
    """What a policy promises, in the order in which a complaint meets it."""
    return (
        Row("In force from", f"{policy.starts}", policy.starts_note or ""),
        Row("Its own last date", _until(policy), ""),
        *_before(policy),
        *_stage(policy.stage_1, 1),
        *_to_stage_2(policy),
        *_stage(policy.stage_2, 2),
        *_after(policy),
    )


def code_rows(code: CodeEdition) -> dict[str, str]:
    """What the Code says under the labels of `rows`; it is silent on the rest."""
    said = {
        "In force from": f"{code.starts}",
        "Informal step": "none (5.2)",
        "Age of a matter": f"{_limit(code.time_limit)} (2.2, 2.3)",
        "Reasons for stage 2": "may not be required (6.12)",
        "Decided by, stage 2": "someone else than stage 1 (6.13)",
        "After stage 2": "the Ombudsman (3.7)",
    }
    for number in (1, 2):
        stage = code.stage(number)
        said[f"Respond, stage {number}"] = _cited(_respond(stage), stage.respond.clause)
        extra = f"up to {stage.extension.span.words()}; more for good reason"
        said[f"Extend, stage {number}"] = _cited(extra, stage.extension.clause)
        if stage.acknowledge:
            words = _promise(stage.acknowledge)
            said[f"Acknowledge, stage {number}"] = _cited(words, stage.acknowledge.clause)
    return said


def _cited(words: str, clause: str) -> str:
    return f"{words} ({clause.removeprefix('Code ')})"


def _until(policy: Policy) -> str:
    if policy.stated_until is None:
        return SILENT
    return f"{policy.stated_until} ({policy.stated_until_is})"


def _before(policy: Policy) -> Iterable[Row]:
    step, requests, limit = policy.informal, policy.requests, policy.time_limit
    if step:
        yield Row("Informal step", f"{step.name}, {_promise(step.respond)}", step.clause)
        yield Row("First call, informal", _promise(step.first_call), step.clause)
    else:
        yield Row("Informal step", "none", "")
        yield Row("First call, informal", SILENT, "")
    answer = requests.respond if requests else None
    yield Row("Service request", _promise(answer), requests.clause if requests else "")
    yield Row("Age of a matter", _limit(limit), limit.clause)
    others = policy.representatives
    yield Row("Representative’s consent", _words(others.consent), others.consent_clause)
    channels = policy.channels
    yield Row("Anonymous complaints", _words(channels.anonymous), channels.clause)
    if policy.enquiries:  # of later than the sealed files, so silence about it is no gap
        yield Row("Members’ enquiries", _promise(policy.enquiries), policy.enquiries.clause)
    marked = "stage 1, marked" if policy.petitions else SILENT
    yield Row("Petitions", marked, policy.petitions.clause if policy.petitions else "")


def _stage(stage: LandlordStage, number: int) -> Iterable[Row]:
    acknowledge = stage.acknowledge
    clause = acknowledge.clause if acknowledge else stage.acknowledgement_clause
    yield Row(f"Acknowledge, stage {number}", _promise(acknowledge), clause)
    yield Row(f"Respond, stage {number}", _respond(stage), stage.respond.clause)
    yield Row(f"Extend, stage {number}", _extension(stage), stage.extension.clause)
    call = stage.first_call
    yield Row(f"First call, stage {number}", _promise(call), call.clause if call else "")
    yield Row(f"Decided by, stage {number}", stage.decided_by_words, stage.decided_by_clause)
    signed = "; ".join(_sign_off(rule) for rule in stage.sign_off) or SILENT
    clauses = dict.fromkeys(rule.clause for rule in stage.sign_off)
    yield Row(f"Signed by, stage {number}", signed, "; ".join(clauses))
    comment = "yes" if stage.comment_on_adverse_findings else SILENT
    yield Row(f"Comment on adverse findings, stage {number}", comment, "")


def _to_stage_2(policy: Policy) -> Iterable[Row]:
    stage = policy.stage_2
    window = _promise(stage.window)
    if stage.window and stage.window_from:
        window += f" from when the {_words(stage.window_from).replace('reply', 'reply is')}"
    yield Row("Time to ask for stage 2", window, stage.window.clause if stage.window else "")
    required = "required" if stage.reasons is Reasons.REQUIRED else "not required"
    yield Row("Reasons for stage 2", required, stage.reasons_clause)


def _after(policy: Policy) -> Iterable[Row]:
    yield Row("After stage 2", AFTER[policy.after_stage_2], policy.after_stage_2_clause)
    mediation = policy.mediation
    offered = _words(mediation.when) if mediation else SILENT
    yield Row("Mediation", offered, mediation.clause if mediation else "")
    reports = "; ".join(f"{each.named}: {_words(each.every)}" for each in policy.reports)
    clauses = dict.fromkeys(each.clause for each in policy.reports)
    yield Row("Reports", reports or SILENT, "; ".join(clauses))


def _promise(promise: Promise | None) -> str:
    if promise is None:
        return SILENT
    reading = promise.span.read_as
    words = promise.span.words()
    words += f", read as {reading.words()}" if reading else ""
    words += " (an aim)" if promise.aim else ""
    return words if promise.unit_stated else f"{words} (unit not stated)"


def _respond(stage: Stage) -> str:
    stated = stage.respond_from_stated
    start = f"from when it is {stage.respond_from}" if stated else "start not stated"
    return f"{_promise(stage.respond)}, {start}"


def _extension(stage: LandlordStage) -> str:
    extra = stage.extension
    words = f"up to {extra.span.words()}"
    words += "" if extra.unit_stated else " (unit not stated)"
    words += ", with agreement" if extra.needs_agreement else ""
    return words + ("; more with agreement" if extra.beyond is Beyond.AGREEMENT else "")


def _sign_off(rule: SignOff) -> str:
    when = f"{rule.when} within {rule.within.words()}" if rule.within else f"{rule.when}"
    return f"{_words(rule.who)} ({when})"


def _limit(limit: TimeLimit) -> str:
    start = " or ".join(LIMBS[limb] for limb in limit.counts_from)
    return f"{limit.span.words()} from when it {start}"


def _words(choice: str | None) -> str:
    return choice.replace("_", " ") if choice else SILENT
