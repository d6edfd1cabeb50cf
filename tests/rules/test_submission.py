"""What goes to the Ombudsman each year, and by when."""

from datetime import date

from redress.rules.figures_year import Year
from redress.rules.submission import PARTS, pack

YEAR = Year(2025)
ALL = frozenset(PARTS)


def test_what_is_missing_is_named_with_its_provision() -> None:
    found = pack(YEAR, 4_800, frozenset({"policy", "report"}), None, again=False)
    assert [(item.words, item.provision) for item in found.missing] == [
        ("The self-assessment", "Code 8.1"),
        ("The governing body’s response", "Code 8.2"),
    ]
    assert pack(YEAR, 4_800, ALL, None, again=False).missing == ()


def test_it_is_late_until_it_is_sent_and_sent_again_after_a_new_edition() -> None:
    waiting = pack(YEAR, 4_800, ALL, None, again=False)
    assert waiting.due == date(2026, 9, 30)
    assert not waiting.is_late(date(2026, 9, 30)) and waiting.is_late(date(2026, 10, 1))
    sent = pack(YEAR, 4_800, ALL, date(2026, 10, 2), again=False)
    assert sent.is_sent and not sent.is_late(date(2026, 12, 1))
    assert not pack(YEAR, 4_800, ALL, date(2026, 10, 2), again=True).is_sent
