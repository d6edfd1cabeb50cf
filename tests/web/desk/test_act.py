"""What all actions have in common: looking before issuing, refusals, two editors, bad input."""

from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case, Event
from redress.people.models import Landlord, User
from redress.rules.access import Role, Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.withdraw import Withdraw
from redress.web.desk import act
from tests import builders
from tests.web.desk.conftest import (
    DEFINED,
    TODAY,
    address,
    answered,
    browser_of,
    logged,
    opened,
    parts,
    received,
)
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of

DEFINITION = vars(DEFINED) | {"not_ours": []}


def events(reference: str) -> int:
    return Event.objects.filter(case__reference=reference).count()


def test_done_is_said_on_the_case(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    answer = send(page, address(f"case/{ref}/acknowledge"), **DEFINITION)
    assert answer["Location"] == address(f"case/{ref}")
    assert (
        "The acknowledgement is issued as a letter."
        in page.get(answer["Location"]).content.decode()
    )


def test_a_letter_is_looked_at_before_it_is_issued(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    at = address(f"case/{ref}/acknowledge")
    text = {**DEFINITION, "definition": "First line\n\n  “second” <line>"}
    seen = page.post(at, fill(page, at, **text))
    said = words_of(seen.content.decode())
    assert "Nothing is issued yet." in said and "Dear Mary Osei" in said
    # 10 working days after today, Tue 12 May, with the bank holiday of 25 May among them: but it is
    # late by a day, and the limit counts from the day it was due, Mon 11 May
    assert "Tuesday 26 May 2026" in said
    assert events(ref) == 2
    kept = sent_by(seen.content.decode())
    back = page.post(at, {**kept, "step": "change"})
    assert errors_of(back.content.decode()) == []
    assert sent_by(back.content.decode()) == kept  # every word, and every tick, is still there
    issued = page.post(at, {**kept, "step": "issue"})
    assert issued.status_code == 302 and events(ref) == 3


def test_a_refusal_shows_reason_provision_and_what_was_typed(
    page: Client, desk: builders.Desk
) -> None:
    ref = logged(desk)
    at = address(f"case/{ref}/acknowledge")
    typed = {**DEFINITION, "outcome_sought": "", "not_responsible": " "}
    answer = page.post(at, fill(page, at, **typed))
    text = answer.content.decode()
    assert errors_of(text) == [
        "The outcome the resident wants is not given. Write what they want to happen. If they "
        "have not said, ask them. (Code 5.6)",
        "Nothing says which parts the landlord is not responsible for. Name them and who is, or "
        "write that there are none. (Code 5.7)",
    ]
    assert "<title>Error: Acknowledge it" in text
    assert sent_by(text)["definition"] == [DEFINED.definition]
    assert 'href="#id_outcome_sought"' in text and 'id="id_outcome_sought"' in text
    assert events(ref) == 2


def test_pressed_twice_is_done_once(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    data = fill(page, at, reached="yes", note="She told us more.")
    assert page.post(at, data).status_code == 302
    again = page.post(at, data)
    (said,) = errors_of(again.content.decode())
    assert said.startswith("You have done something to this case since you opened this page.")
    assert "She told us more." in words_of(again.content.decode())
    assert events(ref) == 4


def test_the_second_of_two_editors_is_told_and_loses_nothing(
    page: Client, desk: builders.Desk, reviewer: Any
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    data = fill(page, at, reached="yes", note="My own note.")
    other = RecordCall(on=TODAY, reached=False, note="The other note.")
    builders.Desk(desk.landlord, reviewer).does(ref, Verb.RECORD_CALL, other, TODAY)
    answer = page.post(at, data)
    text = answer.content.decode()
    (said,) = errors_of(text)
    assert said.startswith("Somebody changed this case while you were writing.")
    assert "What happened since you opened this page" in text and "The other note." in text
    assert sent_by(text)["note"] == ["My own note."]
    assert events(ref) == 4
    # having read it, they send it again
    assert page.post(at, sent_by(text)).status_code == 302
    assert events(ref) == 5


def test_what_cannot_be_done_any_more_keeps_the_text_and_has_no_button(
    page: Client, desk: builders.Desk, reviewer: Any
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/withdraw")
    data = fill(page, at, how="By phone, today.")
    builders.Desk(desk.landlord, reviewer).does(ref, Verb.WITHDRAW, Withdraw(how="x"), TODAY)
    text = page.post(at, data).content.decode()
    assert "This cannot be done any more." in text
    assert sent_by(text)["how"] == ["By phone, today."]
    assert "<button" not in text.partition("<main")[2]


def test_changed_between_reading_and_writing(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, reviewer: Any
) -> None:
    """The shell has the last word: it counts the events under lock."""
    ref = opened(desk)
    true_perform = act.perform

    def late(*args: Any, **kwargs: Any) -> Any:
        note = RecordCall(on=TODAY, reached=False, note="In between.")
        builders.Desk(desk.landlord, reviewer).does(ref, Verb.RECORD_CALL, note, TODAY)
        return true_perform(*args, **kwargs)

    monkeypatch.setattr(act, "perform", late)
    answer = send(page, address(f"case/{ref}/withdraw"), how="She rang.")
    assert "In between." in answer.content.decode()
    assert Case.objects.get(reference=ref).state == "stage_1_open"


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 40, "²", "\x00"])
def test_a_form_whose_key_was_tampered_with_writes_nothing(
    page: Client, desk: builders.Desk, seen: str
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/withdraw")
    answer = page.post(at, {**fill(page, at, how="She rang."), "seen": seen})
    assert answer.status_code == 200 and events(ref) == 3


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"note": "x" * 1_000_000}, "must be 10,000 characters or fewer"),
        ({"note": "a\x00b"}, "a character that cannot be saved"),
        ({"on_day": "30", "on_month": "2"}, "30 February 2026 is not a date"),
        ({"on_year": "0001"}, "must be Monday 1 January 1900 or later"),
        ({"on_year": "9999"}, "must be today or in the past"),
        ({"on_day": "x"}, "the day must be a number"),
        ({"on_day": "", "on_month": "", "on_year": ""}, "Enter when"),
        ({"note": "\u200b\u2060"}, "The note is empty."),
        ({"reached": "perhaps"}, "Select yes if you spoke to the resident"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(
    page: Client, desk: builders.Desk, typed: dict[str, str], error: str
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/record-call")
    whole = {"reached": "yes", "note": "A note.", **parts("on", TODAY), **typed}
    answer = page.post(at, fill(page, at, **whole))
    assert answer.status_code == 200
    assert error in "".join(errors_of(answer.content.decode()))
    assert events(ref) == 3


def test_emoji_and_right_to_left_text_are_kept_letter_for_letter(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    strange = "😀 ‏שלום \u200d x\u0301"
    send(page, address(f"case/{ref}/record-call"), reached="no", note=strange)
    assert "😀 ‏שלום \u200d x\u0301" in page.get(address(f"case/{ref}")).content.decode()


def test_what_cannot_be_done_now_says_why_instead_of_showing_a_form(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk)
    for verb in ("respond", "close", "reopen"):
        answer = page.get(address(f"case/{ref}/{verb}"))
        assert answer.status_code == 409
        assert "The case is at a point where this cannot be done." in words_of(
            answer.content.decode()
        )


def test_a_bodiless_post_is_refused_not_a_crash(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    assert page.post(address(f"case/{ref}/escalate"), {}).status_code == 200
    assert events(ref) == 4


def test_nothing_is_prefilled_from_the_address_but_an_action(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    text = page.get(address(f"case/{ref}/withdraw?how=Evil")).content.decode()
    assert "Evil" not in text


def test_a_form_needs_its_token(desk: builders.Desk) -> None:
    ref = opened(desk)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(pk=desk.actor.id))
    assert strict.post(address(f"case/{ref}/withdraw"), {"how": "x"}).status_code == 403


def test_a_form_costs_the_same_however_long_the_story(
    page: Client, desk: builders.Desk, django_assert_max_num_queries: Any
) -> None:
    ref = opened(desk)
    for number in range(20):
        note = RecordCall(on=TODAY, reached=False, note=f"{number}")
        desk.does(ref, Verb.RECORD_CALL, note, TODAY)
    page.get(address(f"case/{ref}"))  # the day's first look is noted
    with django_assert_max_num_queries(23):
        assert page.get(address(f"case/{ref}/respond")).status_code == 200


def test_a_role_may_lack_one_action_and_have_another(
    desk: builders.Desk, landlord: Landlord
) -> None:
    handler = browser_of(builders.user(landlord, Role.HANDLER, name="Hana Ali"))
    ref = opened(desk)
    assert handler.get(address(f"case/{ref}/respond")).status_code == 200
    assert handler.get(address(f"case/{ref}/allocate")).status_code == 403
