"""The menu of the staff: what it offers, to whom, and which page it marks.

An entry is offered to those who may open its page. Two groups are folded away, so that the menu
stays on one line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from redress.rules.access import (
    Actor,
    Role,
    Verb,
    may,
    may_administer,
    may_answer_data_requests,
    may_look_over,
    may_read_cases,
    may_read_reports,
    may_see_to_erasure,
    may_see_views,
)


def works_here(actor: Actor) -> bool:
    """Whoever has more to do here than to read reports."""
    return actor.id is not None and actor.roles != {Role.BOARD_MEMBER}


def sorts_mail(actor: Actor) -> bool:
    """Whoever takes complaints, or reads cases."""
    return may(actor, Verb.RECEIVE) or may_read_cases(actor)


def sees_to_erasure(actor: Actor) -> bool:
    """Whoever sees what is due to be erased and reads cases; an administrator has it elsewhere."""
    return may_read_cases(actor) and may_see_to_erasure(actor)


@dataclass(frozen=True)
class Entry:
    """A page by its name, what the menu calls it, who is offered it, and the pages behind it."""

    name: str
    words: str
    offered: Callable[[Actor], bool]
    behind: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Entries under one word."""

    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Shown:
    """An entry or a group as the page shows it; `name` is empty for a group."""

    words: str
    here: bool
    within: bool  # the page is this one's or behind it
    name: str = ""
    entries: tuple["Shown", ...] = ()


LEARNING = (
    *("improvement", "add-improvement", "change-improvement", "quality", "sample", "score"),
    *("panel", "panel-pack", "panel-case", "panel-print"),
)
OMBUDSMAN = ("ombudsman-case", "ombudsman-year", "ombudsman-evidence")
MENU: tuple[Entry | Group, ...] = (
    Entry("today", "Today", works_here),
    Entry("worklist", "Cases", works_here),
    Entry("mail", "Email", sorts_mail),
    Group(
        "More lists",
        (
            Entry("messages", "Messages to answer", may_read_cases),
            Entry("comments-asked", "Comments asked for", may_read_cases),
            Entry("offers", "Offers of money", may_read_cases),
            Entry("promises", "Promises", may_read_cases),
            Entry("speaking", "Speaking for residents", may_read_cases),
            Entry("reviews", "Adjustments and restrictions", may_read_cases),
            Entry("lessons", "Lessons to record", may_read_cases),
            Entry("satisfaction", "After closing", may_read_cases),
            Entry("sending", "Sending", may_read_cases),
            Entry("data-requests", "Requests for data", may_answer_data_requests, ("everything",)),
            Entry("retention", "Keeping and erasing", sees_to_erasure, ("erasing",)),
            Entry("looks", "Who looked at what", may_see_views),
        ),
    ),
    Entry("overview", "Overview", may_look_over),
    Entry("improvements", "Learning", may_read_cases, LEARNING),
    Group(
        "Reports",
        (
            Entry("figures", "Figures", may_look_over, ("figure-list", "returns")),
            Entry("packs", "Packs", may_look_over, ("kept-pack", "pack-now")),
            Entry(
                "what-they-say", "What residents say", may_read_reports, ("survey", "new-survey")
            ),
            Entry("ombudsman", "Ombudsman", may_read_reports, OMBUDSMAN),
            Entry("annual", "Annual report", may_look_over, ("words", "section-words", "runs")),
            Entry("self-assessment", "Self-assessment", may_look_over, ("provision", "approve")),
            Entry("publish", "Publishing", may_read_reports, ("submission",)),
        ),
    ),
    Entry("administration", "Administration", may_administer),
)


def menu(actor: Actor, here: str) -> Iterator[Shown]:
    """What the menu offers somebody who looks at the page of the name `here`."""
    for each in MENU:
        if isinstance(each, Entry):
            if each.offered(actor):
                yield _shown(each, here)
            continue
        entries = tuple(_shown(entry, here) for entry in each.entries if entry.offered(actor))
        if entries:
            within = any(entry.within for entry in entries)
            yield Shown(each.words, here=False, within=within, entries=entries)


def _shown(entry: Entry, here: str) -> Shown:
    return Shown(entry.words, entry.name == here, here in (entry.name, *entry.behind), entry.name)
