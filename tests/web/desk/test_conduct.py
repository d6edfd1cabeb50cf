"""Behaviour and contact at the desk, from what happened to the end of a restriction."""

from datetime import date, timedelta

import pytest
from django.test import Client

from redress.cases.models import Case, Message
from redress.people.models import Landlord, Resident
from redress.rules.access import Role, Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.rules import inputs
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts, received
from tests.web.desk.pages import errors_of, send, words_of

HAPPENED = {"kind": "abuse", "what": "He rang 31 times and swore.", "affected": "Two of us."}


def warned(desk: builders.Desk) -> str:
    """Warned on Monday 11 May of what happened the week before; it went on today."""
    ref = opened(desk)
    desk.does(ref, Verb.RECORD_BEHAVIOUR, inputs.behaved("Thu 7 May"), date(2026, 5, 7))
    desk.does(ref, Verb.WARN, inputs.warning_letter(), date(2026, 5, 11))
    desk.does(ref, Verb.RECORD_BEHAVIOUR, inputs.behaved("Tue 12 May"), TODAY)
    return ref


def restricted(desk: builders.Desk, landlord: Landlord) -> str:
    ref = warned(desk)
    desk.does(ref, Verb.RESTRICT_CONTACT, inputs.restriction(TODAY), TODAY)
    head = builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones")
    given = inputs.plausible(Verb.APPROVE_RESTRICTION, case_of(desk, ref), TODAY)
    builders.Desk(landlord, head).does(ref, Verb.APPROVE_RESTRICTION, given, TODAY)
    return ref


def typed() -> dict[str, object]:
    """A restriction as somebody fills the form in."""
    given = inputs.restriction(TODAY)
    said = {name: text for name, text in vars(given).items() if isinstance(text, str)}
    days = parts("review_on", given.review_on) | parts("ends_on", given.ends_on)
    return {**said, "limits": [limit.value for limit in given.limits], **days}


def test_from_what_happened_to_a_restriction_by_two_people(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}")
    assert "Propose a restriction" not in page.get(at).content.decode()
    send(page, f"{at}/record-behaviour", **HAPPENED)
    answer = send(page, f"{at}/restrict-contact", **typed())
    assert "was not warned" in errors_of(answer.content.decode())[0]
    warning = vars(inputs.warning_letter())
    send(page, f"{at}/warn", **warning)
    assert Message.objects.filter(kind="behaviour_warning").exists()
    send(page, f"{at}/record-behaviour", **HAPPENED)
    send(page, f"{at}/restrict-contact", **typed())
    assert "waits for a second person" in page.get(at).content.decode()
    assert not case_of(desk, ref).conduct.in_force
    own = send(page, f"{at}/approve-restriction", agrees="yes").content.decode()
    assert "You proposed this restriction yourself." in words_of(own)
    head = browser_of(builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones"))
    shown = words_of(head.get(f"{at}/approve-restriction").content.decode())
    assert "You told us of no disability." in shown and "no more than is needed" in shown
    send(head, f"{at}/approve-restriction", agrees="yes")
    said = words_of(page.get(at).content.decode())
    assert "Contact is restricted since Tue 12 May 2026" in said
    assert "Approved by Carol Jones" in said
    letter = Message.objects.filter(kind="contact_restriction").get()
    assert letter.subject == f"How you can contact us from now on ({ref})"


def test_it_shows_on_every_case_of_theirs_and_nobody_is_labelled_in_lists(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    restricted(desk, landlord)
    other = received(desk, resident=Resident.objects.get().pk)
    for where in (f"case/{other}", f"case/{other}/record-call", f"case/{other}/send-update"):
        said = words_of(page.get(address(where)).content.decode())
        assert "Contact restricted: Please ring Eve Hall on Tuesdays" in said, where
        assert "Write to us at any time." in said and "31 times" not in said, where
    for where in ("", "worklist", "find?q=Mary"):
        text = page.get(address(where)).content.decode()
        assert "restricted" not in text.lower() or "Contact" not in text, where
        assert "Eve Hall" not in text and "behaviour" not in text, where


def test_of_a_case_that_they_may_not_see_only_the_restriction_itself_is_shown(
    desk: builders.Desk, landlord: Landlord
) -> None:
    ref = restricted(desk, landlord)
    other = received(desk, resident=Resident.objects.get().pk)
    only = Restrict(people=((desk.actor.id or 0, "Amina"),), reason="It is about a colleague.")
    desk.does(ref, Verb.RESTRICT, only, TODAY)
    handler = browser_of(builders.user(landlord, Role.HANDLER, name="Eve Hall"))
    said = words_of(handler.get(address(f"case/{other}")).content.decode())
    assert "Please ring Eve Hall on Tuesdays" in said and "31 times" not in said
    assert handler.get(address(f"case/{ref}")).status_code == 404


def test_what_comes_by_another_way_is_recorded_all_the_same(
    desk: builders.Desk, landlord: Landlord
) -> None:
    """Code 5.11: the complaint goes on, its dates stand, and stage 2 stays open."""
    ref = restricted(desk, landlord)
    before = case_of(desk, ref)
    call = RecordCall(on=TODAY, reached=True, note="He rang out of hours about a new leak.")
    desk.does(ref, Verb.RECORD_CALL, call, TODAY)
    desk.does(ref, Verb.ADD_ISSUE, inputs.new_issue(TODAY), TODAY)
    after = case_of(desk, ref)
    assert len(after.issues) == 2 and after.deadlines == before.deadlines
    respond = inputs.plausible(Verb.RESPOND, after, TODAY)
    desk.does(ref, Verb.RESPOND, respond, TODAY)
    asked = inputs.plausible(Verb.ESCALATE, case_of(desk, ref), TODAY)
    desk.does(ref, Verb.ESCALATE, asked, TODAY)
    assert case_of(desk, ref).state == "stage_2_requested"


def test_the_list_has_what_waits_and_what_is_late(
    page: Client, desk: builders.Desk, landlord: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = restricted(desk, landlord)
    assert "0 With a restriction of contact to see to" in words_of(
        page.get(address()).content.decode()
    )
    late = TODAY + timedelta(days=91)
    monkeypatch.setattr("redress.web.clock.now", lambda: builders.at(late))
    assert "1 With a restriction of contact to see to" in words_of(
        page.get(address()).content.decode()
    )
    listed = words_of(page.get(address("reviews?show=restrictions")).content.decode())
    assert ref in listed and "Mary Osei" in listed
    assert "Review late" in page.get(address(f"case/{ref}")).content.decode()
    head = builders.user(landlord, Role.DIRECTOR, name="Eleni Costa")
    given = inputs.plausible(Verb.END_RESTRICTION, case_of(desk, ref), late)
    builders.Desk(landlord, head).does(ref, Verb.END_RESTRICTION, given, late)
    assert (
        "No restriction of contact"
        in page.get(address("reviews?show=restrictions")).content.decode()
    )
    assert Case.objects.get(reference=ref).restriction_due is None


def test_who_reads_only_sees_it_and_does_nothing(desk: builders.Desk, landlord: Landlord) -> None:
    ref = restricted(desk, landlord)
    auditor = browser_of(builders.user(landlord, Role.AUDITOR, name="Ira Cole"))
    assert "Contact is restricted" in auditor.get(address(f"case/{ref}")).content.decode()
    for word in ("warn", "restrict-contact", "approve-restriction", "end-restriction"):
        assert auditor.get(address(f"case/{ref}/{word}")).status_code == 403, word
