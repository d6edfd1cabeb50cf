"""What a landlord gave stands in the place of the files; details are those of the day."""

from datetime import date, timedelta

import pytest

from redress.rules.contacts import Contact, dated, names
from redress.rules.passages import Passage, passages
from redress.rules.stationery import Stationery, packaged_for
from redress.rules.wording import LetterError, given, wording

DAY = date(2026, 5, 12)
TODAY = date(2026, 11, 30)


def insurer(phone: str, until: date = date(2027, 1, 1)) -> Contact:
    return Contact(
        name="Insurers",
        what_for="damage",
        ways={"Telephone": phone, "Post": "1 High Street, Elmton"},
        checked_on=date(2026, 1, 1),
        expires_on=until,
        source="Their letter",
    )


OLD, NEW = insurer("01632 960001"), insurer("01632 960002")
OURS = Stationery(
    "together", own_contacts={"insurance": ((DAY, OLD), (DAY + timedelta(days=9), NEW))}
)


def test_without_more_it_is_the_files() -> None:
    plain = packaged_for("tower-hamlets-homes")
    for kind in ("receipt", "stage_2_response"):
        assert plain.wording(kind) == wording(kind, "tower-hamlets-homes")
    assert plain.passages == passages("tower-hamlets-homes")
    assert set(plain.contacts(TODAY)) == set(names("tower-hamlets-homes"))
    with pytest.raises(LetterError, match="no letter 'nothing'"):
        plain.wording("nothing")


def test_own_wording_goes_before_the_file() -> None:
    own = given("receipt", "{reference}", "…", 2)
    assert Stationery("harrow", wordings={"receipt": own}).wording("receipt") is own
    assert Stationery("harrow", wordings={"receipt": own}).wording("closing") == wording("closing")


def test_own_passages_come_in_order_and_a_retired_one_is_gone_but_not_its_gaps() -> None:
    mine = Passage(title="Aardvark", text="We came on {the day of the aardvark}.")
    ours = Stationery("harrow", own_passages={"zoo": mine, "apology": None}, old_passages=(mine,))
    assert next(iter(ours.passages)) == "zoo" and "apology" not in ours.passages
    gone = Stationery("harrow", own_passages={"zoo": None}, old_passages=(mine,))
    assert "zoo" not in gone.passages
    assert gone.gaps(mine.text) == ("the day of the aardvark",)
    assert packaged_for("harrow").gaps(mine.text) == ()
    (gap,) = passages()["apology"].gaps[:1]
    assert ours.gaps(f"{{{gap}}}") == (gap,)


@pytest.mark.parametrize(
    ("on", "phone"),
    [(0, "01632 960001"), (8, "01632 960001"), (9, "01632 960002"), (400, "01632 960002")],
)
def test_a_contact_is_as_on_the_day(on: int, phone: str) -> None:
    day = DAY + timedelta(days=on)
    assert OURS.contact("insurance", day).ways["Telephone"] == phone
    assert OURS.contacts(day)["insurance"].ways["Telephone"] == phone


def test_before_its_first_day_the_file_holds_and_on_the_same_day_the_landlords_own() -> None:
    ((starts, filed),) = dated("insurance", "together")
    assert OURS.contact("insurance", DAY - timedelta(days=1)) == filed
    same = Stationery("together", own_contacts={"insurance": ((starts, OLD), (starts, NEW))})
    assert same.contact("insurance", starts) is NEW
    new = Stationery("harrow", own_contacts={"warden": ((DAY, OLD),)})
    assert "warden" not in new.contacts(DAY - timedelta(days=1))
    with pytest.raises(LetterError, match="no contact 'warden'"):
        new.contact("warden", DAY - timedelta(days=1))


@pytest.mark.parametrize(("left", "told"), [(-1, True), (0, True), (30, True), (31, False)])
def test_what_runs_out_within_30_days_is_told(left: int, told: bool) -> None:
    until = TODAY + timedelta(days=left)
    ours = Stationery("harrow", own_contacts={"warden": ((DAY, insurer("01632 960009", until)),)})
    assert ("warden" in ours.running_out(TODAY)) == told


def test_those_that_ran_out_first_come_first() -> None:
    made = {n: ((DAY, insurer("1", TODAY + timedelta(days=n))),) for n in (3, -2, 9)}
    ours = Stationery("harrow", own_contacts={f"w{n}": each for n, each in made.items()})
    assert list(ours.running_out(TODAY)) == ["w-2", "w3", "w9"]


def test_a_number_that_nobody_has_any_more_is_noticed_in_a_text() -> None:
    text = "Ring the insurers on 01632 960001."
    assert OURS.outdated(text, DAY) == ()
    assert OURS.outdated(text, DAY + timedelta(days=9)) == ("01632 960001",)
    assert OURS.outdated("Write to 1 High Street, Elmton.", TODAY) == ()  # has not changed
    taken = Stationery("together", own_contacts={**OURS.own_contacts, "new": ((DAY, OLD),)})
    assert taken.outdated(text, TODAY) == ()  # somebody else has it now


def test_who_changed_since_a_day_is_named() -> None:
    after = DAY + timedelta(days=9)
    assert list(OURS.changed_since(DAY, after)) == ["insurance"]
    assert OURS.changed_since(after, TODAY) == {}
    assert OURS.changed_since(date(2011, 1, 1), date(2011, 1, 2)) == {}
