"""The evidence pack: all of the record is in it or named, and its digests can be checked."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client

from redress.cases import mail_in
from redress.cases.files import perform_with
from redress.cases.models import Case, StoredFile, Viewed
from redress.cases.perform import Done
from redress.ombudsman import store
from redress.ombudsman.models import OmbudsmanEntry
from redress.rules.access import Role, Verb
from redress.rules.actions.comment import Comment
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.undo import Undo
from redress.rules.facts import Contact, State
from redress.rules.ombudsman import Asks, Body, Duty, Entry
from redress.uploads.shelf import Shelf
from redress.web import clock
from redress.web.oversight import ombudsman_evidence
from tests import builders
from tests.rules.inputs import ROOFER, ask
from tests.uploads.corpus import PDF, photo
from tests.web.desk.conftest import browser_of
from tests.web.reader import sound
from tests.work.mail_corpus import letter, of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]
TODAY = date(2026, 7, 1)
HOSTILE = "../../etc/passwd\u202etxt.pdf"
APART = "delete-before-sending/to-look-at.html"


class Told:
    """A complaint that went through both stages, with all that a record may hold."""

    def __init__(self) -> None:
        self.office = builders.office()
        self.landlord, desk = self.office.landlord, self.office.one
        person = builders.resident(self.landlord)
        self.reference = self.office.reach(State.STAGE_2_ANSWERED, resident=person.pk)
        for name, content in (("roof.pdf", PDF), (HOSTILE, PDF + b"\n"), ("wall.jpg", photo())):
            self.sends(name, content)
        elsewhere = NoteDocument(name="Survey", received_on=TODAY, kept_at="Shelf 4")
        desk.does(self.reference, Verb.NOTE_DOCUMENT, elsewhere, TODAY)
        call = RecordCall(
            reached=None, on=TODAY, note="Our solicitor says: do not admit.", what=Contact.NOTE
        )
        desk.does(self.reference, Verb.RECORD_CALL, call, TODAY)
        wrote = ReceiveMessage(received_on=TODAY, channel="email", text="It leaks.", name="Mary")
        desk.does(self.reference, Verb.RECEIVE_MESSAGE, wrote, TODAY)
        entry = Entry(body=Body.HOUSING, reference="2026-1", received_on=TODAY, case=self.reference)
        self.number = store.keep(self.landlord, entry, desk.actor, builders.at(TODAY), TODAY).pk
        asks = Duty(Asks.INFORMATION, "Send it all", TODAY, date(2026, 7, 22))
        row = store.row_of(self.landlord, self.number)
        assert row
        store.keep_duty(row, asks, desk.actor, builders.at(TODAY), TODAY)

    def sends(
        self,
        name: str,
        content: bytes,
        verb: Verb = Verb.NOTE_DOCUMENT,
        given: Any = NoteDocument(name="", received_on=TODAY),  # noqa: B008 it never changes
    ) -> None:
        file = SimpleUploadedFile("x", content, "application/octet-stream")
        file._name = name  # as a browser may say it: Django's own form cuts it shorter
        done = perform_with(
            self.office.one.actor,
            self.landlord,
            self.reference,
            verb,
            given,
            uploads=[file],
            at=builders.at(TODAY),
        )
        assert isinstance(done, Done), done

    @property
    def row(self) -> Case:
        return Case.objects.get(landlord=self.landlord, reference=self.reference)

    @property
    def page(self) -> str:
        return f"/code-model/oversight/ombudsman/{self.number}/evidence"

    def pack(self, client: Client | None = None) -> dict[str, bytes]:
        answer = (client or browser_of(self.office.one.actor)).post(self.page)
        assert answer.status_code == 200
        return unpacked(answer, f"evidence-{self.reference}/")


def read(answer: HttpResponseBase) -> bytes:
    """All of an answer; once a file is read to its end, the test's client closes it."""
    return b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]


def unpacked(answer: HttpResponseBase, folder: str) -> dict[str, bytes]:
    content = read(answer)
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        assert found.testzip() is None
        names = found.namelist()
        assert len(set(names)) == len(names) and all(name.startswith(folder) for name in names)
        return {name.removeprefix(folder): found.read(name) for name in names}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def told() -> Told:
    return Told()


