"""The Ombudsman's details come from one dated place."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from redress.rules.contacts import contact, names
from redress.rules.policy_files import landlord_slugs
from redress.rules.stationery import packaged_for
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
    lines = packaged_for("").ombudsman(on)
    assert lines[0] == "Housing Ombudsman"
    assert any("www.housing-ombudsman.org.uk" in line for line in lines)
    assert "Telephone: 0300 111 3000" in lines
    assert any("@" in line for line in lines) is email  # no new complaint by e-mail since then


def test_a_day_before_all_known_contact_details_is_refused() -> None:
    with pytest.raises(LetterError, match="No contact details are known for 2011-12-31"):
        packaged_for("").ombudsman(date(2011, 12, 31))


def test_every_entry_of_the_register_is_whole_and_dated() -> None:
    for slug in ("", *landlord_slugs()):
        for name in names(slug):
            found = contact(name, date(2026, 11, 23), slug)
            assert found.lines[0] == found.name and len(found.lines) == 1 + len(found.ways)
            assert found.checked_on <= date(2026, 11, 23) < found.expires_on
            assert not found.is_expired(found.expires_on)
            assert found.is_expired(found.expires_on + timedelta(days=1))


def test_whom_a_landlord_can_point_to() -> None:
    everyone = {"first-tier-tribunal", "housing-ombudsman", "information-commissioner", "lgsco"}
    assert set(names()) == everyone
    assert set(names("together")) == everyone | {"insurance", "neighbourhood-team"}
    assert contact("insurance", date(2026, 5, 1), "harrow").name == "Harrow Council Insurance Team"


def test_who_was_not_there_yet_is_not_in_the_register_of_that_day() -> None:
    assert set(packaged_for("").contacts(date(2014, 1, 1))) == {
        "first-tier-tribunal",
        "housing-ombudsman",
    }
    assert set(packaged_for("").contacts(date(2026, 1, 1))) == set(names())


def test_a_name_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(LetterError, match="no contact 'insurance'; there are first-tier-tribunal"):
        contact("insurance", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("expires_on = 2027-01-01", "expires_on = 2025-01-01", "expires_on is before checked_on"),
        ("expires_on = 2027-01-01", "", "expires_on: Field required"),
        ("[ways]\nTelephone", "[ways]\n# ", "ways: .*at least 1 item"),
        ('name = "X"', 'name = ""', "name: .*at least 1 character"),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, named: str
) -> None:
    text = (
        'name = "X"\nwhat_for = "y"\nchecked_on = 2026-01-01\nexpires_on = 2027-01-01\n'
        'source = "z"\n[ways]\nTelephone = "1"\n'
    )
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "2026-01-01.toml").write_text(text.replace(old, new))
    monkeypatch.setattr("redress.rules.contacts.CONTACTS", tmp_path)
    with pytest.raises(LetterError, match=f"2026-01-01.toml: .*{named}"):
        contact("x", date(2026, 5, 1))
