"""Residents' pages in other languages: nothing is missed, the choice is kept, right to left."""

import html
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import get_resolver

from redress.config import env
from redress.people.models import Landlord, User
from redress.rules.access import Role
from redress.rules.policy_files import policies_of
from redress.rules.stationery import Stationery
from redress.web.pages import anyone
from tests import builders, pseudo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
TWO = override_settings(LANGUAGES=[("en-gb", "English"), ("ar", "العربية")])
PUBLIC = ("", "policy", "who-can-help", "accessibility", "privacy")
# What is nobody's to translate: names, addresses and numbers of bodies, and the landlord's words.
DATA = re.compile(
    r"<(span|dd|button) [^>]*lang=\"en[^>]*>.*?</\1>|GOV\.UK|(?:[\w.+-]+@|www\.)[\w./-]+"
    r"|PO Box[^<]*|Preston|Coventry|[A-Z]{2}\d \d[A-Z]{2}",
    re.DOTALL,
)


def left_over(page: str, *known: str) -> list[str]:
    """The words of a page that were not translated; `known` are names that nobody translates."""
    text = DATA.sub(" ", page)
    read = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', text)
    text = html.unescape(" ".join([re.sub(r"<[^>]+>", " ", text), *read]))
    for name in known:
        text = text.replace(name, " ")
    return pseudo.PLAIN.findall(text)


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("slug", ["tower-hamlets-homes", "together", "herefordshire", "harrow"])
def test_nothing_is_missed_on_a_landlords_pages(client: Client, slug: str, path: str) -> None:
    landlord = builders.landlord(slug, "ABC")
    with pseudo.spoken():
        page = client.get(f"/{slug}/{path}").content.decode()
    register = Stationery(slug).contacts(date(2026, 5, 12)).values()
    known = [landlord.name, landlord.contact, *(each.name for each in register)]
    known += [way for each in register for way in each.ways.values()]
    step = policies_of(slug)[-1].informal
    known += [step.name] if step else []
    assert left_over(page, *sorted(filter(None, known), key=len, reverse=True)) == []


@TWO
def test_the_choice_is_kept_and_staff_pages_stay_english(
    client: Client, landlord: Landlord
) -> None:
    start = client.get("/code-model/").content.decode()
    assert 'lang="en"' in start and "العربية" in start
    sent = {"language": "ar", "from": "/code-model/policy"}
    assert client.post("/code-model/language", sent)["Location"] == "/code-model/policy"
    page = client.get("/code-model/policy").content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    client.force_login(User.objects.get(pk=officer.id))
    client.post("/code-model/language", sent)
    assert '<html lang="en" class' in client.get("/code-model/desk/").content.decode()
    client.post("/code-model/language", {"language": "en-gb"})
    assert '<html lang="en" class' in client.get("/code-model/").content.decode()


@TWO
@pytest.mark.parametrize(
    "to",
    ["https://elsewhere.example/", "//elsewhere.example/code-model/", "/together/", "", "\\\\x"],
)
def test_the_way_back_is_never_elsewhere(client: Client, landlord: Landlord, to: str) -> None:
    answer = client.post("/code-model/language", {"language": "xx", "from": to})
    assert answer["Location"] == "/code-model/"
    assert 'lang="en"' in client.get("/code-model/").content.decode()


def test_with_one_language_there_is_nothing_to_choose(client: Client, landlord: Landlord) -> None:
    assert "redress-languages" not in client.get("/code-model/").content.decode()


def test_large_print_is_one_click(client: Client, landlord: Landlord) -> None:
    assert "?print=large" in client.get("/code-model/policy").content.decode()
    assert "redress-large" in client.get("/code-model/policy?print=large").content.decode()


def test_a_language_without_words_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LANGS", "cy=Cymraeg")
    with pytest.raises(Exception, match="LANGS names 'cy'; no words in"):
        env.languages("LANGS", [tmp_path])
    file = tmp_path / "cy" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    file.touch()
    assert env.languages("LANGS", [tmp_path]) == [("cy", "Cymraeg")]


def test_every_page_for_anyone_is_looked_at_here_or_with_its_journey() -> None:
    """A public page that is added must be added to `PUBLIC` or have its own journey."""
    names = {
        pattern.name
        for pattern in all_patterns(get_resolver())
        if getattr(pattern.callback, "declared", None) and pattern.callback.declared.needs is anyone
    }
    assert {"start", "policy-in-words", "who-can-help", "accessibility", "privacy"} <= names


def all_patterns(resolver: Any) -> Any:
    for each in resolver.url_patterns:
        yield from all_patterns(each) if hasattr(each, "url_patterns") else [each]
