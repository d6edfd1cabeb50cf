"""Offers at the desk: making one, what becomes of it, the list of what is owed, the calculator."""

from datetime import date

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.access import READERS, Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.settle_offer import Outcome, SettleOffer
from tests import builders
from tests.rules.inputs import offer
from tests.web.desk.conftest import TODAY, address, answered, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, fill, send, words_of
from tests.web.reader import sound

BY = date(2026, 5, 29)


def with_offer(desk: builders.Desk, pounds: int, outcome: Outcome | None = None) -> str:
    ref = opened(desk)
    desk.does(ref, Verb.OFFER, offer(pounds=pounds, pay_by=BY), TODAY)
    if outcome:
        settled = SettleOffer(number=1, outcome=outcome, on=TODAY, proof="BACS 7")
        desk.does(ref, Verb.SETTLE_OFFER, settled, TODAY)
    return ref


def test_an_offer_is_made_accepted_and_paid(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    send(
        page,
        address(f"case/{ref}/offer"),
        impact="Nine cold nights.",
        kinds=["apology"],
        compensation="135",
        **parts("pay_by", BY),
    )
    (made,) = case_of(desk, ref).offers
    assert (made.pounds, made.pay_by, made.impact) == (135, BY, "Nine cold nights.")
    said = sound(page.get(address(f"case/{ref}"))).words
    assert "What we offered" in said and "£135" in said and "Say sorry; Pay money" in said
    settle = address(f"case/{ref}/settle-offer?number=1")
    send(page, settle, outcome="accepted")
    first = fill(page, settle)
    assert first["outcome"] == ["paid"]  # what is owed is the likely answer
    refused = send(page, settle, to_arrears=["yes"], proof="BACS 7")
    (line,) = errors_of(refused.content.decode())
    assert line.startswith("Compensation is apart from arrears")
    send(page, settle, proof="BACS 7")
    (paid,) = case_of(desk, ref).offers
    assert (paid.paid_on, paid.proof, paid.is_open) == (TODAY, "BACS 7", False)
    assert "Shown by BACS 7" in words_of(page.get(address(f"case/{ref}")).content.decode())


def test_an_offer_of_nothing_says_what_is_missing(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/offer"), compensation="50")
    impact, day = sorted(errors_of(answer.content.decode()))
    assert "(Code 7.2)" in impact and "by when" in day


def test_the_response_offers_by_the_menu_of_the_code(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/respond")
    assert page.get(at).content.decode().count('name="kinds"') == 8
    send(
        page,
        at,
        finding_1="upheld",
        reasons_1="We came late.",
        impact="Two days off work.",
        kinds=["apology", "change"],
        remedies="We changed how we book.",
        compensation="50",
        **parts("pay_by", BY),
    )
    (made,) = case_of(desk, ref).offers
    assert [kind.value for kind in made.kinds] == ["apology", "money", "change"]
    assert (made.words, made.impact) == (("We changed how we book.",), "Two days off work.")


def test_what_is_owed_is_listed_first_and_each_list_has_its_own(
    page: Client, desk: builders.Desk
) -> None:
    owed, waits, paid = (
        with_offer(desk, n, o) for n, o in zip((110, 220, 330), OUTCOMES, strict=True)
    )
    answered(desk)  # no offer of money: on no list
    for show, ref in (("", owed), ("owed", owed), ("waiting", waits), ("settled", paid)):
        listed = sound(page.get(address(f"offers?show={show}"))).words
        assert [r for r in (owed, waits, paid) if r in listed] == [ref], show
    assert "BACS 7" in page.get(address("offers?show=settled")).content.decode()


OUTCOMES = (Outcome.ACCEPTED, None, Outcome.PAID)


def test_an_empty_list_says_so_and_odd_marks_begin_anew(page: Client, landlord: Landlord) -> None:
    assert "No money is owed" in sound(page.get(address("offers"))).words
    for mark in ("x", "2026-99-99.1", "2026-05-12." + "9" * 30, "%00"):
        assert page.get(address(f"offers?show=odd&after={mark}")).status_code == 200


def test_a_long_list_is_read_page_by_page_in_few_queries(
    page: Client, desk: builders.Desk, django_assert_max_num_queries: object
) -> None:
    ref = opened(desk)
    for _ in range(51):
        desk.does(ref, Verb.OFFER, offer(pounds=5, pay_by=BY), TODAY)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        first = page.get(address("offers?show=waiting")).content.decode()
    assert first.count("<tr") == 51
    mark = first.split("after=")[1].split('"')[0]
    rest = page.get(address(f"offers?show=waiting&after={mark}")).content.decode()
    assert rest.count("<tr") == 2 and "First page" in rest


def test_a_restricted_case_shows_nothing_to_others(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    ref = with_offer(desk, 110, Outcome.ACCEPTED)
    only = Restrict(people=((desk.actor.id or 0, "Amina Khan"),), reason="A colleague.")
    desk.does(ref, Verb.RESTRICT, only, TODAY)
    director = browser_of(builders.user(landlord, Role.DIRECTOR, name="Dee Rector"))
    hidden = director.get(address("offers")).content.decode()
    assert ref not in hidden and "£110" not in hidden
    assert director.get(address(f"case/{ref}/compensation")).status_code == 404
    assert ref in page.get(address("offers")).content.decode()


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_see_the_list_and_the_calculator(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    ref = opened(desk)
    page = browser_of(builders.user(landlord, role, name=f"A {role}"))
    expected = 200 if role in READERS else 403
    assert page.get(address("offers")).status_code == expected
    assert page.get(address(f"case/{ref}/compensation")).status_code == expected


def test_another_landlords_people_see_nothing(desk: builders.Desk) -> None:
    ref = with_offer(desk, 110)
    other = builders.landlord("harrow", "HAR")
    page = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other Officer"))
    for path in ("offers", f"case/{ref}/compensation"):
        assert page.get(address(path)).status_code == 403
    assert page.get(f"/harrow/desk/case/{ref}/compensation").status_code == 404
    assert ref not in page.get("/harrow/desk/offers?show=waiting").content.decode()


def failure(row: int, what: str, first: date, last: date) -> dict[str, str]:
    return {
        f"what_{row}": what,
        **parts(f"first_{row}", first),
        **parts(f"last_{row}", last),
    }


COLD = failure(1, "heating-and-hot-water", date(2026, 3, 28), date(2026, 4, 3))
MISSED = {**failure(2, "missed-appointment", TODAY, TODAY), "times_2": "2"}


def test_the_sum_is_shown_with_its_working(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/compensation")
    answer = page.post(at, {**COLD, **MISSED, "step": "work_out"})
    said = sound(answer).words
    assert "The fixed sums come to £75" in said  # three days at £15, two visits at £15
    assert "3 days at £15 = £45" in said and "2 times at £15 = £30" in said
    assert "Service failure: about £50 to £100" in said  # the four days of March
    assert "counted by the guidance of the last day: £105" in said
    assert case_of(desk, ref).offers == () and Case.objects.get().event_count == 3


@pytest.mark.parametrize(("step", "word"), [("respond", "respond"), ("offer", "offer")])
def test_the_sum_goes_into_a_draft_beside_what_was_typed(
    page: Client, desk: builders.Desk, step: str, word: str
) -> None:
    ref = opened(desk)
    form = address(f"case/{ref}/{word}")
    page.post(form, {**fill(page, form, remedies="We are sorry."), "step": "draft"})
    for _ in range(2):  # pressed twice, it is there once
        answer = page.post(address(f"case/{ref}/compensation"), {**COLD, **MISSED, "step": step})
        assert answer.headers["Location"] == form
    kept = fill(page, form)
    assert kept["compensation"] == ["75"]
    assert kept["remedies"][0].splitlines() == [
        "We are sorry.",
        "No heating and no hot water: 3 days at £15, £45.",
        "Appointments missed: 2 times at £15, £30.",
    ]


def test_the_calculator_says_what_is_wrong(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/compensation")
    half = {**parts("first_1", TODAY)}
    assert errors_of(page.post(at, half).content.decode()) == [
        "Choose what went wrong on these days"
    ]
    turned = failure(1, "power", TODAY, date(2026, 5, 1))
    assert errors_of(page.post(at, turned).content.decode()) == [
        "The last day must not be before the first"
    ]
    ahead = failure(1, "power", TODAY, date(2026, 6, 1))
    assert "in the past" in errors_of(page.post(at, ahead).content.decode())[0]
    bare = page.post(at, {"what_1": "power"}).content.decode()
    assert len(errors_of(bare)) == 2
    odd = page.post(at, {"what_1": "damp"}).content.decode()
    assert errors_of(odd)


def test_a_reader_works_it_out_and_puts_it_nowhere(desk: builders.Desk, landlord: Landlord) -> None:
    ref = opened(desk)
    auditor = browser_of(builders.user(landlord, Role.AUDITOR, name="Avi Cohen"))
    page = auditor.post(address(f"case/{ref}/compensation"), {**MISSED, "step": "offer"})
    said = words_of(page.content.decode())
    assert page.status_code == 200 and "£30" in said and "Put it into" not in said