def rows_of(html: str, caption: str) -> list[str]:
    """The rows of one table of the index."""
    table = html[html.index(f"<caption>{caption}</caption>") :].split("</table>")[0]
    return re.findall(r"<tr>(.*?)</tr>", table.split("<tbody>")[1], re.S)


def test_all_of_the_record_is_in_it(told: Told) -> None:
    mail = mail_in.keep(
        told.landlord, bytes(letter("Still wet", of("Mary"))), TODAY, builders.at(TODAY)
    )
    type(mail).objects.filter(pk=mail.pk).update(case=told.row)
    row, pack = told.row, told.pack()
    html = pack["index.html"].decode()
    events = json.loads(pack["record.json"])["events"]
    assert len(rows_of(html, "All that happened, in its order")) == len(events) == row.event_count
    assert [each["digest"] for each in events] == list(row.events.values_list("digest", flat=True))
    letters = [f"letters/{each.number:03}.pdf" for each in row.letters.all()]
    assert len(rows_of(html, "Letters that we issued")) == len(letters) > 3
    assert len(rows_of(html, "Documents")) == row.documents.count() == 4
    assert {*letters, "documents/001.pdf", "documents/002.pdf", "documents/003.jpg"} <= pack.keys()
    assert b"It leaks." in pack["messages-in/001.txt"]
    assert b"Still wet" in pack["emails/001.eml"]
    files = StoredFile.objects.order_by("pk")
    assert pack["documents/001.pdf"] == PDF and files.count() == 3
    out = row.messages.filter(letter=None).count()
    assert len([name for name in pack if name.startswith("messages-out/")]) == out
    assert len(rows_of(html, "Messages that came in")) == row.incoming.count() == 1
    assert len(rows_of(html, "Promised actions")) == max(row.actions.count(), 1)
    assert pack["index.pdf"].startswith(b"%PDF") and b"/StructTreeRoot" in pack["index.pdf"]


def test_what_the_index_names_is_there_and_nothing_is_called_as_somebody_else_called_it(
    told: Told,
) -> None:
    pack = told.pack()
    html = pack["index.html"].decode()
    named = set(re.findall(r'href="([^"#]+)"', html))
    assert named <= pack.keys()
    assert pack.keys() - named == {
        *("index.html", "index.pdf", "record.json", "SHA256SUMS"),
        APART,
    }
    assert all(re.fullmatch(r"[a-z-]+/[a-z0-9-]+\.[a-z]+", name) for name in named)
    assert "passwd" in html and "\u202e" not in html


