"""Passages: found by name, put in as a paragraph, and never sent with a gap."""

import pytest

from redress.rules.passages import passages, put_in
from redress.rules.plain_words import measure
from redress.rules.policy_files import landlord_slugs
from redress.rules.reading import grade, sentences, words
from redress.rules.stationery import packaged_for

ALL = {
    f"{slug}/{name}": passage
    for slug in landlord_slugs()
    for name, passage in passages(slug).items()
}


def gaps(text: str, landlord: str = "") -> tuple[str, ...]:
    return packaged_for(landlord).gaps(text)


def test_a_landlord_has_its_own_beside_everyones() -> None:
    everyone, own = passages(), passages("herefordshire")
    assert set(own) - set(everyone) == {"your-comment"}
    assert len(everyone) == 10
    titles = [passage.title.lower() for passage in own.values()]
    assert titles == sorted(titles)


@pytest.mark.parametrize("name", ALL)
def test_every_passage_is_plain_and_has_something_to_fill_in(name: str) -> None:
    passage = ALL[name]
    assert passage.gaps
    filled = passage.text
    for gap in passage.gaps:
        filled = filled.replace(f"{{{gap}}}", "this")
    assert grade(filled) <= 8
    assert max(len(words(one)) for one in sentences(filled)) <= 25
    assert measure(filled).avoid == ()


def test_gaps_left_open_are_named_once_in_order() -> None:
    text = passages()["missed-appointment"].text + " Again {the day of the visit}."
    assert gaps(text) == ("the day of the visit", "the time that was lost")
    done = text.replace("{the day of the visit}", "3 May")
    assert gaps(done) == ("the time that was lost",)
    assert gaps(done.replace("{the time that was lost}", "a morning")) == ()


@pytest.mark.parametrize("typed", ["{ombudsman}", "a {smile} :-{", "{}", "{the day\nof the visit}"])
def test_braces_of_somebody_elses_are_no_gap(typed: str) -> None:
    assert gaps(typed, "herefordshire") == ()


def test_a_gap_of_another_landlord_is_no_gap_here() -> None:
    (gap,) = passages("tower-hamlets-homes")["leasehold-costs"].gaps[-1:]
    assert gap == "what was found"  # everyone's passages have it too
    own = "{the day the findings were sent}"
    assert gaps(own, "herefordshire") and not gaps(own, "harrow")


def test_it_is_put_in_as_a_paragraph_of_its_own() -> None:
    passage = passages()["apology"]
    assert put_in("", passage) == passage.text.strip()
    assert put_in("We came late. \n", passage) == f"We came late.\n\n{passage.text.strip()}"
