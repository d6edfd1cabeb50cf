"""Reading settings from environment variables, and refusing what cannot be meant."""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding blanks; `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """A switch: 1, true, yes, on; or 0, false, no, off. Anything else is refused."""
    word = text(name).lower()
    if not word:
        return default
    if word in ("1", "true", "yes", "on"):
        return True
    if word in ("0", "false", "no", "off"):
        return False
    raise ImproperlyConfigured(f'{name} is "{word}"; write 1 or 0')


def number(name: str, default: int) -> int:
    """A whole number, 0 or more. Anything else is refused."""
    word = text(name, str(default))
    if not (word.isascii() and word.isdecimal()) or len(word) > 9:
        raise ImproperlyConfigured(f'{name} is "{word}"; write a whole number')
    return int(word)


def scanner(name: str) -> str:
    """Where ClamAV's daemon listens: `unix:/path/of/its/socket` or `host:port`; empty for none."""
    word = text(name)
    host, _, port = word.rpartition(":")
    by_port = bool(host) and port.isdecimal() and 0 < int(port) < 65536
    if word and not (word.startswith("unix:/") or by_port):
        raise ImproperlyConfigured(f'{name} is "{word}"; write unix:/path or host:port')
    return word


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas, blanks dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def one_of(name: str, default: str, *others: str) -> str:
    """One of these words; `default` where it is not set. Anything else is refused."""
    word = text(name, default).lower()
    if word not in (default, *others):
        raise ImproperlyConfigured(
            f'{name} is "{word}"; write one of: {", ".join((default, *others))}'
        )
    return word


def by_landlord(name: str) -> dict[str, str]:
    """Values by landlord, from `harrow=a, together=b`. A value alone, kept under "", is that of
    every landlord that is not named. The message of a refusal repeats no value: it may be a key."""
    found: dict[str, str] = {}
    for word in words(name):
        landlord, value = word.split("=", 1) if "=" in word else ("", word)
        if not value.strip() or landlord.strip() in found:
            raise ImproperlyConfigured(f"{name} must read LANDLORD=VALUE, LANDLORD=VALUE")
        found[landlord.strip()] = value.strip()
    return found


def languages(name: str, folders: list[Path]) -> list[tuple[str, str]]:
    """Languages by code, from `cy=Cymraeg, ur=اردو`. Refused where the folder of translated words
    has none for one of them: pages must not fall back to English in silence."""
    found = by_landlord(name)
    for code in found:
        files = [each / code / "LC_MESSAGES" / "django.mo" for each in folders]
        if not code or not any(file.is_file() for file in files):
            where = files[0] if files else "REDRESS_WORDS, which is not set"
            raise ImproperlyConfigured(f"{name} names {code or 'no code'!r}; no words in {where}")
    return list(found.items())


def database(url: str, embedded: Path) -> dict[str, Any]:
    """Django's description of the database: PostgreSQL at `url`, or the file `embedded`."""
    return postgresql(url) if url else sqlite(embedded)


def sqlite(path: Path) -> dict[str, Any]:
    """The embedded database. Full sync, because a complaint once received may not be lost;
    IMMEDIATE transactions and a time-out, so that writers queue instead of failing. Its folder
    is made here, closed to other users of the machine."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"
    pragmas += "; PRAGMA recursive_triggers=ON"  # or REPLACE deletes what triggers keep
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": 20},
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL from `postgresql://user:password@host:port/name?option=value`.

    Host and port may be left out or given as options (`?host=` a folder means a local socket).
    The message of a refusal never repeats the address: it may hold a password.
    """
    wrong = "REDRESS_DATABASE_URL must read postgresql://user:password@host:port/name: "
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{wrong}its host or port cannot be read") from error
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(f"{wrong}it does not begin with postgresql://")
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise ImproperlyConfigured(f"{wrong}it must end with the name of one database")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": options.pop("port", "") or str(port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def secret_key(kept_in: Path, embedded: bool) -> str:
    """REDRESS_SECRET_KEY; for the embedded form a random one, made once and kept in a file."""
    if key := text("REDRESS_SECRET_KEY"):
        return key
    if not embedded:
        raise ImproperlyConfigured(
            "REDRESS_SECRET_KEY is not set; give every node the same random text of 50 characters"
        )
    if not kept_in.exists():
        _write_once(kept_in, secrets.token_urlsafe(50))
    return kept_in.read_text().strip()


def _write_once(path: Path, content: str) -> None:
    """Writes a private file whole. Where two processes try at once, the first one's stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:  # made readable by us alone
        file.write(content)
        file.flush()
        try:
            os.link(file.name, path)
        except FileExistsError:
            return
