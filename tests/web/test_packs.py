"""The packs as pages: the list, one pack, that opening it is noted, and a pack so far."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from redress.assessment.models import Assessment
from redress.people.models import Landlord, User
from redress.reports.models import Pack, PackReader
from redress.rules.access import Actor, Role
from redress.work import make_packs
from tests import builders
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")  # Tuesday 12 May 2026
LIST = "/code-model/oversight/packs"


@pytest.fixture
def lead(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau")


@pytest.fixture
def reader(lead: Actor, client: Client) -> Client:
    client.force_login(User.objects.get(pk=lead.id))
    return client


@pytest.fixture
def made(landlord: Landlord, lead: Actor) -> list[Pack]:
    """The code model's packs: the Member Responsible's month, the board's quarter, the year."""
    builders.user(landlord, Role.MEMBER_RESPONSIBLE, name="Farah Aziz")
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    for day in (date(2026, 2, 3), date(2026, 3, 31), date(2026, 4, 7)):
        desk.receive(day)
    make_packs.run(datetime(2026, 5, 11, 9, tzinfo=UTC))
    return list(Pack.objects.order_by("pk"))


def test_before_the_first_the_page_says_what_is_promised_and_when(reader: Client) -> None:
    words = sound(reader.get(LIST)).words
    assert "Update for the Member Responsible monthly" in words
    assert "Mon 1 Jun 2026 May 2026" in words  # the next is made on 1 June, of May
    assert "Wed 1 Jul 2026 April to June 2026" in words
    assert "No pack is made yet" in words


def test_the_list_says_who_has_not_opened_which(reader: Client, made: list[Pack]) -> None:
    words = sound(reader.get(LIST)).words
    assert "Board pack: January to March 2026 New to you Mon 11 May 2026 0 of 2" in words
    reader.get(f"{LIST}/{made[1].pk}")
    words = sound(reader.get(LIST)).words
    assert "Board pack: January to March 2026 Mon 11 May 2026 1 of 2 Farah Aziz" in words


def test_a_pack_is_shown_as_made_and_that_it_was_opened_is_noted(
    reader: Client, lead: Actor, made: list[Pack]
) -> None:
    page = sound(reader.get(f"{LIST}/{made[1].pk}"))
    assert page.one("h1").words == "Board pack: January to March 2026"
    assert "Stage 1 complaints 0 0 2" in page.words
    assert "1 of the 2 it was sent to has opened it" in page.words
    assert PackReader.objects.get(pack=made[1], user=lead.id).opened_at is not None
    html = reader.get(f"{LIST}/{made[1].pk}").content.decode()
    assert "<style" not in html and " style=" not in html and "<script>" not in html


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("csv", b""), ("json", b"{")]
)
def test_a_pack_is_had_as_a_file(
    reader: Client, made: list[Pack], form: str, begins: bytes
) -> None:
    response = reader.get(f"{LIST}/{made[1].pk}/{form}")
    assert response.content.startswith(begins)
    name = f'filename="code-model-board-pack-2025-Q4.{form}"'
    assert name in response["Content-Disposition"]


def test_so_far_is_shown_and_nothing_kept(reader: Client, made: list[Pack]) -> None:
    page = sound(reader.get(f"{LIST}/now/board-pack"))
    assert page.one("h1").words == "Board pack so far: April to June 2026"
    assert "Stage 1 complaints 0 2 1" in page.words
    assert Pack.objects.count() == len(made)


@pytest.mark.parametrize("at", ["/99", "/99/pdf", "/now/monday-figures", "/now/nothing"])
def test_what_is_not_there_has_no_page(reader: Client, at: str) -> None:
    """Monday figures are no promise of this landlord's policy."""
    assert reader.get(LIST + at).status_code == 404


@pytest.mark.parametrize("mark", ["x", "-1", "9" * 40, "²"])
def test_a_mark_that_is_none_of_ours_is_the_first_page(
    reader: Client, made: list[Pack], mark: str
) -> None:
    assert "Board pack: January" in sound(reader.get(f"{LIST}?before={mark}")).words


@pytest.mark.parametrize("role", [Role.HANDLER, Role.LOGGER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("at", ["{}", "now/board-pack"])
def test_who_reads_no_reports_reads_no_pack(
    landlord: Landlord, made: list[Pack], role: Role, at: str
) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    assert client.get(f"{LIST}/{at.format(made[0].pk)}").status_code == 403


def test_another_landlords_pack_is_none(reader: Client, lead: Actor, made: list[Pack]) -> None:
    other = builders.landlord("together", "TOG")
    mine = builders.user(other, Role.DIRECTOR, name="Other Person")
    client = Client()
    client.force_login(User.objects.get(pk=mine.id))
    assert client.get(f"/together/oversight/packs/{made[0].pk}").status_code == 404
    assert client.get(f"{LIST}/{made[0].pk}").status_code == 403
    assert not PackReader.objects.filter(user=mine.id).exists()


def test_a_board_member_reads_what_the_board_is_sent_and_no_case(
    landlord: Landlord, made: list[Pack]
) -> None:
    """Views for board members and councillors that change nothing (Code 9.7)."""
    client = Client()
    member = builders.user(landlord, Role.BOARD_MEMBER, name="Grace Lamb")
    client.force_login(User.objects.get(pk=member.id))
    theirs = [each for each in made if each.kind in ("board-pack", "year")]
    assert theirs and len(theirs) < len(made)
    for each in made:
        for at in (f"{LIST}/{each.pk}", f"{LIST}/{each.pk}/csv"):
            assert client.get(at).status_code == (200 if each in theirs else 404), each.kind
    words = sound(client.get(LIST)).words
    assert "Board pack" in words and "Update for the Member Responsible" not in words
    assert client.get(f"{LIST}/now/member-update").status_code == 404
    reader = PackReader.objects.get(pack=theirs[0], name="Grace Lamb")
    assert reader.opened_at is not None
    for page in ("overview", "self-assessment", "annual", "figures"):
        seen = sound(client.get(f"/code-model/oversight/{page}"))
        inside = [a.attrs["href"] for a in seen.all("a")]
        for at in inside:
            if at.startswith("/code-model/oversight/"):
                assert client.get(at).status_code == 200, at
            assert "/desk/" not in at or at.endswith("/shortcuts"), at
        assert "MOD-0" not in seen.words
    client.post("/code-model/oversight/self-assessment", {"trigger": "annual"})
    assert not Assessment.objects.exists()
