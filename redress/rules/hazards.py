"""Risks to people, and the duties beside the complaint that they may bring.

Awaab's Law (the Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025,
SI 2025/1042) runs from the day the landlord is aware, by whatever route, and neither waits for the
complaint nor ends with it. Its dates are shown as information: whether a hazard is one of the law's
is for whoever inspects it to say.
"""

from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import calendar_for
from redress.rules.clocks import due
from redress.rules.facts import CaseFacts, Due
from redress.rules.spans import Span, Unit

DANGER_NOW = "danger_now"
DAMP_AND_MOULD = "damp_and_mould"
VULNERABLE = "vulnerable"
AT_RISK = "at_risk"

AWAAB = "Awaab’s Law, SI 2025/1042"
IN_FORCE = date(2025, 10, 27)


@dataclass(frozen=True)
class HazardDate:
    """One duty of a hazard: what is to be done, and by when. `then` is what follows from it."""

    risk: str
    what: str
    due: Due
    then: str = ""


def owed_hand_over(case: CaseFacts) -> bool:
    """Whether somebody is in danger and nobody has recorded whom they told (Code 6.1)."""
    return bool(risks_to_hand_over(case))


def risks_to_hand_over(case: CaseFacts) -> tuple[str, ...]:
    """The risks that are to be handed over and are not, the worst first: danger now, and what the
    resident was told on the form would be handed over at once."""
    told = {hand_over.risk for hand_over in case.hand_overs}
    owed = dict.fromkeys((DANGER_NOW, *case.intake.hand_over_promised))
    return tuple(risk for risk in owed if risk in case.risks and risk not in told)


def hazard_dates(risks: tuple[str, ...], aware_on: date) -> tuple[HazardDate, ...]:
    """The dates of Awaab's Law for what was told, counted from the day the landlord was aware.

    Empty for a day before the law was in force. Emergency: investigated and made safe within 24
    hours. Damp and mould: investigated within 10 working days, a day being none that is a Saturday,
    Sunday or bank holiday in England, whatever the landlord's own closures. Raises `UnknownDay`
    where the bank holidays are not known.
    """
    if aware_on < IN_FORCE:
        return ()
    days = calendar_for("england-and-wales", ())
    found = []
    if DANGER_NOW in risks:
        end = due(Span(24, Unit.HOURS), aware_on, days, source=AWAAB)
        found.append(
            HazardDate(
                DANGER_NOW, "If it is an emergency hazard: look into it and make it safe", end
            )
        )
    if DAMP_AND_MOULD in risks:
        end = due(Span(10, Unit.WORKING_DAYS), aware_on, days, source=AWAAB)
        then = (
            "Then a written summary within 3 working days, and make it safe within 5 working days, "
            "of the end of the investigation."
        )
        found.append(
            HazardDate(DAMP_AND_MOULD, "If it is a significant hazard: look into it", end, then)
        )
    return tuple(found)
