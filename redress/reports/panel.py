"""A residents' panel's pack as a report: a section a case, with nothing that points to a person."""

from datetime import date

from redress.learning.models import PanelCase, PanelPack
from redress.learning.panel import PARTS
from redress.reports.paper import Report, Section
from redress.rules.unnamed import month_of

NOTICE = (
    "Names, addresses, numbers and exact dates are taken out. Please do not try to find out who "
    "these cases are about."
)
FACTS = {"received": "When", "service": "Service", "category": "About", "answered": "Answered"}


def report_of(pack: PanelPack, as_at: date) -> Report:
    """The pack as it stands. The caller sees to it that every case is confirmed."""
    cases = list(pack.cases.order_by("place"))
    return Report(
        slug=pack.landlord.slug,
        landlord=pack.landlord.name,
        title=pack.title,
        period=f"{len(cases)} case{'' if len(cases) == 1 else 's'}, for the panel",
        as_at=as_at,
        sections=tuple(_section(each) for each in cases),
        notice=NOTICE,
        mode=f"For the residents’ panel, {month_of(as_at)}",
    )


def _section(each: PanelCase) -> Section:
    about = each.facts.get("category") or each.facts.get("service") or "A complaint"
    facts = [(words, each.facts.get(key)) for key, words in FACTS.items()]
    texts = [(words, each.texts.get(key)) for key, words in PARTS.items()]
    return Section(
        f"case-{each.place}",
        f"Case {each.place}: {about}",
        sentences=tuple(f"{words}: {text}." for words, text in facts if text),
        narrative=tuple(f"{words}: {text}" for words, text in texts if text),
    )
