"""Who speaks for the resident: consent with its dates, and what it lets them be told."""

from dataclasses import replace
from datetime import date

import pytest

from redress.rules.access import Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.actions.end_representative import EndRepresentative
from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.facts import Clock, Consent, IntakeFacts, Kind, SpeakerFacts, State
from redress.rules.facts_people import (
    ConsentBy,
    LettersTo,
    RepresentativeFacts,
    Scope,
    SignatoryFacts,
    SpeaksAs,
    Standing,
)
from redress.rules.policy import Promise
from redress.rules.policy_files import policies_of
from redress.rules.recipients import RESTRICTION, Recipients, in_words, recipients
from redress.rules.span_words import read_span
from tests.rules.inputs import agreed, daughter, on, plausible
from tests.rules.story import Story, begun, book_of, reach

HER = 1


def standing(story: Story, day: str) -> Standing:
    return story.facts.representatives[0].standing(on(day))


def kinds(story: Story) -> list[tuple[str, int | None]]:
    """The letters of the last decision, and to which representative."""
    assert story.last
    return [(letter.kind, letter.to) for letter in story.last.letters]


def gets(story: Story, day: str, kind: str = "extension") -> tuple[bool, list[str]]:
    """Whether the resident gets a letter of that day, and which representatives do."""
    to = recipients(story.facts, kind, None, on(day))
    return to.resident, [each.name for each in to.representatives]


def test_the_resident_is_asked_in_parallel_and_no_clock_moves() -> None:
    """Code 1.3, 3.6: consent is never a condition for taking or answering a complaint."""
    story = begun(resident=7)
    before = story.facts.deadlines
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    assert kinds(story) == [("consent_request", None), ("representative_acknowledgement", HER)]
    assert story.facts.deadlines == before
    her = story.facts.representatives[0]
    # Ten working days after Tuesday 5 May; Monday 4 May was a bank holiday, 25 May is not reached.
    assert (her.asked_on, her.answer_by) == (on("Tue 5 May"), on("Tue 19 May"))
    assert standing(story, "Tue 5 May") is Standing.ASKED
    for verb, day in ((Verb.LOG, "Tue 5 May"), (Verb.ACKNOWLEDGE, "Wed 6 May")):
        story.does(verb, plausible(verb, story.case, on(day)), day)
    assert story.facts.state is State.STAGE_1_OPEN


def test_named_with_the_first_contact_they_are_asked_at_once() -> None:
    speaker = SpeakerFacts("Joy Osei", kind=SpeaksAs.RELATIVE, email="joy@example.org")
    story = begun(resident=7, intake=IntakeFacts(representative=speaker))
    assert kinds(story) == [
        ("receipt", None), ("consent_request", None), ("representative_acknowledgement", HER),
    ]  # fmt: skip
    assert story.facts.representatives[0].asked_on == on("Fri 1 May")


@pytest.mark.parametrize(
    ("consent", "expected"),
    [(Consent.GIVEN, Standing.GIVEN), (Consent.ASKED, Standing.ASKED)],
)
def test_what_was_said_of_consent_at_first_stands(consent: Consent, expected: Standing) -> None:
    speaker = SpeakerFacts("Joy Osei", consent=consent)
    story = begun(resident=7, intake=IntakeFacts(representative=speaker))
    assert standing(story, "Fri 1 May") is expected
    assert kinds(story) == [("receipt", None)]  # nobody is asked twice


def test_a_case_without_a_resident_asks_nobody() -> None:
    speaker = SpeakerFacts("Joy Osei")
    story = begun(intake=IntakeFacts(representative=speaker))
    assert standing(story, "Fri 1 May") is Standing.NOT_ASKED
    assert story.refuses(Verb.NAME_REPRESENTATIVE, daughter(name="Ann"), "Tue 5 May") == [
        ("nobody_to_ask", "Code 3.6")
    ]


