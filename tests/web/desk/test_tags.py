"""Risks as tags."""

from redress.web.desk.tags import risk_tags


def test_danger_comes_first_and_red() -> None:
    tags = risk_tags(["damp_and_mould", "danger_now", "from_an_old_system"])
    assert [(tag.words, tag.colour) for tag in tags] == [
        ("Danger now", "red"),
        ("Damp and mould", "orange"),
        ("From an old system", "orange"),
    ]
