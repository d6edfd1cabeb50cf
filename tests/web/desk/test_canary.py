"""A restricted case leaks no word: its canaries are looked for on every page and in every file."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import URLPattern

from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.promise import Promise
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.tag import Tag
from redress.web.desk import urls
from tests import builders
from tests.rules.inputs import SURVEYOR, ask
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened

CANARY = "canarybird"  # in everything that anybody writes on the case
NAME = "Zebedee Quixote"
SEARCHES = (CANARY, "canarybrid", "Zebedee", "quixote", "Zebedee Quixote", "07700 900123", "E1 4AA")
FILTERS = ("", "stage=1", "due=late", "due=week", "handler=nobody", f"tag={CANARY}", "waiting=us")


@pytest.fixture
def restricted(desk: builders.Desk) -> str:
    """A case full of canaries, kept to the officer."""
    person = builders.resident(desk.landlord, name=NAME)
    ref = opened(
        desk,
        resident=person.pk,
        description=f"The {CANARY} sings all night.",
        issues=(NewIssue(summary=f"The {CANARY} is loud"),),
    )
    me = Allocate(handler=desk.actor.id or 0, handler_name=desk.actor.name)
    desk.does(ref, Verb.ALLOCATE, me, TODAY)
    given = Promise(what=f"Move the {CANARY}", owner="Repairs", due_on=date(2026, 5, 13))
    desk.does(ref, Verb.PROMISE, given, TODAY)
    paper = NoteDocument(name=f"A photo of the {CANARY}", received_on=TODAY, kept_at="A folder")
    desk.does(ref, Verb.NOTE_DOCUMENT, paper, TODAY)
    desk.does(ref, Verb.ASK_COMMENTS, ask("Tue 19 May", SURVEYOR), TODAY)
    desk.does(ref, Verb.TAG, Tag(add=(CANARY,)), TODAY)
    mine = Restrict(people=((desk.actor.id or 0, "Amina Khan"),), reason=f"The {CANARY} is ours.")
    desk.does(ref, Verb.RESTRICT, mine, TODAY)
    assert case_of(desk, ref).restricted
    return ref


@pytest.fixture
def ivor(landlord: Landlord) -> Client:
    """Somebody with every role but those who may open it with a reason, who is not named."""
    roles = (Role.HANDLER, Role.TEAM_LEADER, Role.STAGE_2_REVIEWER, Role.AUDITOR)
    return browser_of(builders.user(landlord, *roles, name="Ivor Hall"))


def pages() -> list[str]:
    """Every page of the desk without a number or a reference in its address."""
    found = [p.pattern for p in urls.urlpatterns if isinstance(p, URLPattern)]
    plain = [str(pattern) for pattern in found if "<" not in str(pattern)]
    assert len(plain) > 12
    return plain


def texts(browser: Client, ref: str) -> dict[str, str]:
    """Whatever the desk says, by address: pages, lists, searches, files, and while typing."""
    asked = [address(rest) for rest in pages()]
    asked += [address(f"worklist?{query}") for query in FILTERS]
    asked += [f"{address('find')}?find={words}" for words in (*SEARCHES, ref)]
    asked += [address(f"export?as={kind}") for kind in ("csv", "xlsx")]
    asked += [address(f"case/{ref}{rest}") for rest in ("", "/letters/1", "/letters/1/pdf")]
    asked += [address(f"case/{ref}/{verb}") for verb in ("respond", "here", "tag", "documents/1")]
    said = {at: body(browser.get(at)) for at in asked}
    for query in (f"find={NAME}", "postcode=E1 4AA"):
        name, _, value = query.partition("=")
        typed = {name: value, "description": f"The {CANARY} again"}
        said[f"look {query}"] = body(browser.post(address("receive/look"), typed))
    return said


def body(answer: object) -> str:
    """What was sent, streamed or not."""
    parts = getattr(answer, "streaming_content", None)
    sent = b"".join(parts) if parts is not None else answer.content  # type: ignore[attr-defined]
    if sent.startswith(b"PK"):  # a spreadsheet is a zip
        with ZipFile(BytesIO(sent)) as book:
            sent = b"".join(book.read(name) for name in book.namelist())
    return bytes(sent).decode("utf-8", "replace").casefold()


def leaks(said: dict[str, str], ref: str) -> list[str]:
    """The addresses that say a canary or the reference, but for what one typed oneself."""
    found = []
    for at, text in said.items():
        own = [word.casefold() for word in (CANARY, ref) if word.casefold() in at.casefold()]
        for word in (CANARY, ref.casefold()):
            if word in text and word not in own:
                found.append(f"{at}: {word}")
    return found


def test_who_is_named_finds_it_everywhere(restricted: str, page: Client) -> None:
    """The canaries are there to be found: otherwise the next test would prove nothing."""
    said = texts(page, restricted)
    holding = [at for at in said if restricted.casefold() in said[at]]
    for part in (
        "worklist?",
        "find=Zebedee",
        "promises",
        "comments-asked",
        "as=csv",
        "as=xlsx",
        "look",
    ):
        assert any(part in at for at in holding), part


def test_who_is_not_named_reads_no_word_of_it(restricted: str, ivor: Client) -> None:
    assert leaks(texts(ivor, restricted), restricted) == []


def test_nor_does_who_declared_a_conflict(
    desk: builders.Desk, landlord: Landlord, restricted: str
) -> None:
    """Not restricted any more, but theirs to keep away from."""
    hana = builders.user(landlord, Role.HANDLER, name="Hana Ali")
    desk.does(restricted, Verb.RESTRICT, Restrict(people=(), reason="Over."), TODAY)
    browser = browser_of(hana)
    assert leaks(texts(browser, restricted), restricted)
    given = DeclareConflict(conflict=True, about="My aunt.", person=hana.id, person_name="Hana")
    desk.does(restricted, Verb.DECLARE_CONFLICT, given, TODAY)
    assert leaks(texts(browser, restricted), restricted) == []
