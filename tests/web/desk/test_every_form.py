"""Every form of every action, found from the table of forms: sent empty, mended by its own error
summary alone, and sent twice.

Whoever fills them in here knows nothing of any form: they send it, and put something into each
field that the summary names, until it goes through. A summary that leads nowhere fails.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case, Event, Message
from redress.rules.access import PERMISSIONS, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import State
from redress.rules.stages import ANSWERED, possible
from redress.web import clock
from redress.web.desk.forms import FORMS
from redress.web.desk.verbs import word_of
from tests import builders
from tests.rules import inputs, story
from tests.web.desk.conftest import address, browser_of
from tests.web.desk.pages import errors_of, sent_by, words_of

TWO = (NewIssue(summary="The kitchen ceiling leaks"), NewIssue(summary="Nobody came"))
TRIES = 8  # as many times as somebody would try
# What has to be on the case before an action makes sense at all.
FIRST = {
    Verb.SETTLE_OFFER: Verb.OFFER,
    Verb.COMPLETE_ACTION: Verb.PROMISE,
    Verb.MOVE_ACTION: Verb.PROMISE,
    Verb.COMMENT: Verb.ASK_COMMENTS,
    Verb.CHASE_COMMENTS: Verb.ASK_COMMENTS,
    Verb.WITHDRAW_COMMENTS: Verb.ASK_COMMENTS,
    Verb.SIGN: Verb.SUBMIT,
    Verb.SEND_BACK: Verb.SUBMIT,
    Verb.OPEN_RESTRICTED: Verb.RESTRICT,
    Verb.RECORD_FINDINGS_COMMENT: Verb.SHARE_FINDINGS,
    Verb.CHASE: Verb.ALLOCATE,
    Verb.RELEASE_HOLD: Verb.HOLD,
    Verb.UNDO: Verb.TAG,
    Verb.SETTLE_MESSAGE: Verb.RECEIVE_MESSAGE,
    Verb.RECORD_CONSENT: Verb.NAME_REPRESENTATIVE,
    Verb.END_REPRESENTATIVE: Verb.NAME_REPRESENTATIVE,
    Verb.TELL_OUTCOME: Verb.NAME_REPRESENTATIVE,
    Verb.CHANGE_SIGNATORY: Verb.ADD_SIGNATORIES,
    Verb.OFFER_MEETING: Verb.ADD_SIGNATORIES,
}


HAPPENED = [Verb.RECORD_BEHAVIOUR]
WENT_ON = [*HAPPENED, Verb.WARN, Verb.RECORD_BEHAVIOUR]
RESTRICTED = [*WENT_ON, Verb.RESTRICT_CONTACT, Verb.APPROVE_RESTRICTION]
# What led to an action about a resident's contact; the second person is the other desk.
LED_TO = {
    Verb.WARN: HAPPENED,
    Verb.RESTRICT_CONTACT: WENT_ON,
    Verb.APPROVE_RESTRICTION: RESTRICTED[:-1],
    Verb.REVIEW_RESTRICTION: RESTRICTED,
    Verb.END_RESTRICTION: RESTRICTED,
}


@dataclass
class Places(HTMLParser):
    """The fields of a page by their ids: name, kind, and what can be chosen."""

    found: dict[str, tuple[str, str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if given.get("id"):
            kind = given.get("inputmode") or given.get("type") or tag
            self.found[given["id"] or ""] = (name, kind)
        if tag == "select":
            self._select = name
        if tag == "option" and value:
            self.options.setdefault(self._select, []).append(value)
        if tag == "input" and given.get("type") in ("radio", "checkbox") and value:
            self.options.setdefault(name, []).append(value)


def places_of(page: str) -> Places:
    places = Places()
    places.feed(page)
    return places


def linked(page: str) -> list[str]:
    """The ids that the error summary leads to."""
    summary = re.search(r'(?s)govuk-error-summary__list">(.*?)</ul>', page)
    return re.findall(r'href="#([^"]+)"', summary[1]) if summary else []


@dataclass
class Desk:
    """A case at which an action can be done, and somebody whose action it is."""

    client: Client
    path: str
    verb: Verb
    other: str

    def mend(self, page: str, data: dict[str, list[str]]) -> None:
        """Put something into each field that the summary names."""
        places = places_of(page)
        for place in linked(page):
            name, kind = places.found[place]
            if re.search(r"_(day|month|year)$", name):
                self.a_date(name.rpartition("_")[0], data)
            else:
                said = data.get(name, [""])[0]
                data[name] = [self.something(name, kind, places.options.get(name, []), said)]

    def something(self, name: str, kind: str, options: list[str], said: str) -> str:
        """What fits; of several to choose from, the one after what was refused."""
        if name == "other":
            return self.other
        if name.endswith("email"):
            return "sam@axis.example"
        if options:
            return options[(options.index(said) + 1) % len(options) if said in options else 0]
        return "5" if kind == "numeric" else "It is so."

    def a_date(self, name: str, data: dict[str, list[str]]) -> None:
        """Today, or a week after the date that was refused."""
        said = [data.get(f"{name}_{part}", [""])[0] for part in ("year", "month", "day")]
        day = clock.now().date()
        if all(said):
            day = date(*map(int, said)) + timedelta(days=7)
        for part in ("day", "month", "year"):
            data[f"{name}_{part}"] = [str(getattr(day, part))]

    def goes_through(self) -> dict[str, list[str]]:
        """What was sent in the end, having been issued if it was a letter."""
        data = sent_by(self.client.get(self.path).content.decode())
        for _ in range(TRIES):
            answer = self.client.post(self.path, data)
            if answer.status_code == 302:
                return data
            page = answer.content.decode()
            if not errors_of(page):
                data = {**sent_by(page), "step": ["issue"]}
                continue
            before = dict(data)
            self.mend(page, data)
            assert data != before, f"{self.verb}: nothing mends {errors_of(page)}"
        raise AssertionError(f"{self.verb} does not go through: {errors_of(page)} {data}")


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


def after(state: State) -> date:
    """The day after the last step that leads to a state."""
    steps = story.PATHS[state]
    return (inputs.on(steps[-1][1]) if steps else date(2026, 5, 1)) + timedelta(days=1)


def at_the_point(
    office: builders.Office, verb: Verb, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """The cases at which it may be possible, one state after another."""
    person = builders.user(office.landlord, *PERMISSIONS[verb], name="Zoe Lang")
    other = office.one.receive(date(2026, 5, 1))
    for state in (each for each in story.PATHS if verb in possible(each)):
        day = after(state)
        monkeypatch.setattr(clock, "now", lambda day=day: builders.at(day))
        known = {"resident": builders.resident(office.landlord).pk} if verb in LED_TO else {}
        reference = office.reach(state, issues=TWO, **known)
        for step in LED_TO.get(verb, ()):
            case = builders.facts_of(Case.objects.get(reference=reference))
            by = office.two if step is Verb.APPROVE_RESTRICTION else office.one
            by.does(reference, step, inputs.plausible(step, case, day), day)
        if first := FIRST.get(verb):
            if first not in possible(state):
                continue
            if verb is Verb.TELL_OUTCOME and state not in ANSWERED:
                continue  # there is no outcome yet
            desk = builders.Desk(office.landlord, person) if verb is Verb.UNDO else office.one
            case = builders.facts_of(Case.objects.get(reference=reference))
            given: Any = inputs.plausible(first, case, day)
            me = (desk.actor.id or 0, desk.actor.name)
            if first is Verb.RESTRICT:
                given = replace(given, people=(me,))
            if first is Verb.ALLOCATE:
                given = Allocate(handler=me[0], handler_name=me[1])
            desk.does(reference, first, given, day)
        client = browser_of(person)
        path = address(f"case/{reference}/{word_of(verb)}")
        if verb in (Verb.COMPLETE_ACTION, Verb.MOVE_ACTION):
            path += "?number=1"
        if client.get(path).status_code == 200:
            yield Desk(client, path, verb, other)


def counted() -> tuple[int, int, int]:
    return Case.objects.count(), Event.objects.count(), Message.objects.count()


@pytest.mark.parametrize("verb", FORMS)
def test_sent_twice_it_is_done_once_and_says_so(
    office: builders.Office, monkeypatch: pytest.MonkeyPatch, verb: Verb
) -> None:
    desk = next(at_the_point(office, verb, monkeypatch))
    before = counted()
    data = desk.goes_through()
    once = counted()
    assert once[1] > before[1]
    again = desk.client.post(desk.path, data)
    assert counted() == once
    if again.status_code == 302:  # to the case, which shows how it stands
        return
    page = again.content.decode()
    assert again.status_code in (200, 404, 409)
    assert errors_of(page) or again.status_code != 200, words_of(page)


@pytest.mark.sqlite  # nothing is written
@pytest.mark.parametrize("verb", FORMS)
def test_sent_empty_it_says_what_is_missing_where_it_is_mended(
    office: builders.Office, monkeypatch: pytest.MonkeyPatch, verb: Verb
) -> None:
    desk = next(at_the_point(office, verb, monkeypatch))
    shown = sent_by(desk.client.get(desk.path).content.decode())
    hidden = {name: shown[name] for name in ("seen", "number", "draft") if name in shown}
    before = counted()
    answer = desk.client.post(desk.path, hidden)
    if answer.status_code == 302:  # there was nothing to be asked
        return
    page = answer.content.decode()
    assert answer.status_code == 200 and counted() == before
    if "Nothing is issued yet." in page:  # a letter that needs no word of anybody's
        return
    assert errors_of(page), words_of(page)
    assert "<title>Error: " in page
    lost = [place for place in linked(page) if place not in places_of(page).found]
    assert lost == []
    kept = sent_by(page)
    assert all(kept.get(name) == value for name, value in hidden.items())
