"""The filters of a list as its page shows them: to choose from, and as chips to take off again."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.cases.filters import ALL, AWAITED, CLOSED, ME, NOBODY
from redress.cases.lists import Choices
from redress.rules import words as said
from redress.rules.facts import Channel
from redress.rules.words import KIND, TENURE
from redress.web.desk.chosen import NAMES, Chosen
from redress.web.risks import RISKS, risk_words

Choice = tuple[str, str]  # value, words
SHOW = {"": "Open cases", CLOSED: "Closed cases", ALL: "All cases"}
STAGE = {"0": "Requests and enquiries", "1": "Stage 1", "2": "Stage 2"}
WAITING = {
    "sorting": "New, to be sorted",
    "us": "Us, to do something",
    "resident": "The resident, after an answer",
    "closing": "Closing",
    "signature": "A signature",
    "my-signature": "Your signature",
    "comments": "Comments asked for",
    "late-comments": "Comments that are late",
    "sending": "A letter that could not be sent",
    "for-any": "Somebody, as marked",
    **{name: f"{said.AWAITED[each].capitalize()}, as marked" for name, each in AWAITED.items()},
}
DUE = {
    "late": "Overdue",
    "today": "Due today",
    "soon": "Due in the next 2 working days",
    "week": "Due this week",
    "none": "No date to meet",
}
PROMISE = {"late": "A promise is overdue", "soon": "A promise falls due within 2 working days"}
LABELS = {
    "show": "Show",
    "stage": "Stage",
    "waiting": "Waiting for",
    "due": "Due",
    "promise": "Promises",
    "handler": "Handler",
    "service": "Service",
    "category": "Category",
    "kind": "Kind",
    "channel": "Came in by",
    "tenure": "Tenure",
    "risk": "Risk",
    "tag": "Tag",
    "complex": "For the meeting",
}
FIXED = {
    "show": SHOW,
    "stage": STAGE,
    "waiting": WAITING,
    "due": DUE,
    "promise": PROMISE,
    "kind": {kind.value: words for kind, words in KIND.items()},
    "channel": {each.value: each.value.replace("_", " ").capitalize() for each in Channel},
    "tenure": {tenure.value: words for tenure, words in TENURE.items()},
    "risk": RISKS,
    "complex": {"yes": "Complex: a risk, stage 2, or tagged “complex”"},
}


@dataclass(frozen=True)
class Menu:
    """One filter with its choices, and what is chosen."""

    name: str
    label: str
    choices: list[Choice]
    value: str


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address of the list without it."""

    label: str
    words: str
    without: str


def menus(chosen: Chosen, there: Choices) -> list[Menu]:
    """Every filter with what it can be set to, as the landlord's open work stands."""
    return [
        Menu(name, LABELS[name], _choices(name, getattr(chosen.filters, name), there), value)
        for name in NAMES
        for value in (getattr(chosen.filters, name),)
    ]


def _choices(name: str, value: str, there: Choices) -> list[Choice]:
    if name == "show":
        return list(SHOW.items())
    found = list(_there(name, there)) if name not in FIXED else list(FIXED[name].items())
    if value and value not in dict(found):
        found.append((value, words_of(name, value, there)))
    return [("", "Any"), *found]


def _there(name: str, there: Choices) -> Iterable[Choice]:
    if name == "handler":
        yield from ((ME, "Me"), (NOBODY, "Nobody yet"))
        yield from ((str(number), who) for number, who in there.handlers)
        return
    found = {"service": there.services, "category": there.categories, "tag": there.tags}[name]
    yield from ((each, each) for each in found)


def chips(chosen: Chosen, there: Choices) -> list[Chip]:
    """The filters that are on."""
    return [
        Chip(LABELS[name], words_of(name, value, there), chosen.address(**{name: ""}))
        for name in NAMES
        if (value := getattr(chosen.filters, name))
    ]


def words_of(name: str, value: str, there: Choices) -> str:
    """A value of a filter in words."""
    if name == "risk":
        return risk_words(value)
    if name in FIXED:
        return FIXED[name].get(value, value)
    if name == "handler" and value not in (ME, NOBODY):
        return dict(there.handlers).get(int(value), "A colleague without open cases")
    return dict(_there(name, there)).get(value, value)
