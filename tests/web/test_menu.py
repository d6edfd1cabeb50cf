"""The menu offers each member of staff the pages they may open, and marks where they are."""

import pytest
from django.urls import reverse

from redress.rules.access import Actor, Role
from redress.web.menu import MENU, Entry, Shown, menu


def shown(*roles: Role, here: str = "today") -> dict[str, Shown]:
    return {each.words: each for each in menu(Actor(1, "Ann", frozenset(roles)), here)}


def test_every_entry_has_a_page() -> None:
    entries = [e for each in MENU for e in ([each] if isinstance(each, Entry) else each.entries)]
    assert all(reverse(entry.name, args=["elm"]) for entry in entries)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.LOGGER, ["Today", "Cases", "Email"]),
        (Role.ADMINISTRATOR, ["Today", "Cases", "Administration"]),
        (Role.BOARD_MEMBER, ["Overview", "Reports"]),
        (
            Role.MEMBER_RESPONSIBLE,
            [
                "Today",
                "Cases",
                "Email",
                "More lists",
                "Overview",
                "Learning",
                "Reports",
            ],
        ),
    ],
)
def test_each_is_offered_what_they_may_open(role: Role, words: list[str]) -> None:
    assert list(shown(role)) == words


def test_a_page_in_a_group_marks_itself_and_the_group() -> None:
    group = shown(Role.SENIOR_LEAD, here="annual")["Reports"]
    assert group.within and not group.here
    assert [entry.words for entry in group.entries if entry.here] == ["Annual report"]


def test_a_page_behind_an_entry_marks_it_as_the_way_there_only() -> None:
    learning = shown(Role.SENIOR_LEAD, here="quality")["Learning"]
    assert learning.within and not learning.here


def test_nobody_who_is_not_signed_in_is_offered_anything() -> None:
    assert not list(menu(Actor(None, "", frozenset()), "start"))
