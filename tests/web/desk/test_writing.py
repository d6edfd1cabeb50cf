"""Writing what goes into a letter: passages and how it reads, without JavaScript."""

from typing import Any

from django.test import Client

from redress.cases.models import Event
from redress.rules.actions.receive import NewIssue
from redress.rules.passages import passages
from tests import builders
from tests.web.desk.conftest import address, logged, opened
from tests.web.desk.pages import errors_of, fill, sent_by, words_of

MISSED = passages()["missed-appointment"].text.strip()
FILLED = MISSED.replace("{the day of the visit}", "3 May").replace(
    "{the time that was lost}", "a morning"
)


def press(page: Client, at: str, step: str, **typed: Any) -> str:
    """The page after pressing a button that only helps."""
    answer = page.post(at, {**fill(page, at, **typed), "step": step})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_passage_is_put_in_and_nothing_typed_is_lost(page: Client, desk: builders.Desk) -> None:
    two = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="Nobody came"))
    at = address(f"case/{opened(desk, issues=two)}/respond")
    before = Event.objects.count()
    text = press(
        page,
        at,
        "put-in-reasons_2",
        reasons_1="We came late.",
        reasons_2="On 3 May:",
        finding_1="upheld",
        passage_reasons_2="missed-appointment",
        passage_reasons_1="apology",
        due_on_1_day="4",
    )
    sent = sent_by(text)
    assert sent["reasons_2"] == [f"On 3 May:\n\n{MISSED}"]
    assert sent["reasons_1"] == ["We came late."]
    assert (sent["finding_1"], sent["due_on_1_day"]) == (["upheld"], ["4"])
    assert errors_of(text) == []  # nothing is judged yet
    assert Event.objects.count() == before


def test_a_landlord_offers_its_own_passages_and_everyones(
    page: Client, desk: builders.Desk
) -> None:
    text = page.get(address(f"case/{opened(desk)}/respond")).content.decode()
    assert '<option value="missed-appointment"' in text
    assert '<option value="your-comment"' not in text  # Herefordshire's


def test_no_passage_chosen_or_one_that_is_not_there_changes_nothing(
    page: Client, desk: builders.Desk
) -> None:
    at = address(f"case/{opened(desk)}/extend")
    for chosen in ("", "nonsense", "../../meta"):
        data = {**fill(page, at, reason="Late."), "passage_reason": chosen}
        answer = page.post(at, {**data, "step": "put-in-reason"})
        assert sent_by(answer.content.decode())["reason"] == ["Late."]


def test_a_gap_left_open_is_named_where_it_stands_and_nothing_is_sent(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/respond")
    typed = {"finding_1": "upheld", "reasons_1": MISSED}
    answer = page.post(at, fill(page, at, **typed))
    text = answer.content.decode()
    assert errors_of(text) == [
        "Reasons: fill in {the day of the visit}, {the time that was lost}, or take the sentence "
        "out"
    ]
    assert 'href="#id_reasons_1"' in text and sent_by(text)["reasons_1"] == [MISSED]
    seen = page.post(at, fill(page, at, **{**typed, "reasons_1": FILLED})).content.decode()
    assert "You lost a morning waiting for us." in words_of(seen)


def test_lists_come_out_as_lists_in_the_letter(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/respond")
    typed = {"finding_1": "upheld", "reasons_1": "We came late:\n- on 3 May\n- on <b>9</b> May"}
    text = page.post(at, fill(page, at, **typed)).content.decode()
    assert ">on 3 May</li>" in text and ">on &lt;b&gt;9&lt;/b&gt; May</li>" in text


def test_how_it_reads_is_shown_on_asking_and_under_the_letter(
    page: Client, desk: builders.Desk
) -> None:
    at = address(f"case/{opened(desk)}/extend")
    hard = "Prior to further work an additional investigation by the contractor is necessary now."
    said = words_of(press(page, at, "check", reason=hard))
    assert "Reading age: about " in said and "Longest sentence: 13 words" in said
    assert "“additional”: more; “prior to”: before" in said
    letter = fill(
        page, at, reason=hard, new_date_day="27", new_date_month="5", new_date_year="2026"
    )
    seen = words_of(page.post(at, letter).content.decode())
    assert "Nothing is issued yet." in seen and "“prior to”: before" in seen  # it bars nothing


def test_the_first_button_of_the_form_is_the_one_that_goes_on(
    page: Client, desk: builders.Desk
) -> None:
    """Enter in a line presses the first button: it must not put a passage in."""
    text = page.get(address(f"case/{opened(desk)}/respond")).content.decode()
    form = text[text.index("<main") :]
    first = form[form.index("<button") : form.index("</button>")]
    assert 'name="step"' not in first and 'tabindex="-1"' in first


def test_a_form_that_writes_no_letter_offers_nothing(page: Client, desk: builders.Desk) -> None:
    text = page.get(address(f"case/{logged(desk)}/log")).content.decode()
    assert "Put it in" not in text and "writing.js" not in text
    text = page.get(address(f"case/{logged(desk)}/record-call")).content.decode()
    assert "Put it in" not in text and "Check how it reads" not in text
