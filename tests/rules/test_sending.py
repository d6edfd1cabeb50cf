"""How a letter reaches its resident, and how long a message is tried."""

from datetime import timedelta
from itertools import chain, combinations

import pytest

from redress.rules.sending import WAITS, Reach, Way, wait_after, way_to, ways_of, ways_to

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
