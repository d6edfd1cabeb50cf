"""Asking for comments at the desk: three colleagues with three ticks, or somebody typed by hand."""

from datetime import date

from django.test import Client

from redress.cases.models import Message
from redress.people import address_book
from redress.people.models import Contributor, Landlord
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, names_in, send, sent_by, words_of

QUESTION = "When did you come, and what did you find?"


def book(landlord: Landlord) -> list[Contributor]:
    people = [
        ("Sam Roy", "Axis Roofing", "sam@axis.example", "boss@axis.example"),
        ("Uma Patel", "Surveyors", "uma@council.example", ""),
        ("Lee Wong", "Lifts", "lee@lifts.example", "head@lifts.example"),
    ]
    return [
        address_book.keep(
            landlord, name=name, organisation=firm, email=email, manager_email=manager
        )
        for name, firm, email, manager in people
    ]


def test_three_are_asked_with_three_ticks_and_a_question(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    people = book(landlord)
    ref = opened(desk)
    at = address(f"case/{ref}/ask-comments")
    first = sent_by(page.get(at).content.decode())
    # the response is due on Wed 20 May: 6 working days, of which people get half
    assert [first[f"due_on_{part}"] for part in ("day", "month", "year")] == [
        ["15"],
        ["5"],
        ["2026"],
    ]
    assert first["issues"] == ["1"] and "address" not in first
    ticked = [str(person.pk) for person in people]
    answer = send(page, at, people=ticked, question=QUESTION)
    assert answer["Location"] == address(f"case/{ref}")
    asked = case_of(desk, ref).comments
    assert {each.email for each in asked} == {person.email for person in people}
    assert {each.due_on for each in asked} == {date(2026, 5, 15)}
    assert all(each.question == QUESTION and each.issues == (1,) for each in asked)
    assert Message.objects.filter(kind="comments_asked").count() == 3
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "They are asked, each by an email with a link." in said
    assert "Sam Roy , Axis Roofing By Fri 15 May 2026" in said


def test_somebody_else_is_typed_by_hand(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    answer = send(
        page,
        address(f"case/{ref}/ask-comments"),
        other_name="Ida Fox",
        other_organisation="Fox Drains",
        other_email="ida@fox.example",
        other_manager_email="boss@fox.example",
        question=QUESTION,
        address=["yes"],
        issues=[],
        **parts("due_on", date(2026, 5, 19)),
    )
    assert answer.status_code == 302
    (asked,) = case_of(desk, ref).comments
    assert (asked.name, asked.organisation) == ("Ida Fox", "Fox Drains")
    assert (asked.email, asked.manager_email) == ("ida@fox.example", "boss@fox.example")
    assert asked.address and asked.issues == ()


def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    book(landlord)
    ref = opened(desk)
    answer = send(
        page,
        address(f"case/{ref}/ask-comments"),
        question="",
        other_name="Ida Fox",
        **parts("due_on", date(2026, 5, 11)),
    )
    assert errors_of(answer.content.decode()) == [
        "Somebody who is to be asked has no name or no email address, or a very long name. "
        "Give both, the name in 100 characters or fewer.",
        "There is no question. Write what you need to know.",
        "The date has passed. Choose today or a later day.",
    ]
    assert sent_by(answer.content.decode())["other_name"] == ["Ida Fox"]
    assert case_of(desk, ref).comments == ()


def test_pressed_twice_they_are_asked_once(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    sam = book(landlord)[0]
    ref = opened(desk)
    at = address(f"case/{ref}/ask-comments")
    sent = sent_by(page.get(at).content.decode())
    sent |= {"people": [str(sam.pk)], "question": [QUESTION]}
    assert page.post(at, sent).status_code == 302
    assert page.post(at, sent).status_code == 200
    assert len(case_of(desk, ref).comments) == 1


def test_another_landlords_people_cannot_be_ticked(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    mine = book(landlord)[0]
    theirs = book(builders.landlord("harrow", "HAR"))[1]
    address_book.retire(mine)
    ref = opened(desk)
    at = address(f"case/{ref}/ask-comments")
    assert "Sam Roy" not in words_of(page.get(at).content.decode())
    for number in (theirs.pk, mine.pk, "x", "9" * 30):
        answer = send(page, at, people=[str(number)], question=QUESTION)
        assert answer.status_code == 200
    assert case_of(desk, ref).comments == ()


def test_an_empty_address_book_asks_for_a_name_at_once(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    page_ = page.get(address(f"case/{ref}/ask-comments")).content.decode()
    assert "people" not in names_in(page_) and "other_name" in names_in(page_)
    assert "Nobody is in the address book yet." in words_of(page_)


def test_a_date_after_the_response_is_said_on_the_case(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    sam = book(landlord)[0]
    ref = opened(desk)
    send(
        page,
        address(f"case/{ref}/ask-comments"),
        people=[str(sam.pk)],
        question=QUESTION,
        **parts("due_on", date(2026, 5, 21)),
    )
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "The comments are due after the response is." in said


def test_reminding_withdrawing_and_answering_for_somebody(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    people = book(landlord)
    ref = opened(desk)
    ticked = [str(person.pk) for person in people]
    send(page, address(f"case/{ref}/ask-comments"), people=ticked, question=QUESTION)
    numbers = {asked.name: asked.number for asked in case_of(desk, ref).comments}
    sam, uma, lee = (str(numbers[name]) for name in ("Sam Roy", "Uma Patel", "Lee Wong"))
    case = page.get(address(f"case/{ref}")).content.decode()
    assert f'/chase-comments?number={sam}"' in case and "Remind" in case

    at = address(f"case/{ref}/comment?number={uma}")
    first = sent_by(page.get(at).content.decode())
    assert first["number"] == [uma] and first["answered_by"] == ["Uma Patel"]
    send(page, at, answer="She rang: it was <b>dry</b>.")
    send(page, address(f"case/{ref}/chase-comments?number={sam}"), manager="manager")
    send(page, address(f"case/{ref}/withdraw-comments?number={lee}"), why="Not a lift.")

    told = {asked.name: asked for asked in case_of(desk, ref).comments}
    assert told["Uma Patel"].answered_on == told["Sam Roy"].escalated_on == TODAY
    assert told["Lee Wong"].withdrawn_on == TODAY
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "She rang: it was <b>dry</b>." in said
    assert "Their manager was told Tue 12 May 2026" in said
    assert "Withdrawn Tue 12 May 2026" in said
    assert "To their manager: it is late" in said and "Not a lift." in said


def test_an_auditor_reads_the_answers_and_asks_nobody(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    sam = book(landlord)[0]
    ref = opened(desk)
    send(page, address(f"case/{ref}/ask-comments"), people=[str(sam.pk)], question=QUESTION)
    auditor = browser_of(builders.user(landlord, Role.AUDITOR, name="An Auditor"))
    said = auditor.get(address(f"case/{ref}")).content.decode()
    assert "Sam Roy" in said and "/chase-comments" not in said
