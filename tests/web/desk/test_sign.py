"""Signing at Tower Hamlets Homes: the signer's page, sending back, cover, and one effect."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Letter
from redress.cases.to_sign import to_sign
from redress.people.models import Cover, Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.actions.submit import Submit
from redress.rules.facts import Finding, State
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, case_of, opened
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of

ROOT = "/tower-hamlets-homes/desk"


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord("tower-hamlets-homes", "THH")


@pytest.fixture
def head(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones")


@pytest.fixture
def signer(head: Actor) -> Client:
    return browser_of(head)


def submit(desk: builders.Desk, ref: str, reasons: str = "We came late.") -> None:
    found = IssueFinding(issue=1, finding=Finding.UPHELD, reasons=reasons)
    desk.does(ref, Verb.SUBMIT, Submit(response=Respond(findings=(found,))), TODAY)


@pytest.fixture
def ref(desk: builders.Desk) -> str:
    reference = opened(desk)
    submit(desk, reference)
    return reference


def at(ref: str, verb: str) -> str:
    return f"{ROOT}/case/{ref}/{verb}"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_key_on_today_opens_what_waits_first(signer: Client, page: Client, ref: str) -> None:
    key = f"&quot;w&quot;: &quot;{at(ref, 'sign')}&quot;"
    assert key in text_of(signer.get(f"{ROOT}/"))
    assert "&quot;w&quot;" not in text_of(page.get(f"{ROOT}/"))  # their own is not theirs to sign


def test_a_handler_sends_it_for_signature_and_the_case_says_so(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    assert "/submit" in text_of(page.get(f"{ROOT}/case/{ref}"))
    form = {"finding_1": "upheld", "reasons_1": "We came late."}
    looked = page.post(at(ref, "submit"), fill(page, at(ref, "submit"), **form))
    assert "Dear Mary Osei" in words_of(text_of(looked))
    assert "Goes to Mary Osei" in words_of(text_of(looked))
    done = page.post(at(ref, "submit"), {**sent_by(text_of(looked)), "step": "issue"})
    assert done.status_code == 302 and Letter.objects.filter(kind="stage_1_response").count() == 0
    said = words_of(text_of(page.get(f"{ROOT}/case/{ref}")))
    assert "The response waits for its signature." in said
    assert "To be signed by head of service or director or chief executive" in said


def test_the_page_has_what_is_needed_to_decide_and_signs_in_two_clicks(
    signer: Client, desk: builders.Desk, ref: str
) -> None:
    today = text_of(signer.get(f"{ROOT}/"))  # the link there is the first click
    assert "Waiting for your signature (1)" in words_of(today) and at(ref, "sign") in today
    shown = text_of(signer.get(at(ref, "sign")))
    said = words_of(shown)
    for words in ("Amina Khan", "Code limit", "Our promise", "Goes to Mary Osei", "We came late."):
        assert words in said
    assert signer.post(at(ref, "sign"), sent_by(shown)).status_code == 302
    case = case_of(desk, ref)
    assert case.state is State.STAGE_1_ANSWERED
    assert Letter.objects.filter(kind="stage_1_response").count() == 1


def test_signed_twice_is_issued_once(signer: Client, ref: str) -> None:
    data = sent_by(text_of(signer.get(at(ref, "sign"))))
    codes = [signer.post(at(ref, "sign"), data).status_code for _ in range(3)]
    assert codes == [302, 200, 200]
    assert Letter.objects.filter(kind="stage_1_response").count() == 1


def test_it_is_sent_back_with_a_comment_and_the_changes_are_shown(
    signer: Client, desk: builders.Desk, ref: str
) -> None:
    shown = text_of(signer.get(at(ref, "sign")))
    seen = sent_by(shown)["seen"][0]
    data = {"seen": seen, "number": "1", "comment": "Say when."}
    assert signer.post(at(ref, "send-back"), {**data, "comment": ""}).status_code == 200
    assert signer.post(at(ref, "send-back"), data).status_code == 302
    submit(desk, ref, "We came late, on 4 May.")
    said = words_of(text_of(signer.get(at(ref, "sign"))))
    assert "What changed since you last looked" in said
    assert "[gone: late. ]" in said and "[new: late, on 4 May." in said
    assert "Sent back on Tue 12 May 2026: Say when." in said
    again = words_of(text_of(signer.get(at(ref, "sign"))))
    assert "[new: late, on 4 May." in again  # looking again takes nothing away


def test_who_looks_for_the_first_time_sees_no_changes(signer: Client, ref: str) -> None:
    assert "What changed" not in text_of(signer.get(at(ref, "sign")))


def test_a_text_replaced_meanwhile_is_not_signed(
    signer: Client, desk: builders.Desk, ref: str
) -> None:
    data = sent_by(text_of(signer.get(at(ref, "sign"))))
    submit(desk, ref, "Another text.")
    answer = signer.post(at(ref, "sign"), data)
    assert errors_of(text_of(answer)) and not Letter.objects.filter(kind="stage_1_response")


def test_who_may_not_sign_is_told_why(page: Client, landlord: Landlord, ref: str) -> None:
    answer = page.get(at(ref, "sign"))  # the officer wrote it, and is no head of service
    assert answer.status_code == 409
    assert "somebody else sign" in words_of(text_of(answer))
    handler = browser_of(builders.user(landlord, Role.HANDLER, name="Hana Ali"))
    assert handler.get(at(ref, "sign")).status_code == 403
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(elsewhere, Role.DIRECTOR, name="Dev Rao"))
    assert stranger.get(at(ref, "sign")).status_code == 404


class TestTheList:
    def test_it_holds_what_this_person_may_sign_and_did_not_write(
        self, landlord: Landlord, desk: builders.Desk, head: Actor, ref: str
    ) -> None:
        (line,) = to_sign(landlord, head, TODAY)
        assert (line.reference, line.stage, line.wrote) == (ref, 1, "Amina Khan")
        assert to_sign(landlord, desk.actor, TODAY) == ()
        chief = builders.user(landlord, Role.CHIEF_EXECUTIVE, name="Harriet Obi")
        assert len(to_sign(landlord, chief, TODAY)) == 1
        leader = builders.user(landlord, Role.TEAM_LEADER, name="Tom Lee")
        assert to_sign(landlord, leader, TODAY) == ()

    def test_it_costs_the_same_however_much_waits(
        self,
        landlord: Landlord,
        desk: builders.Desk,
        head: Actor,
        ref: str,
        django_assert_num_queries: Any,
    ) -> None:
        for _ in range(4):
            submit(desk, opened(desk))
        with django_assert_num_queries(3):
            assert len(to_sign(landlord, head, TODAY)) == 5


class TestCover:
    def form(self, by: Actor, first: date, last: date) -> dict[str, str]:
        days = {"from_on": first, "to_on": last}
        parts = {
            f"{name}_{part}": str(getattr(day, part))
            for name, day in days.items()
            for part in ("day", "month", "year")
        }
        return {"covered_by": str(by.id), **parts}

    def test_while_one_is_away_a_colleague_signs_for_them(
        self, signer: Client, landlord: Landlord, desk: builders.Desk, ref: str
    ) -> None:
        leader = builders.user(landlord, Role.TEAM_LEADER, name="Tom Lee")
        deputy = browser_of(leader)
        assert deputy.get(at(ref, "sign")).status_code == 409
        given = self.form(leader, TODAY, TODAY + timedelta(days=7))
        for _ in range(2):  # pressed twice
            assert signer.post(f"{ROOT}/cover", given).status_code == 302
        assert Cover.objects.count() == 1
        assert [line.reference for line in to_sign(landlord, leader, TODAY)] == [ref]
        assert to_sign(landlord, leader, TODAY + timedelta(days=8)) == ()
        shown = text_of(deputy.get(at(ref, "sign")))
        assert "You sign for Carol Jones" in words_of(shown)
        assert deputy.post(at(ref, "sign"), sent_by(shown)).status_code == 302
        case = case_of(desk, ref)
        assert case.stage.approved_by == leader.id
        assert "Signed for Carol Jones" in words_of(text_of(deputy.get(f"{ROOT}/case/{ref}")))

    def test_it_can_be_ended(self, signer: Client, landlord: Landlord, ref: str) -> None:
        leader = builders.user(landlord, Role.TEAM_LEADER, name="Tom Lee")
        signer.post(f"{ROOT}/cover", self.form(leader, TODAY, TODAY))
        number = str(Cover.objects.get().pk)
        assert browser_of(leader).post(f"{ROOT}/cover", {"end": number}).status_code == 302
        assert Cover.objects.count() == 1  # only one's own
        signer.post(f"{ROOT}/cover", {"end": number})
        assert Cover.objects.count() == 0 and to_sign(landlord, leader, TODAY) == ()

    def test_what_cannot_be(self, signer: Client, landlord: Landlord) -> None:
        leader = builders.user(landlord, Role.TEAM_LEADER, name="Tom Lee")
        late = self.form(leader, TODAY, TODAY - timedelta(days=1))
        said = errors_of(text_of(signer.post(f"{ROOT}/cover", late)))
        assert said == ["The last day must be the first day or later"]
        handler = builders.user(landlord, Role.HANDLER, name="Hana Ali")
        nobody = signer.post(f"{ROOT}/cover", self.form(handler, TODAY, TODAY))
        assert errors_of(text_of(nobody)) and Cover.objects.count() == 0
        assert browser_of(handler).get(f"{ROOT}/cover").status_code == 403


def test_what_came_back_is_in_the_form_again(
    page: Client, signer: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    assert send(page, at(ref, "submit"), finding_1="upheld", reasons_1="We came late.")
    seen = sent_by(text_of(signer.get(at(ref, "sign"))))["seen"][0]
    signer.post(at(ref, "send-back"), {"seen": seen, "number": "1", "comment": "Say when."})
    assert fill(page, at(ref, "submit"))["reasons_1"] == ["We came late."]
