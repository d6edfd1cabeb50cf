"""A case full of marked words is erased: no mark is left anywhere, and every figure is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from redress.assessment.kept import measures_of
from redress.cases import erasing
from redress.cases.mail_in import mail_shelf
from redress.cases.models import Case, Draft, Event, Letter, MailItem
from redress.cases.verify import verify
from redress.learning.models import PanelCase, PanelComment, PanelPack
from redress.ombudsman.models import Duty, OmbudsmanCase, OmbudsmanEntry
from redress.people import needs
from redress.people.models import Home, Resident
from redress.privacy import requests, store
from redress.privacy.due import listed
from redress.privacy.models import Proposal, ProposedCase
from redress.reports.annual import annual
from redress.reports.annual_json import data_of
from redress.rules.access import Role, Verb
from redress.rules.actions.hold import Hold
from redress.rules.decision import NotKept
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.measures import Window
from redress.rules.retention import Kept
from redress.satisfaction.models import Unhappy
from redress.work import erase_cases
from tests import builders
from tests.privacy import marked
from tests.privacy.marked import MARK
from tests.rules import inputs

pytestmark = pytest.mark.usefixtures("shelf")
YEAR = Year.parse("2026-27")
CLOSED = date(2026, 7, 1)
DUE = date(2032, 7, 1)
# What the oracle's case cannot have had done to it: it would be another case, or nobody's words.
NOT_DONE = {
    *(Verb.ANSWER_REQUEST, Verb.RAISE_COMPLAINT, Verb.REFUSE, Verb.REFUSE_ESCALATION, Verb.REOPEN),
    *(Verb.MERGE, Verb.TAKE_IN, Verb.SPLIT, Verb.SIGN, Verb.SUBMIT, Verb.SEND_BACK, Verb.UNDO),
    *(Verb.ALLOCATE, Verb.CHASE, Verb.CHASE_COMMENTS, Verb.WITHDRAW_COMMENTS, Verb.REMIND),
    *(Verb.REDATE, Verb.RESTRICT, Verb.OPEN_RESTRICTED, Verb.DECLARE_CONFLICT, Verb.TELL_OUTCOME),
    Verb.CORRECT_RECEIVED_DATE,
}


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


@pytest.fixture
def director(office: builders.Office) -> Any:
    return builders.user(office.landlord, Role.DIRECTOR, name="Dina Roy")


def closed(office: builders.Office, **others: Any) -> str:
    """A complaint answered at stage 1 and closed on Thursday 21 May 2026."""
    return office.reach(State.CLOSED, **others)


def due(office: builders.Office, today: date = DUE) -> list[int]:
    rows, _ = listed(office.one.actor, office.landlord, today)
    return [row.number for row in rows if row.verdict.is_due]


def approved(office: builders.Office, director: Any, today: date = DUE) -> Proposal:
    """Proposed by the officer, approved by a director."""
    at = builders.at(today)
    made = store.propose(office.landlord, due(office, today), office.one.actor, at, "form")
    store.approve(made, director, at)
    return made


def erased(office: builders.Office, director: Any, today: date = DUE) -> int:
    approved(office, director, today)
    return erase_cases.run(builders.at(today))


def figures(office: builders.Office) -> tuple[Any, Any]:
    """The annual report, and what the cases say of each provision of the Code."""
    on = date(2027, 4, 1)
    window = Window(YEAR.start, YEAR.end, on)
    return data_of(annual(office.landlord, YEAR, on)), dict(measures_of(office.landlord, window))


def test_no_mark_is_left_and_every_figure_is(
    office: builders.Office, director: Any, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    _, done = marked.full_case(office)
    assert set(Verb) - done <= NOT_DONE
    before, folder = figures(office), Path(settings.MEDIA_ROOT)
    assert len(marked.found_in_database()) > 50 and list(marked.found_in_files(folder))
    with django_capture_on_commit_callbacks(execute=True):
        assert erased(office, director) == Case.objects.count()
    assert marked.found_in_database() == []
    assert list(marked.found_in_files(folder)) == []
    assert figures(office) == before
    checked = verify()
    assert (checked.faults, checked.erased) == ([], Case.objects.count())


def test_what_hangs_on_a_case_goes_with_it(
    office: builders.Office, director: Any, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """E-mails, drafts, needs, packs for the panel, the Ombudsman's register, who was unhappy."""
    person = marked.person_of(office)
    row = Case.objects.get(reference=closed(office, resident=person.pk))
    of_it, now = {"landlord": office.landlord, "case": row}, builders.at(CLOSED)
    raw = mail_shelf().put(mail_shelf().write([f"Subject: {MARK}".encode()]).path)
    mail = {"raw": raw, "size": 9, "received_on": CLOSED, "kept_at": now, "digest": "0" * 64}
    MailItem.objects.create(**of_it, **mail, state="on_case", subject=MARK, sender_name=MARK)
    draft = {"verb": "respond", "stage": 1, "owner": 0, "seen": 1, "saved_at": now}
    Draft.objects.create(**of_it, **draft, user_id=office.one.actor.id, fields={"a": [MARK]})
    seen = needs.seen_of(person)
    needs.disclose(person, office.one.actor, now, seen, says=MARK, disclosed_on=CLOSED)
    pack = PanelPack.objects.create(
        landlord=office.landlord, number=1, title="June", made_on=CLOSED, made_by="Amina Khan"
    )
    panel = PanelCase.objects.create(**of_it, pack=pack, place=1, texts={"told": MARK})
    PanelComment.objects.create(
        landlord=office.landlord, pack=pack, about=panel, at=now, noted_by="Amina", text=MARK
    )
    ombudsman = OmbudsmanCase.objects.create(
        **of_it,
        body="housing",
        received_on=CLOSED,
        status="determined",
        note=MARK,
        elements=[{"what": MARK, "found": "maladministration", "handling": False}],
    )
    Duty.objects.create(
        landlord=office.landlord, case=ombudsman, asks="order", what=MARK, done=True, proof=MARK
    )
    OmbudsmanEntry.objects.create(
        landlord=office.landlord, case=ombudsman, at=now, by_name="A", what="added",
        details={"note": MARK},
    )  # fmt: skip
    Unhappy.objects.create(**of_it, stage=1, said_on=CLOSED, words=MARK)
    before = figures(office)
    with django_capture_on_commit_callbacks(execute=True):
        assert erased(office, director) == 1
    assert marked.found_in_database() == []
    assert list(marked.found_in_files(Path(settings.MEDIA_ROOT))) == []
    assert figures(office) == before


