"""Drafts at the desk: keeping what is in a form, showing it again, and two texts side by side."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from redress.cases import drafts
from redress.cases.drafts import Fields, Kept, Newer, Place
from redress.rules.access import Verb
from redress.rules.facts import Submitted
from redress.web import clock
from redress.web.desk.asked import Asked
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.writing import CHOSEN

KEEP, THROW_AWAY = "draft", "throw_away"  # what the buttons of a form say
NOT_TYPED = ("csrfmiddlewaretoken", "step", "seen", "draft")
REFUSING = {
    Submitted.REFUSAL: Verb.REFUSE,
    Submitted.ESCALATION_REFUSAL: Verb.REFUSE_ESCALATION,
}
COMES_BACK = (Verb.SUBMIT, *REFUSING.values())  # what may be sent back to be changed
WITHOUT = (Verb.SIGN, Verb.UNDO, Verb.OPEN_RESTRICTED)  # forms in which nothing is written


@dataclass(frozen=True)
class Difference:
    """One field in which two texts differ."""

    label: str
    mine: str
    theirs: str


def place_of(asked: Asked) -> Place:
    """Where this person's draft of this action belongs; signing uses up the response's."""
    found = asked.found
    waits = found.case.waiting
    if asked.verb is Verb.SIGN and waits and waits.is_refusal:
        return drafts.of_another(found.row, REFUSING[waits.kind], waits.stage, waits.submitted_by)
    verb = Verb.RESPOND if asked.verb is Verb.SIGN else asked.verb
    return drafts.place(found.row, verb, found.case.stage.number, asked.visit.actor)


def typed(data: QueryDict) -> Fields:
    """What a form sent, without what the page itself needs."""
    names = [name for name in sorted(data) if not name.startswith(CHOSEN)]
    return {name: data.getlist(name) for name in names if name not in NOT_TYPED}


def version_of(data: QueryDict) -> int:
    """The version of the draft that the form was filled from; 0 for none."""
    return _number(data.get("draft", ""))


def keep(asked: Asked, data: QueryDict, *, anew: bool = True) -> Kept | Newer | None:
    """Keep what is in the form (see `drafts.keep`)."""
    return drafts.keep(
        place_of(asked),
        asked.visit.actor,
        typed(data),
        version=version_of(data),
        seen=_number(data.get("seen", "")),
        at=asked.visit.now,
        anew=anew,
    )


def newer(asked: Asked, data: QueryDict) -> Kept | None:
    """Somebody else's text, kept since this form was filled."""
    if asked.verb in WITHOUT:
        return None
    return drafts.newer(place_of(asked), asked.visit.actor, typed(data), version_of(data))


def kept(asked: Asked) -> Kept | None:
    """The draft to show again when the form is opened."""
    return None if asked.verb in WITHOUT else drafts.kept(place_of(asked))


def used(asked: Asked, data: QueryDict) -> None:
    """The action is done. What waits for a signature may come back: it is kept."""
    if asked.verb in COMES_BACK:
        keep(asked, data)
    else:
        drafts.throw_away(place_of(asked))


def changed_contacts(asked: Asked, there: Kept) -> list[str]:
    """Whose details changed since a draft was kept and matter to it: those chosen in it, and
    numbers or addresses that stand in its text and are nobody's any more."""
    stationery = asked.context.stationery(asked.found.case)
    then, today = clock.day(there.saved_at), asked.visit.today
    chosen = there.fields.get("turn_to", [])
    changed = stationery.changed_since(then, today)
    text = "\n".join(value for values in there.fields.values() for value in values)
    return [
        *(each.name for name, each in changed.items() if name in chosen),
        *stationery.outdated(text, today),
    ]


def query_of(fields: Fields) -> QueryDict:
    """Kept fields as a form would send them."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


def differences(form: DeskForm, mine: Fields, theirs: Fields) -> list[Difference]:
    """The fields in which two texts differ, in the order of the form."""
    both = query_of(mine), query_of(theirs)
    found = []
    for name, field in form.fields.items():
        if name in NOT_TYPED:
            continue
        ours, others = (
            _plain(field, field.widget.value_from_datadict(data, {}, name)) for data in both
        )
        if ours != others:
            found.append(Difference(_label(form, name), ours, others))
    return found


def _label(form: DeskForm, name: str) -> str:
    label = str(form.fields[name].label or name)
    groups = (group for group in form.groups if any(field.name == name for field in group.fields))
    legend = next((group.legend for group in groups), "")
    return f"{legend}: {label}" if legend else label


def _plain(field: Any, value: Any) -> str:
    words = dict(getattr(field, "choices", ()))
    if isinstance(value, list | tuple):
        return " ".join(str(words.get(each, each)) for each in value if each)
    return str(words.get(value, value or "")) if value else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
