"""The signer's page: the letter as it will go, what changed in it, and what is needed to decide."""

from typing import Any

from redress.cases import queries
from redress.cases.to_sign import letters_of, looked_before
from redress.papers.letters import draft
from redress.rules import evidence, sign_off
from redress.rules.access import Verb
from redress.rules.actions.respond import IssueFinding, Respond, overall, signature
from redress.rules.actions.sign import response_of
from redress.rules.approving import refusal_of
from redress.rules.changes import changes
from redress.rules.facts import CaseFacts, Clock, Finding, Settled, SubmissionFacts
from redress.rules.grounds import grounds
from redress.rules.sign_off import Needed
from redress.web.desk.asked import Asked
from redress.web.desk.forms.refuse import time_tests


def shown_with(asked: Asked) -> dict[str, Any]:
    """What the page of the verb SIGN shows besides its form."""
    case, visit = asked.found.case, asked.visit
    waiting = case.waiting
    if waiting is None:
        return {}
    backs = [each for each in case.submissions if each.settled is Settled.SENT_BACK]
    about = _refusal(asked, waiting) if waiting.is_refusal else _response(asked, waiting)
    return {
        "waiting": waiting,
        "deadline": _deadline(case),
        "sent_back": backs[-1] if backs and backs[-1].kind is waiting.kind else None,
        "send_back": Asked(visit, asked.found, Verb.SEND_BACK).form(),
        **_letters(asked),
        **about,
    }


def _deadline(case: CaseFacts) -> Any:
    """The date that what waits is to be sent by, as the case owes it today."""
    number = case.stage.number
    first = case.deadline(number, Clock.ACKNOWLEDGE)
    return first if first and not first.met_on else case.deadline(number, Clock.RESPOND)


def _response(asked: Asked, waiting: SubmissionFacts) -> dict[str, Any]:
    response = response_of(waiting)
    return {
        "outcome": overall([finding.finding for finding in response.findings]),
        "findings": _findings(asked, response.findings),
        "compensation": response.compensation,
        "evidence_missing": evidence.missing(asked.found.case),
        "no_evidence_reason": response.no_evidence_reason,
        "wrote": _wrote(waiting.submitted_by, response),
        **_authority(asked, signature(asked.found.case, response, asked.context)),
    }


def _refusal(asked: Asked, waiting: SubmissionFacts) -> dict[str, Any]:
    """Ground, reasons, what was considered, and both time limits with both of their dates."""
    case, context = asked.found.case, asked.context
    refusal, policy, code = refusal_of(waiting), context.policy(case), context.code(case)
    return {
        "refusal": refusal,
        "ground": grounds(policy)[refusal.ground],
        "part": [each.summary for each in case.issues if each.number in refusal.issues],
        "time_tests": time_tests(case, policy, code),
        "code": code,
        "wrote": sorted(queries.names_of({waiting.submitted_by or 0}).values()),
        **_authority(asked, sign_off.of_refusal(waiting)),
    }


def _letters(asked: Asked) -> dict[str, Any]:
    """The letters, and what changed in the first since this person looked at an earlier text."""
    case, row, visit, actor = asked.found.case, asked.found.row, asked.visit, asked.context.actor
    assert case.waiting is not None  # noqa: S101 asked above
    letters = letters_of(row, case, case.waiting, actor, visit.now)
    before = looked_before(row, case, visit.actor)
    old = letters_of(row, case, before, actor, visit.now) if before else []
    of_case = {
        "landlord": visit.landlord,
        "reference": case.reference,
        "resident": asked.found.resident,
    }
    return {
        "papers": [draft(letter, visit.today, **of_case) for letter in letters],
        "looked_before": before,
        "changed": changes(old[0].text, letters[0].text) if old else [],
    }


def _authority(asked: Asked, need: Needed | None) -> dict[str, Any]:
    away = sign_off.stands_in_for(asked.context.actor, need) if need else None
    return {"need": need, "signs_for": away.name if away else ""}


def _wrote(sent_in: int | None, response: Respond) -> list[str]:
    people = {sent_in, response.drafted_by, response.checked_by}
    return sorted(queries.names_of({one for one in people if one}).values())


def _findings(asked: Asked, findings: tuple[IssueFinding, ...]) -> list[tuple[str, Finding]]:
    summaries = {issue.number: issue.summary for issue in asked.found.case.issues}
    return [(summaries[each.issue], each.finding) for each in findings]
