"""The signer's page: the letter as it will go, what changed in it, and what is needed to decide."""

from typing import Any

from redress.cases import queries
from redress.cases.to_sign import letter_of, looked_before
from redress.papers.letters import draft
from redress.rules import sign_off
from redress.rules.access import Verb
from redress.rules.actions.respond import IssueFinding, Respond, overall, signature
from redress.rules.actions.sign import response_of
from redress.rules.changes import changes
from redress.rules.facts import Clock, Finding, Settled
from redress.web.desk.asked import Asked


def shown_with(asked: Asked) -> dict[str, Any]:
    """What the page of the verb SIGN shows besides its form."""
    case, visit = asked.found.case, asked.visit
    waiting = case.waiting
    if waiting is None:
        return {}
    response = response_of(waiting)
    backs = [each for each in case.submissions if each.settled is Settled.SENT_BACK]
    return {
        "waiting": waiting,
        "outcome": overall([finding.finding for finding in response.findings]),
        "findings": _findings(asked, response.findings),
        "compensation": response.compensation,
        "deadline": case.deadline(case.stage.number, Clock.RESPOND),
        "wrote": _wrote(waiting.submitted_by, response),
        "sent_back": backs[-1] if backs else None,
        "send_back": Asked(visit, asked.found, Verb.SEND_BACK).form(),
        **_letters(asked),
        **_authority(asked, response),
    }


def _letters(asked: Asked) -> dict[str, Any]:
    """The letter, and what changed in it since this person looked at an earlier text."""
    case, row, visit, actor = asked.found.case, asked.found.row, asked.visit, asked.context.actor
    assert case.waiting is not None  # noqa: S101 asked above
    letter = letter_of(row, case, case.waiting, actor, visit.now)
    before = looked_before(row, case, visit.actor)
    old = letter_of(row, case, before, actor, visit.now) if before else None
    resident, reference = asked.found.resident, case.reference
    paper = draft(
        letter, visit.today, landlord=visit.landlord, reference=reference, resident=resident
    )
    return {
        "paper": paper,
        "looked_before": before,
        "changed": changes(old.text, letter.text) if old else [],
    }


def _authority(asked: Asked, response: Respond) -> dict[str, Any]:
    need = signature(asked.found.case, response, asked.context)
    away = sign_off.stands_in_for(asked.context.actor, need) if need else None
    return {"need": need, "signs_for": away.name if away else ""}


def _wrote(sent_in: int | None, response: Respond) -> list[str]:
    people = {sent_in, response.drafted_by, response.checked_by}
    return sorted(queries.names_of({one for one in people if one}).values())


def _findings(asked: Asked, findings: tuple[IssueFinding, ...]) -> list[tuple[str, Finding]]:
    summaries = {issue.number: issue.summary for issue in asked.found.case.issues}
    return [(summaries[each.issue], each.finding) for each in findings]