def test_the_digests_can_be_checked(told: Told, tmp_path: Path) -> None:
    pack = told.pack()
    for name, content in pack.items():
        path = tmp_path / "pack" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    check = [shutil.which("sha256sum") or "sha256sum", "-c", "--strict", "SHA256SUMS"]
    done = subprocess.run(check, cwd=tmp_path / "pack", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(pack) - 2  # the list itself, and what is not sent
    assert "delete-before-sending" not in pack["SHA256SUMS"].decode() + pack["index.html"].decode()
    (tmp_path / "pack" / "record.json").write_text("{}")
    changed = subprocess.run(check, cwd=tmp_path / "pack", capture_output=True, check=False)
    assert changed.returncode == 1


def test_what_cannot_be_in_it_is_named_with_the_reason(told: Told, shelf: Shelf) -> None:
    one, two, three = StoredFile.objects.order_by("pk")
    StoredFile.objects.filter(pk=one.pk).update(scan="infected", found="Eicar")
    shelf.remove(two.place)
    shelf.path(three.place).write_bytes(b"changed")
    shown = sound(browser_of(told.office.one.actor).get(told.page))
    assert "1 file cannot be in it" in shown.words
    pack = told.pack()
    documents = [name for name in pack if name.startswith("documents/")]
    assert documents == ["documents/003.jpg"]
    left = " ".join(rows_of(pack["index.html"].decode(), "Left out, each with the reason"))
    for words in ("A virus was found", "missing from where", "its digest differs", "Shelf 4"):
        assert words in left
    assert Viewed.objects.filter(what="pack", case__reference=told.reference).count() == 1
    note = OmbudsmanEntry.objects.filter(what="evidence_made").get()
    assert note.details["holds"][1].endswith("1 document; 3 not in it")


def test_policies_are_those_of_the_days_and_hints_say_where_to_look(told: Told) -> None:
    pack = told.pack()
    html = pack["index.html"].decode()
    days = " ".join(rows_of(html, "Which policy was in force"))
    assert "Fri 1 May 2026" in days and "Stage 2 answered" in days
    assert "starts = 2024-04-01" in pack["policies/code-model-2024-04-01.toml"].decode()
    assert "code/code-2024-04-01.toml" in pack
    looked = " ".join(rows_of(pack[APART].decode(), "What to look at, and why"))
    assert "may be legal advice" in looked and "written among colleagues" in looked
    assert "Amina Khan (complaints officer)" in html and "Wed 22 July 2026" in html.replace(
        "Wednesday", "Wed"
    )


def test_a_file_of_a_step_taken_back_is_in_it_too(told: Told) -> None:
    reference, desk = told.office.reach(State.STAGE_1_OPEN), told.office.one
    desk.does(reference, Verb.ASK_COMMENTS, ask(TODAY + timedelta(days=3), ROOFER), TODAY)
    entry = Entry(body=Body.HOUSING, reference="2026-3", received_on=TODAY, case=reference)
    told.number = store.keep(told.landlord, entry, desk.actor, builders.at(TODAY), TODAY).pk
    told.reference = reference
    told.sends(
        "wrong.pdf", PDF, Verb.COMMENT, Comment(number=1, answered_by="Sam Roy", answer="I came.")
    )
    desk.does(reference, Verb.UNDO, Undo(), TODAY)
    assert not told.row.documents.exists()
    pack = told.pack()
    assert pack["taken-back/001.pdf"] == PDF
    assert "taken-back/001.pdf" in pack["index.html"].decode()


def test_who_may_make_it_and_that_it_is_noted(told: Told) -> None:
    may = {Role.SENIOR_LEAD: 200, Role.AUDITOR: 200, Role.HANDLER: 403, Role.ADMINISTRATOR: 403}
    for role, status in may.items():
        client = browser_of(builders.user(told.landlord, role, name=f"A {role}"))
        assert client.get(told.page).status_code == status
        answer = client.post(told.page)
        assert answer.status_code == status
        read(answer)
    assert b"Sign in" in Client().post(told.page).content
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.SENIOR_LEAD, name="Other"))
    assert theirs.post(told.page).status_code == 403
    assert theirs.post(told.page.replace("code-model", "harrow")).status_code == 404
    notes = OmbudsmanEntry.objects.filter(what="evidence_made")
    assert [each.by_name for each in notes.order_by("pk")] == ["A senior_lead", "A auditor"]
    shown = sound(browser_of(told.office.one.actor).get(told.page.removesuffix("/evidence")))
    assert "Evidence pack made" in shown.words and "Make the evidence pack" in shown.words


def test_a_restricted_case_is_packed_by_those_named_alone(told: Told) -> None:
    desk = told.office.one
    named = Restrict(people=((desk.actor.id or 0, desk.actor.name),), reason="Safety")
    desk.does(told.reference, Verb.RESTRICT, named, TODAY)
    lead = browser_of(builders.user(told.landlord, Role.SENIOR_LEAD, name="Ines Moreau"))
    assert lead.get(told.page).status_code == lead.post(told.page).status_code == 404
    assert (
        "Make the evidence pack" not in sound(lead.get(told.page.removesuffix("/evidence"))).words
    )
    assert "look at all of it" in told.pack()[APART].decode()


def test_without_a_case_of_ours_there_is_none(told: Told) -> None:
    entry = Entry(body=Body.HOUSING, reference="2026-2", received_on=TODAY)
    by = told.office.one.actor
    row = store.keep(told.landlord, entry, by, builders.at(TODAY), TODAY)
    at = told.page.replace(str(told.number), str(row.pk))
    assert browser_of(by).post(at).status_code == 404


def test_where_there_is_no_room_nothing_is_noted(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ombudsman_evidence, "make", full)
    answer = browser_of(told.office.one.actor).post(told.page)
    assert answer.status_code == 507 and b"no room" in answer.content
    assert not OmbudsmanEntry.objects.filter(what="evidence_made").exists()


def test_the_same_record_gives_the_same_pack(told: Told) -> None:
    one, two = told.pack(), told.pack()
    assert one == two