def test_until_it_is_given_every_letter_goes_to_the_resident_alone() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    assert gets(story, "Wed 6 May") == (True, [])
    story.does(Verb.RECORD_CONSENT, agreed("Thu 7 May"), "Thu 7 May")
    assert gets(story, "Thu 7 May") == (True, ["Joy Osei"])
    assert gets(story, "Thu 7 May", "consent_request") == (True, [])


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (LettersTo.BOTH, (True, ["Joy Osei"])),
        (LettersTo.RESIDENT, (True, [])),
        (LettersTo.REPRESENTATIVE, (False, ["Joy Osei"])),
    ],
)
def test_letters_go_where_the_resident_chose(
    letters: LettersTo, expected: tuple[bool, list[str]]
) -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(ask=False), "Tue 5 May")
    story.does(Verb.RECORD_CONSENT, agreed("Tue 5 May", letters=letters), "Tue 5 May")
    assert gets(story, "Tue 5 May") == expected


def test_consent_holds_on_its_first_and_last_day_and_on_no_other() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(ask=False), "Tue 5 May")
    given = agreed("Tue 5 May", starts_on=on("Fri 8 May"), until=on("Fri 15 May"))
    story.does(Verb.RECORD_CONSENT, given, "Tue 5 May")
    assert [standing(story, day) for day in ("Thu 7 May", "Fri 8 May", "Fri 15 May")] == [
        Standing.NOT_YET, Standing.GIVEN, Standing.GIVEN,
    ]  # fmt: skip
    assert standing(story, "Sat 16 May") is Standing.EXPIRED
    assert gets(story, "Sat 16 May") == (True, [])


def test_instead_ends_with_the_consent_and_the_resident_is_never_left_out() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(ask=False), "Tue 5 May")
    given = agreed("Tue 5 May", letters=LettersTo.REPRESENTATIVE)
    story.does(Verb.RECORD_CONSENT, given, "Tue 5 May")
    taken_back = RecordConsent(number=HER, said=Said.WITHDRAWN, on=on("Wed 6 May"))
    story.does(Verb.RECORD_CONSENT, taken_back, "Wed 6 May")
    assert standing(story, "Wed 6 May") is Standing.WITHDRAWN
    assert gets(story, "Wed 6 May") == (True, [])
    story.does(Verb.RECORD_CONSENT, given, "Thu 7 May")  # and may be given again
    assert standing(story, "Thu 7 May") is Standing.GIVEN


@pytest.mark.parametrize("scope", [Scope.OUTCOME])
def test_who_may_only_hear_the_outcome_gets_no_copy(scope: Scope) -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(ask=False), "Tue 5 May")
    story.does(Verb.RECORD_CONSENT, agreed("Tue 5 May", scope=scope), "Tue 5 May")
    for kind in ("stage_1_response", "holding_update", "offer", "acknowledgement"):
        assert gets(story, "Tue 5 May", kind) == (True, [])


def test_a_member_gets_no_copy_even_where_the_resident_agrees() -> None:
    """T5: theirs is a redacted version, or a letter of its own."""
    story = begun(resident=7)
    named = daughter(kind=SpeaksAs.MEMBER, name="Cllr Ali", ask=False)
    story.does(Verb.NAME_REPRESENTATIVE, named, "Tue 5 May")
    story.does(Verb.RECORD_CONSENT, agreed("Tue 5 May", scope=Scope.EVERYTHING), "Tue 5 May")
    assert gets(story, "Tue 5 May", "stage_1_response") == (True, [])


def test_a_letter_to_a_representative_goes_to_nobody_else() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    to = recipients(story.facts, "representative_acknowledgement", HER, on("Tue 5 May"))
    assert (to.resident, len(to.representatives), to.signatories) == (False, 1, ())


@pytest.mark.parametrize("kind", sorted(RESTRICTION | {"behaviour_warning"}))
@pytest.mark.parametrize("letters", [LettersTo.BOTH, LettersTo.REPRESENTATIVE])
def test_a_letter_about_their_own_behaviour_goes_to_the_resident_alone(
    kind: str, letters: LettersTo
) -> None:
    """It says what of their health was thought about: special category data (UK GDPR Art 9)."""
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    consent = agreed("Tue 5 May", scope=Scope.EVERYTHING, letters=letters)
    story.does(Verb.RECORD_CONSENT, consent, "Tue 5 May")
    assert gets(story, "Tue 5 May", "holding_update")[1] == ["Joy Osei"]
    assert recipients(story.facts, kind, None, on("Tue 5 May")) == Recipients(True)


