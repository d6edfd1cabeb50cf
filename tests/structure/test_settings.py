"""Settings come from the environment; what cannot be meant is refused by name."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from redress.config import env

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("value", "meant"),
    [("1", True), ("yes", True), (" TRUE ", True), ("on", True), ("", False), ("0", False)],
)
def test_a_switch_is_read(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("REDRESS_X", value)
    assert env.flag("REDRESS_X") is meant


def test_an_unset_switch_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDRESS_X", raising=False)
    assert env.flag("REDRESS_X", default=True) is True
    assert env.flag("REDRESS_X") is False


def test_a_switch_that_is_neither_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_X", "maybe")
    with pytest.raises(ImproperlyConfigured, match='REDRESS_X is "maybe"'):
        env.flag("REDRESS_X")


def test_a_list_is_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_X", " a.example , ,b.example")
    assert env.words("REDRESS_X") == ["a.example", "b.example"]
    monkeypatch.setenv("REDRESS_X", "")
    assert env.words("REDRESS_X", "localhost") == ["localhost"]


def test_a_number_is_read_and_anything_else_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REDRESS_X", " 25 ")
    assert env.number("REDRESS_X", 60) == 25
    monkeypatch.delenv("REDRESS_X")
    assert env.number("REDRESS_X", 60) == 60
    for wrong in ("-1", "1.5", "sixty", "٦", "9" * 10):
        monkeypatch.setenv("REDRESS_X", wrong)
        with pytest.raises(ImproperlyConfigured, match="REDRESS_X is"):
            env.number("REDRESS_X", 60)


def test_a_word_is_one_of_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_X", "TLS")
    assert env.one_of("REDRESS_X", "starttls", "tls", "none") == "tls"
    monkeypatch.setenv("REDRESS_X", "ssl")
    with pytest.raises(ImproperlyConfigured, match="write one of: starttls, tls, none"):
        env.one_of("REDRESS_X", "starttls", "tls", "none")


def test_values_by_landlord_and_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_X", "a@x.example, harrow=b@x.example, together = k==")
    found = env.by_landlord("REDRESS_X")
    assert found == {"": "a@x.example", "harrow": "b@x.example", "together": "k=="}


@pytest.mark.parametrize("wrong", ["harrow=", "harrow=secret, harrow=secret", "secret, secret"])
def test_values_by_landlord_are_refused_without_repeating_them(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("REDRESS_X", wrong)
    with pytest.raises(ImproperlyConfigured, match="REDRESS_X must read") as refusal:
        env.by_landlord("REDRESS_X")
    assert "secret" not in str(refusal.value)


def test_the_embedded_database_loses_nothing_and_lets_writers_queue() -> None:
    options = env.database("", Path("x.sqlite3"))["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


def test_an_address_of_postgresql_is_taken_apart() -> None:
    found = env.database("postgresql://ann:p%40ss@db.example:5433/redress?sslmode=require", Path())
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("ann", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "redress")
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_local_socket_is_an_option() -> None:
    found = env.database("postgresql://postgres:@/postgres?host=/var/run/pg", Path())
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("/var/run/pg", "", "postgres")
    assert found["OPTIONS"] == {}


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://a:secret@b/c", "does not begin with postgresql"),
        ("redress", "does not begin with postgresql"),
        ("postgresql://a:secret@b", "name of one database"),
        ("postgresql://a:secret@b/", "name of one database"),
        ("postgresql://a:secret@b/c/d", "name of one database"),
        ("postgresql://a:secret@b:port/c", "cannot be read"),
        ("postgresql://a:secret@b:99999/c", "cannot be read"),
        ("postgresql://a:secret@[b/c", "cannot be read"),
    ],
)
def test_a_wrong_address_is_refused_without_repeating_the_password(url: str, says: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=says) as refusal:
        env.database(url, Path())
    assert "REDRESS_DATABASE_URL" in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_the_embedded_form_makes_a_key_once_for_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REDRESS_SECRET_KEY", raising=False)
    kept = tmp_path / "var" / "secret_key"
    first = env.secret_key(kept, embedded=True)
    assert len(first) >= 50
    assert env.secret_key(kept, embedded=True) == first
    assert kept.stat().st_mode & 0o777 == 0o600
    assert env.secret_key(tmp_path / "other", embedded=True) != first


def test_of_two_processes_that_make_a_key_at_once_the_first_is_kept(tmp_path: Path) -> None:
    kept = tmp_path / "secret_key"
    env._write_once(kept, "first")
    env._write_once(kept, "second")
    assert kept.read_text() == "first"
    assert list(tmp_path.iterdir()) == [kept]


def test_several_nodes_must_be_given_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDRESS_SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match="REDRESS_SECRET_KEY is not set"):
        env.secret_key(tmp_path / "secret_key", embedded=False)
    assert not list(tmp_path.iterdir())
    monkeypatch.setenv("REDRESS_SECRET_KEY", "ours")
    assert env.secret_key(tmp_path / "secret_key", embedded=False) == "ours"


def manage(var: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`redress manage …` under the site's real settings, nothing inherited."""
    clean = {name: text for name, text in os.environ.items() if not name.startswith("REDRESS_")}
    clean.pop("DJANGO_SETTINGS_MODULE", None)
    given = {"REDRESS_VAR": str(var), "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-P", "-m", "redress", "manage", *words]
    return subprocess.run(
        command, env={**clean, **given}, capture_output=True, text=True, check=False
    )


def test_django_finds_nothing_to_say_about_a_deployed_site(tmp_path: Path) -> None:
    deployed = {
        "REDRESS_HTTPS": "1",
        "REDRESS_SECRET_KEY": "".join(chr(33 + n) for n in range(90)),
        "REDRESS_ALLOWED_HOSTS": "complaints.example",
    }
    outcome = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **deployed)
    assert outcome.returncode == 0, outcome.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("REDRESS_DATABASE_URL", "mysql://a/b"), ("REDRESS_DEBUG", "perhaps")],
)
def test_a_wrong_setting_ends_a_command_with_one_line(
    tmp_path: Path, name: str, value: str
) -> None:
    outcome = manage(tmp_path, "check", **{name: value})
    assert outcome.returncode == 2
    assert outcome.stderr.startswith("redress: ") and name in outcome.stderr
    assert outcome.stderr.count("\n") == 1 and not outcome.stdout


def test_debug_is_off_and_only_this_machine_is_served(tmp_path: Path) -> None:
    code = "from django.conf import settings as s; print(s.DEBUG, s.ALLOWED_HOSTS)"
    outcome = manage(tmp_path, "shell", "--no-imports", "-c", code)
    assert outcome.stdout.strip() == "False ['127.0.0.1', 'localhost']", outcome.stderr


def test_every_variable_is_described_and_every_description_is_of_one() -> None:
    sources = [*(ROOT / "redress").rglob("*.py"), ROOT / "tests/settings.py", ROOT / "run.py"]
    sources.append(ROOT / "tests/conftest.py")
    pattern = re.compile(r"REDRESS_[A-Z_]+")
    used = {name for path in sources for name in pattern.findall(path.read_text())}
    described = set(pattern.findall((ROOT / "docs/reference/settings.md").read_text()))
    assert used - {"REDRESS_"} == described
