"""A resident's form while it is being filled in: kept page by page, taken up again by a link, and
erased when it has been sent or nobody has come back.

    load(landlord, key, now)      what there is; None where it is gone
    keep(landlord, key, …)        one page's answers; the other pages stay as they are
    save(landlord, key, …)        a link by e-mail, for another day or device
    erase(now)                    a round of the worker
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from pydantic import TypeAdapter

from redress.cases import files
from redress.cases.files import Upload
from redress.cases.models import WebDraft, WebFile
from redress.people.models import Landlord
from redress.rules.decision import Reason
from redress.rules.filed import FiledFile
from redress.rules.record import plain

UNSAVED = timedelta(hours=24)  # as long as a session can last, and more
SAVED = timedelta(days=30)
SENT = timedelta(hours=12)  # so that the copy can be fetched
MOST_MAILS = 5  # links of one form
_filed = TypeAdapter(FiledFile)


@dataclass(frozen=True)
class WebForm:
    """A form as it stands: its answers by page, its files in their order by number, and the
    reference of the case it became."""

    key: str
    answers: dict[str, dict[str, Any]]
    files: tuple[tuple[int, FiledFile], ...]
    reference: str
    saved: bool


def new_key() -> str:
    """The key of a new form: nobody can guess it."""
    return secrets.token_urlsafe(24)


def load(landlord: Landlord, key: str, now: datetime) -> WebForm | None:
    """The form of this key; None where there is none, or its time is over."""
    row = WebDraft.objects.filter(landlord=landlord, key=key, expires_at__gt=now).first()
    return _form(row) if row else None


def keep(landlord: Landlord, key: str, page: str, answers: dict[str, Any], at: datetime) -> None:
    """Keep the answers of one page. Those of a form that was sent stay as they were sent."""
    with transaction.atomic():
        row = _held(landlord, key, at)
        if not row.reference:
            row.answers = {**row.answers, page: plain(answers)}
            row.expires_at = max(row.expires_at, at + UNSAVED)
            row.save(update_fields=["answers", "expires_at"])


def add(landlord: Landlord, key: str, uploads: Iterable[Upload], at: datetime) -> list[Reason]:
    """Put files with the form; gives a reason for each that is not kept."""
    form = load(landlord, key, at)
    kept = files.keep_beside([file for _, file in form.files] if form else [], uploads)
    try:
        with transaction.atomic():
            row = _held(landlord, key, at)
            WebFile.objects.bulk_create(
                WebFile(landlord=landlord, draft=row, place=file.place, filed=plain(file))
                for file in kept.accepted
            )
    except BaseException:
        files.drop(kept.accepted)
        raise
    return list(kept.refused)


def remove(landlord: Landlord, key: str, number: int) -> None:
    """Take one file away again; nothing where it is gone already."""
    row = WebFile.objects.filter(landlord=landlord, draft__key=key, pk=number).first()
    if row is not None and not row.draft.reference:
        row.delete()
        files.drop([_filed.validate_python(row.filed)])


def save(landlord: Landlord, key: str, at: datetime) -> str:
    """Keep the form for 30 days; gives the token of a new link, which ends any earlier one. Empty
    where so many links were sent for this form already that no more is to go out."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        row = _held(landlord, key, at)
        if row.mails >= MOST_MAILS or row.reference:
            return ""
        row.token, row.mails, row.expires_at = _digest(token), row.mails + 1, at + SAVED
        row.save(update_fields=["token", "mails", "expires_at"])
    return token


def by_token(landlord: Landlord, token: str, now: datetime) -> str:
    """The key of the form to which a link leads; empty for one that is used up, old or not ours."""
    rows = WebDraft.objects.filter(landlord=landlord, token=_digest(token), expires_at__gt=now)
    return rows.values_list("key", flat=True).first() or ""


def sent(landlord: Landlord, key: str, reference: str, at: datetime) -> None:
    """The form is a case now: its link ends, its files are the case's, and the answers stay for as
    long as the copy can be fetched. Inside the transaction that makes the case."""
    row = _held(landlord, key, at)
    row.files.all().delete()
    row.token, row.reference, row.expires_at = "", reference, at + SENT
    row.save(update_fields=["token", "reference", "expires_at"])


def erase(now: datetime) -> int:
    """Erase the forms whose time is over, with their files; gives how many."""
    old = WebDraft.objects.filter(expires_at__lte=now)
    gone = [_filed.validate_python(file.filed) for file in WebFile.objects.filter(draft__in=old)]
    erased = old.count()
    old.delete()
    files.drop(gone)
    return erased


def _held(landlord: Landlord, key: str, at: datetime) -> WebDraft:
    """The row, locked; made where there is none."""
    new = WebDraft(landlord=landlord, key=key, expires_at=at + UNSAVED)
    WebDraft.objects.bulk_create([new], ignore_conflicts=True)
    return WebDraft.objects.select_for_update().get(landlord=landlord, key=key)


def _form(row: WebDraft) -> WebForm:
    there = tuple((file.pk, _filed.validate_python(file.filed)) for file in row.files.all())
    return WebForm(row.key, row.answers, there, row.reference, bool(row.token))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
