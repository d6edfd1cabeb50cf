"""What somebody should look at before papers leave: found by what is known, words and shapes."""

import pytest

from redress.rules.redaction import Private
from redress.rules.to_redact import WHY, Passage, Why, hints

OWN = Private(("Mary Osei",), ("4 Elm Walk", "E1 4AA", "mary@example.org", "07700 900123"))
OTHERS = Private(("Tom Osei", "Ann Bradley"), ("ann@advice.example",))


def why(text: str, *, internal: bool = False) -> tuple[Why, ...]:
    found = hints([Passage("3", text, internal)], OWN, OTHERS)
    return found[0].why if found else ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ceiling of Mary Osei at 4 Elm Walk, E1 4AA leaks.", ()),
        ("Ring her on 07700 900123 or write to mary@example.org.", ()),
        ("Our solicitor says that we need not pay.", (Why.LEGAL,)),
        ("This is privileged and without prejudice.", (Why.LEGAL,)),
        ("Counselling was offered.", ()),
        ("The neighbour in flat 6 let us in.", (Why.PERSON,)),
        ("Ann Bradley rang.", (Why.PERSON,)),
        ("Tom told us.", (Why.PERSON,)),
        ("The key is at 9 Mill Court, E1 4AB.", (Why.REACH,)),
        ("Write to ann@advice.example.", (Why.PERSON, Why.REACH)),
        ("She has asthma.", (Why.HEALTH,)),
    ],
)
def test_what_is_found(text: str, found: tuple[Why, ...]) -> None:
    assert why(text) == found


def test_what_was_written_among_colleagues_is_always_looked_at() -> None:
    assert why("The job is booked.", internal=True) == (Why.INTERNAL,)
    assert WHY.keys() == set(Why)


def test_a_surname_that_the_resident_shares_points_to_nobody_else() -> None:
    assert why("Mrs Osei was in.") == ()


def test_where_is_kept_in_its_order() -> None:
    said = [Passage("9", "my son"), Passage("8", "nothing"), Passage("7", "her daughter")]
    assert [hint.where for hint in hints(said, OWN, OTHERS)] == ["9", "7"]


def test_the_addresses_in_our_own_letters_are_ours() -> None:
    said = "Ring us on 020 7946 0000."
    assert why(said) == (Why.REACH,)
    assert hints([Passage("letters/001.pdf", said, issued=True)], OWN, OTHERS) == ()
