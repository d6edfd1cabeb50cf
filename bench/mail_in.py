"""How many e-mails a second are taken in from a Maildir folder, and what becomes of the hard ones.

    python -m bench.mail_in --mails 300 --database sqlite
    python -m bench.mail_in --corpus > bench/mail.md

Of every ten mails six are new complaints with a photo, three go to a case by its own address and
one is an out-of-office. What is measured is keeping, reading, deciding and moving on, one at a
time, each on the disk before the next.
"""

import argparse
import mailbox
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.kills import laboratory

NOW = datetime(2026, 5, 12, 10, tzinfo=UTC)
TO = "complaints@landlord.example"
TOP = """# Hard e-mails, and what became of each

Made by `python -m bench.mail_in --corpus`. Each mail of `tests/work/mail_corpus.py` came twice.
**new** is a new complaint, **on_case** a message on its case, **parked** waits for a person, with
why, **ended** is kept and answered by nobody. The time is for both.

| mail | size | became | why | seconds |
| --- | --- | --- | --- | --- |"""


def with_box(stack: ExitStack) -> tuple[Any, mailbox.Maildir]:
    """The laboratory's landlord, with a mailbox in a folder of its own."""
    from django.test import override_settings

    from redress.people.models import Landlord

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    landlord = Landlord.objects.get()
    settings = override_settings(
        MAIL_IN={landlord.slug: f"maildir:{folder / 'box'}"},
        MAIL_FROM={"": TO},
        MAIL_REPLY={"": TO},
        MAIL_STAFF={"": "landlord.example"},
        MEDIA_ROOT=folder / "files",
    )
    stack.enter_context(settings)
    return landlord, mailbox.Maildir(str(folder / "box"), create=True)


def mails(how_many: int, answer_to: str) -> list[bytes]:
    """So many, each from somebody else."""
    from tests.work.mail_corpus import PHOTO, letter, of

    made = []
    for n in range(how_many):
        who, kind = of(f"Resident{n}"), n % 10
        if kind < 6:
            mail = letter(f"The ceiling of number {n} leaks. " * 10, who)
            mail.add_attachment(PHOTO, maintype="image", subtype="png", filename="a.png")
        elif kind < 9:
            mail = letter(f"It still leaks, {n}", who, To=answer_to)
        else:
            mail = letter(f"I am away, {n}", who, Auto_Submitted="auto-replied")
        made.append(bytes(mail))
    return made


def measured(how_many: int) -> float:
    """E-mails a second."""
    from redress.cases.models.mail_item import MailItem, ReplyAddress
    from redress.work import fetch_mail
    from tests.work.mail_corpus import letter, of

    with ExitStack() as stack:
        landlord, box = with_box(stack)
        box.add(bytes(letter("First", of("First"))))
        fetch_mail.fetch(landlord, NOW)
        token = ReplyAddress.objects.filter(landlord=landlord).latest("pk").token
        for each in mails(how_many, TO.replace("@", f"+{token}@")):
            box.add(each)
        before, began = MailItem.objects.count(), time.perf_counter()
        fetch_mail.fetch(landlord, NOW, most=how_many + 1)
        took = time.perf_counter() - began
        if MailItem.objects.count() - before != how_many:
            raise SystemExit("not all were taken in")
    return how_many / took


def table() -> None:
    """Every mail of the corpus in one table."""
    from redress.cases import mail_in
    from redress.cases.models.mail_item import MailItem
    from redress.rules.access import Role
    from tests import builders
    from tests.work.mail_corpus import corpus
    from tests.work.test_fetch_mail import known

    with ExitStack() as stack:
        landlord, _ = with_box(stack)
        one = builders.user(landlord, Role.COMPLAINTS_OFFICER, name="One")
        two = builders.user(landlord, Role.STAGE_2_REVIEWER, name="Two")
        desks = builders.Desk(landlord, one), builders.Desk(landlord, two)
        print(TOP)
        for each in [*corpus(known(builders.Office(landlord, *desks))), *large()]:
            began = time.perf_counter()
            for _ in range(2):
                item = mail_in.keep(landlord, each.content, NOW.date(), NOW)
                item = mail_in.settle(item, NOW)
            took = time.perf_counter() - began
            wrong = "" if (item.state, item.why) == (each.ending, each.why) else " WRONG"
            size = f"{len(each.content):,}"
            print(f"| {each.name} | {size} | {item.state}{wrong} | {item.why} | {took:.2f} |")
        print(f"\n{MailItem.objects.count()} mails, each there once.")


def large() -> list[Any]:
    """Mails of 20 and of 50 MB, which the tests leave out."""
    from tests.work.mail_corpus import Hard, raw

    head = 'Content-Type: multipart/mixed; boundary="b"\r\n'
    text = b"--b\r\nContent-Type: text/plain\r\n\r\nIt leaks\r\n--b\r\n"
    photo = b"Content-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    line = b"QUJD" * 19 + b"\r\n"
    found = []
    for size in (20, 50):
        body = text + photo + line * (size * 1024 * 1024 // len(line)) + b"--b--\r\n"
        found.append(Hard(f"{size} MB", raw(f"Big{size}", body, head), "new"))
    return found


def main() -> int:
    """Measures and prints one line, or the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mails", type=int, default=300)
    parser.add_argument("--corpus", action="store_true", help="the table of hard mails instead")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    args = parser.parse_args()
    with laboratory(args.database):
        if args.corpus:
            table()
            return 0
        rate = measured(args.mails)
    print(f"{args.mails:,} e-mails on {args.database}: {rate:.1f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
