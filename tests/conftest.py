"""Shared by all tests: repeatable random tests, and no silent skips in CI.

`tests/settings.py` chooses the database. A test that reads the folder `shared` beside the checkout
skips with a reason that contains SHARED where the folder is not there; that is no skip of CI's.
"""

import gc
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytest_django.plugin import blocking_manager_key

from redress.uploads.shelf import Shelf
from tests import made

SHARED = "../shared"

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("REDRESS_HYPOTHESIS", "ci"))

# The collector looks for circles a hundred times less often: that is a tenth of the tests’ time,
# for pages make many objects and few circles.
gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A worker's database is copied from the first that the migrations made."""
    made.copy_instead_of_migrating()


# About words, menus, who may open a page and files that are handed out: they ask nothing of the
# database that others do not, and run on SQLite alone.
ONCE = {
    *("web/test_every_page.py", "web/test_words.py", "web/test_report_words.py"),
    *("web/test_language.py", "web/test_weight.py", "web/test_menu.py"),
    *("web/test_packs.py", "web/desk/test_document.py", "web/desk/test_paper.py"),
    *("web/desk/test_access.py", "web/desk/test_shortcuts.py", "web/desk/test_refusals.py"),
}


def pytest_collection_finish() -> None:
    """What is imported by now stays, and is not looked through again."""
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is about one database alone, such as SQLite's plans or PostgreSQL's many nodes, belongs
    to the run on that one and to no other."""
    from django.db import connection

    apart = {"sqlite", "postgresql"} - {connection.vendor}
    others = [item for item in items if any(item.get_closest_marker(name) for name in apart)]
    if connection.vendor == "postgresql":
        here = Path(__file__).parent
        once = {here / name for name in ONCE}
        others += [item for item in items if item.path in once]
    items[:] = [item for item in items if item not in others]
    # The nodes wait two minutes for what a dead one held: the other tests go on beside them.
    items.sort(key=lambda item: item.get_closest_marker("postgresql") is None)
    config.hook.pytest_deselected(items=others)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, None, None]:
    """After a test with a live server the database is emptied, which the record's triggers would
    refuse: they are taken away for that moment."""
    marker = item.get_closest_marker("django_db")
    names = set(getattr(item, "fixturenames", ()))
    if not names & {"live_server", "transactional_db"} and not (
        marker and marker.kwargs.get("transaction")
    ):
        return (yield)
    from django.db import connection

    from tests import triggers

    database = item.config.stash[blocking_manager_key]
    with database.unblock():
        triggers.remove(connection)
    try:
        return (yield)
    finally:
        if nextitem is not None:  # after the last test the database is gone
            with database.unblock():
                triggers.install(connection)


@pytest.fixture
def shelf(settings: Any, tmp_path: Path) -> Shelf:
    """A shelf for the files of one test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return Shelf(settings.MEDIA_ROOT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failed one."""
    report = yield
    if not hasattr(report, "wasxfail"):
        refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a skipped file is a failed one."""
    report = yield
    refuse_skip(report)
    return report


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure where CI is set, unless it is for want of the shared folder."""
    if not os.environ.get("CI") or not report.skipped:
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if SHARED not in reason:
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {reason}"
