"""What became of an offer: accepted, refused, paid; apart from arrears; owed until it is paid."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.close import Close
from redress.rules.actions.respond import Respond
from redress.rules.actions.settle_offer import ARREARS, Outcome, SettleOffer
from redress.rules.facts import State
from redress.rules.facts_offers import Answer, Remedy
from redress.rules.next_step import NextStep, next_step
from tests.rules.inputs import MENDING, findings, offer, on
from tests.rules.story import Story, answered, reach

BY = on("Fri 5 Jun")
YES = SettleOffer(number=1, outcome=Outcome.ACCEPTED, on=on("Wed 20 May"))
NO = replace(YES, outcome=Outcome.REFUSED)
PAID = SettleOffer(number=1, outcome=Outcome.PAID, on=on("Mon 1 Jun"), proof=" BACS 7 ")


def offered(**others: object) -> Story:
    """£150 promised in the stage 1 response of Mon 18 May."""
    given: dict[str, object] = {"compensation": 150, "pay_by": BY, "impact": "Nine cold nights."}
    return answered(**(given | others))


def test_the_response_puts_its_offer_on_the_case() -> None:
    (kept,) = offered(kinds=(Remedy.APOLOGY,), remedies=("We changed our list.",)).facts.offers
    assert (kept.stage, kept.pounds, kept.pay_by, kept.impact) == (1, 150, BY, "Nine cold nights.")
    assert kept.kinds == (Remedy.APOLOGY, Remedy.MONEY)
    assert kept.words == ("We changed our list.",)
    assert not (kept.is_owed or kept.answer)


def test_a_response_without_an_offer_puts_none() -> None:
    assert answered().facts.offers == ()


def test_the_letter_of_the_response_has_impact_words_and_money_in_this_order() -> None:
    story = reach(State.STAGE_1_OPEN)
    given = Respond(
        findings=findings(story.facts),
        remedies=("We are sorry.",),
        kinds=(Remedy.APOLOGY,),
        compensation=150,
        pay_by=BY,
        impact="Nine cold\nnights.",
    )
    decision = story.does(Verb.RESPOND, given, "Mon 18 May")
    assert decision.letters[0].facts["remedies"] == [
        "What this meant for you: Nine cold nights.",
        "We are sorry.",
        "We will pay you £150 by Friday 5 June 2026.",
    ]
    assert decision.warnings == ()


def test_money_in_a_response_that_does_not_say_what_it_meant_goes_with_a_warning() -> None:
    story = reach(State.STAGE_1_OPEN)
    given = Respond(findings=findings(story.facts), compensation=150)
    assert ("impact_missing", "Code 7.2") in story.warns(Verb.RESPOND, given, "Mon 18 May")


def test_accepted_money_is_owed_until_it_is_paid_and_the_case_stays_open() -> None:
    story = offered()
    assert next_step(story.facts) == NextStep(Verb.LEARN)  # nobody has accepted it yet
    story.does(Verb.SETTLE_OFFER, YES, "Wed 20 May")
    assert story.facts.offers[0].is_owed
    assert next_step(story.facts) == NextStep(Verb.SETTLE_OFFER, BY)
    assert story.refuses(Verb.CLOSE, Close(), "Mon 1 Jun") == [("offer_unpaid", "Code 7.3")]
    story.does(Verb.SETTLE_OFFER, PAID, "Mon 1 Jun")
    (kept,) = story.facts.offers
    assert (kept.answer, kept.paid_on, kept.proof) == (Answer.ACCEPTED, on("Mon 1 Jun"), "BACS 7")
    assert next_step(story.facts) == NextStep(Verb.LEARN)
    story.does(Verb.CLOSE, Close(), "Mon 1 Jun")


def test_what_is_due_first_comes_first_money_or_work() -> None:
    story = answered(MENDING, compensation=150, pay_by=BY, impact="Cold.")  # the ceiling by 12 Jun
    story.does(Verb.SETTLE_OFFER, YES, "Wed 20 May")
    assert next_step(story.facts) == NextStep(Verb.SETTLE_OFFER, BY)
    story.does(Verb.SETTLE_OFFER, PAID, "Mon 1 Jun")
    assert next_step(story.facts) == NextStep(Verb.COMPLETE_ACTION, MENDING.due_on)


def test_accepted_money_without_a_day_is_owed_from_the_day_it_was_accepted() -> None:
    story = offered(pay_by=None)
    story.does(Verb.SETTLE_OFFER, YES, "Thu 21 May")
    assert next_step(story.facts) == NextStep(Verb.SETTLE_OFFER, on("Wed 20 May"))


def test_a_refused_offer_owes_nothing_and_may_still_be_accepted() -> None:
    story = offered()
    story.does(Verb.SETTLE_OFFER, NO, "Wed 20 May")
    assert story.refuses(Verb.SETTLE_OFFER, PAID, "Mon 1 Jun") == [
        ("offer_was_refused", "Code 7.3")
    ]
    story.does(Verb.SETTLE_OFFER, replace(YES, on=on("Mon 25 May")), "Mon 25 May")
    assert story.facts.offers[0].is_owed


def test_money_is_never_set_against_arrears_in_silence() -> None:
    story = offered()
    silent = replace(PAID, to_arrears=True)
    assert story.refuses(Verb.SETTLE_OFFER, silent, "Mon 1 Jun") == [("offset_refused", ARREARS)]
    story.does(Verb.SETTLE_OFFER, replace(silent, consent="By email, 28 May"), "Mon 1 Jun")
    assert story.facts.offers[0].arrears_consent == "By email, 28 May"


def test_what_went_to_the_resident_keeps_no_consent() -> None:
    story = offered()
    story.does(Verb.SETTLE_OFFER, replace(PAID, consent="By email"), "Mon 1 Jun")
    assert story.facts.offers[0].arrears_consent == ""


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (replace(YES, number=2), "no_such_offer"),
        (replace(YES, on=on("Sun 17 May")), "date_out_of_range"),  # before the offer
        (replace(YES, on=on("Tue 2 Jun")), "date_out_of_range"),  # tomorrow
        (replace(PAID, proof=" "), "proof_missing"),
    ],
)
def test_what_is_refused(given: SettleOffer, code: str) -> None:
    assert offered().refuses(Verb.SETTLE_OFFER, given, "Mon 1 Jun") == [(code, "Code 7.3")]


@pytest.mark.parametrize("again", [YES, NO, PAID])
def test_what_is_paid_is_settled(again: SettleOffer) -> None:
    story = offered()
    story.does(Verb.SETTLE_OFFER, PAID, "Mon 1 Jun")
    assert story.refuses(Verb.SETTLE_OFFER, again, "Mon 1 Jun") == [("offer_settled", "Code 7.3")]


def test_an_offer_without_money_is_not_paid() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.OFFER, offer(), "Thu 7 May")
    given = replace(PAID, on=on("Thu 7 May"))
    assert story.refuses(Verb.SETTLE_OFFER, given, "Thu 7 May") == [
        ("no_money_offered", "Code 7.3")
    ]
    story.does(Verb.SETTLE_OFFER, replace(YES, on=on("Thu 7 May")), "Thu 7 May")
    assert not (story.facts.offers[0].is_owed or story.facts.offers[0].is_open)