def test_who_gets_a_letter_is_said_in_words() -> None:
    joy, kaur = daughter_facts("Joy Osei"), daughter_facts("Kaur and Co")
    tom, ann = SignatoryFacts(1, "Tom Bradley"), SignatoryFacts(2, "Ann Lee")
    said = {
        "Mary Osei": Recipients(True),
        "Mary Osei, and a copy to Joy Osei, who speaks for them": Recipients(True, (joy,)),
        "Mary Osei, and a copy to Joy Osei and Kaur and Co, who speak for them": Recipients(
            True, (joy, kaur)
        ),
        "Joy Osei, who speaks for them. Mary Osei gets none": Recipients(False, (joy,)),
        "Mary Osei, and one to Tom Bradley, who signed": Recipients(True, (), (tom,)),
        "Mary Osei, and one each to Tom Bradley and Ann Lee, who signed": Recipients(
            True, (), (tom, ann)
        ),
        "Mary Osei, and one each to 4 people who signed": Recipients(True, (), (tom, ann) * 2),
    }
    for words, to in said.items():
        assert in_words(to, "Mary Osei") == words
    assert in_words(Recipients(True), "").startswith("nobody, as the case has no resident")


def daughter_facts(name: str) -> RepresentativeFacts:
    return RepresentativeFacts(1, SpeaksAs.RELATIVE, name, on("Tue 5 May"))


def test_a_solicitor_is_asked_about_a_claim_and_the_clock_runs() -> None:
    """T6, Code 2.2: a warning, and every date stays."""
    story = begun(resident=7)
    before = story.clock(1, Clock.RESPOND)
    solicitor = daughter(kind=SpeaksAs.SOLICITOR, name="Kaur and Co")
    assert story.warns(Verb.NAME_REPRESENTATIVE, solicitor, "Tue 5 May") == [
        ("claim_not_asked", "Code 2.2")
    ]
    asked = replace(solicitor, name="Bell LLP", claim_filed=False)
    assert story.warns(Verb.NAME_REPRESENTATIVE, asked, "Tue 5 May") == []
    assert story.facts.representatives[1].claim_filed is False
    assert story.clock(1, Clock.RESPOND) == before


def test_a_landlord_that_wants_it_signed_is_told_when_it_is_not() -> None:
    """T4: signed consent on file. It is a warning: the Code makes it no condition."""
    story = begun("tower-hamlets-homes", resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    spoken = agreed("Tue 5 May", by=ConsentBy.SPOKEN)
    clause = "Complaints through an advocate"
    assert story.warns(Verb.RECORD_CONSENT, spoken, "Tue 5 May") == [
        ("consent_not_on_file", clause)
    ]
    assert story.warns(Verb.RECORD_CONSENT, agreed("Tue 5 May"), "Tue 5 May") == []


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (agreed("Tue 5 May", by=None), ("consent_how_missing", "Code 3.6")),
        (agreed("Thu 30 Apr"), ("date_out_of_range", "Code 5.12")),
        (agreed("Thu 7 May"), ("date_out_of_range", "Code 5.12")),
        (agreed("Wed 6 May", until=on("Tue 5 May")), ("ends_before_it_begins", "Code 3.6")),
        (agreed("Tue 5 May", until=date(2999, 1, 1)), ("date_not_known", "Code 3.6")),
        (agreed("Tue 5 May", number=2), ("no_such_representative", "")),
        (
            RecordConsent(number=1, said=Said.WITHDRAWN, on=on("Wed 6 May")),
            ("consent_not_given", "Code 3.6"),
        ),
    ],
)
def test_what_consent_may_not_lack(given: RecordConsent, reason: tuple[str, str]) -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    assert story.refuses(Verb.RECORD_CONSENT, given, "Wed 6 May") == [reason]


def test_a_refusal_stands_until_something_else_is_said_and_asking_again_writes_again() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    no = RecordConsent(number=HER, said=Said.REFUSED, on=on("Wed 6 May"))
    story.does(Verb.RECORD_CONSENT, no, "Wed 6 May")
    assert standing(story, "Wed 6 May") is Standing.REFUSED
    again = RecordConsent(number=HER, said=Said.ASKED, on=on("Thu 7 May"))
    story.does(Verb.RECORD_CONSENT, again, "Thu 7 May")
    assert kinds(story) == [("consent_request", None)]
    assert standing(story, "Thu 7 May") is Standing.ASKED


