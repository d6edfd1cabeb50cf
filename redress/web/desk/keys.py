"""Keyboard shortcuts: one key each, one table for the page that explains them and the script."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from redress.cases.to_sign import Waiting
from redress.rules.access import Actor, Verb, may, may_read_cases
from redress.rules.decision import Context
from redress.rules.facts import CaseFacts
from redress.web.desk.possible import answering
from redress.web.desk.verbs import WORDS

FIND = "#find"  # the box for finding a case, which is on every page of the desk
SEVERAL = "#all"  # on a list: what is done to several cases begins here


@dataclass(frozen=True)
class Key:
    """One key: what it does in words, and the page or the action of a case that it opens."""

    key: str
    words: str
    page: str = ""
    verb: Verb | None = None


ANYWHERE = (
    Key("/", "Go to the box “Find a case”"),
    Key("n", "Take down a call, letter or other contact", page="receive"),
    Key("t", "Open Today", page="today"),
    Key("c", "Open the list of cases", page="worklist"),
    Key("?", "Open this page", page="shortcuts"),
)
TO_SIGN = Key("w", "Open what waits for your signature, the first that is due", verb=Verb.SIGN)
ON_A_LIST = Key("b", "Go to what can be done with several cases", verb=Verb.TAG)
NEXT = Key("o", "Do what we owe next")
ON_A_CASE = tuple(
    Key(key, WORDS[verb].title, verb=verb)
    for key, verb in {
        "k": Verb.RECORD_CALL,
        "a": Verb.ALLOCATE,
        "m": Verb.ASK_COMMENTS,
        "e": Verb.EXTEND,
        "r": Verb.RESPOND,
        "2": Verb.ESCALATE,
        "s": Verb.SIGN,
        "u": Verb.UNDO,
    }.items()
)


def anywhere(actor: Actor) -> list[Key]:
    """The keys that this person has on every page of the desk."""
    has = {"/": may_read_cases(actor), "n": may(actor, Verb.RECEIVE)}
    return [each for each in ANYWHERE if has.get(each.key, True)]


def on_a_case(actor: Actor) -> list[Key]:
    """The keys that this person has on the page of a case."""
    found = [each for each in ON_A_CASE if each.verb and may(actor, each.verb)]
    return [NEXT, *found] if found else []


def on_lists(actor: Actor) -> list[Key]:
    """The keys that this person has on Today and on lists."""
    return [each for each in (TO_SIGN, ON_A_LIST) if each.verb and may(actor, each.verb)]


def sign_target(slug: str, waiting: Sequence[Waiting]) -> dict[str, str]:
    """Where the key on Today leads: to the first of what waits for this person's signature."""
    if not waiting:
        return {}
    return {TO_SIGN.key: reverse("act", args=[slug, waiting[0].reference, Verb.SIGN])}


def targets(slug: str, actor: Actor) -> dict[str, str]:
    """Where each key leads on any page of the desk: an address, or a place on the page."""
    return {
        each.key: reverse(each.page, args=[slug]) if each.page else FIND for each in anywhere(actor)
    }


def case_targets(slug: str, case: CaseFacts, context: Context, owed: Verb | None) -> dict[str, str]:
    """Where each key leads on the page of this case, of which `owed` is the one button. The key
    for responding leads to sending the response for signature where this person may not issue it;
    a request has no response.
    """
    verbs = {each.key: each.verb or owed for each in on_a_case(context.actor)}
    instead = {Verb.RESPOND: answering(case, context)} if case.stage.number else {}
    return {
        key: reverse("act", args=[slug, case.reference, instead.get(verb, verb)])
        for key, verb in verbs.items()
        if verb
    }
