"""Marking a promised action as done."""

from datetime import date

from django.test import Client

from redress.rules.actions.respond import NewAction
from tests import builders
from tests.web.desk.conftest import MEND, TODAY, address, answered, case_of, parts
from tests.web.desk.pages import errors_of, fill, send

PAY = NewAction(what="Pay £50", owner="Finance", due_on=date(2026, 6, 1))


def test_it_is_done_and_what_was_upheld_still_owes_its_lesson(
    page: Client, desk: builders.Desk
) -> None:
    ref = answered(desk, MEND)
    send(page, address(f"case/{ref}/complete-action"), proof="Job 4411")
    (action,) = case_of(desk, ref).actions
    assert (action.done_on, action.proof) == (TODAY, "Job 4411")
    assert page.get(address(f"case/{ref}")).context["next"].choice.word == "learn"


def test_the_link_on_the_case_chooses_the_action(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk, MEND, PAY)
    at = address(f"case/{ref}/complete-action")
    assert "number" not in fill(page, at)  # two are open: nothing is chosen
    assert fill(page, f"{at}?number=2")["number"] == ["2"]
    assert "number" not in fill(page, f"{at}?number=9")


def test_what_is_refused(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{answered(desk, MEND)}/complete-action")
    answer = send(page, at, **parts("done_on", date(2026, 4, 30)))
    proof, day = sorted(errors_of(answer.content.decode()))
    assert proof.startswith("Nothing shows that it was done.") and proof.endswith("(Code 7.3)")
    assert day.endswith("(Code 7.3)")


def test_nothing_open(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{answered(desk)}/complete-action"), proof="x")
    assert errors_of(answer.content.decode()) == ["Select an action"]
