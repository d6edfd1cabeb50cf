"""Groups and petitions: one case, one contact, a letter to each who wants one, and no names."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.add_signatories import AddSignatories
from redress.rules.actions.change_signatory import ChangeSignatory
from redress.rules.actions.offer_meeting import OfferMeeting
from redress.rules.facts import State
from redress.rules.facts_people import Wish
from redress.rules.recipients import recipients
from redress.rules.signatories import NewSignatory, name_of, same_person, without_duplicates
from tests.rules.inputs import on, signed, update
from tests.rules.story import begun, reach


def line(name: str, address: str = "", email: str = "") -> NewSignatory:
    return NewSignatory(name=name, address=address, email=email)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (line("Mary Osei", "4 Elm Walk"), line("MRS MARY OSEI", "4, Elm Walk"), True),
        (line("Mary O’Neill", "4 Elm Road"), line("mary oneill", "Flat 4 Elm Rd"), True),
        (line("José Núñez", "4 Elm Walk"), line("Jose Nunez", "4 Elm Walk, ZZ1 4AA"), True),
        (line("Osei, Mary", "4 Elm Walk"), line("Mary Osei", "4 Elm Walk"), True),
        (line("Mary Osei", "4 Elm Walk"), line("Mary Osei"), True),
        (line("Mary Osei", "4 Elm", "m@a.example"), line("Mary Osei", "9", "M@A.example"), True),
        (line("Mary Osei", "4 Elm Walk"), line("Mary Osei", "8 Elm Walk"), False),
        (line("Mary Osei", "4 Elm Walk"), line("Mark Osei", "4 Elm Walk"), False),
        (line("M Osei", "4 Elm Walk"), line("Mary Osei", "4 Elm Walk"), False),
        (line("Mary Osei", "", "home@a.example"), line("Tom Osei", "", "home@a.example"), False),
    ],
)  # fmt: skip
def test_which_lines_are_one_person(one: NewSignatory, other: NewSignatory, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


def test_a_name_that_is_nothing_but_a_title_is_still_a_name() -> None:
    assert name_of("Sir") == ("sir",)


def test_of_two_lines_the_first_stays_with_what_the_second_knows_more() -> None:
    second = NewSignatory(
        name="mr tom bradley", address="8 Elm Walk", email="t@a.example", wish=Wish.OWN_LETTER
    )
    kept, left_out = without_duplicates([], [line("Tom Bradley"), second, line("Ann Lee")])
    assert [each.name for each in kept] == ["Tom Bradley", "Ann Lee"]
    assert (kept[0].address, kept[0].email, kept[0].wish) == (
        "8 Elm Walk", "t@a.example", Wish.OWN_LETTER,
    )  # fmt: skip
    assert left_out == ["mr tom bradley"]


def test_one_case_marked_as_a_petition_without_duplicates_and_without_the_contact() -> None:
    """T26: stage 1, marked; one contact."""
    story = begun("tower-hamlets-homes", resident=7)
    contact = line("Mary Osei", "4 Elm Walk")
    again = line("Ms Mary Osei", "4 Elm Walk")
    people = (line("Nasreen Begum", "6 Elm Walk"), line("NASREEN BEGUM", "6 Elm Walk"), again)
    story.does(Verb.ADD_SIGNATORIES, AddSignatories(people=people, contact=contact), "Tue 5 May")
    assert story.facts.petition and story.facts.stage.number == 1
    assert [each.name for each in story.facts.signatories] == ["Nasreen Begum"]
    assert story.events[-1].note == {"left_out": ["NASREEN BEGUM", "Ms Mary Osei"]}
    more = AddSignatories(people=(line("Nasreen Begum"), line("Tom Bradley", "8 Elm Walk")))
    story.does(Verb.ADD_SIGNATORIES, more, "Wed 6 May")
    assert [(each.number, each.name) for each in story.facts.signatories] == [
        (1, "Nasreen Begum"), (2, "Tom Bradley"),
    ]  # fmt: skip


def test_a_group_without_its_contact_is_warned_of() -> None:
    story = begun("tower-hamlets-homes")
    assert story.warns(Verb.ADD_SIGNATORIES, signed(petition=False), "Tue 5 May") == [
        ("no_single_contact", "Petitions")
    ]
    assert story.facts.group_complaint and not story.facts.petition


@pytest.mark.parametrize(
    ("people", "code"),
    [((), "nobody_signed"), ((line(" "),), "signatory_without_name"),
     (tuple(line(f"Neighbour {n}") for n in range(2_001)), "too_many_signatories")],
)  # fmt: skip
def test_what_a_list_may_not_be(people: tuple[NewSignatory, ...], code: str) -> None:
    story = begun(resident=7)
    reasons = story.refuses(Verb.ADD_SIGNATORIES, AddSignatories(people=people), "Tue 5 May")
    assert [reason for reason, _ in reasons] == [code]


def test_each_who_wants_one_gets_the_same_letter_and_the_contact_too() -> None:
    """Row 86."""
    story = reach(State.STAGE_1_OPEN, resident=7)
    story.does(Verb.ADD_SIGNATORIES, signed(), "Wed 6 May")
    to = recipients(story.facts, "holding_update", None, on("Wed 6 May"))
    assert (to.resident, [each.name for each in to.signatories]) == (True, ["Tom Bradley"])
    story.does(Verb.CHANGE_SIGNATORY, ChangeSignatory(number=1, wish=Wish.OWN_LETTER), "Wed 6 May")
    gone = ChangeSignatory(number=2, wish=Wish.OWN_LETTER, leaves=True)
    story.does(Verb.CHANGE_SIGNATORY, gone, "Wed 6 May")
    to = recipients(story.facts, "holding_update", None, on("Wed 6 May"))
    assert [each.name for each in to.signatories] == ["Nasreen Begum"]
    assert story.refuses(Verb.CHANGE_SIGNATORY, gone, "Wed 6 May") == [("no_such_signatory", "")]


@pytest.mark.parametrize(
    "words",
    ["We saw Mrs Nasreen Begum on 3 May.", "The leak is at 6 ELM WALK.", "nasreen  begum told us."],
)
def test_a_letter_to_all_names_nobody_of_them(words: str) -> None:
    story = reach(State.STAGE_1_OPEN, resident=7)
    story.does(Verb.ADD_SIGNATORIES, signed(), "Wed 6 May")
    given = update(on("Wed 6 May"), what_happened=words)
    assert story.refuses(Verb.SEND_UPDATE, given, "Wed 6 May") == [
        ("names_a_signatory", "UK GDPR Art 5(1)(f)")
    ]
    told = update(on("Wed 6 May"), what_happened="We saw one of you on 3 May at number 16.")
    story.does(Verb.SEND_UPDATE, told, "Wed 6 May")


def test_where_only_the_contact_gets_letters_a_name_may_stand_in_them() -> None:
    story = reach(State.STAGE_1_OPEN, resident=7)
    alone = signed(line("Nasreen Begum", "6 Elm Walk"))
    story.does(Verb.ADD_SIGNATORIES, alone, "Wed 6 May")
    given = update(on("Wed 6 May"), what_happened="We saw Nasreen Begum.")
    story.does(Verb.SEND_UPDATE, given, "Wed 6 May")


def test_the_offer_to_meet_the_group_is_kept() -> None:
    story = begun(resident=7)
    offer = OfferMeeting(on=on("Tue 5 May"), how="By phone.", answer="Next Tuesday.")
    assert story.refuses(Verb.OFFER_MEETING, offer, "Tue 5 May") == [("not_a_group", "Code 1.2")]
    story.does(Verb.ADD_SIGNATORIES, signed(), "Tue 5 May")
    silent = OfferMeeting(on=on("Wed 6 May"), how=" ")
    assert story.refuses(Verb.OFFER_MEETING, silent, "Tue 5 May") == [
        ("date_out_of_range", "Code 5.12"), ("offered_how_missing", "Code 5.12"),
    ]  # fmt: skip
    story.does(Verb.OFFER_MEETING, offer, "Tue 5 May")
    assert story.facts.meeting_offered_on == on("Tue 5 May")
