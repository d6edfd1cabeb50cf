"""The pages of learning: the register from a lesson to its evaluation."""

import re
from datetime import date
from pathlib import Path

from django.test import Client

from redress import web
from redress.learning.models import Improvement, ImprovementSource
from redress.people.models import Landlord
from redress.rules.access import Actor, Role
from tests import builders
from tests.web.desk.conftest import answered, browser_of, parts
from tests.web.desk.pages import errors_of, send, words_of
from tests.web.desk.test_learn import SAID

REGISTER = "/code-model/oversight/improvements"
ONE = "/code-model/oversight/improvement/1"
NEW = {"what": "A second visit is booked", "why": "Roofers were not sent."}


def said(page: Client, at: str) -> str:
    return words_of(page.get(at).content.decode())


def put(page: Client, at: str = f"{REGISTER}/add-improvement", **others: str) -> None:
    answer = page.post(at, {"step": "new", **NEW, **others})
    assert answer.status_code == 302, errors_of(answer.content.decode())


def test_a_lesson_leads_to_the_register(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    kept = send(page, f"/code-model/desk/case/{ref}/learn", **{**SAID, "wider": "yes"})
    assert kept["Location"] == f"{REGISTER}/add-improvement?case={ref}&issue=1"
    form = page.get(kept["Location"]).content.decode()
    assert SAID["lesson"] in form
    assert ref in said(page, REGISTER)
    put(page, kept["Location"], cause="hand_over", service="Repairs")
    found = said(page, ONE)
    for words in (NEW["what"], "It fell between two teams", ref, "That shows once it is done"):
        assert words in found
    assert "not on the register yet" not in said(page, REGISTER)
    two = answered(desk)
    kept = send(page, f"/code-model/desk/case/{two}/learn", **{**SAID, "wider": "yes"})
    linked = page.post(kept["Location"], {"step": "there", "there": "1"})
    assert linked["Location"] == ONE
    assert two in said(page, ONE)


def test_it_is_changed_evaluated_and_told(page: Client, desk: builders.Desk) -> None:
    put(page)
    at = f"{ONE}/change-improvement"
    wrong = errors_of(send(page, at, status="agreed").content.decode())
    assert [each.split(":")[0] for each in wrong] == ["Enter who sees to it", "Enter by when"]
    done = {"status": "done", "owner": "Head of Repairs", **parts("done_on", date(2026, 5, 1))}
    assert send(page, at, cause="hand_over", **done).status_code == 302
    found = said(page, ONE)
    assert "It is too soon to tell whether anything changed." in found
    assert "Nothing of it is published" in found
    words = {"you_said": "You waited for weeks.", "we_did": "One person now books the roofer."}
    assert send(page, at, published="yes", **words).status_code == 302
    assert "These words may be published" in said(page, ONE)
    assert "Done" in said(page, f"{REGISTER}?show=done")
    assert NEW["what"] in said(page, f"{REGISTER}?show=done&cause=hand_over")
    assert NEW["what"] not in said(page, f"{REGISTER}?show=done&cause=contractor")


def test_who_may(page: Client, landlord: Landlord, officer: Actor) -> None:
    put(page)
    for role, reads, proposes, keeps in (
        (Role.SENIOR_LEAD, 200, 200, 200),
        (Role.HANDLER, 200, 200, 403),
        (Role.MEMBER_RESPONSIBLE, 200, 403, 403),
        (Role.ADMINISTRATOR, 403, 403, 403),
    ):
        person = browser_of(builders.user(landlord, role, name=f"A {role}"))
        at = (ONE, f"{REGISTER}/add-improvement", f"{ONE}/change-improvement")
        assert [person.get(each).status_code for each in at] == [reads, proposes, keeps], role
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.DIRECTOR, name="Hana Ali"))
    assert stranger.get(ONE).status_code == 403
    assert stranger.get("/harrow/oversight/improvement/1").status_code == 404
    assert page.get("/code-model/oversight/improvement/99999999999999999999").status_code == 404


def test_no_style_hides_a_form() -> None:
    """Forms stand in a narrow column; in a table's cells the same name is a heading of phones."""
    css = (Path(web.__file__).parent / "static/redress/desk.css").read_text("utf-8")
    hiding = re.findall(r"(?m)^([^{}\n]*\.desk-narrow)\s*\{[^}]*display:\s*none", css)
    assert hiding == [".desk-rows td > .desk-narrow"]


def test_what_is_sent_twice_is_on_the_register_once(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    kept = send(page, f"/code-model/desk/case/{ref}/learn", **{**SAID, "wider": "yes"})
    for at in (f"{REGISTER}/add-improvement", kept["Location"]):
        for _ in range(2):
            put(page, at)
    assert Improvement.objects.count() == ImprovementSource.objects.count() == 1
    put(page, what="Another thing")
    assert Improvement.objects.count() == 2