def test_a_resident_stays_while_another_case_needs_them(
    office: builders.Office, director: Any
) -> None:
    person = marked.person_of(office)
    first = closed(office, resident=person.pk)
    office.one.receive(date(2032, 6, 1), resident=person.pk)
    assert erased(office, director) == 1
    row, still = Case.objects.get(reference=first), Resident.objects.get(pk=person.pk)
    assert (row.resident, still.name) == (None, person.name)
    assert row.home and (row.home.ward, row.home.address) == ("Mile End", "")
    assert Home.objects.filter(address__contains=MARK).exists()


def test_the_record_says_by_which_line_and_by_whom(office: builders.Office, director: Any) -> None:
    reference = closed(office)
    assert erased(office, director) == 1
    events = Event.objects.filter(case__reference=reference)
    *before, last = events
    assert [event.content for event in before] == [None] * len(before)
    assert (last.name, last.by_name) == ("erased", "Redress")
    for said in ("Complaints", "Limitation Act 1980", "Amina Khan", "Dina Roy", "2032-07-01"):
        assert said in last.content
    (line,) = ProposedCase.objects.all()
    assert (line.closed_on, line.due_on, line.erased_on) == (
        date(2026, 5, 21), date(2032, 5, 21), DUE,
    )  # fmt: skip


