"""Warn: tell the resident in writing what must change, before any contact is restricted."""

from dataclasses import dataclass, replace

from redress.rules.actions.record_behaviour import conduct
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import WarningFacts
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Warn:
    """What the letter says happened and asks for; what was considered first of the resident's
    health and what support they have, and what help is offered (put into the letter)."""

    told: str
    ask: str
    considered: str
    offered: str


def decide(case: CaseFacts, given: Warn, context: Context) -> Decision | Refused:
    """Issue the warning, about every occasion on record that had none (Together Housing 8.3).

    Refuses without anything on record that had no warning, without a resident to write to, and
    before health and support were considered and help was offered (8.2; Equality Act 2010).
    """
    checks = Checks(context.policy(case))
    about = case.conduct.unwarned
    checks.must(case.resident is not None, "nobody_to_warn", "Code 5.14")
    checks.must(bool(about), "no_behaviour", "Code 5.14")
    checks.must(bool(given.considered.strip()), "health_missing", "Code 5.15", "considered")
    checks.must(bool(given.offered.strip()), "support_missing", "Code 5.15", "offered")
    checks.must(bool(given.told.strip()), "behaviour_untold", "Code 5.14", "told")
    checks.must(bool(given.ask.strip()), "ask_missing", "Code 5.14", "ask")
    if checks.refused:
        return Refused(tuple(checks.refused))
    given = Warn(**{name: text.strip() for name, text in vars(given).items()})
    number = len(case.conduct.warnings) + 1
    new = WarningFacts(number, context.today, about, given.considered, given.offered)
    held = replace(case.conduct, warnings=(*case.conduct.warnings, new))
    facts = {"told": given.told, "ask": given.ask, "offered": given.offered}
    letter = NewLetter("behaviour_warning", case.stage.number, facts)
    event = NewEvent("behaviour_warned", conduct(held), {**plain(new), "ask": given.ask})
    return Decision((event,), (letter,))
