"""Offering to put things right: what an offer must say, and how a letter says it."""

from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.decision import Checks
from redress.rules.facts import CaseFacts
from redress.rules.facts_offers import OfferFacts, Remedy
from redress.rules.words import long_date

# What the letter says of remedies where none is named (Code 6.9e, 7.1: an apology is one).
SORRY = "We say sorry for what we got wrong."
# What says enough by itself: an apology, money with its amount, work with its date.
WITHOUT_WORDS = frozenset({Remedy.APOLOGY, Remedy.MONEY, Remedy.ACTION})


@dataclass(frozen=True, kw_only=True)
class Offered:
    """What is offered: kinds of remedy, sentences, what the fault meant for the resident, and
    money in whole pounds with the day by which it is paid."""

    kinds: tuple[Remedy, ...] = ()
    words: tuple[str, ...] = ()
    impact: str = ""
    pounds: int | None = None
    pay_by: date | None = None

    @property
    def is_something(self) -> bool:
        """Whether anything at all is offered."""
        return bool(self.kinds or self.said or self.pounds)

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences that are not empty."""
        return tuple(each.strip() for each in self.words if each.strip())


def check(checks: Checks, offered: Offered, today: date) -> None:
    """Note what an offer lacks. Code 7.3: it says clearly what will happen and by when."""
    bare = set(offered.kinds) - WITHOUT_WORDS and not offered.said
    checks.must(not bare, "remedy_words_missing", "Code 7.3", "remedies")
    counted = Remedy.MONEY not in offered.kinds or bool(offered.pounds)
    checks.must(counted, "amount_missing", "Code 7.3", "compensation")
    if offered.pay_by:
        checks.must(offered.pay_by >= today, "action_in_past", "Code 7.3", "pay_by")
        checks.must(offered.pay_by <= LAST, "date_not_known", "Code 7.3", "pay_by")


def offer(case: CaseFacts, offered: Offered, today: date) -> OfferFacts:
    """The offer as it goes on the case. Money is a remedy whether or not it was ticked."""
    money = Remedy.MONEY if offered.pounds else None
    kinds = {*offered.kinds, money}
    return OfferFacts(
        number=len(case.offers) + 1,
        stage=case.stage.number,
        offered_on=today,
        kinds=tuple(kind for kind in Remedy if kind in kinds),
        words=offered.said,
        impact=offered.impact.strip(),
        pounds=offered.pounds or None,
        pay_by=offered.pay_by if offered.pounds else None,
    )


def sentences(offered: Offered) -> list[str]:
    """What a letter says of it: what it meant for the resident, each remedy, the money last."""
    said = list(offered.said)
    if Remedy.APOLOGY in offered.kinds and not any("sorry" in each.lower() for each in said):
        said.insert(0, SORRY)
    if offered.impact.strip():
        said.insert(0, f"What this meant for you: {' '.join(offered.impact.split())}")
    if offered.pounds:
        by = f" by {long_date(offered.pay_by)}" if offered.pay_by else ""
        said.append(f"We will pay you £{offered.pounds:,}{by}.")
    return said
