"""Drafts: kept as typed, shown again, shared where several write one answer, and never lost."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Draft, Event
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import State
from redress.web import clock
from tests import builders
from tests.rules import inputs, story
from tests.web.desk.conftest import TODAY, address, browser_of, opened
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of


@pytest.fixture
def ref(desk: builders.Desk) -> str:
    return opened(desk)


@pytest.fixture
def other(reviewer: Actor) -> Client:
    return browser_of(reviewer)


def respond(ref: str) -> str:
    return address(f"case/{ref}/respond")


def keeps(client: Client, at: str, **typed: Any) -> Any:
    """Somebody types and presses "Keep as a draft"."""
    return client.post(at, {**fill(client, at, **typed), "step": "draft"})


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_draft_is_kept_as_typed_and_comes_back_with_the_form(page: Client, ref: str) -> None:
    typed = {
        "reasons_1": "  half a  sentence\n\n<b> 😀 ",
        "what_1": "Mend it",
        "due_on_1_day": "31",
        "due_on_1_month": "Februrary",  # nobody minds what a draft holds
        "finding_1": "upheld",
    }
    answer = keeps(page, respond(ref), **typed)
    assert answer["Location"] == address(f"case/{ref}")
    shown = text_of(page.get(respond(ref)))
    back = sent_by(shown)
    assert {name: back[name][0] for name in typed} == typed
    assert errors_of(shown) == [] and "Your draft of 12 May" in words_of(shown)
    assert Event.objects.filter(case__reference=ref).count() == 3  # no part of the record


def test_the_case_offers_it(page: Client, ref: str) -> None:
    keeps(page, respond(ref), reasons_1="So far.")
    said = words_of(text_of(page.get(address(f"case/{ref}"))))
    assert "Go on with the draft: Respond" in said


def test_it_is_gone_when_the_action_is_done(page: Client, ref: str) -> None:
    at = address(f"case/{ref}/record-call")
    keeps(page, at, note="She told us more.")
    assert send(page, at, reached="yes").status_code == 302
    assert Draft.objects.count() == 0
    assert "note" in fill(page, at) and fill(page, at)["note"] == [""]


def test_it_can_be_thrown_away(page: Client, ref: str) -> None:
    keeps(page, respond(ref), reasons_1="So far.")
    assert page.post(respond(ref), {"step": "throw_away"})["Location"] == respond(ref)
    assert fill(page, respond(ref))["reasons_1"] == [""]
    assert page.post(respond(ref), {"step": "throw_away"}).status_code == 302  # twice is once


def test_what_happened_since_is_said(page: Client, desk: builders.Desk, ref: str) -> None:
    keeps(page, respond(ref), reasons_1="So far.")
    note = RecordCall(on=TODAY, reached=True, note="It stopped raining in.")
    desk.does(ref, Verb.RECORD_CALL, note, TODAY)
    shown = text_of(page.get(respond(ref)))
    assert "It stopped raining in." in words_of(shown)
    assert sent_by(shown)["reasons_1"] == ["So far."]


def test_an_action_that_cannot_be_done_any_more_still_shows_its_draft(
    page: Client, desk: builders.Desk, ref: str
) -> None:
    keeps(page, address(f"case/{ref}/extend"), reason="The roofer is ill.")
    given = inputs.plausible(Verb.RESPOND, story.reach(State.STAGE_1_OPEN).facts, TODAY)
    desk.does(ref, Verb.RESPOND, given, TODAY)
    shown = text_of(page.get(address(f"case/{ref}/extend")))
    assert "This cannot be done any more." in shown
    assert sent_by(shown)["reason"] == ["The roofer is ill."]


def test_a_draft_of_ones_own_is_nobody_elses(page: Client, other: Client, ref: str) -> None:
    at = address(f"case/{ref}/record-call")
    keeps(page, at, note="Mine.")
    assert fill(other, at)["note"] == [""]
    keeps(other, at, note="Hers.")
    assert fill(page, at)["note"] == ["Mine."]


class TestTheSharedDraft:
    def test_all_who_work_on_the_answer_see_it(self, page: Client, other: Client, ref: str) -> None:
        keeps(page, respond(ref), reasons_1="So far.")
        shown = text_of(other.get(address(f"case/{ref}/submit")))
        assert sent_by(shown)["reasons_1"] == ["So far."]
        assert "A draft that Amina Khan kept" in words_of(shown)

    def test_two_texts_are_shown_side_by_side_and_nothing_is_lost(
        self, page: Client, other: Client, ref: str
    ) -> None:
        mine = {**fill(page, respond(ref), reasons_1="My reasons."), "step": "draft"}
        keeps(other, respond(ref), reasons_1="Her reasons.")
        answer = page.post(respond(ref), mine)
        shown, said = text_of(answer), words_of(text_of(answer))
        assert errors_of(shown)[0].startswith("Somebody kept another text of this")
        assert "Ben Ford kept another text" in said
        assert "My reasons." in said and "Her reasons." in said
        assert Draft.objects.get().fields["reasons_1"] == ["Her reasons."]
        # put together, it takes the place of hers
        both = {**sent_by(shown), "reasons_1": ["My reasons. Her reasons."], "step": "draft"}
        assert page.post(respond(ref), both).status_code == 302
        assert fill(other, respond(ref))["reasons_1"] == ["My reasons. Her reasons."]

    def test_nor_is_a_newer_text_overlooked_when_the_letter_is_sent(
        self, page: Client, other: Client, ref: str
    ) -> None:
        typed = {"finding_1": "upheld", "reasons_1": "My reasons."}
        mine = fill(page, respond(ref), **typed)
        keeps(other, respond(ref), reasons_1="Her reasons.")
        said = words_of(text_of(page.post(respond(ref), {**mine, "step": "issue"})))
        assert "Ben Ford kept another text" in said and "Her reasons." in said
        assert Event.objects.filter(case__reference=ref).count() == 3

    def test_the_same_words_twice_are_no_conflict(self, page: Client, ref: str) -> None:
        data = {**fill(page, respond(ref), reasons_1="So."), "step": "draft"}
        assert [page.post(respond(ref), data).status_code for _ in range(3)] == [302] * 3
        assert Draft.objects.get().version == 1


class TestAutosave:
    def test_each_save_gives_the_next_version(self, page: Client, ref: str) -> None:
        at, data = f"{respond(ref)}/autosave", fill(page, respond(ref), reasons_1="S")
        assert page.post(at, data).json() == {"version": 1}
        assert page.post(at, {**data, "draft": "1", "reasons_1": "So"}).json() == {"version": 2}
        assert fill(page, respond(ref))["reasons_1"] == ["So"]

    def test_it_never_writes_over_somebody_elses_text(
        self, page: Client, other: Client, ref: str
    ) -> None:
        data = fill(page, respond(ref), reasons_1="Mine")
        keeps(other, respond(ref), reasons_1="Hers")
        answer = page.post(f"{respond(ref)}/autosave", data)
        assert answer.status_code == 409 and "Ben Ford" in answer.json()["said"]
        assert Draft.objects.get().fields["reasons_1"] == ["Hers"]

    def test_a_late_one_does_not_bring_back_what_was_used(self, page: Client, ref: str) -> None:
        at = address(f"case/{ref}/record-call")
        keeps(page, at, note="She told us.")
        late = fill(page, at, reached="yes")
        assert send(page, at, reached="yes").status_code == 302
        assert page.post(f"{at}/autosave", late).status_code == 409
        assert Draft.objects.count() == 0

    @pytest.mark.parametrize("version", ["x", "-1", "9" * 50, "²"])
    def test_a_version_that_is_none_is_a_first_save(
        self, page: Client, ref: str, version: str
    ) -> None:
        data = {**fill(page, respond(ref), reasons_1="S"), "draft": version}
        assert page.post(f"{respond(ref)}/autosave", data).json() == {"version": 1}

    def test_who_may_not_act_keeps_no_draft(self, ref: str, landlord: Landlord) -> None:
        member = browser_of(builders.user(landlord, Role.MEMBER_RESPONSIBLE, name="Farah Aziz"))
        assert member.post(f"{respond(ref)}/autosave", {"reasons_1": "x"}).status_code == 409
        elsewhere = builders.landlord("harrow", "HAR")
        stranger = browser_of(builders.user(elsewhere, Role.DIRECTOR, name="Dev Rao"))
        assert stranger.post(f"{respond(ref)}/autosave", {"reasons_1": "x"}).status_code == 404
        assert Draft.objects.count() == 0


class TestWhoIsHere:
    def test_the_second_at_a_case_is_told_at_once_and_the_first_soon(
        self, page: Client, other: Client, ref: str
    ) -> None:
        assert "also here" not in text_of(page.get(respond(ref)))
        said = words_of(text_of(other.get(address(f"case/{ref}"))))
        assert "Amina Khan (with “Respond” open) is also here." in said
        alive = page.post(address(f"case/{ref}/here"), {"doing": "respond"})
        assert alive.json() == {"said": "Ben Ford is also here."}

    def test_after_a_minute_without_a_sign_nobody_is_here(
        self, page: Client, other: Client, ref: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page.get(address(f"case/{ref}"))
        later: datetime = builders.at(TODAY).replace(minute=1, second=1)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert "also here" not in text_of(other.get(address(f"case/{ref}")))

    def test_it_is_no_way_into_another_landlords_case(self, ref: str) -> None:
        elsewhere = builders.landlord("harrow", "HAR")
        stranger = browser_of(builders.user(elsewhere, Role.DIRECTOR, name="Dev Rao"))
        assert stranger.post(address(f"case/{ref}/here"), {}).status_code == 404
