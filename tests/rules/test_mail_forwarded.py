"""What a colleague passes on keeps its sender and its day (Code 3.2), in each program's form."""

from datetime import date

import pytest

from redress.rules.mail_forwarded import day_in, original_in
from redress.rules.mail_reading import read

GMAIL = """Can you deal with this? Sam

---------- Forwarded message ---------
From: Mary Osei <mary@example.org>
Date: Tue, 5 May 2026 at 10:32
Subject: Damp
To: Sam Roy <sam@landlord.example>


My wall is wet."""
OUTLOOK = """FYI

________________________________
From: Mary Osei <mary@example.org>
Sent: 05 May 2026 10:32
To: Sam Roy <sam@landlord.example>
Subject: Damp

My wall is wet."""
OUTLOOK_PLAIN = """-----Original Message-----
From: Mary Osei [mailto:mary@example.org]
Sent: Tuesday, May 5, 2026 10:32 AM
To: Sam Roy
Subject: Damp

My wall is wet."""
APPLE = """Begin forwarded message:

> From: Mary Osei <mary@example.org>
> Subject: Damp
> Date: 5 May 2026 at 10:32:11 BST
> To: Sam Roy <sam@landlord.example>
>
> My wall is wet."""
BOLD = """*From:* Mary Osei <mary@example.org>
*Sent:* 05/05/2026 10:32
*To:* Sam
*Subject:* Damp

My wall is wet."""


@pytest.mark.parametrize("text", [GMAIL, OUTLOOK, OUTLOOK_PLAIN, APPLE, BOLD])
def test_each_form_is_read(text: str) -> None:
    found = original_in(text, "FW: Damp")
    assert found is not None
    assert (found.name, found.address) == ("Mary Osei", "mary@example.org")
    assert (found.sent_on, found.subject) == (date(2026, 5, 5), "Damp")
    assert found.text == "My wall is wet."


def test_an_answer_that_quotes_is_not_passed_on() -> None:
    assert original_in(OUTLOOK, "RE: Damp") is None
    assert original_in("My wall is wet.", "Fwd: Damp") is None


def test_without_a_day_it_has_none_and_without_an_address_it_is_no_original() -> None:
    undated = original_in(OUTLOOK.replace("05 May 2026 10:32", "yesterday"), "FW: Damp")
    assert undated is not None and undated.sent_on is None
    assert original_in(OUTLOOK.replace("<mary@example.org>", ""), "FW: Damp") is None


def test_as_a_file_it_is_read_from_that() -> None:
    content = (
        b"From: sam@landlord.example\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee this\n"
        b"--b\nContent-Type: message/rfc822\n\nFrom: Mary <mary@example.org>\nSubject: Damp\n"
        b"Date: Tue, 5 May 2026 10:32:00 +0100\n\nMy wall is wet.\n--b--\n"
    )
    found = read(content).original
    assert found is not None and found.address == "mary@example.org"
    assert (found.sent_on, found.text) == (date(2026, 5, 5), "My wall is wet.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday, 5 May 2026 10:32", date(2026, 5, 5)),
        ("5th May 2026", date(2026, 5, 5)),
        ("May 5, 2026 at 10:32 AM", date(2026, 5, 5)),
        ("05/06/2026 10:32", date(2026, 6, 5)),
        ("2026-05-05T10:32", date(2026, 5, 5)),
        ("05-May-2026", date(2026, 5, 5)),
        ("31 February 2026", None),
        ("5 Foo 2026", None),
        ("", None),
    ],
)
def test_days_as_programs_write_them(text: str, day: date | None) -> None:
    assert day_in(text) == day