def test_one_who_ended_is_kept_and_told_nothing() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    story.does(Verb.RECORD_CONSENT, agreed("Tue 5 May"), "Tue 5 May")
    end = EndRepresentative(number=HER, on=on("Wed 6 May"), why="She has moved.")
    assert story.refuses(Verb.END_REPRESENTATIVE, replace(end, why=" "), "Wed 6 May") == [
        ("why_ended_missing", "Code 5.12")
    ]
    story.does(Verb.END_REPRESENTATIVE, end, "Wed 6 May")
    assert standing(story, "Wed 6 May") is Standing.ENDED
    assert gets(story, "Wed 6 May") == (True, [])
    assert story.refuses(Verb.RECORD_CONSENT, agreed("Wed 6 May"), "Wed 6 May") == [
        ("no_such_representative", "")
    ]
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Wed 6 May")  # the same one may come back
    assert len(story.facts.representatives) == 2


def test_consent_can_be_taken_back_on_a_closed_case() -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    story.does(Verb.RECORD_CONSENT, agreed("Tue 5 May"), "Tue 5 May")
    told = reach(State.CLOSED).facts
    story.case = replace(told, representatives=story.facts.representatives)
    back = RecordConsent(number=HER, said=Said.WITHDRAWN, on=on("Thu 21 May"))
    story.does(Verb.RECORD_CONSENT, back, "Thu 21 May")
    assert standing(story, "Thu 21 May") is Standing.WITHDRAWN


@pytest.mark.parametrize(
    ("others", "reason"),
    [({"name": " "}, ("representative_missing", "Code 3.6")), ({}, ("named_already", ""))],
)
def test_who_cannot_be_named(others: dict[str, str], reason: tuple[str, str]) -> None:
    story = begun(resident=7)
    story.does(Verb.NAME_REPRESENTATIVE, daughter(), "Tue 5 May")
    assert story.refuses(Verb.NAME_REPRESENTATIVE, daughter(**others), "Tue 5 May") == [reason]


def test_a_designated_person_is_a_helper_and_nothing_waits_for_one() -> None:
    """Section 1.4: gone since 1 October 2022."""
    story = reach(State.STAGE_1_OPEN, resident=7)
    before = story.facts.deadlines
    helper = daughter(kind=SpeaksAs.DESIGNATED_PERSON, name="Tenants’ panel")
    story.does(Verb.NAME_REPRESENTATIVE, helper, "Tue 5 May")
    assert story.facts.deadlines == before and story.facts.kind is Kind.COMPLAINT


def test_a_members_enquiry_has_the_target_its_policy_gives_and_none_otherwise() -> None:
    """Row 107: no landlord here states one yet; nothing is made up."""
    assert begun(kind=Kind.MP_ENQUIRY, issues=()).facts.deadlines == ()
    promise = Promise(span=read_span("10 working days"), clause="Members")
    policy = policies_of("code-model")[-1].model_copy(update={"enquiries": promise})
    for kind in (Kind.MP_ENQUIRY, Kind.COUNCILLOR_ENQUIRY):
        story = begun(book=book_of(policy), kind=kind, issues=())
        due = story.clock(0, Clock.REQUEST)
        # Ten working days after Friday 1 May, Monday 4 May being a bank holiday.
        assert due.due_on == on("Mon 18 May") and due.code is None
    request = begun(book=book_of(policy), kind=Kind.COMPLIMENT, issues=())
    assert request.facts.deadlines == ()


@pytest.mark.parametrize(("resident", "to"), [(7, None), (None, 1)])
def test_an_enquiry_is_answered_to_the_resident_and_to_the_member_only_where_there_is_none(
    resident: int | None, to: int | None
) -> None:
    """T5: deal with the resident, and include the member."""
    member = SpeakerFacts("Cllr Ali", kind=SpeaksAs.MEMBER, email="ali@example.org")
    asked = IntakeFacts(representative=member)
    story = begun(kind=Kind.COUNCILLOR_ENQUIRY, issues=(), resident=resident, intake=asked)
    story.does(Verb.ANSWER_REQUEST, AnswerRequest(answer="We come on Tuesday."), "Tue 5 May")
    assert kinds(story) == [("request_answer", to)]
