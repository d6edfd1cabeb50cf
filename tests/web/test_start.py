"""A landlord's first page: what it says of each policy, checked by hand against the papers."""

import pytest
import time_machine
from django.test import Client

from redress.people.models import Landlord
from tests import builders
from tests.web.reader import Page, sound

pytestmark = pytest.mark.usefixtures("frozen")


def start(client: Client, slug: str) -> Page:
    if not Landlord.objects.filter(slug=slug).exists():
        builders.landlord(slug, slug[:3].upper())
    return sound(client.get(f"/{slug}/"))


def times(page: Page) -> list[str]:
    """The rows of both stages: "what: promise. The Code allows limit"."""
    keys = page.all("dt", class_="govuk-summary-list__key")
    values = page.all("dd", class_="govuk-summary-list__value")
    rows = [
        f"{key.words}: {' '.join(value.words.split())}"
        for key, value in zip(keys, values, strict=True)
    ]
    return [row for row in rows if "The Code allows" in row]


CODE = [
    "We say that we have your complaint: {} The Code allows 5 working days",
    "We answer: {} The Code allows 10 working days",
    "If we need longer: {} The Code allows 10 working days more",
    "We say that we have your request: {} The Code allows 5 working days",
    "We answer: {} The Code allows 20 working days",
    "If we need longer: {} The Code allows 20 working days more",
]
LETTER = "after our first letter"
PROMISED = {
    "code-model": [
        "5 working days", f"10 working days {LETTER}", "10 working days more",
        "5 working days", f"20 working days {LETTER}", "20 working days more",
    ],
    "tower-hamlets-homes": [
        "2 working days", f"10 working days {LETTER}", "10 working days more",
        "2 working days", f"20 working days {LETTER}", "10 working days more",
    ],
    "together": [
        "5 working days", f"10 working days {LETTER}", "10 working days more",
        "5 working days", f"15 working days {LETTER}", "10 working days more",
    ],
    "herefordshire": [
        "5 working days", f"10 working days {LETTER}", "10 working days more",
        "We do not say", f"20 working days {LETTER}", "10 working days more",
    ],
    "harrow": [
        "5 working days", f"10 working days {LETTER}", "10 working days more",
        "5 working days", f"20 working days {LETTER}", "20 working days more",
    ],
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("slug", PROMISED)
def test_each_landlords_times_stand_beside_the_codes(client: Client, slug: str) -> None:
    expected = [row.format(own) for row, own in zip(CODE, PROMISED[slug], strict=True)]
    assert times(start(client, slug)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "says"),
    [
        ("code-model", "we write to you by Tuesday 19 May 2026"),
        ("code-model", "our answer is due by Wednesday 3 June 2026"),
        ("tower-hamlets-homes", "we write to you by Thursday 14 May 2026"),
        ("tower-hamlets-homes", "our answer is due by Friday 29 May 2026"),
        ("tower-hamlets-homes", "Please ask within 20 working days of our answer"),
        ("tower-hamlets-homes", "tell us within 6 months. The Code gives you 12 months"),
        (
            "tower-hamlets-homes",
            "For how much a service charge is: the First-tier Tribunal (Property Chamber).",
        ),
        ("herefordshire", "Please ask within 28 calendar days of our answer"),
    ],
)
def test_dates_and_windows_are_those_of_the_policy(client: Client, slug: str, says: str) -> None:
    assert says in start(client, slug).words


@pytest.mark.django_db
def test_where_promise_and_code_agree_nothing_is_said_twice(client: Client) -> None:
    words = start(client, "code-model").words
    assert "tell us within 12 months. If it was longer ago" in words
    assert "Please ask within" not in words
    assert "Some things go elsewhere" not in words


@pytest.mark.django_db
def test_what_anybody_must_find(client: Client) -> None:
    page = start(client, "code-model")
    hrefs = [a.attrs["href"] for a in page.all("a")]
    assert "/code-model/complain" in hrefs
    assert "/sign-in?next=/code-model/desk/" in hrefs
    assert "https://www.housing-ombudsman.org.uk" in hrefs
    assert "tel:03001113000" in hrefs
    assert "Call 999" in page.words
    assert "phone 020 7946 0000" in page.words
    assert "This is not a GOV.UK service." in page.one("footer").words


@pytest.mark.django_db
@time_machine.travel("2026-11-23T10:00:00Z", tick=False)
def test_the_ombudsmans_ways_are_those_of_the_day(client: Client) -> None:
    words = start(client, "code-model").words
    assert "complaint form" in words  # no e-mail any more
    assert "info@" not in words


@pytest.mark.django_db
@time_machine.travel("2025-05-12T10:00:00Z", tick=False)
def test_the_ombudsman_was_written_to_by_email_before(client: Client) -> None:
    hrefs = [a.attrs["href"] for a in start(client, "code-model").all("a")]
    assert "mailto:info@housing-ombudsman.org.uk" in hrefs


@pytest.mark.django_db
def test_the_address_without_its_stroke_leads_there(client: Client) -> None:
    builders.landlord()
    assert client.get("/code-model")["Location"] == "/code-model/"


@pytest.mark.django_db
def test_the_landlords_of_the_site(client: Client) -> None:
    assert "no landlord here yet" in sound(client.get("/")).words
    builders.landlord("harrow", "HAR")
    builders.landlord()
    page = sound(client.get("/"))
    inside = [a.attrs["href"] for a in page.all("a") if a.attrs.get("class") == "govuk-link"]
    assert inside == ["/code-model/", "/harrow/", "/sign-in"]


@pytest.mark.django_db
def test_a_landlord_of_two_hundred_letters_is_shown_whole(client: Client) -> None:
    long = builders.landlord()
    long.name = "W" * 200
    long.save()
    for address in ("/", "/code-model/", "/code-model/complain", "/code-model/complain/sent"):
        assert "W" * 200 in read_all(sound(client.get(address)))


def read_all(page: Page) -> str:
    return page.one("html").words
