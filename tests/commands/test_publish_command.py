"""`redress publish`: a folder of what is published, or why there is none."""

from pathlib import Path

import pytest

from redress.cli import main
from tests.publishing.conftest import House, house

__all__ = ["house"]  # a fixture


def publishes(to: Path, landlord: str = "code-model") -> int:
    return main(["publish", "--landlord", landlord, "--to", str(to)])


def test_it_writes_what_is_published_and_says_how_much(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.published()
    assert publishes(tmp_path / "site") == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "site") in said
    assert said.startswith(
        f"{sum(each.is_file() for each in (tmp_path / 'site').rglob('*'))} files"
    )


def test_it_says_why_there_is_none(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house.draft()
    assert publishes(tmp_path / "site") == 2
    assert "nothing is published for code-model yet" in capsys.readouterr().err
    house.published()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "photo.jpg").write_text("mine")
    assert publishes(tmp_path / "full") == 2
    assert "name an empty folder" in capsys.readouterr().err
    assert publishes(tmp_path / "x", landlord="nobody") == 2
