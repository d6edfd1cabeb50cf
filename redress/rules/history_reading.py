"""A history read from the plain values of a YAML file, with every key named that is wrong."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from redress.rules.calendar import Division, calendar_for
from redress.rules.dates import read_date, shown
from redress.rules.facts import Clock
from redress.rules.history import Event, History, Terms, What
from redress.rules.policy import CodeEdition, Policy, Promise
from redress.rules.policy_files import (
    code_in_force,
    code_nearest,
    landlord_slugs,
    policy_nearest,
)
from redress.rules.span_words import read_span

KEYS = ("reference", "landlord", "source", "ordered", "stated", "calendar", "code", "promise")
EVENT_KEYS = ("date", "what", "to", "reason", "ombudsman_details", "by")
PROMISE_KEYS = ("acknowledge", "stage_1", "stage_2")


SLUG = re.compile(r"[a-z0-9-]+")


class HistoryError(ValueError):
    """What is wrong with a history, beginning with the key: "event 3: date: …"."""


def read_history(given: object) -> History:
    """The history in a mapping of plain values: texts, booleans, lists, mappings, None.

    `calendar` is a division (England and Wales if left out). `code` is a date, for the edition in
    force on it (if left out: on the day of receipt, or the first one kept). `promise` gives the
    landlord's times; else `landlord` may be one whose policies are kept here, each stage judged by
    the one in force when it began. Raises HistoryError, or PolicyError for an edition not kept.
    """
    if not isinstance(given, Mapping):
        raise HistoryError(f"{shown(given)} is not a history; give it keys, with events among them")
    events = _events(given.get("events"))
    began = _began(events)
    edition = _edition(given, began[1])
    policies = _policies(given, began)
    terms = {stage: _terms(given, edition, policies.get(stage), stage) for stage in began}
    notes = [*_unknown(given, (*KEYS, "events"), ""), *_older(edition, policies, began)]
    for number, event in enumerate(given["events"], start=1):
        notes += _unknown(event, EVENT_KEYS, f"event {number}: ")
    return History(terms, events, _text(given, "reference"), tuple(notes))


def _events(given: object) -> tuple[Event, ...]:
    if not isinstance(given, list) or not given:
        raise HistoryError("events: is missing or empty; list what happened, each with its date")
    return tuple(_event(line, f"event {number}: ") for number, line in enumerate(given, start=1))


def _event(given: object, where: str) -> Event:
    if not isinstance(given, Mapping):
        raise HistoryError(f"{where}{shown(given)} is not an event; give it a date and a what")
    what = _text(given, "what", where)
    if what not in set(What):
        raise HistoryError(f"{where}what: {shown(what)} is not one of {', '.join(What)}")
    on = _date(given, "date", where)
    if on is None:
        raise HistoryError(f"{where}date: is missing; give the day it happened")
    return Event(
        on=on,
        what=What(what),
        to=_date(given, "to", where),
        reason=_yes(given, "reason", where),
        ombudsman_details=_yes(given, "ombudsman_details", where),
        by=_text(given, "by", where),
    )


def _began(events: tuple[Event, ...]) -> dict[int, date]:
    """The days by which the terms of stages 1 and 2 are looked up."""
    received = [event.on for event in events if event.what is What.RECEIVED]
    escalated = [event.on for event in events if event.what is What.ESCALATED]
    first = min(received or [event.on for event in events])
    return {1: first, 2: min(escalated, default=first)}


def _edition(given: Mapping[Any, Any], received: date) -> CodeEdition:
    named = _date(given, "code", "")
    return code_in_force(named) if named else code_nearest(received)


def _policies(given: Mapping[Any, Any], began: Mapping[int, date]) -> dict[int, Policy]:
    """The landlord's policy for each stage, where the landlord is one kept here.

    A name with a capital or a space ("Southwark Council") is no more than a name.
    """
    landlord = _text(given, "landlord")
    if given.get("promise") is not None or not SLUG.fullmatch(landlord):
        return {}
    if landlord not in landlord_slugs():
        known = ", ".join(landlord_slugs())
        raise HistoryError(f"landlord: {shown(landlord)} has no policy here; there are {known}")
    return {stage: policy_nearest(landlord, day) for stage, day in began.items()}


def _terms(
    given: Mapping[Any, Any], edition: CodeEdition, policy: Policy | None, stage: int
) -> Terms:
    code, own = edition.stage(stage), policy and policy.stage(stage)
    calendar = calendar_for(_division(given, policy), policy.closures if policy else ())
    made = {
        Clock.ACKNOWLEDGE: own.acknowledge if own else _time(given, "acknowledge"),
        Clock.RESPOND: own.respond if own else _time(given, f"stage_{stage}"),
    }
    stated = {clock.value: promise for clock, promise in made.items() if promise}
    return Terms(
        code, own or code.model_copy(update=stated), frozenset(map(Clock, stated)), calendar
    )


def _division(given: Mapping[Any, Any], policy: Policy | None) -> Division:
    named = _text(given, "calendar") or (policy.division if policy else "england-and-wales")
    if named not in set(Division):
        raise HistoryError(f"calendar: {shown(named)} is not one of {', '.join(Division)}")
    return Division(named)


def _time(given: Mapping[Any, Any], key: str) -> Promise | None:
    promise = given.get("promise") or {}
    if not isinstance(promise, Mapping) or not set(promise) <= set(PROMISE_KEYS):
        raise HistoryError(f"promise: may have the keys {', '.join(PROMISE_KEYS)} and no others")
    words = _text(promise, key, "promise: ")
    try:
        return Promise(span=read_span(words), clause=f"promise: {key}") if words else None
    except ValueError as error:
        raise HistoryError(f"promise: {key}: {error}") from None


def _date(given: Mapping[Any, Any], key: str, where: str) -> date | None:
    words = _text(given, key, where)
    try:
        return read_date(words) if words else None
    except ValueError as error:
        raise HistoryError(f"{where}{key}: {error}") from None


def _text(given: Mapping[Any, Any], key: str, where: str = "") -> str:
    value = given.get(key)
    if value is not None and not isinstance(value, str):
        raise HistoryError(f"{where}{key}: {shown(value)} is not a text")
    return value or ""


def _yes(given: Mapping[Any, Any], key: str, where: str) -> bool:
    value = given.get(key)
    if value is not None and not isinstance(value, bool):
        raise HistoryError(f"{where}{key}: {shown(value)} is not true or false")
    return bool(value)


def _unknown(given: Mapping[Any, Any], known: tuple[str, ...], where: str) -> list[str]:
    return [
        f"{where}{shown(key)} is not a key and was not read" for key in given if key not in known
    ]


def _older(
    edition: CodeEdition, policies: Mapping[int, Policy], began: Mapping[int, date]
) -> list[str]:
    """What was not yet in force when a stage began, and is used all the same."""
    used = {edition.id: (edition.starts, began[1])}
    used |= {policy.id: (policy.starts, began[stage]) for stage, policy in policies.items()}
    return [
        f"judged by {name}, which is later than {day}"
        for name, (starts, day) in used.items()
        if starts > day
    ]
