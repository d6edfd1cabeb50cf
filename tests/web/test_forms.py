"""The fields of all forms: what they take, and the words with which they refuse."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template

from redress.web.forms import (
    Checkboxes,
    Date,
    Email,
    Form,
    Hidden,
    Lines,
    LongText,
    Postcode,
    Radios,
    Secret,
    Select,
    Text,
    WholeNumber,
)
from tests.web.reader import Page, read

TODAY = date(2026, 5, 12)


class Everything(Form):
    """One of each."""

    text = Text("Your name", hint="As on your tenancy", limit=20, autocomplete="name")
    lines = Lines("Address", optional=True, limit=30)
    long = LongText("What happened", optional=True, limit=50)
    email = Email(optional=True)
    postcode = Postcode(optional=True)
    secret = Secret(optional=True)
    number = WholeNumber("Days", optional=True, least=1, most=20)
    past = Date("When it happened", optional=True, past=True)
    ahead = Date("The new date", optional=True, ahead=True)
    radios = Radios("Tenure", [("t", "Tenant"), ("l", "Leaseholder")], optional=True)
    select = Select("Handler", [("", ""), ("1", "Amina")], optional=True)
    boxes = Checkboxes("Risks", [("d", "Damp"), ("v", "Vulnerable")], optional=True)
    key = Hidden()


def form(**typed: Any) -> Form:
    return Everything({"text": "Mary", **typed}, today=TODAY)


def problem(**typed: Any) -> str:
    """The one error of the form."""
    (words, _), *more = form(**typed).problems
    assert not more
    return words


def value(name: str, **typed: Any) -> Any:
    filled = form(**typed)
    assert filled.is_valid(), filled.problems
    return filled.cleaned_data[name]


def page(filled: Form) -> Page:
    """The form on a page."""
    html = Template(
        '<html lang="en"><main>{% include "parts/errors.html" %}{{ form }}</main></html>'
    ).render(Context({"form": filled}))
    return read(SimpleNamespace(content=html.encode()))


def day(name: str, *parts: str) -> dict[str, str]:
    return {
        f"{name}_{part}": typed for part, typed in zip(("day", "month", "year"), parts, strict=True)
    }


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"text": ""}, "Enter your name"),
        ({"text": "\u200b"}, "Enter your name"),
        ({"text": "x" * 21}, "Your name must be 20 characters or fewer. You have written 21."),
        ({"text": "a\0b"}, "cannot be saved"),
        ({"lines": "x" * 1_000_000}, "must be 30 characters or fewer. You have written 1,000,000."),
        ({"long": "x" * 51}, "What happened must be 50 characters or fewer"),
        ({"email": "mary"}, "Enter an email address with an @"),
        ({"email": "mary@home"}, "Enter an email address with an @"),
        ({"email": "@example.org"}, "Enter an email address with an @"),
        ({"email": "a@b@example.org"}, "Enter an email address with an @"),
        ({"postcode": "not a postcode"}, "Postcode must be 10 characters or fewer"),
        ({"secret": "x" * 1_001}, "Password must be 1,000 characters or fewer."),
        ({"number": "two"}, "Days must be a whole number from 1 to 20"),
        ({"number": "0"}, "Days must be a whole number from 1 to 20"),
        ({"number": "1.5"}, "Days must be a whole number from 1 to 20"),
        ({"number": "9" * 19}, "Days must be a whole number from 1 to 20"),
        ({"radios": "x"}, "Select tenure"),
        ({"select": "7"}, "Select handler"),
        ({"boxes": ["d", "x"]}, "Select risks"),
    ],
)
def test_what_is_refused_and_how(typed: dict[str, Any], says: str) -> None:
    assert says in problem(**typed)


@pytest.mark.parametrize(
    ("parts", "says", "part"),
    [
        (("30", "2", "2026"), "When it happened: 30 February 2026 is not a date", "day"),
        (("29", "Feb", "2025"), "29 February 2025 is not a date", "day"),
        (("31", "13", "2025"), "31 13 2025 is not a date", "day"),
        (("0", "0", "0000"), "0 0 0000 is not a date", "day"),
        (("", "2", "2026"), "When it happened must include a day", "day"),
        (("3", "", "2026"), "must include a month", "month"),
        (("3", "2", ""), "must include a year", "year"),
        (("3", "2", "26"), "the year must have 4 numbers", "year"),
        (("x", "2", "2026"), "the day must be a number", "day"),
        (("3", "Foo", "2026"), "the month must be a number", "month"),
        (("3", "2", "20\0" + "6"), "the year must be a number", "year"),
        (("3", "2", "9" * 5_000), "the year must be a number", "year"),
        (("-3", "2", "2026"), "the day must be a number", "day"),
        (("1", "1", "0001"), "must be Monday 1 January 1900 or later", "year"),
        (("31", "12", "1899"), "must be Monday 1 January 1900 or later", "year"),
        (("13", "5", "2026"), "When it happened must be today or in the past", "day"),
        (("31", "12", "9999"), "When it happened must be today or in the past", "day"),
    ],
)
def test_dates_that_cannot_be_meant(parts: tuple[str, str, str], says: str, part: str) -> None:
    filled = form(**day("past", *parts))
    [(words, where)] = filled.problems
    assert says in words
    assert where == f"id_past_{part}"
    typed = [box["value"] for box in filled["past"].date_parts]  # type: ignore[attr-defined]
    assert typed == list(parts)  # kept as typed


def test_a_date_ahead_is_not_today() -> None:
    assert problem(**day("ahead", "12", "5", "2026")) == "The new date must be in the future"
    assert value("ahead", **day("ahead", "13", "5", "2026")) == date(2026, 5, 13)


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "MAR"])
def test_a_month_may_be_a_word(month: str) -> None:
    assert value("past", **day("past", " 7 ", month, "2026")) == date(2026, 3, 7)


def test_an_empty_date_is_none() -> None:
    assert value("past") is None
    assert value("past", **day("past", " ", "", "")) is None


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("text", " Mary\nOsei ", "Mary Osei"),
        ("text", "x" * 20, "x" * 20),
        ("text", "O’Neill-Ó 李", "O’Neill-Ó 李"),
        ("lines", "4 Elm Walk\r\nLondon", "4 Elm Walk\nLondon"),
        ("long", "x" * 50, "x" * 50),
        ("email", " Mary @example.org ", "Mary@example.org"),
        ("email", "o'neill+home@sub.example.co.uk", "o'neill+home@sub.example.co.uk"),
        ("postcode", "e14aa", "E1 4AA"),
        ("postcode", "SW1A  1AA", "SW1A 1AA"),
        ("postcode", "BFPO 57", "BFPO 57"),
        ("secret", " as typed\t", " as typed\t"),
        ("number", "20", 20),
        ("number", "", None),
        ("radios", "l", "l"),
        ("boxes", ["d", "v"], ["d", "v"]),
        ("key", "abc", "abc"),
    ],
)
def test_what_is_taken(name: str, typed: Any, kept: Any) -> None:
    assert value(name, **{name: typed}) == kept


def test_a_password_is_never_shown_again() -> None:
    assert "hunter2" not in str(form(secret="hunter2", text=""))


def test_every_error_links_to_an_input_and_is_said_beside_it() -> None:
    wrong = form(
        text="",
        email="x",
        number="x",
        radios="x",
        select="x",
        boxes=["x"],
        **day("past", "3", "", "2026"),
    )
    shown = page(wrong)
    inputs = {
        node.attrs["id"]
        for tag in ("input", "textarea", "select")
        for node in shown.all(tag)
        if "id" in node.attrs
    }
    assert len(wrong.problems) == 7
    assert shown.problems == dict(wrong.problems)
    assert set(shown.problems.values()) <= inputs
    beside = [node.words for node in shown.all("p", class_="govuk-error-message")]
    assert len(beside) == 7
    described = shown.one("input", id="id_text").attrs["aria-describedby"].split()
    assert described == ["id_text_helptext", "id_text_error"]
    assert set(described) <= set(shown.ids)
    assert shown.one("input", id="id_text").attrs["aria-invalid"] == "true"
    assert shown.one("input", id="id_past_month").attrs["aria-invalid"] == "true"
    assert "aria-invalid" not in shown.one("input", id="id_past_day").attrs


def test_an_error_of_the_whole_form_stands_in_the_summary_without_a_link() -> None:
    filled = form()
    filled.add_error(None, "Too late")
    assert filled.problems == [("Too late", "")]
    shown = page(filled)
    assert "Too late" in shown.words
    assert not shown.problems


def test_answers_are_shown_again_and_never_as_markup() -> None:
    shown = page(
        form(
            text="<b>Mary</b>",
            lines="</textarea><script>",
            radios="l",
            boxes=["v"],
            **day("past", "1", "2", "<i>"),
        )
    )
    assert not shown.all("b") + shown.all("script") + shown.all("i")
    assert shown.one("input", id="id_text").attrs["value"] == "<b>Mary</b>"
    assert "</textarea><script>" in shown.one("textarea", id="id_lines").words
    assert "checked" in shown.one("input", id="id_radios_1").attrs
    assert "checked" in shown.one("input", id="id_boxes_1").attrs
    assert "checked" not in shown.one("input", id="id_boxes_0").attrs


def test_what_was_kept_is_shown_to_begin_with() -> None:
    shown = page(Everything(initial={"text": "Mary", "past": date(2026, 3, 7), "boxes": ["d"]}))
    assert shown.one("input", id="id_text").attrs["value"] == "Mary"
    parts = [shown.one("input", id=f"id_past_{p}").attrs["value"] for p in ("day", "month", "year")]
    assert parts == ["7", "3", "2026"]
    assert "checked" in shown.one("input", id="id_boxes_0").attrs


def test_each_input_says_what_browsers_may_fill_in() -> None:
    shown = page(form())
    for name, expected in {"text": "name", "email": "email", "postcode": "postal-code"}.items():
        assert shown.one("input", id=f"id_{name}").attrs["autocomplete"] == expected
    assert shown.one("input", id="id_secret").attrs["autocomplete"] == "current-password"
    assert "(optional)" in shown.words
    assert "required" not in {name for node in shown.nodes for name in node.attrs}
