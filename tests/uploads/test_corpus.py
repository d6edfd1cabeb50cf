"""Every file of the corpus is kept as what it is, or turned away for what it is; none does harm."""

import resource
import time
from pathlib import Path

import pytest
from PIL import Image

from redress.uploads import photo_process
from redress.uploads.kinds import judge
from redress.uploads.photos import remade
from redress.uploads.turned_away import TurnedAway
from tests.uploads.corpus import HOSTILE, KEPT, Sample, photo, picture

EVERY = [*KEPT, *HOSTILE]


def judged(path: Path, name: str) -> str:
    """What becomes of a file, as `cases.files` would have it."""
    try:
        kind = judge(path, name)
        return remade(path).kind.ending if kind.photo else kind.ending
    except TurnedAway as reason:
        return reason.code


def test_there_are_enough_of_them() -> None:
    assert len(EVERY) >= 100
    codes = {sample.becomes for sample in HOSTILE}
    assert len(codes) >= 14


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: f"{sample.name}-{sample.becomes}")
def test_what_becomes_of_it(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(sample.make())
    before = time.process_time() + _children()
    assert judged(path, sample.name) == sample.becomes
    assert time.process_time() + _children() - before < 5
    if sample in HOSTILE:
        assert [file.name for file in tmp_path.iterdir()] == ["upload"]  # nothing was left


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_photo_keeps_no_place_no_maker_and_stands_upright(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(photo())
    made = remade(path)
    for copy in (made.photo, made.small):
        with Image.open(copy) as image:
            assert dict(image.getexif()) == {} and "exif" not in image.info
            assert image.size == (30, 40)  # it lay on its side
        assert b"Mary" not in copy.read_bytes()


def test_a_comment_and_what_lies_behind_a_picture_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(picture(comment=b"<script>alert(1)</script>") + b"<?php system($x) ?>")
    content = remade(path).photo.read_bytes()
    assert b"script" not in content and b"php" not in content


def test_a_large_photo_is_made_4000_dots_long(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(picture(size=(8_000, 1_000)))
    made = remade(path)
    with Image.open(made.photo) as large, Image.open(made.small) as small:
        assert (large.size, small.size) == ((4_000, 500), (320, 40))


def test_a_picture_that_takes_too_long_or_too_much_costs_its_own_process_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stingy = Path(photo_process.__file__).read_text().replace("256 * 1024", "8 * 1024")
    program = tmp_path / "process.py"
    program.write_text(stingy)
    monkeypatch.setattr(photo_process, "__file__", str(program))
    path = tmp_path / "upload"
    path.write_bytes(picture(size=(4_000, 4_000)))
    with pytest.raises(TurnedAway) as refused:
        remade(path)
    assert refused.value.code in ("file_pixels", "file_broken")
