"""Every address of the site: declared, guarded, and open to those it is for and nobody else."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from redress.people.models import Landlord, User
from redress.rules.access import Role
from redress.web.pages import Declared
from tests import builders
from tests.web.reader import sound

ALL = set(Role)
LOOKING = ALL - {Role.LOGGER, Role.HANDLER, Role.ADMINISTRATOR}  # over what is reported
OFFICIAL = LOOKING - {Role.BOARD_MEMBER}
READING = ALL - {Role.LOGGER, Role.BOARD_MEMBER, Role.ADMINISTRATOR}
PROPOSING = READING - {Role.MEMBER_RESPONSIBLE, Role.AUDITOR}
ADMINISTRATOR = {Role.ADMINISTRATOR}
SURVEYS = {Role.COMPLAINTS_OFFICER, Role.SENIOR_LEAD}
EVERYBODY = "everybody"

# Written by hand from `docs/guide`: the page, its address, and which roles of the landlord may open
# it. The desk's pages have a test of their own, `desk/test_access.py`.
PAGES = {
    "landlords": ("/", EVERYBODY),
    "sign-in": ("/sign-in", EVERYBODY),
    "sign-out": ("/sign-out", EVERYBODY),
    "start": ("/code-model/", EVERYBODY),
    "policy-in-words": ("/code-model/policy", EVERYBODY),
    "who-can-help": ("/code-model/who-can-help", EVERYBODY),
    "accessibility": ("/code-model/accessibility", EVERYBODY),
    "published": ("/code-model/published/", EVERYBODY),
    "privacy": ("/code-model/privacy", EVERYBODY),
    "language": ("/code-model/language", EVERYBODY),
    "complain": ("/code-model/complain", EVERYBODY),
    "safety": ("/code-model/complain/safety", EVERYBODY),
    **{
        name: (f"/code-model/complain/{name}", EVERYBODY)
        for name in ("helper", "group", "what", "when", "urgent", "files", "needs", "you", "copy")
    },
    "save": ("/code-model/complain/save", EVERYBODY),
    "saved": ("/code-model/complain/saved", EVERYBODY),
    "check": ("/code-model/complain/check", EVERYBODY),
    "sent": ("/code-model/complain/sent", EVERYBODY),
    "follow": ("/code-model/follow", EVERYBODY),
    "follow-code": ("/code-model/follow/code", EVERYBODY),
    "follow-complaint": ("/code-model/follow/complaint", EVERYBODY),
    "follow-leave": ("/code-model/follow/leave", EVERYBODY),
    "your-landlords": ("/your-landlords", ALL),
    "overview": ("/code-model/oversight/overview", LOOKING),
    "packs": ("/code-model/oversight/packs", LOOKING),
    "figures": ("/code-model/oversight/figures", LOOKING),
    "figure-list": ("/code-model/oversight/figure-list/received", LOOKING),
    "returns": ("/code-model/oversight/returns", LOOKING),
    "runs": ("/code-model/oversight/runs", OFFICIAL),
    "annual": ("/code-model/oversight/annual", LOOKING),
    "self-assessment": ("/code-model/oversight/self-assessment", LOOKING),
    "publish": ("/code-model/oversight/publish", OFFICIAL),
    "submission": ("/code-model/oversight/submission", OFFICIAL),
    "ombudsman": ("/code-model/oversight/ombudsman", OFFICIAL),
    "ombudsman-year": ("/code-model/oversight/ombudsman/year/2026-27", OFFICIAL),
    "ombudsman-new": (
        "/code-model/oversight/ombudsman/new",
        {Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE, Role.DIRECTOR, Role.SENIOR_LEAD},
    ),
    "what-they-say": ("/code-model/oversight/what-they-say", OFFICIAL),
    **{
        name: (f"/code-model/oversight/what-they-say/{at}", SURVEYS)
        for name, at in (
            *(("new-survey", "survey"), ("survey-file", "survey-file")),
            *(("unhappy-file", "unhappy-file"), ("when-asked", "when-asked")),
        )
    },
    "circumstances": (
        "/code-model/oversight/self-assessment/circumstances",
        {Role.COMPLAINTS_OFFICER, Role.SENIOR_LEAD, Role.ADMINISTRATOR},
    ),
    "improvements": ("/code-model/oversight/improvements", READING),
    "add-improvement": ("/code-model/oversight/improvements/add-improvement", PROPOSING),
    "quality": ("/code-model/oversight/quality", OFFICIAL),
    "panel": ("/code-model/oversight/panel", OFFICIAL),
    "administration": ("/code-model/administration/", ADMINISTRATOR),
    "people": ("/code-model/administration/people", ADMINISTRATOR),
    "add": ("/code-model/administration/people/add", ADMINISTRATOR),
    "homes": ("/code-model/administration/homes", ADMINISTRATOR),
    "days": ("/code-model/administration/days", ADMINISTRATOR),
    "policies": ("/code-model/administration/policies", ADMINISTRATOR),
    "teams": ("/code-model/administration/teams", ADMINISTRATOR),
    "passages": ("/code-model/administration/passages", ADMINISTRATOR),
    "contacts": ("/code-model/administration/contacts", ADMINISTRATOR),
    "wordings": ("/code-model/administration/wordings", ADMINISTRATOR),
    "members": ("/code-model/administration/members", ADMINISTRATOR),
    "elections": ("/code-model/administration/elections", ADMINISTRATOR),
    "retention": (
        "/code-model/administration/retention",
        {
            *(Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE, Role.DIRECTOR),
            *(Role.SENIOR_LEAD, Role.ADMINISTRATOR),
        },
    ),
    "admin-log": ("/code-model/administration/log", ADMINISTRATOR),
}
POSTS = {"language", "sign-in", "sign-out", "add", "days", "homes", "policies", "teams"} | {
    *("members", "elections", "self-assessment", "add-improvement", "quality", "panel"),
    *("circumstances", "publish", "submission", "retention"),
    *("ombudsman-new", "ombudsman-year"),
    *("new-survey", "survey-file", "unhappy-file", "when-asked"),
    *("complain", "helper", "group", "what", "when", "safety", "files", "needs", "you"),
    *("check", "save"),
    *("follow", "follow-code", "follow-leave"),
}
FOR_STAFF = {name: (at, who) for name, (at, who) in PAGES.items() if who != EVERYBODY}


def patterns(below: URLResolver, path: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in below.url_patterns:
        here = path + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, here)
        else:
            yield here, each


EVERY = list(patterns(get_resolver()))


def person(landlord: Landlord, role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    return client


def test_every_view_is_declared() -> None:
    assert len(EVERY) > 10
    for path, pattern in EVERY:
        declared = getattr(pattern.callback, "declared", None)
        assert isinstance(declared, Declared), f"{path}: declare it with page() or site_page()"
        assert declared.of_landlord == path.startswith("<slug:slug>"), path


def test_every_page_is_in_the_table_or_belongs_to_the_desk() -> None:
    ours = {pattern.name for path, pattern in EVERY if "/desk/" not in path and pattern.name}
    elsewhere = {
        "health",
        *("follow-letter", "follow-letter-pdf", "follow-document", "follow-step"),
        "comments",
        *("how-we-did", "survey"),
        *("ombudsman-case", "ombudsman-change", "ombudsman-new-duty", "ombudsman-duty"),
        "ombudsman-evidence",
        "go-on",
        "set-password",
        "person",
        "change",
        "policy",
        "wording",
        "team",
        "passage",
        "contact",
        "wording-version",
        "member",
        "wording-paper",
        *("provision", "approve-assessment"),
        *("published-file", "preview"),
        *("kept-pack", "pack-now", "pack-file"),
        *("provision", "approve-assessment", "improvement", "change-improvement"),
        *("sample", "score", "panel-pack", "panel-case", "panel-print"),
        *("run", "run-file", "words", "section-words", "download"),
        "erasing",
    }  # each has a test of its own
    assert ours - elsewhere == PAGES.keys()


def test_nobody_who_is_not_signed_in_gets_to_the_desk() -> None:
    from redress.rules.access import Actor

    stranger = Actor(id=None, name="")
    for path, pattern in EVERY:
        if "/desk/" in path:
            assert not pattern.callback.declared.needs(stranger), path  # type: ignore[union-attr]


@pytest.mark.usefixtures("landlord")
@pytest.mark.parametrize("name", PAGES)
def test_strangers_see_what_is_public_and_are_asked_to_sign_in_for_the_rest(name: str) -> None:
    address, who = PAGES[name]
    response = Client().get(address, follow=True)
    assert response.status_code == 200
    sound(response)
    asked_to = any(to.startswith("/sign-in?next=") for to, _ in response.redirect_chain)
    assert asked_to == (who != EVERYBODY)


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("name", FOR_STAFF)
def test_staff_see_what_their_role_is_for(landlord: Landlord, name: str, role: Role) -> None:
    address, who = FOR_STAFF[name]
    response = person(landlord, role).get(address)
    if role in who:
        assert response.status_code in (200, 302)
    else:
        assert response.status_code == 403
        assert "You cannot see this page" in sound(response).words


@pytest.mark.parametrize("role", sorted(Role))
def test_another_landlords_people_see_nothing_of_ours(landlord: Landlord, role: Role) -> None:
    other = person(builders.landlord("harrow", "HAR"), role)
    for name in FOR_STAFF.keys() - {"your-landlords"}:
        assert other.get(FOR_STAFF[name][0]).status_code == 403, name


@pytest.mark.parametrize("name", PAGES)
def test_only_forms_take_a_post_and_nothing_takes_a_put(landlord: Landlord, name: str) -> None:
    address, who = PAGES[name]
    role = Role.ADMINISTRATOR if who == ADMINISTRATOR else Role.DIRECTOR
    client = Client() if who == EVERYBODY else person(landlord, role)
    assert (client.post(address, {}).status_code == 405) == (name not in POSTS)
    for verb in (client.put, client.patch, client.delete, client.options):
        assert verb(address).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/no-such-landlord/",
        "/no-such-landlord",
        "/no-such-landlord/complain",
        "/no-such-landlord/oversight/annual",
        "/no-such-landlord/desk/",
        "/code-model/nothing",
        "/code-model/complain/nothing",
        "/CODE-MODEL/",
        "/%00/",
        "/../../etc/passwd",
        "/" + "x" * 3_000,
        "/%F0%9F%9A%BD/",
        "/%ff/",
    ],
)
def test_what_is_not_there_has_a_page_that_says_so(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Page not found" in sound(response).words


@pytest.mark.usefixtures("landlord")
@pytest.mark.parametrize("name", PAGES)
def test_every_answer_has_its_headers_and_no_page_is_kept(client: Client, name: str) -> None:
    response = client.get(PAGES[name][0])
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
