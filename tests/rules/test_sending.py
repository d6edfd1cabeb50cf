"""How a letter reaches its resident, and how long a message is tried."""

from datetime import timedelta
from itertools import chain, combinations

import pytest

from redress.rules.sending import (
    WAITS,
    Format,
    Reach,
    Way,
    made_by_hand,
    wait_after,
    way_to,
    ways_of,
    ways_to,
)

BOTH = {"email": "mary@example.org", "address": "4 Elm Walk"}
NEVERS = [frozenset(some) for some in chain(*(combinations(Way, n) for n in range(4)))]


def test_unasked_it_is_email_then_post() -> None:
    assert way_to(Reach(**BOTH)) is Way.EMAIL
    assert way_to(Reach(address="4 Elm Walk")) is Way.POST


def test_what_they_asked_for_comes_first() -> None:
    assert ways_to(Reach(prefers=Way.POST, **BOTH)) == (Way.POST, Way.EMAIL, Way.HAND)
    assert ways_to(Reach(prefers=Way.HAND, **BOTH)) == (Way.HAND, Way.EMAIL, Way.POST)


def test_a_way_that_is_not_safe_is_not_used_even_where_it_was_asked_for() -> None:
    reach = Reach(prefers=Way.EMAIL, never=frozenset({Way.EMAIL}), **BOTH)
    assert ways_to(reach) == (Way.POST, Way.HAND)


def test_where_nothing_is_left_a_person_sees_to_it() -> None:
    assert way_to(Reach(never=ways_of(["email", "post"]), **BOTH)) is Way.HAND
    assert way_to(Reach()) is Way.HAND
    assert way_to(Reach(never=ways_of(["email", "post", "hand"]), **BOTH)) is Way.HAND


@pytest.mark.parametrize("never", NEVERS, ids=lambda never: "+".join(sorted(never)) or "none")
@pytest.mark.parametrize("prefers", [None, *Way])
def test_no_letter_goes_by_a_way_they_cannot_use(
    prefers: Way | None, never: frozenset[Way]
) -> None:
    for known in ({}, {"email": "a@example.org"}, {"address": "4 Elm Walk"}, BOTH):
        reach = Reach(prefers=prefers, never=never, **known)
        ways = ways_to(reach)
        assert not (set(ways) - {Way.HAND}) & never
        assert Way.HAND in ways
        assert len(set(ways)) == len(ways)
        assert (Way.EMAIL in ways) <= bool(reach.email)
        assert (Way.POST in ways) <= bool(reach.address)


def test_a_message_is_tried_for_four_hours_with_growing_waits() -> None:
    assert sum(WAITS, timedelta()) == timedelta(hours=4)
    assert list(WAITS) == sorted(WAITS)
    assert wait_after(1) == timedelta(minutes=1)
    assert wait_after(len(WAITS)) == timedelta(minutes=30)
    assert wait_after(len(WAITS) + 1) is None


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("prefers", [None, *Way])
def test_a_format_that_we_cannot_make_waits_for_a_person(form: Format, prefers: Way | None) -> None:
    reach = Reach(prefers=prefers, formats=frozenset({form}), **BOTH)
    made_here = form in (Format.LARGE_PRINT, Format.PLAIN_EMAIL)
    assert made_by_hand(reach.formats) == (() if made_here else (form,))
    assert (ways_to(reach) == (Way.HAND,)) == (not made_here)


def test_who_needs_plain_email_is_sent_no_paper() -> None:
    plain = frozenset({Format.PLAIN_EMAIL})
    assert ways_to(Reach(prefers=Way.POST, formats=plain, **BOTH)) == (Way.EMAIL, Way.HAND)
    assert ways_to(Reach(address="4 Elm Walk", formats=plain)) == (Way.HAND,)


def test_a_voicemail_that_must_not_be_left_stops_no_letter() -> None:
    assert ways_of(["voicemail", "phone", "visit", "text"]) == frozenset()
    assert ways_of(["post", "text"]) == {Way.POST}
    with pytest.raises(ValueError, match="pigeon"):
        ways_of(["pigeon"])
