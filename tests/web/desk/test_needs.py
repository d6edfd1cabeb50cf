"""The page of what a resident needs, and everywhere that it shows."""

from datetime import date

import pytest
from django.test import Client

from redress.cases.models import Message
from redress.people import needs
from redress.people.models import Landlord, Resident
from redress.rules.access import CASEWORK, READERS, Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, opened, parts
from tests.web.desk.pages import errors_of, words_of


def at(ref: str) -> str:
    return address(f"case/{ref}/needs")


def seen() -> str:
    return str(needs.seen_of(Resident.objects.get()))


def keep(page: Client, ref: str, do: str = "needs", **said: object) -> str:
    """Send one form of the page; gives the page that follows."""
    answer = page.post(at(ref), {"do": do, "seen": seen(), **said}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_kept_shows_wherever_somebody_writes_or_rings(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    assert "nobody has asked yet" in page.get(address(f"case/{ref}")).content.decode()
    said = {
        "never_by": ["voicemail", "phone"],
        "unsafe": "Not while my partner is at home.",
        "interpreter": "Sylheti, by phone",
    }
    assert "What they need is kept." in keep(page, ref, **said)
    message = Message.objects.exclude(letter=None).last()
    assert message is not None
    for where in (
        f"case/{ref}",
        f"case/{ref}/record-call",
        f"case/{ref}/send-update",
        f"case/{ref}/letters/2",
        f"sending/{message.pk}",
    ):
        shown = words_of(page.get(address(where)).content.decode())
        assert "Never: ring them and leave a voicemail" in shown, where
        assert "Never: Not while my partner is at home." in shown, where
        assert "Interpreter: Sylheti, by phone" in shown, where
    call = words_of(page.get(address(f"case/{ref}/record-call")).content.decode())
    assert "Do not ring them." in call and "Have the interpreter ready" in call


def test_who_is_found_while_they_speak_is_shown_with_it(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    keep(page, ref, safe="After ten")
    data = {"find": "Mary", "resident": str(Resident.objects.get().pk), "step": "find"}
    assert "After ten" in page.post(address("receive"), data).content.decode()


def test_what_cannot_be_obeyed_is_refused_and_kept_as_typed(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    wrong = keep(page, ref, write_by="post", never_by=["post"], safe="After ten")
    assert "must never be used" in errors_of(wrong)[0]
    assert "After ten" in wrong and Resident.objects.get().safe == ""


def test_pressing_twice_keeps_one_and_a_change_meanwhile_is_told(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    form = {"do": "agree", "seen": "0", "what": "We ring."}
    form |= parts("agreed_on", TODAY) | parts("review_on", date(2026, 8, 3))
    assert page.post(at(ref), form).status_code == 302
    twice = page.post(at(ref), form)
    assert "Somebody changed what is on record" in errors_of(twice.content.decode())[0]
    assert len(Resident.objects.get().agreed) == 1 and b"We ring." in twice.content


def test_an_adjustment_from_agreed_to_ended(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = opened(desk)
    days = parts("agreed_on", TODAY) | parts("review_on", date(2026, 5, 20))
    keep(page, ref, "agree", what="We read letters to her.", **days)
    assert "We agreed: We read letters to her." in words_of(
        page.get(address(f"case/{ref}")).content.decode()
    )
    assert "0 With an adjustment late" in words_of(page.get(address()).content.decode())
    monkeypatch.setattr("redress.web.clock.now", lambda: builders.at(date(2026, 5, 21)))
    assert "1 With an adjustment late" in words_of(page.get(address()).content.decode())
    listed = words_of(page.get(address("reviews")).content.decode())
    assert "Mary Osei" in listed and "We read letters to her." in listed
    far = parts("review_on", date(2027, 6, 1))
    assert "more than 12 months" in keep(page, ref, "review", number="1", **far)
    more = parts("review_on", date(2026, 9, 1))
    assert "The adjustment goes on" in keep(page, ref, "review", number="1", **more)
    assert errors_of(keep(page, ref, "end", number="1", why=""))
    assert "has ended" in keep(page, ref, "end", number="1", why="She has moved.")
    assert "No adjustment is late" in page.get(address("reviews")).content.decode()


def test_a_disability_is_shown_to_who_works_on_the_case_alone(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    ref = opened(desk)
    keep(page, ref, "disclose", says="She is deaf.", **parts("disclosed_on", TODAY))
    assert "She is deaf." in page.get(at(ref)).content.decode()
    for role in READERS - {Role.COMPLAINTS_OFFICER}:
        other = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
        text = other.get(at(ref)).content.decode()
        assert "deaf" not in text and "not shown to you" in text, role
        assert "deaf" not in other.get(address(f"case/{ref}")).content.decode()
    number = needs.disclosed(Resident.objects.get()).get().pk
    assert "off the record" in keep(page, ref, "take-off", number=str(number))


@pytest.mark.parametrize("role", sorted(Role))
def test_who_reads_reads_and_who_works_on_cases_changes(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    ref = opened(desk)
    other = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
    reads = role in READERS
    assert other.get(at(ref)).status_code == (200 if reads else 403)
    assert other.get(address("reviews")).status_code == (200 if reads else 403)
    answer = other.post(at(ref), {"do": "needs", "seen": "0", "safe": "Now"})
    assert answer.status_code == (302 if role in CASEWORK & READERS else 403)


def test_another_landlords_people_see_nothing(desk: builders.Desk) -> None:
    ref = opened(desk)
    other = builders.landlord("harrow", "HAR")
    page = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other Officer"))
    assert page.get(at(ref)).status_code == 403
    assert page.get(f"/harrow/desk/case/{ref}/needs").status_code == 404


def test_without_a_resident_there_is_no_such_page(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk, resident=None)
    assert page.get(at(ref)).status_code == 404
    assert "Say what they need" not in page.get(address(f"case/{ref}")).content.decode()


def test_a_letter_in_braille_counts_as_sent_once_it_was_made(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    keep(page, ref, formats=["braille"])
    listed = words_of(page.get(address("sending?show=hand")).content.decode())
    assert "To be made first: Braille." in listed
    text = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert "which Redress cannot make" in text and "letters/2/word" in text
    assert page.get(address(f"case/{ref}/letters/2/pdf")).status_code == 409
    message = Message.objects.exclude(letter=None).latest("pk")
    to = address(f"sending/{message.pk}")
    sent = {"do": "sent", "token": str(message.token), **parts("on", TODAY)}
    assert "has to be made first" in errors_of(page.post(to, sent).content.decode())[0]
    assert page.post(to, {**sent, "made": ["yes"]}).status_code == 302
    message.refresh_from_db()
    assert message.state == "accepted"
