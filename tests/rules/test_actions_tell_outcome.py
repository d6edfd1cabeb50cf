"""The redacted version for a member: from the same decision, with nothing private in it."""

from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.actions.respond import NewAction, Respond
from redress.rules.actions.tell_outcome import LEFT_OUT, NO_CONSENT, TellOutcome
from redress.rules.facts import Finding, State
from redress.rules.facts_offers import Remedy
from redress.rules.facts_people import Scope, SpeaksAs
from redress.rules.redaction import Private, faults
from tests.rules.inputs import agreed, daughter, findings, on
from tests.rules.story import Story, reach

MARY = Private(
    names=("Mary Osei", "Tom Bradley"),
    places=("4 Elm Walk", "E1 4AA", "mary@example.org", "07700 900123", "8 Elm Walk"),
)
CLAUSE = "Complaints through an advocate"


def told(kind: SpeaksAs = SpeaksAs.MEMBER, consent: bool = True, **others: Any) -> Story:
    """A complaint answered at stage 1 on Mon 18 May, with somebody who is to hear of it."""
    story = reach(State.STAGE_1_OPEN, resident=7)
    named = daughter(kind=kind, name="Cllr Ali", ask=False)
    story.does(Verb.NAME_REPRESENTATIVE, named, "Wed 6 May")
    if consent:
        story.does(Verb.RECORD_CONSENT, agreed("Wed 6 May", **others), "Wed 6 May")
    mend = NewAction(what="Mend the ceiling", owner="Repairs", due_on=on("Fri 12 Jun"))
    given = Respond(
        findings=findings(story.facts, Finding.UPHELD),
        actions=(mend,),
        kinds=(Remedy.APOLOGY, Remedy.MONEY),
        compensation=150,
        impact="She has asthma and slept in the damp.",
    )
    story.does(Verb.RESPOND, given, "Mon 18 May")
    return story


def letter(story: Story, **given: Any) -> dict[str, Any]:
    story.does(Verb.TELL_OUTCOME, TellOutcome(number=1, private=MARY, **given), "Tue 19 May")
    assert story.last
    (made,) = story.last.letters
    assert (made.kind, made.to) == ("outcome_for_others", 1)
    return made.facts


def test_with_nothing_ticked_it_holds_only_words_of_ours() -> None:
    """T5, row 82. Reasons, impact, money and what was typed are left out by structure."""
    story = told()
    facts = letter(story)
    assert facts["decided"] == ["Stage 1, answered on Monday 18 May 2026: upheld.", "Say sorry."]
    assert facts["more"] == LEFT_OUT
    said = str(facts)
    for private in ("asthma", "150", "ceiling", "three weeks", "leak"):
        assert private not in said
    assert story.facts.representatives[0].told_on == on("Tue 19 May")


def test_what_is_marked_as_safe_goes_in() -> None:
    facts = letter(told(), issues=(1,), actions=(1,), words="We changed how we book repairs.")
    assert "The kitchen ceiling leaks: upheld." in facts["decided"]
    assert facts["actions"] == ["Mend the ceiling – by Friday 12 June 2026"]
    assert facts["more"] == "We changed how we book repairs."


def test_without_consent_it_says_only_that_we_answered() -> None:
    story = told(consent=False)
    marked = TellOutcome(number=1, issues=(1,), private=MARY)
    assert story.refuses(Verb.TELL_OUTCOME, marked, "Tue 19 May")[0][0] == "no_consent"
    facts = letter(story)
    assert facts["decided"] == [NO_CONSENT]
    assert "upheld" not in str(facts) and "sorry" not in str(facts)


@pytest.mark.parametrize("until", ["Mon 18 May"])
def test_consent_that_has_run_out_or_was_taken_back_is_none(until: str) -> None:
    assert letter(told(until=on(until)))["decided"] == [NO_CONSENT]
    story = told()
    back = RecordConsent(number=1, said=Said.WITHDRAWN, on=on("Tue 19 May"))
    story.does(Verb.RECORD_CONSENT, back, "Tue 19 May")
    assert letter(story)["decided"] == [NO_CONSENT]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mrs Osei was at home.", "names_the_resident"),
        ("mary let us in.", "names_the_resident"),
        ("The flat at 4, Elm Walk.", "names_the_resident"),
        ("It is in e1 4aa.", "names_the_resident"),
        ("Ring 07700-900123.", "names_the_resident"),
        ("Her neighbour Bradley saw it.", "names_the_resident"),
        ("We paid £150.", "money_in_it"),
        ("She gets 150 pounds.", "money_in_it"),
    ],
)
def test_names_addresses_and_money_are_refused(words: str, code: str) -> None:
    story = told()
    given = TellOutcome(number=1, words=words, private=MARY)
    assert [reason for reason, _ in story.refuses(Verb.TELL_OUTCOME, given, "Tue 19 May")] == [code]


def test_words_of_health_are_put_before_a_person() -> None:
    story = told()
    given = TellOutcome(number=1, words="We knew of the asthma.", private=MARY)
    warned = story.warns(Verb.TELL_OUTCOME, given, "Tue 19 May")
    assert [code for code, _ in warned] == ["health_in_it"]


def test_an_issue_that_names_the_resident_cannot_be_ticked() -> None:
    story = told()
    private = Private(names=("Ann Kitchen",))
    given = TellOutcome(number=1, issues=(1,), private=private)
    answer = story.tries(Verb.TELL_OUTCOME, given, "Tue 19 May")
    assert [(r.code, r.field) for r in answer.reasons] == [("names_the_resident", "issues")]


def test_who_may_only_hear_the_outcome_hears_no_more() -> None:
    story = told(SpeaksAs.FRIEND, scope=Scope.OUTCOME)
    given = TellOutcome(number=1, actions=(1,), private=MARY)
    assert story.refuses(Verb.TELL_OUTCOME, given, "Tue 19 May") == [("out_of_scope", "Code 3.6")]
    assert "The kitchen ceiling leaks: upheld." in letter(story, issues=(1,))["decided"]


def test_nothing_is_told_before_the_resident_is_answered() -> None:
    story = reach(State.STAGE_1_OPEN, resident=7)
    named = daughter(kind=SpeaksAs.MEMBER, ask=False)
    story.does(Verb.NAME_REPRESENTATIVE, named, "Wed 6 May")
    refused = story.refuses(Verb.TELL_OUTCOME, TellOutcome(number=1), "Wed 6 May")
    assert refused == [("not_answered_yet", "Code 6.7")]


def test_short_words_are_not_looked_for_as_names() -> None:
    """ "Al" is in many words; a name of two letters would refuse everything."""
    assert faults(["We will repair all of it."], Private(names=("Al Re",))) == ()
