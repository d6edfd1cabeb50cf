"""A letter as it was issued."""

from django.test import Client

from redress.people.models import Home, Resident
from tests import builders
from tests.web.desk.conftest import address, opened, received
from tests.web.desk.pages import words_of


def test_it_lies_as_on_paper(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    text = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert 'Mary Osei</span><br><span dir="auto">4 Elm Walk</span><br>' in text
    assert text.index("E1 4AA") < text.index("Wednesday 6 May 2026") < text.index("Dear Mary Osei")
    subject = f"Your complaint {ref}: what we will look into"
    assert text.index("Dear Mary Osei") < text.index(f">{subject}</h1>")
    assert '<h2 class="govuk-heading-s">What you told us</h2>' in text
    assert '<li dir="auto">Your kitchen ceiling leaks and we did not come.</li>' in text
    said = words_of(text)
    assert "Issued on Wed 6 May 2026. It is kept as it is and cannot change." in said
    assert '<p class="desk-letterhead-name" dir="auto">Model landlord</p>' in text
    assert "5 Example Court" in said  # the letterhead, from its file


def test_it_keeps_its_words_whatever_happens_to_the_case(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = page.get(address(f"case/{ref}/letters/2")).content.decode()
    Resident.objects.update(name="Mary Mensah")
    after = page.get(address(f"case/{ref}/letters/2")).content.decode()
    assert "Dear Mary Osei" in before and "Dear Mary Osei" in after


def test_without_name_or_home(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, resident=None)
    said = words_of(page.get(address(f"case/{ref}/letters/1")).content.decode())
    assert "No name or address given" in said and "Dear resident" in said


def test_an_address_of_several_lines(page: Client, desk: builders.Desk) -> None:
    person = builders.resident(desk.landlord)
    Home.objects.update(address="Flat 2,\n4 Elm Walk, London")
    ref = received(desk, resident=person.pk)
    text = page.get(address(f"case/{ref}/letters/1")).content.decode()
    for line in ("Flat 2", "4 Elm Walk", "London", "E1 4AA"):
        assert f'<span dir="auto">{line}</span>' in text


def test_what_somebody_wrote_is_text(page: Client, desk: builders.Desk) -> None:
    person = builders.resident(desk.landlord, name="<img src=x> {date} ## שרה")
    ref = received(desk, resident=person.pk)
    text = page.get(address(f"case/{ref}/letters/1")).content.decode()
    assert "&lt;img src=x&gt; {date} ## שרה" in text and "<img" not in text