def test_nothing_is_done_to_an_erased_case_any_more(office: builders.Office, director: Any) -> None:
    reference = closed(office)
    assert erased(office, director) == 1
    assert erase_cases.run(builders.at(DUE)) == 0
    assert office.one.refused(reference, Verb.HOLD, Hold(reason="Late"), DUE) == ["erased"]


class TestWhoApproves:
    def test_a_fault_with_one_keeps_no_other_and_is_tried_again(
        self, office: builders.Office, director: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, _ = closed(office), closed(office)
        approved(office, director)
        erase = erasing.erase

        def fails(row: Case, *rest: Any) -> None:
            if row.reference == first:
                raise OSError("no room")
            erase(row, *rest)

        monkeypatch.setattr(erasing, "erase", fails)
        with pytest.raises(ExceptionGroup, match="line"):
            erase_cases.run(builders.at(DUE))
        left = Case.objects.filter(erased_on=None)
        assert [row.reference for row in left] == [first]
        monkeypatch.undo()
        assert erase_cases.run(builders.at(DUE)) == 1

    def test_nobody_approves_their_own(self, office: builders.Office) -> None:
        closed(office)
        made = store.propose(
            office.landlord, due(office), office.one.actor, builders.at(DUE), "form"
        )
        with pytest.raises(NotKept, match="own_proposal"):
            store.approve(made, office.one.actor, builders.at(DUE))
        with pytest.raises(DatabaseError), transaction.atomic():
            Proposal.objects.update(approved_by=office.one.actor.id, approved_at=builders.at(DUE))
        assert erase_cases.run(builders.at(DUE)) == 0

    def test_what_is_dropped_is_not_erased_and_can_be_proposed_again(
        self, office: builders.Office, director: Any
    ) -> None:
        closed(office)
        numbers, at = due(office), builders.at(DUE)
        made = store.propose(office.landlord, numbers, office.one.actor, at, "form")
        assert due(office) == []
        store.drop(made, director, at)
        with pytest.raises(NotKept, match="settled_already"):
            store.approve(made, director, at)
        assert (erase_cases.run(at), due(office)) == (0, numbers)

    def test_the_same_form_proposes_once(self, office: builders.Office) -> None:
        closed(office)
        numbers, at = due(office), builders.at(DUE)
        made = [
            store.propose(office.landlord, numbers, office.one.actor, at, "form") for _ in range(2)
        ]
        assert made[0] == made[1] and Proposal.objects.count() == 1

    def test_another_landlords_cases_cannot_be_proposed(self, office: builders.Office) -> None:
        closed(office)
        other = builders.office("harrow", "HAR")
        with pytest.raises(NotKept, match="nothing_due"):
            store.propose(other.landlord, due(office), other.one.actor, builders.at(DUE), "form")


class TestWhatIsDue:
    def test_a_hold_placed_after_the_approval_keeps_it(
        self, office: builders.Office, director: Any
    ) -> None:
        reference = closed(office)
        approved(office, director)
        office.one.does(reference, Verb.HOLD, Hold(reason="A claim"), DUE)
        assert erase_cases.run(builders.at(DUE)) == 0
        assert ProposedCase.objects.get().kept == "held"
        assert Case.objects.get().erased_on is None

    def test_what_the_ombudsman_still_looks_at_is_kept(self, office: builders.Office) -> None:
        row = Case.objects.get(reference=closed(office))
        OmbudsmanCase.objects.create(
            landlord=office.landlord, case=row, body="housing", received_on=CLOSED, status="open"
        )
        rows, more = listed(office.one.actor, office.landlord, DUE)
        assert [each.verdict.kept for each in rows] == [(Kept.OMBUDSMAN,)] and not more

    def test_a_message_that_nobody_answered_keeps_it(self, office: builders.Office) -> None:
        reference = closed(office)
        office.one.does(reference, Verb.RECEIVE_MESSAGE, inputs.message(CLOSED), CLOSED)
        rows, _ = listed(office.one.actor, office.landlord, DUE)
        assert [each.verdict.kept for each in rows] == [(Kept.MESSAGES,)]

    def test_what_the_resident_asked_to_see_is_kept_until_it_is_sent(
        self, office: builders.Office
    ) -> None:
        resident = builders.resident(office.landlord)
        closed(office, resident=resident.pk)
        asked = requests.note(resident, DUE, office.one.actor, builders.at(DUE), DUE)
        rows, _ = listed(office.one.actor, office.landlord, DUE)
        assert [each.verdict.kept for each in rows] == [(Kept.REQUESTED,)]
        requests.sent(resident, asked.pk, DUE)
        assert len(due(office)) == 1

    def test_it_is_never_due_too_early_nor_while_it_is_open(self, office: builders.Office) -> None:
        closed(office)
        office.reach(State.STAGE_1_OPEN)
        assert due(office, date(2032, 5, 20)) == []
        assert len(due(office, date(2032, 5, 21))) == 1

    def test_closing_again_counts_anew(self, office: builders.Office) -> None:
        reference = closed(office)
        office.goes_on(reference, [(Verb.REOPEN, "Mon 1 Jun", builders.story.AMINA)])
        assert Case.objects.get().closed_on is None
        office.goes_on(reference, [(Verb.CLOSE, "Mon 8 Jun", builders.story.AMINA)])
        assert Case.objects.get().closed_on == date(2026, 6, 8)

    def test_a_restricted_case_has_no_reference_here(self, office: builders.Office) -> None:
        closed(office)
        Case.objects.update(guarded=True, restricted=True)
        rows, _ = listed(office.two.actor, office.landlord, DUE)
        assert [each.reference for each in rows] == [""]

    def test_the_list_asks_as_often_for_many_as_for_one(self, office: builders.Office) -> None:
        closed(office)
        asked = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as queries:
                rows, _more = listed(office.one.actor, office.landlord, DUE)
            asked.append((len(rows), len(queries)))
            closed(office)
            closed(office)
        assert asked == [(1, 1), (3, 1)]


class TestLetters:
    def test_a_letter_loses_all_its_words_at_once_and_nothing_else(
        self, office: builders.Office
    ) -> None:
        closed(office)
        rows = Letter.objects.all()
        words: dict[str, Any] = {"subject": "", "text": "", "blocks": []}
        for name in words:
            part = {key: value for key, value in words.items() if key != name}
            self.refused(lambda part=part: rows.update(**part))  # type: ignore[misc]
        self.refused(lambda: rows.update(**words, kind="closing"))
        self.refused(lambda: rows.update(**words, digest="0" * 64))
        self.refused(lambda: rows.delete())
        rows.update(**words)
        assert all("is not as it was issued" in fault for fault in verify().faults)
        assert verify().faults

    @staticmethod
    def refused(does: Any) -> None:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            does()


def test_verify_finds_words_that_are_still_there(office: builders.Office, director: Any) -> None:
    reference = closed(office)
    assert erased(office, director) == 1
    Case.objects.update(description="It leaks")
    assert f"{reference}: description is not what its events say" in verify().faults


# Every table that is tied to a case, and what erasing does to it: a new one must be decided on.
TIED = {
    "parts": {
        *("stage", "issue", "deadline", "action", "document", "handover", "comment"),
        *("submission", "offer", "incoming", "representative", "signatory"),
    },
    "emptied": {"event", "letter", "ombudsmancase", "panelcase", "qualitycheck", "unhappy"},
    "deleted": {
        *("caseperson", "draft", "followcode", "look", "message", "presence", "replyaddress"),
        *("sentform", "storedfile", "mailitem", "searchword"),
    },
    "no words": {"asked", "improvementsource", "proposedcase", "viewed"},
}


def test_every_table_that_is_tied_to_a_case_is_decided_on() -> None:
    tied = {
        model._meta.model_name
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model is Case
    }
    assert tied == set().union(*TIED.values())
