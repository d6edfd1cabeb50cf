"""A resident at the form: fills in each page as a browser would."""

from typing import Any

from django.test import Client

from tests.web.reader import Page, read, sound

BASE = "/code-model/complain"
WHO = {"who": "me"}
WHAT = {
    "description": "The kitchen ceiling leaks.\r\nNobody comes.",
    "outcome_sought": "Mend it.",
}
WHEN = {
    "occurred_on_day": "3",
    "occurred_on_month": "3",
    "occurred_on_year": "2026",
    "aware_on_day": "4",
    "aware_on_month": "March",
    "aware_on_year": "2026",
}
SAFETY = {"risks": ["vulnerable"]}
NEEDS = {
    "language": "Welsh",
    "formats": ["large_print", "sign_language"],
    "never_by": ["post", "phone"],
    "times": "Weekdays before 3pm",
    "speaks": "My son Kofi, 07700 900456",
    "disability": "I am deaf",
}
YOU = {
    "name": "Mary Osei",
    "email": "mary@example.org",
    "phone": "07700 900123",
    "address": "4 Elm Walk\r\nLondon",
    "postcode": "e14aa",
    "tenure": "leaseholder",
}
PAGES: dict[str, dict[str, Any]] = {
    "": WHO,
    "/what": WHAT,
    "/when": WHEN,
    "/safety": SAFETY,
    "/files": {},
    "/needs": NEEDS,
    "/you": YOU,
}


def answer(client: Client, base: str = BASE, **others: dict[str, Any]) -> None:
    """Answers all pages soundly; `what`, `safety` and the like stand in for the usual answers."""
    for page, usual in PAGES.items():
        response = client.post(base + page, others.get(page.strip("/") or "who", usual))
        assert response.status_code == 302, sound(response).problems


def key(client: Client) -> str:
    """The key of the draft, as the check page would send it."""
    return read(client.get(f"{BASE}/check")).one("input", name="submission").attrs["value"]


def send(client: Client) -> Page:
    """Presses the last button; gives the confirmation."""
    response = client.post(f"{BASE}/check", {"submission": key(client)}, follow=True)
    assert response.redirect_chain == [(f"{BASE}/sent", 302)]
    return sound(response)


def answers(page: Page) -> dict[str, str]:
    """The check page: each question and its answer."""
    questions = page.all("dt", class_="govuk-summary-list__key")
    shown = page.all("dd", class_="govuk-summary-list__value")
    return {
        question.words: " ".join(node.words.split())
        for question, node in zip(questions, shown, strict=True)
    }
