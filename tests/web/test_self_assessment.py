"""The pages of the self-assessment: who reads, who answers, who notes the approval."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redress.assessment.due import noted_of
from redress.assessment.imports import import_form
from redress.assessment.models import Assessment, AssessmentEntry, ProvisionAnswer
from redress.people.models import AdminEntry, Landlord, User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.log import Log
from redress.rules.figures_year import Year
from tests import builders
from tests.rules.forms import text
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")
PAGE = "/code-model/oversight/self-assessment"
YEAR = Year(2026)
ONE = f"{PAGE}/2026-27/provision/6.2"
APPROVE = f"{PAGE}/2026-27/approve"
FORM = text(p6_2="6.2\tAcknowledge in time.\tYes\tPolicy\t\n\nCommented [GH1]: Which clause?")


def client_of(landlord: Landlord, role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    return client


@pytest.fixture
def form(landlord: Landlord) -> Assessment:
    at = datetime(2026, 5, 1, 10, tzinfo=UTC)
    content = FORM.encode()
    return import_form(landlord, YEAR, "f.txt", content, Actor(None, "Ann"), at).assessment


@pytest.fixture
def late(landlord: Landlord) -> str:
    """A complaint that nobody acknowledged in time."""
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    reference = desk.receive(date(2026, 4, 1))
    desk.does(reference, Verb.LOG, Log(service="Repairs", category="leak"), date(2026, 4, 2))
    return reference


@pytest.fixture
def officer(landlord: Landlord) -> Client:
    return client_of(landlord, Role.COMPLAINTS_OFFICER)


@pytest.mark.usefixtures("form")
def test_every_provision_with_its_answer_its_measure_and_its_flags(
    officer: Client, late: str
) -> None:
    page = sound(officer.get(f"{PAGE}?year=2026-27"))
    assert page.one("h1").words == "Self-assessment 2026-27"
    links = [a for a in page.all("a") if "/provision/" in a.attrs["href"]]
    assert len(links) == 72
    assert "0 of 1 did" in page.words
    assert "It says yes, and 1 of 1 case did not." in page.words
    assert "30 September 2027" in page.words


@pytest.mark.usefixtures("form")
def test_the_cases_that_did_not_are_a_click_away(officer: Client, late: str) -> None:
    page = sound(officer.get(ONE))
    assert f"/code-model/desk/case/{late}" in [a.attrs["href"] for a in page.all("a")]
    assert "Which clause?" in page.words
    assert "Acknowledge in time." in page.words  # the wording of the form
    assert "Nothing in the record measures" in sound(officer.get(ONE.replace("6.2", "1.2"))).words


ANSWER = {
    "step": "answer", "answer": "partly", "evidence": "Monthly report", "commentary": "Not yet.",
    "policy": "", "clause": "", "document": "https://example.org/policy", "owner": "Ben Ford",
    "due_on_day": "1", "due_on_month": "12", "due_on_year": "2026",
}  # fmt: skip


def test_an_answer_is_kept_with_its_history(officer: Client, form: Assessment) -> None:
    assert officer.post(ONE, ANSWER).status_code == 302
    assert officer.post(ONE, ANSWER).status_code == 302  # sent twice, told once
    row = ProvisionAnswer.objects.get(assessment=form, number="6.2")
    assert (row.answer, row.words, row.owner) == ("partly", "", "Ben Ford")
    assert row.links == [{"document": "https://example.org/policy"}]
    (entry,) = AssessmentEntry.objects.filter(assessment=form, what="answered")
    assert entry.details["answer"] == ["yes", "partly"]
    assert "Monthly report" in sound(officer.get(ONE)).words


def test_a_clause_without_its_policy_is_refused_and_nothing_typed_is_lost(
    officer: Client, form: Assessment
) -> None:
    response = officer.post(ONE, {**ANSWER, "clause": "Section 9"})
    page = sound(response)
    assert "Select the version of the policy" in page.words
    assert "Monthly report" in response.content.decode()
    assert ProvisionAnswer.objects.get(assessment=form, number="6.2").answer == "yes"


def test_a_comment_is_kept_once(officer: Client, form: Assessment) -> None:
    for _ in range(2):
        officer.post(ONE, {"step": "comment", "comment": "See the audit of May."})
    row = ProvisionAnswer.objects.get(assessment=form, number="6.2")
    assert [c.text for c in row.comments.all()] == ["Which clause?", "See the audit of May."]


def approval(day: date) -> dict[str, str]:
    when = {"day": day.day, "month": day.month, "year": day.year}
    said = {f"approved_on_{part}": str(number) for part, number in when.items()}
    return {"approved_by": "Cabinet", "response": "We accept it.", **said}


def test_approving_ends_the_draft(officer: Client, form: Assessment) -> None:
    sound(officer.get(APPROVE))
    assert officer.post(APPROVE, approval(form.made_at.date())).status_code == 302
    form.refresh_from_db()
    assert (form.approved_by, form.response, form.is_draft) == ("Cabinet", "We accept it.", False)
    assert "We accept it." in sound(officer.get(f"{PAGE}?year=2026-27")).words
    assert "has approved this" in sound(officer.post(ONE, ANSWER)).words
    assert ProvisionAnswer.objects.get(assessment=form, number="6.2").answer == "yes"


def test_what_is_not_answered_cannot_be_approved(officer: Client, form: Assessment) -> None:
    form.answers.filter(number__in=("6.10", "6.9")).update(answer=None)
    words = sound(officer.post(APPROVE, approval(form.made_at.date()))).words
    assert words.index("Provision 6.9 is not answered") < words.index("Provision 6.10 is not")
    assert Assessment.objects.get().is_draft


def test_a_new_one_begins_with_the_last_answers_once(officer: Client, form: Assessment) -> None:
    officer.post(APPROVE, approval(form.made_at.date()))
    for _ in range(2):
        assert officer.post(f"{PAGE}?year=2026-27", {"trigger": "merger"}).status_code == 302
    first, second = Assessment.objects.order_by("number")
    assert (second.number, second.trigger, second.is_draft) == (2, "merger", True)
    assert second.answers.get(number="6.2").evidence == first.answers.get(number="6.2").evidence


def test_the_answers_of_the_year_before_stand_beside(officer: Client, form: Assessment) -> None:
    form.answers.filter(number="6.2").update(answer="no")
    officer.post(f"{PAGE}?year=2027-28", {"trigger": "annual"})
    page = sound(officer.get(f"{PAGE}?year=2027-28"))
    assert "The year before" in [th.words for th in page.all("th")]
    assert "Same as before" in page.words


@pytest.mark.usefixtures("form", "late")
def test_only_those_that_need_a_look(officer: Client) -> None:
    page = sound(officer.get(f"{PAGE}?year=2026-27&only=flagged"))
    links = [a.attrs["href"] for a in page.all("a") if "/provision/" in a.attrs["href"]]
    assert [link.rpartition("/")[2] for link in links] == ["5.9", "6.2", "6.3"]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.MEMBER_RESPONSIBLE])
def test_readers_change_nothing(landlord: Landlord, form: Assessment, role: Role) -> None:
    reader = client_of(landlord, role)
    page = sound(reader.get(ONE))
    assert "Keep the answer" not in page.words
    reader.post(ONE, ANSWER)
    reader.post(f"{PAGE}?year=2025-26", {"trigger": "annual"})
    assert reader.get(APPROVE).status_code == 403
    assert ProvisionAnswer.objects.get(assessment=form, number="6.2").answer == "yes"
    assert Assessment.objects.count() == 1


@pytest.mark.usefixtures("form")
def test_another_landlords_officer_sees_none_of_it() -> None:
    other = builders.landlord("harrow", "HAR")
    client = client_of(other, Role.COMPLAINTS_OFFICER)
    for page in (PAGE, ONE, APPROVE):
        assert client.get(page).status_code == 403
    assert "no self-assessment" in sound(client.get(PAGE.replace("code-model", "harrow"))).words


@pytest.mark.parametrize("page", ["x/provision/6.2", "2026-27/provision/9.9", "2026-28/approve"])
def test_what_is_not_there_has_no_page(officer: Client, page: str) -> None:
    assert officer.get(f"{PAGE}/{page}").status_code == 404


SPLIT = ANSWER | {
    "answer": "split", "first_about": "first half", "first_answer": "no",
    "second_about": "second half", "second_answer": "yes",
}  # fmt: skip


def test_an_answer_in_two_parts(officer: Client, form: Assessment) -> None:
    assert officer.post(ONE, SPLIT).status_code == 302
    row = ProvisionAnswer.objects.get(assessment=form, number="6.2")
    assert row.halves == [
        {"answer": "no", "about": "first half"},
        {"answer": "yes", "about": "second half"},
    ]
    assert "first half: no" in sound(officer.get(f"{PAGE}?year=2026-27")).words
    assert "first half: no; second half: yes" in sound(officer.get(ONE)).words  # its history
    alike = sound(officer.post(ONE, SPLIT | {"second_answer": "no"}))
    assert "The two parts must have different answers" in alike.words
    officer.post(ONE, ANSWER)
    row.refresh_from_db()
    assert (row.answer, row.halves) == ("partly", [])


def test_a_clause_that_the_policy_has_not_is_pointed_out(
    officer: Client, landlord: Landlord, form: Assessment
) -> None:
    version = "code-model/2024-04-01"
    page = sound(officer.get(ONE))
    assert version in page.words  # the clauses it has are beside the form
    officer.post(ONE, ANSWER | {"policy": version, "clause": "Section 99"})
    assert "which code-model/2024-04-01 does not have" in sound(officer.get(ONE)).words


NOTED = {
    "trigger": "merger", "what": "Two landlords become one", "on_day": "1", "on_month": "4",
    "on_year": "2026",
}  # fmt: skip
CIRCUMSTANCES = f"{PAGE}/circumstances"


def test_a_merger_makes_a_new_one_due(officer: Client, landlord: Landlord) -> None:
    owed = sound(officer.get(PAGE)).words
    assert "Why a new one is due" in owed and "The year has ended: 2025-26" in owed
    assert "Two landlords" not in owed
    for _ in range(2):
        assert officer.post(CIRCUMSTANCES, NOTED).status_code == 302
    assert [each.what for each in noted_of(landlord)] == ["Two landlords become one"]
    assert AdminEntry.objects.filter(what="circumstance").count() == 1
    assert "A merger: Two landlords become one (Code 8.3)" in sound(officer.get(PAGE)).words
    assert "must be" in sound(officer.post(CIRCUMSTANCES, NOTED | {"on_year": "2031"})).words


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.ADMINISTRATOR, 200), (Role.SENIOR_LEAD, 200), (Role.AUDITOR, 403), (Role.HANDLER, 403)],
)
def test_who_may_note_it(landlord: Landlord, role: Role, status: int) -> None:
    assert client_of(landlord, role).get(CIRCUMSTANCES).status_code == status


@pytest.mark.usefixtures("form", "late")
def test_a_second_look_reads_no_case(officer: Client) -> None:
    officer.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        officer.get(PAGE)
    assert not [each for each in captured if '"cases_issue"' in each["sql"]]


def test_the_overview_says_that_one_is_due(officer: Client) -> None:
    page = sound(officer.get("/code-model/oversight/overview"))
    assert "A self-assessment is due" in page.words
    assert "The year has ended: 2025-26" in page.words
