"""To whom letters really go: one message each, their own address, and nobody else's on it."""

from datetime import date
from typing import Any

import pytest

from redress.cases import sending, verify
from redress.cases.models import Case, Letter, Message
from redress.papers.letters import issued
from redress.rules.access import Verb
from redress.rules.actions.record_consent import RecordConsent
from redress.rules.actions.tell_outcome import TellOutcome
from redress.rules.actions.undo import Undo
from redress.rules.facts import State
from redress.rules.facts_people import LettersTo, SpeaksAs, Wish
from redress.rules.sending import Way
from redress.rules.signatories import NewSignatory
from redress.work.mail import envelope, pdf_of
from tests import builders
from tests.rules.inputs import agreed, daughter, signed, update
from tests.rules.story import AMINA

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 7)


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def reference(office: builders.Office) -> str:
    """Mary Osei's complaint, acknowledged."""
    mary = builders.resident(office.landlord)
    return office.reach(State.STAGE_1_OPEN, resident=mary.pk)


def of(reference: str, kind: str) -> list[tuple[str, str, str]]:
    """Name, way and address of each message with a letter of this kind."""
    rows = Message.objects.filter(case__reference=reference, kind=kind).order_by("pk")
    return [(row.to_name, row.way, row.to_address) for row in rows]


def speaks(office: builders.Office, reference: str, letters: LettersTo, **who: Any) -> None:
    """Her daughter speaks for her, as she agreed."""
    office.one.does(reference, Verb.NAME_REPRESENTATIVE, daughter(**who), DAY)
    given: RecordConsent = agreed(DAY, letters=letters)
    office.one.does(reference, Verb.RECORD_CONSENT, given, DAY)


def test_the_resident_is_asked_and_the_representative_hears_nothing_personal(
    office: builders.Office, reference: str
) -> None:
    office.one.does(reference, Verb.NAME_REPRESENTATIVE, daughter(), DAY)
    assert of(reference, "consent_request") == [("Mary Osei", "email", "mary@example.org")]
    assert of(reference, "representative_acknowledgement") == [
        ("Joy Osei", "email", "joy@example.org")
    ]
    said = Letter.objects.get(kind="representative_acknowledgement").text
    assert "Dear Joy Osei" in said
    for private in ("Mary", "Elm Walk", "ceiling", "leak"):
        assert private not in said
    office.one.does(reference, Verb.SEND_UPDATE, update(DAY), DAY)
    assert of(reference, "holding_update") == [("Mary Osei", "email", "mary@example.org")]


def test_a_copy_says_why_they_get_it(office: builders.Office, reference: str) -> None:
    speaks(office, reference, LettersTo.BOTH)
    office.one.does(reference, Verb.SEND_UPDATE, update(DAY), DAY)
    assert of(reference, "holding_update") == [
        ("Mary Osei", "email", "mary@example.org"), ("Joy Osei", "email", "joy@example.org"),
    ]  # fmt: skip
    hers, copy = Message.objects.filter(kind="holding_update").order_by("pk")
    assert hers.letter_id == copy.letter_id and hers.text == ""
    assert copy.text.startswith("You speak for Mary Osei")
    assert verify.verify().faults == []


def test_instead_of_the_resident(office: builders.Office, reference: str) -> None:
    speaks(office, reference, LettersTo.REPRESENTATIVE, email="", address="9 Oak Road, E2 1AB")
    office.one.does(reference, Verb.SEND_UPDATE, update(DAY), DAY)
    assert of(reference, "holding_update") == [("Joy Osei", "post", "9 Oak Road, E2 1AB")]
    row = Case.objects.get(reference=reference)
    paper = issued(row, Letter.objects.get(kind="holding_update"), large_print=False)
    assert paper.address == ("Joy Osei", "9 Oak Road", "E2 1AB")
    message = Message.objects.get(kind="holding_update")
    assert sending.other_ways(message) == (Way.POST, Way.HAND)


def test_a_letter_to_a_representative_never_shows_where_the_resident_lives(
    office: builders.Office, reference: str
) -> None:
    office.one.does(reference, Verb.NAME_REPRESENTATIVE, daughter(), DAY)
    row = Case.objects.get(reference=reference)
    letter = Letter.objects.get(kind="representative_acknowledgement")
    assert issued(row, letter, large_print=False).address == ("Joy Osei",)


def test_one_letter_to_a_group_one_message_a_person_each_by_their_own_way(
    office: builders.Office, reference: str, settings: Any
) -> None:
    """Row 86: the same letter, and nobody's details on another's."""
    settings.MAIL_FROM = {"": "letters@landlord.example"}
    people = signed(
        NewSignatory(name="Tom Bradley", address="8 Elm Walk, E1 4AA", wish=Wish.OWN_LETTER),
        NewSignatory(name="Ann Lee", email="ann@example.org", wish=Wish.OWN_LETTER),
        NewSignatory(name="Joan Pritchard", address="10 Elm Walk"),
        NewSignatory(name="mary osei", address="4 Elm Walk", wish=Wish.OWN_LETTER),
    )
    office.one.does(reference, Verb.ADD_SIGNATORIES, people, DAY)
    office.one.does(reference, Verb.SEND_UPDATE, update(DAY), DAY)
    assert of(reference, "holding_update") == [
        ("Mary Osei", "email", "mary@example.org"),
        ("Tom Bradley", "post", "8 Elm Walk, E1 4AA"),
        ("Ann Lee", "email", "ann@example.org"),
    ]
    letter = Letter.objects.get(kind="holding_update")
    assert "Dear all of you" in letter.text
    ann = Message.objects.get(to_name="Ann Lee")
    content = envelope(ann).content.decode()
    for other in ("Mary", "Tom", "Bradley", "Pritchard", "mary@example.org"):
        assert other not in content
    assert pdf_of(ann)
    row = Case.objects.get(reference=reference)
    assert issued(row, letter, large_print=False, to=ann).address == ("Ann Lee",)
    assert verify.verify().faults == []


def test_the_record_fills_in_what_the_rule_must_look_for(
    office: builders.Office, reference: str
) -> None:
    """The rule does not know the resident's name; the record does, in the preview as well."""
    speaks(office, reference, LettersTo.BOTH, kind=SpeaksAs.MEMBER, name="Cllr Ali")
    office.goes_on(reference, [(Verb.RESPOND, "Mon 18 May", AMINA)])
    given = TellOutcome(number=1, words="Mrs Osei was not at home.")
    day = date(2026, 5, 19)
    assert office.one.refused(reference, Verb.TELL_OUTCOME, given, day) == ["names_the_resident"]
    office.one.does(reference, Verb.TELL_OUTCOME, TellOutcome(number=1), day)
    assert of(reference, "outcome_for_others") == [("Cllr Ali", "email", "joy@example.org")]
    assert "Osei" not in Letter.objects.get(kind="outcome_for_others").text


def test_undone_before_it_leaves_nobody_gets_it(office: builders.Office, reference: str) -> None:
    speaks(office, reference, LettersTo.BOTH)
    office.one.does(reference, Verb.SEND_UPDATE, update(DAY), DAY)
    office.one.does(reference, Verb.UNDO, Undo(), DAY)
    states = Message.objects.filter(kind="holding_update").values_list("state", flat=True)
    assert set(states) == {"cancelled"}
