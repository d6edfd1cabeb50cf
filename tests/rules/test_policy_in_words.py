"""A policy in plain words: what it says follows the data, and each sentence is easy to read."""

import statistics
from collections.abc import Iterator

import pytest

from redress.rules import policy_plain, reading
from redress.rules.policy import Policy
from redress.rules.policy_choices import Body, Channel, Ground, Who
from redress.rules.policy_files import codes, landlord_slugs, policies_of
from redress.rules.policy_in_words import Section, in_words
from redress.rules.spans import Span

FIXED = ("Local Government and Social Care Ombudsman", "Housing Ombudsman", "First-tier Tribunal")
CODE = codes()[-1]


def latest(slug: str) -> Policy:
    return policies_of(slug)[-1]


def said(slug: str) -> str:
    return "\n".join(lines(in_words(latest(slug), CODE)))


def lines(sections: tuple[Section, ...]) -> Iterator[str]:
    """Every sentence with its values, spans and lists put into words as English pages do."""
    for section in sections:
        yield section.heading
        for sentence in (*section.sentences, *section.points):
            shown = {
                name: value.words() if isinstance(value, Span) else str(value)
                for name, value in sentence.values.items()
            }
            yield sentence.words.format(**shown)


def texts() -> dict[str, str]:
    """Every text of the module, by the name or key it stands under."""
    found: dict[str, str] = {}
    for name, value in vars(policy_plain).items():
        if name.startswith("_") or not name.isupper():
            continue
        held = vars(value) if isinstance(value, policy_plain.OfStage) else value
        if isinstance(held, str):
            found[name] = held
        elif isinstance(held, tuple):
            found |= {f"{name} {n}": text for n, text in enumerate(held)}
        else:
            found |= {f"{name} {key}": text for key, text in held.items()}
    return found


def test_each_sentence_is_plain_and_short() -> None:
    grades = []
    for name, text in texts().items():
        for fixed in FIXED:
            text = text.replace(fixed, "Name")
        for sentence in reading.sentences(text.format_map(dict.fromkeys(PLACES, "ten days"))):
            assert len(reading.words(sentence)) <= 25, name
        grades.append(reading.grade(text))
        assert grades[-1] <= 8 or len(reading.words(text)) < 6, (name, grades[-1])
    assert statistics.median(grades) <= 5


PLACES = ("time", "code", "one", "two", "who", "ways", "name")


@pytest.mark.parametrize("slug", landlord_slugs())
def test_every_landlord_has_its_policy_in_words_with_no_place_left_open(slug: str) -> None:
    text = said(slug)
    assert "{" not in text and "None" not in text
    for number in (1, 2):
        stage = latest(slug).stage(number)
        assert stage.respond.span.words() in text


def test_tower_hamlets_homes_by_its_paper() -> None:
    """T8, T9, T10, T11, T12, T13, T21, T22, T26, with what the Code makes of them."""
    text = said("tower-hamlets-homes")
    for expected in (
        "It is called “Query”.",
        "We try to sort it out within 5 working days.",
        "Our policy asks you to tell us within 6 months. The Code gives you 12 months,",
        "We answer within 10 working days of our first letter.",
        "It is looked into by the council, which owns the homes.",
        "Please ask within 20 working days of getting our answer.",
        "Our policy asks you why. You do not have to say.",
        "We offer to meet the group.",
        "We need your signed yes before we share your details with them.",
        "A lawyer has written to us. This alone is not enough for us to say no.",
        "We ask if you agree to the new date.",
    ):
        assert expected in text, expected
    assert "mediation" not in text


def test_together_housing_and_herefordshire_by_theirs() -> None:
    """A9, A12, A13, A16; H8, H9, H11."""
    together, hereford = said("together"), said("herefordshire")
    assert "It is called “Get It Sorted”." in together
    assert "We answer within 15 working days" in together
    assert "Our policy speaks of a wait of 8 weeks. That has ended." in together
    assert "Our policy says more than this. The Code does not allow it" in together
    assert "mediation" in together
    assert "within 28 calendar days of our answer" in hereford
    assert "we show you first. You can comment on it." in hereford


def test_a_policy_that_keeps_to_the_code_says_nothing_of_a_step_before() -> None:
    text = said("code-model")
    assert "step before a complaint" not in text
    assert "Please tell us within 12 months of when it happened" in text
    assert "Our policy asks you why" not in text
    assert "You do not have to say why." in text


def test_every_choice_a_policy_can_make_has_its_words() -> None:
    assert set(policy_plain.GROUNDS) == set(Ground)
    assert set(policy_plain.PEOPLE) == set(Who)
    assert set(policy_plain.WAYS) == set(Channel) - {Channel.ANY_STAFF}
    assert set(policy_plain.BODIES) == set(Body) - {Body.HOUSING_OMBUDSMAN}
