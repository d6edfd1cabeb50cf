"""The Ombudsman's details come from one dated place."""

from datetime import date

import pytest

from redress.rules.contacts import ombudsman
from redress.rules.wording import LetterError


@pytest.mark.parametrize(
    ("on", "email"),
    [
        (date(2022, 11, 1), True),
        (date(2026, 1, 12), True),
        (date(2026, 1, 13), False),
        (date(2026, 11, 23), False),
    ],
)
def test_the_ombudsman_is_reached_as_on_the_day_of_the_letter(on: date, email: bool) -> None:
    lines = ombudsman(on)
    assert lines[0] == "Housing Ombudsman"
    assert any("www.housing-ombudsman.org.uk" in line for line in lines)
    assert "Telephone: 0300 111 3000" in lines
    assert any("@" in line for line in lines) is email  # no new complaint by e-mail since then


def test_a_day_before_all_known_contact_details_is_refused() -> None:
    with pytest.raises(LetterError, match="No contact details are known for 2011-12-31"):
        ombudsman(date(2011, 12, 31))
