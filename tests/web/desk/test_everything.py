"""Everything about one person as one file, and the register of who asked for it."""

import hashlib
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.people import needs
from redress.people.models import Resident
from redress.privacy.models import DataRequest
from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.privacy import marked
from tests.rules import inputs
from tests.web.desk.conftest import TODAY, address, browser_of, opened, received
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("shelf")
MAY = {Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE, Role.DIRECTOR}


def files_of(answer: Any) -> dict[str, bytes]:
    """What is in the file, below its folder."""
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    return {each.removeprefix("everything/"): packed.read(each) for each in packed.namelist()}


def made(page: Client, reference: str) -> dict[str, bytes]:
    answer = page.post(address(f"case/{reference}/everything"), {"step": "make"})
    assert answer.status_code == 200 and answer["Content-Type"] == "application/zip"
    assert "Mary" not in answer["Content-Disposition"]
    return files_of(answer)


def test_all_of_it_is_there_and_nobody_else(desk: builders.Desk, page: Client) -> None:
    person = builders.resident(desk.landlord)
    needs.disclose(
        person,
        desk.actor,
        builders.at(TODAY),
        needs.seen_of(person),
        says="Asthma",
        disclosed_on=TODAY,
    )
    first, second = opened(desk, resident=person.pk), received(desk, resident=person.pk)
    daughter = inputs.plausible(Verb.NAME_REPRESENTATIVE, marked.case_of(first), TODAY)
    desk.does(first, Verb.NAME_REPRESENTATIVE, daughter, TODAY)
    wrote = inputs.message(TODAY)
    said = type(wrote)(**{**vars(wrote), "text": f"{daughter.name} can tell you. I am Mary Osei."})
    desk.does(first, Verb.RECEIVE_MESSAGE, said, TODAY)
    files = made(page, second)
    everything = b"\n".join(v for k, v in files.items() if not k.startswith("delete")).decode(
        "utf-8", "replace"
    )
    for words in ("Mary Osei", "Asthma", "mary@example.org", "4 Elm Walk", first, second):
        assert words in everything, words
    assert "[another person] can tell you. I am Mary Osei." in everything
    assert daughter.name not in everything
    assert json.loads(files["case-01/case.json"])["reference"] == first
    assert files["case-01/letters/001.pdf"].startswith(b"%PDF")
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == digest
    assert "delete-before-sending/to-look-at.html" in files
    assert "delete-before-sending" not in files["SHA256SUMS"].decode()


def test_a_case_that_they_may_not_open_is_not_in_it_and_that_is_said(
    desk: builders.Desk, page: Client
) -> None:
    person = builders.resident(desk.landlord)
    first, second = opened(desk, resident=person.pk), opened(desk, resident=person.pk)
    director = builders.user(desk.landlord, Role.DIRECTOR, name="Dina Roy")
    given = Restrict(people=((director.id or 0, "Dina Roy"),), reason="About a colleague")
    builders.Desk(desk.landlord, director).does(second, Verb.RESTRICT, given, TODAY)
    files = made(page, first)
    assert second.encode() not in b"".join(files.values())
    assert b"1 of their cases are restricted" in files["delete-before-sending/to-look-at.html"]


def test_the_register_says_who_asked_and_by_when(desk: builders.Desk, page: Client) -> None:
    reference = opened(desk)
    here = address(f"case/{reference}/everything")
    asked = {"asked_on_day": "30", "asked_on_month": "4", "asked_on_year": "2026"}
    for _ in range(2):
        assert page.post(here, asked).status_code == 302
    row = DataRequest.objects.get()
    assert (row.asked_on, row.due_on, row.noted_by) == (
        date(2026, 4, 30), date(2026, 5, 30), "Amina Khan",
    )  # fmt: skip
    shown = sound(page.get(address("data-requests"))).words
    assert reference in shown and "Sat 30 May 2026" in shown and "Mary" not in shown
    made(page, reference)
    row.refresh_from_db()
    assert row.made_by == "Amina Khan" and len(row.digest) == 64
    assert page.post(here, {"step": "sent", "number": row.pk}).status_code == 302
    row.refresh_from_db()
    assert row.sent_on == TODAY
    ahead = asked | {"asked_on_month": "6"}
    assert "must be" in sound(page.post(here, ahead)).words
    assert sound(page.get(here)).words and DataRequest.objects.count() == 1


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may(desk: builders.Desk, role: Role) -> None:
    reference = opened(desk)
    browser = browser_of(builders.user(desk.landlord, role, name=f"Somebody {role}"))
    for path in (f"case/{reference}/everything", "data-requests"):
        assert browser.get(address(path)).status_code == (200 if role in MAY else 403)
    answer = browser.post(address(f"case/{reference}/everything"), {"step": "make"})
    assert b"".join(answer) and answer.status_code == (200 if role in MAY else 403)
    linked = (
        "Everything about this person"
        in browser.get(address(f"case/{reference}/needs")).content.decode()
    )
    assert linked == (role in MAY)


def test_another_landlords_people_get_nothing(desk: builders.Desk) -> None:
    reference = opened(desk)
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Una Bell"))
    assert theirs.get(address(f"case/{reference}/everything")).status_code == 403
    assert theirs.get(f"/harrow/desk/case/{reference}/everything").status_code == 404
    assert Resident.objects.count() == 1
