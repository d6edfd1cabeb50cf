"""Record what became of the resident's consent: asked, given, refused or withdrawn."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from redress.rules.actions.name_representative import answer_by, consent_request
from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_people import ConsentBy, LettersTo, RepresentativeFacts, Scope
from redress.rules.policy_choices import Consent
from redress.rules.recipients import representative_of
from redress.rules.record import NewEvent, plain


class Said(StrEnum):
    """What became of it."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class RecordConsent:
    """Of which representative, what was said and on which day.

    Where it is given: how, where what was signed is kept, how far it goes, where letters go, and
    from which day to which, both included; no day means that it has no such bound.
    """

    number: int
    said: Said
    on: date
    by: ConsentBy | None = None
    document: str = ""
    scope: Scope = Scope.COMPLAINT
    letters: LettersTo = LettersTo.BOTH
    starts_on: date | None = None
    until: date | None = None


def decide(case: CaseFacts, given: RecordConsent, context: Context) -> Decision | Refused:
    """Keep it; from now on it says what may be disclosed, and no clock moves (Code 1.3, 3.6).

    Asking again sends the letter again. Refuses a representative who is not there or has ended, a
    day outside the case's life, consent without how it was given, an end before its beginning, and
    the withdrawal of what was never given. Consent that a policy wants signed and is not on file
    is warned of.
    """
    whom = representative_of(case, given.number)
    checks = Checks(context.policy(case))
    there = whom is not None and whom.ended_on is None
    checks.must(there, "no_such_representative", "", "number")
    in_range = case.received_on <= given.on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 5.12", "on")
    if given.said is Said.GIVEN:
        _check_given(checks, given)
    if given.said is Said.ASKED:
        checks.must(case.resident is not None, "nobody_to_ask", "Code 3.6", "said")
    if given.said is Said.WITHDRAWN and whom:
        checks.must(whom.given_on is not None, "consent_not_given", "Code 3.6", "said")
    if whom is None or checks.refused:
        return Refused(tuple(checks.refused))
    after = _after(whom, given, checks)
    event = NewEvent(
        "consent_recorded", {"representatives": [plain(after)]}, {"said": given.said.value}
    )
    asks = given.said is Said.ASKED
    letters = (consent_request(case.stage.number, after),) if asks else ()
    return Decision((event,), letters, warnings=tuple(checks.warned))


def _check_given(checks: Checks, given: RecordConsent) -> None:
    policy = checks.policy.representatives
    checks.must(given.by is not None, "consent_how_missing", "Code 3.6", "by")
    first = max(given.on, given.starts_on) if given.starts_on else given.on
    ordered = given.until is None or given.until >= first
    checks.must(ordered, "ends_before_it_begins", "Code 3.6", "until")
    for day in (given.starts_on, given.until):
        checks.must(day is None or day <= LAST, "date_not_known", "Code 3.6", "until")
    if policy.consent is Consent.BEFORE_HANDLING:
        written = given.by is not ConsentBy.SPOKEN and bool(given.document.strip())
        checks.should(written, "consent_not_on_file", policy.consent_clause, "document")


def _after(whom: RepresentativeFacts, given: RecordConsent, checks: Checks) -> RepresentativeFacts:
    match given.said:
        case Said.ASKED:
            by = answer_by(checks.policy, given.on)
            return replace(
                whom, asked_on=given.on, answer_by=by, given_on=None, refused_on=None,
                withdrawn_on=None,
            )  # fmt: skip
        case Said.REFUSED:
            return replace(whom, refused_on=given.on, given_on=None)
        case Said.WITHDRAWN:
            return replace(whom, withdrawn_on=given.on)
        case Said.GIVEN:
            return replace(
                whom,
                given_on=given.on,
                given_by=given.by,
                document=given.document.strip(),
                scope=given.scope,
                letters=given.letters,
                starts_on=given.starts_on,
                until=given.until,
                refused_on=None,
                withdrawn_on=None,
            )
