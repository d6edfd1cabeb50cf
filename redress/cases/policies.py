"""A landlord's policy given in the browser: taken as a draft, looked at, published, withdrawn."""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases.book import book_with, changed, days_of, read, versions
from redress.cases.models import Stage
from redress.people import admin_log
from redress.people.models import Landlord, PolicyVersion
from redress.rules.access import Actor
from redress.rules.policy import Policy
from redress.rules.policy_check import check
from redress.rules.policy_files import (
    MOST_BYTES,
    NoneInForce,
    PolicyError,
    code_nearest,
    policy_of,
)
from redress.rules.policy_finding import FindingOfPolicy
from redress.rules.policy_rows import rows


@dataclass(frozen=True)
class Difference:
    """One row in which two versions differ."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class Look:
    """A version as somebody should see it before it is published. `before` is the version that it
    follows, None for a landlord's first; `begun` is how many running stages began on or after its
    start date: they stay under the version to which they are pinned."""

    policy: Policy
    before: Policy | None
    differences: tuple[Difference, ...]
    findings: tuple[FindingOfPolicy, ...]
    begun: int


def upload(landlord: Landlord, by: Actor, content: bytes, at: datetime) -> PolicyVersion:
    """Take a policy file as a draft; one from the same start date takes the place of the draft
    that was there. Raises PolicyError with every fault, each with its key or line."""
    text = _text(content)
    policy = policy_of(_toml(text), "the file")
    if policy.slug != landlord.slug:
        raise PolicyError([f"slug: is {policy.slug}, but this landlord is {landlord.slug}"])
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        if any(known.starts == policy.starts for known in versions(landlord)):
            raise PolicyError(
                [f"starts: a version from {policy.starts} is published already; give another date"]
            )
        drafts = PolicyVersion.objects.filter(landlord=landlord, published_at__isnull=True)
        drafts.filter(starts=policy.starts).delete()
        digest = hashlib.sha256(text.encode()).hexdigest()
        made = PolicyVersion.objects.create(
            landlord=landlord,
            starts=policy.starts,
            text=text,
            digest=digest,
            uploaded_at=at,
            uploaded_by=by.name,
        )
        admin_log.note(landlord, by, "policy_uploaded", policy.id, at, digest=digest)
        return made


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise PolicyError([f"The file is larger than {MOST_BYTES:,} bytes; no policy is"])
    try:
        return content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PolicyError([f"Byte {error.start + 1} is not UTF-8 text"]) from error


def _toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise PolicyError(["The file is nested too deeply"]) from error
    except ValueError as error:  # names the line
        raise PolicyError([f"The file is not TOML: {error}"]) from error


def listed(landlord: Landlord) -> list[PolicyVersion]:
    """The versions given in the browser, the newest start first."""
    return list(PolicyVersion.objects.filter(landlord=landlord).order_by("-starts"))


def one_of(landlord: Landlord, number: int) -> PolicyVersion | None:
    """One of them, by its number."""
    return PolicyVersion.objects.filter(landlord=landlord, pk=number).first()


def look(landlord: Landlord, row: PolicyVersion, today: date) -> Look:
    """The version against the one it follows and against the Code, and what it leaves alone."""
    policy = read(row)
    before = _before(landlord, policy.starts)
    begun = Stage.objects.filter(
        landlord=landlord, received_on__gte=policy.starts, ended_on__isnull=True, number__gt=0
    )
    return Look(
        policy,
        before,
        differences(before, policy) if before else (),
        check(policy, code_nearest(policy.starts), today),
        begun.count() if policy.starts <= today else 0,
    )


def _before(landlord: Landlord, starts: date) -> Policy | None:
    book = book_with(landlord, days_of(landlord.pk))
    try:
        return book.in_force(landlord.slug, starts - timedelta(days=1))
    except NoneInForce:
        return None


def differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """The rows that say something else; a row that one lacks is empty there."""
    was = {row.label: row.says for row in rows(before)}
    now = {row.label: row.says for row in rows(after)}
    labels = dict.fromkeys((*was, *now))
    found = (Difference(each, was.get(each, ""), now.get(each, "")) for each in labels)
    return tuple(each for each in found if each.was != each.now)


def publish(landlord: Landlord, by: Actor, row: PolicyVersion, reason: str, at: datetime) -> bool:
    """Put a draft in force from its start date; False where it is published already.

    Raises PolicyError for a start date in the past without a reason.
    """
    if row.starts < localdate(at) and not reason:
        raise PolicyError(["The start date has passed. Say why it starts in the past"])
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        draft = PolicyVersion.objects.filter(pk=row.pk, published_at__isnull=True)
        if not draft.update(published_at=at):
            return False
        changed([landlord.pk])
        told = {"because": reason} if reason else {}
        identity = f"{landlord.slug}/{row.starts}"
        admin_log.note(landlord, by, "policy_published", identity, at, digest=row.digest, **told)
        return True


def withdraw(landlord: Landlord, by: Actor, row: PolicyVersion, at: datetime) -> bool:
    """Make a version that has not started a draft again; False for any other."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        ahead = PolicyVersion.objects.filter(
            pk=row.pk, published_at__isnull=False, starts__gt=localdate(at)
        )
        if not ahead.update(published_at=None):
            return False
        changed([landlord.pk])
        admin_log.note(landlord, by, "policy_withdrawn", f"{landlord.slug}/{row.starts}", at)
        return True
