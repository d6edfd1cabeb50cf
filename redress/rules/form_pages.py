"""Which pages the resident's form has, in which order, for what has been answered so far.

`answers` are those given, by page and by name of the field. A page that was answered is there, with
however little on it. Code 1.3, 3.1, 3.6: nothing is demanded but what went wrong.
"""

from collections.abc import Mapping
from typing import Any

from redress.rules.hazards import AT_RISK, DAMP_AND_MOULD, DANGER_NOW

Answers = Mapping[str, Mapping[str, Any]]

START, WHO, HELPER, GROUP, WHAT, WHEN = "start", "complain", "helper", "group", "what", "when"
SAFETY, URGENT, FILES, NEEDS = "safety", "urgent", "files", "needs"
YOU, CHECK = "you", "check"

ME, SOMEBODY, SEVERAL = "me", "somebody", "several"
ONLY_FOR = {SOMEBODY: HELPER, SEVERAL: GROUP}  # a page that only some are asked
AFTER_WHO = (WHAT, WHEN, SAFETY, FILES, NEEDS, YOU)
EVERY = (WHO, HELPER, GROUP, *AFTER_WHO)
MOST = 9  # pages, the check among them

# What is answered at once with the number to ring, and handed over (Code 6.1).
AT_ONCE = (DANGER_NOW, AT_RISK, DAMP_AND_MOULD)


def who(answers: Answers) -> str:
    """For whom it is: `ME`, `SOMEBODY` or `SEVERAL`; `ME` until it is said."""
    said: str = answers.get(WHO, {}).get("who", "")
    return said or ME


def pages(answers: Answers) -> tuple[str, ...]:
    """The pages of questions, in their order; the check comes after them."""
    only = ONLY_FOR.get(who(answers))
    return (WHO, *((only,) if only else ()), *AFTER_WHO)


def at_once(answers: Answers) -> tuple[str, ...]:
    """The risks told of that are handed over at once, the worst first."""
    told = answers.get(SAFETY, {}).get("risks", ())
    return tuple(risk for risk in AT_ONCE if risk in told)


def missing(answers: Answers) -> str:
    """The first page that was not answered; empty where all were."""
    return next((page for page in pages(answers) if page not in answers), "")


def after(page: str, answers: Answers, *, changing: bool = False) -> str:
    """Where one goes from a page that is answered.

    A risk leads to the page with the number to ring before anything else. Who was `changing` an
    answer is back at the check, unless the change asks for a page that was not answered.
    """
    if page == SAFETY and at_once(answers):
        return URGENT
    if changing:
        return missing(answers) or CHECK
    order = (*pages(answers), CHECK)
    here = SAFETY if page == URGENT else page
    return order[order.index(here) + 1] if here in order else missing(answers) or CHECK


def before(page: str, answers: Answers) -> str:
    """The page that "Back" leads to."""
    if page == URGENT:
        return SAFETY
    order = (START, *pages(answers), CHECK)
    return order[order.index(page) - 1] if page in order else WHO
