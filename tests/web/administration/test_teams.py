"""Teams in the administration, and cover set for somebody who is away."""

from datetime import date, timedelta

import pytest
from django.test import Client

from redress.people.cover import with_covers
from redress.people.models import AdminEntry, Cover, Landlord, Membership, Team
from redress.people.staff import person_of, team_named
from redress.rules.access import Actor, Role
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, parts
from tests.web.reader import sound

HERE = "/code-model/administration/teams"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def done() -> list[str]:
    return [line.what for line in AdminEntry.objects.order_by("id")]


class TestTeams:
    def test_added_people_put_into_it_and_renamed_each_once(
        self, landlord: Landlord, browser: Client
    ) -> None:
        sam = builders.user(landlord, Role.HANDLER, Role.TEAM_LEADER, name="Sam Roy")
        at = browser.post(HERE, {"name": "Voids <team>"})["Location"]
        again = sound(browser.post(HERE, {"name": "Voids <team>"}))
        assert again.problems == {
            "There is a team of this name already. Give another name": "id_name"
        }
        assert "None of our staff is in it yet" in sound(browser.get(at)).words
        for _ in range(2):
            browser.post(at, {"step": "people", "people": [str(sam.id)]})
        person = person_of(landlord, sam.id or 0)
        assert person and person.team and person.team.name == "Voids <team>"
        assert Membership.objects.filter(user=sam.id, team=person.team).count() == 2
        for _ in range(2):
            browser.post(at, {"step": "name", "name": "Empty homes"})
        assert "Empty homes, Code-Model Code-Model 1" in sound(browser.get(HERE)).words
        assert done() == ["team_added", "team_joined", "team_renamed"]
        log = sound(browser.get("/code-model/administration/log")).words
        assert "Team renamed Voids <team> Is now Empty homes" in log

    def test_a_team_shared_with_another_landlord_keeps_its_name(
        self, landlord: Landlord, browser: Client
    ) -> None:
        other = builders.landlord("harrow", "HAR")
        dee = builders.user(other, Role.HANDLER, name="Dee Lane")
        sam = builders.user(landlord, Role.HANDLER, name="Sam Roy")
        roofers = team_named("Axis", "Roofers")
        Membership.objects.filter(user__in=[dee.id, sam.id]).update(team=roofers)
        at = f"{HERE}/{roofers.pk}"
        page = sound(browser.post(at, {"step": "name", "name": "Ours"}))
        assert "Another landlord of this site has people in this team" in page.words
        assert "Dee Lane" not in page.words and "Sam Roy" in page.words
        browser.post(at, {"step": "people", "people": [str(dee.id)]})
        browser.post(HERE, {"name": "Taken"})
        ours = browser.post(HERE, {"name": "Other"})["Location"]
        taken = sound(browser.post(ours, {"step": "name", "name": "Taken"}))
        assert taken.problems == {
            "There is a team of this name already. Give another name": "id_name"
        }
        assert Team.objects.get(pk=roofers.pk).name == "Roofers"

    @pytest.mark.parametrize(
        ("name", "says"),
        [("", "Enter name of the team"), ("x" * 101, "100 characters or fewer"), ("\x00", "saved")],
    )
    def test_a_name_that_cannot_be_is_refused(self, browser: Client, name: str, says: str) -> None:
        assert says in str(sound(browser.post(HERE, {"name": name})).problems)
        assert not Team.objects.exists()

    def test_nobody_else_may_and_another_landlords_team_is_not_there(
        self, landlord: Landlord, browser: Client
    ) -> None:
        at = browser.post(HERE, {"name": "Voids"})["Location"]
        roles = sorted(set(Role) - {Role.ADMINISTRATOR})
        others = [browser_of(builders.user(landlord, each, name=f"A {each}")) for each in roles]
        other = builders.landlord("harrow", "HAR")
        dee = browser_of(builders.user(other, Role.ADMINISTRATOR, name="Dee Lane"))
        for who in (*others, dee):
            assert who.get(at).status_code == who.post(at, {"step": "name"}).status_code == 403
        assert dee.get(at.replace("code-model", "harrow")).status_code == 404
        assert done() == ["team_added"]


class TestCover:
    """An administrator sets it for somebody who cannot."""

    @pytest.fixture
    def away(self, landlord: Landlord) -> Actor:
        return builders.user(landlord, Role.DIRECTOR, name="Ann Hill")

    @staticmethod
    def said(by: Actor, first: date = TODAY, last: date = TODAY) -> dict[str, str]:
        days = parts("from_on", first) | parts("to_on", last)
        return {"step": "cover", "covered_by": str(by.id), **days}

    def test_set_shown_and_ended_with_a_line_in_the_log(
        self, landlord: Landlord, browser: Client, away: Actor
    ) -> None:
        ben = builders.user(landlord, Role.HEAD_OF_SERVICE, name="Ben Ford")
        at = f"/code-model/administration/people/{away.id}"
        for _ in range(2):
            browser.post(at, self.said(ben))
        assert "Ben Ford signs for them from Tue 12 May 2026" in sound(browser.get(at)).words
        assert [each.id for each in with_covers(ben, landlord, TODAY).covers] == [away.id]
        number = str(Cover.objects.get().pk)
        for _ in range(2):
            browser.post(at, {"step": "end_cover", "number": number})
        assert "Nobody signs for them" in sound(browser.get(at)).words
        assert done() == ["cover_set", "cover_ended"]

    def test_what_cannot_be_is_refused(
        self, landlord: Landlord, browser: Client, away: Actor
    ) -> None:
        ben = builders.user(landlord, Role.HEAD_OF_SERVICE, name="Ben Ford")
        sam = builders.user(landlord, Role.HANDLER, name="Sam Roy")
        at = f"/code-model/administration/people/{away.id}"
        backwards = sound(browser.post(at, self.said(ben, TODAY, TODAY - timedelta(days=1))))
        assert "The last day must be the first day or later" in backwards.words
        assert sound(browser.post(at, self.said(away))).problems  # themselves
        browser.post(at, {"step": "end_cover", "number": "x" * 40})
        of_sam = f"/code-model/administration/people/{sam.id}"
        assert "Set this cover" not in sound(browser.get(of_sam)).words
        assert not Cover.objects.exists() and done() == []
