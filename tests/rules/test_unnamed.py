"""Taking out what could point to a person, before a panel of residents reads a case."""

from datetime import date

import pytest

from redress.rules.redaction import Private
from redress.rules.unnamed import left, month_of, redacted, suspects

MARY = Private(
    ("Mary Osei", "Amina Khan"),
    ("4 Elm Walk", "E1 4AA", "mary@example.org", "07700 900123"),
)


def gone(text: str) -> str:
    return redacted(text, MARY, ["THH-000012"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mary Osei rang.", "[name] rang."),
        ("MRS OSEI’s ceiling", "MRS [name] ceiling"),
        ("Mrs Bell next door", "[name] next door"),
        ("She lives at 4 Elm  Walk, E1 4AA.", "She lives at [address], [address]."),
        ("at 17 Oak Tree Road", "at [address]"),
        ("in Flat 12b", "in [address]"),
        ("near SW1A 2AA", "near [postcode]"),
        ("write to a.b+c@mail.example.org now", "write to [email] now"),
        ("ring 07700 900123", "ring [phone]"),
        ("ring 020 7946 0999 or +44 20 7946 0999", "ring [phone] or [phone]"),
        ("case THH-000012 and job 4411987", "case [reference] and job [reference]"),
        ("repair REP-20411", "repair [reference]"),
        ("see https://example.org/mary?x=1", "see [link]"),
        ("on Tuesday 3 March 2026", "on March 2026"),
        ("on 3rd of Mar", "on March"),
        ("on 03/04/2026 and 2026-05-01", "on April 2026 and May 2026"),
        ("on 5.6.26", "on June 2026"),
        ("on 3 Sept 2026", "on September 2026"),
        ("on 3 Sept. 2026", "on September 2026"),
        ("on 3 SEPTEMBER 2026 and 4 june", "on September 2026 and June"),
        ("on May 3rd, 2026", "on May 2026"),
        ("on Tuesday, March 3 she rang", "on March she rang"),
        ("on the 3rd of May, 2026", "on May 2026"),
        ("from 3 to 5 May 2026", "from May 2026"),
        ("on 3, 4 and 5 May", "on May"),
        ("from 3rd–5th May", "from May"),
        ("on May 3,2026", "on May 2026"),
        ("from May 3 to 5, 2026", "from May 2026"),
        ("on 03-May-2026 and 2026/05/03", "on May 2026 and May 2026"),
        ("In March 12.5% of 3 may come.", "In March 12.5% of 3 may come."),
        ("We paid £25, 3 March.", "We paid £25, March."),
        ("We paid £250 for 3 weeks.", "We paid £250 for 3 weeks."),
        ("It took 12 days and £1,250.", "It took 12 days and £1,250."),
        ("Nobody may come.", "Nobody may come."),
        ("", ""),
    ],
)
def test_what_goes_and_what_stays(text: str, shown: str) -> None:
    assert gone(text) == shown


def test_nothing_that_was_taken_out_is_found_again() -> None:
    text = (
        "Mary Osei of 4 Elm Walk, E1 4AA (07700 900123, mary@example.org), 3 March 2026, MOD-12345"
    )
    assert left(text, MARY) != ()
    assert left(gone(text), MARY) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Mary rang.", "a name, an address or a number of somebody of this case"),
        ("a@b.example", "an email address"),
        ("near SW1A 2AA", "a postcode"),
        ("020 7946 0999", "a phone number"),
        ("REP-20411", "the number of a case or a job"),
        ("on 3 March", "a day"),
        ("on 3/3/2026", "a day"),
        ("on 3 Sept 2026", "a day"),
        ("on May 3rd, 2026", "a day"),
        ("job 4411987", "the number of a case or a job"),
        ("in March 2026", ""),
        ("We mended the roof.", ""),
    ],
)
def test_what_a_person_left_is_named(text: str, says: str) -> None:
    assert left(text, MARY) == ((says,) if says else ())


def test_where_to_look_first() -> None:
    text = "The nurse from Barts said that Joy has asthma. In March the Ombudsman wrote."
    assert suspects(text) == ("Barts", "Joy", "asthma")


def test_months() -> None:
    assert month_of(date(2026, 3, 31)) == "March 2026"
