"""The pages of quality checks and of the residents' panel."""

from datetime import date

import pytest
from django.test import Client

from redress.learning.models import PanelPack, QualityCheck, QualityRound
from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.quality import POINTS
from tests import builders
from tests.web.desk.conftest import answered, browser_of, parts
from tests.web.desk.pages import errors_of, fill, send, words_of

AT = "/code-model/oversight"
DAYS = {**parts("start", date(2026, 5, 1)), **parts("end", date(2026, 5, 12))}


def said(page: Client, at: str) -> str:
    return words_of(page.get(at).content.decode())


@pytest.fixture
def head(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.HEAD_OF_SERVICE, name="Gail Head"))


def test_a_sample_is_drawn_and_checked(page: Client, head: Client, desk: builders.Desk) -> None:
    wrong = send(head, f"{AT}/quality", **DAYS, size="3")
    assert errors_of(wrong.content.decode()) == [
        "No response of these days is left to be drawn. Choose other days"
    ]
    ref = answered(desk)
    drawn = send(head, f"{AT}/quality", **DAYS, size="3")
    assert drawn["Location"] == f"{AT}/quality/1/sample"
    assert "0 of 1 are checked" in said(head, drawn["Location"])
    score = f"{AT}/quality/1/1/score"
    assert "nobody checks their own" in said(page, score)
    form = said(head, score)
    for words in ("We came late.", "Does it give the decision?", "1 of 1 issues have a finding"):
        assert words in form
    empty = errors_of(send(head, score).content.decode())
    assert len(empty) == len(POINTS)
    marks = {point.key: "yes" for point in POINTS}
    kept = send(head, score, **marks, feedback="Clear and kind.")
    assert kept["Location"] == drawn["Location"]
    found = said(head, drawn["Location"])
    assert "1 of 1 is checked" in found
    assert "With all seven parts" in found
    assert "Clear and kind." in said(page, f"/code-model/desk/case/{ref}")
    again = head.post(score, marks)
    assert errors_of(again.content.decode()) == ["Somebody has checked this response already"]
    assert QualityCheck.objects.get().feedback == "Clear and kind."


def test_a_pack_is_put_together_confirmed_and_printed(page: Client, desk: builders.Desk) -> None:
    begun = send(page, f"{AT}/panel", title="Panel, June")
    at = begun["Location"]
    assert at == f"{AT}/panel/1/panel-pack"
    ref = answered(desk)
    wrong = page.post(at, {"step": "case", "reference": "MOD-999999"})
    assert errors_of(wrong.content.decode()) == ["There is no such case. Check the reference"]
    assert page.post(at, {"step": "case", "reference": ref}).status_code == 302
    printed = f"{AT}/panel/1/panel-print"
    assert page.get(printed).status_code == 404
    case = f"{AT}/panel/1/1/panel-case"
    unread = errors_of(send(page, case).content.decode())
    assert unread == ["Read it, and confirm that it points to nobody"]
    named = errors_of(send(page, case, read="yes", told="Mary rang.").content.decode())
    assert named[0].startswith("This still holds a name")
    assert send(page, case, read="yes")["Location"] == at
    shown = said(page, printed)
    assert "We came late." in shown
    assert ref not in shown
    assert page.get(f"{printed}?form=pdf")["Content-Type"] == "application/pdf"
    assert (
        page.post(at, {"step": "comment", "text": "Ring people.", "about": "1"}).status_code == 302
    )
    pack = page.get(at).content.decode()
    assert "Ring people." in pack
    link = pack.split("add-improvement?panel=")[1].split('"')[0]
    register = f"{AT}/improvements/add-improvement?panel={link}"
    assert "The residents’ panel said: Ring people." in page.get(register).content.decode()
    new = {"step": "new", "what": "We ring", "why": "The panel asked."}
    assert page.post(register, new).status_code == 302
    assert "Improvement 1 came of it" in said(page, at)


@pytest.mark.parametrize(
    ("role", "reads", "keeps", "checks"),
    [
        (Role.SENIOR_LEAD, 200, 200, 403),
        (Role.AUDITOR, 200, 403, 403),
        (Role.HEAD_OF_SERVICE, 200, 200, 200),
        (Role.HANDLER, 403, 403, 403),
        (Role.ADMINISTRATOR, 403, 403, 403),
    ],
)
def test_who_may(
    page: Client, desk: builders.Desk, role: Role, reads: int, keeps: int, checks: int
) -> None:
    ref = answered(desk)
    send(page, f"{AT}/panel", title="Panel, June")
    page.post(f"{AT}/panel/1/panel-pack", {"step": "case", "reference": ref})
    send(page, f"{AT}/quality", **DAYS, size="1")
    person = browser_of(builders.user(desk.landlord, role, name=f"A {role}"))
    for at, status in (
        (f"{AT}/quality/1/sample", reads),
        (f"{AT}/panel/1/panel-pack", reads),
        (f"{AT}/panel/1/1/panel-case", keeps),
        (f"{AT}/quality/1/1/score", checks),
    ):
        assert person.get(at).status_code == status, at
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.DIRECTOR, name="Hana Ali"))
    assert stranger.get(f"{AT}/quality/1/sample").status_code == 403
    assert stranger.get("/harrow/oversight/panel/1/panel-pack").status_code == 404
    assert stranger.get("/harrow/oversight/quality/1/1/score").status_code == 404


def test_what_is_sent_twice_is_drawn_and_begun_once(
    page: Client, head: Client, desk: builders.Desk
) -> None:
    for _ in range(2):
        answered(desk)
    typed = fill(head, f"{AT}/quality", **DAYS, size="1")
    twice = [head.post(f"{AT}/quality", typed)["Location"] for _ in range(2)]
    assert twice == [f"{AT}/quality/1/sample"] * 2
    assert (QualityRound.objects.count(), QualityCheck.objects.count()) == (1, 1)
    assert send(head, f"{AT}/quality", **DAYS, size="1")["Location"] == f"{AT}/quality/2/sample"
    begun = [page.post(f"{AT}/panel", {"title": "Panel, June "})["Location"] for _ in range(2)]
    assert begun == [f"{AT}/panel/1/panel-pack"] * 2
    send(page, f"{AT}/panel", title="Panel, July")
    assert PanelPack.objects.count() == 2
