"""The site's settings with what tests need: a fixed key, a database of their own, fast hashing.

REDRESS_TEST_DATABASE says which database: `sqlite` (as when it is unset), `sqlite-file` (for the
browser: in memory, one request locks out another, as it never does in use), `postgresql` (a server
is started for the run) or the address of a PostgreSQL server that is already there.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from tests import postgres

ROOT = Path(__file__).resolve().parents[1]
choice = os.environ.get("REDRESS_TEST_DATABASE", "sqlite")
if choice == "postgresql":
    # Parallel workers inherit the address, and so the one server.
    choice = os.environ["REDRESS_TEST_DATABASE"] = postgres.start()
if choice not in ("sqlite", "sqlite-file") and not choice.startswith("postgresql://"):
    known = "sqlite, sqlite-file or postgresql"
    raise ImproperlyConfigured(f'REDRESS_TEST_DATABASE is "{choice}": {known}')

for name in [name for name in os.environ if name.startswith("REDRESS_")]:
    if name not in ("REDRESS_TEST_DATABASE", "REDRESS_TRACEBACK", "REDRESS_HYPOTHESIS"):
        del os.environ[name]  # what the developer's own site is set to
os.environ["REDRESS_VAR"] = str(ROOT / "var" / "test")
os.environ["REDRESS_SECRET_KEY"] = "only for tests"
if choice.startswith("postgresql://"):
    os.environ["REDRESS_DATABASE_URL"] = choice

from redress.config.settings import *  # noqa: E402, F403

if choice == "sqlite-file":
    VAR_DIR.mkdir(parents=True, exist_ok=True)  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / f"browser-{os.getpid()}.sqlite3")}  # noqa: F405
    # Nothing here must outlive the machine.
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
