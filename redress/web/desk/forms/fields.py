"""Fields that are asked for, where it is the rules that refuse an empty answer, with the provision.

The form looks at shape alone: a date is a date, a text is not too long. A landlord's policy may
let an action go ahead without an answer that the Code asks for, so the form cannot demand it.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from redress.rules.facts import Channel, IssueFacts
from redress.rules.stationery import Stationery
from redress.web.forms import Checkboxes, Lines, LongText, Radios, Select, Text
from redress.web.risks import RISKS

TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})")
YES_NO = (("yes", "Yes"), ("no", "No"))
CHANNELS = [
    (channel.value, channel.value.replace("_", " ").capitalize())
    for channel in Channel
    if channel is not Channel.API
]


class _Ruled:
    empty_values: Any

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)  # type: ignore[misc]


class RuledText(_Ruled, Text):
    """One line; the rules refuse an empty one."""


class RuledLines(_Ruled, Lines):
    """A few lines; the rules refuse none."""


class RuledLong(_Ruled, LongText):
    """Several lines; the rules refuse none."""


class LetterText(RuledLong):
    """What goes into a letter as typed: with passages to put in, and a measure of how it reads.

    A gap of a passage that is still open is refused here, where it is to be filled in.
    """

    in_letter = True
    stationery: Stationery | None = None  # whose passages: set by the form

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.stationery and (left := self.stationery.gaps(value)):
            listed = ", ".join(f"{{{gap}}}" for gap in left)
            raise ValidationError(f"{self.called}: fill in {listed}, or take the sentence out")


class RuledRadios(_Ruled, Radios):
    """One of a few; the rules refuse none."""


class RuledSelect(_Ruled, Select):
    """One of many; the rules refuse none."""


class TimeOfDay(Text):
    """A time such as 9:05 or 1405; gives "09:05", or nothing."""

    def __init__(self, label: str, **kwargs: Any):
        super().__init__(
            label, limit=5, width="5", optional=True, hint="For example 14:05", **kwargs
        )

    def shaped(self, text: str) -> str:
        found = TIME.fullmatch(text.strip())
        if text and not (found and int(found[1]) < 24 and int(found[2]) < 60):
            raise ValidationError(f"{self.called} must be a time, like 14:05")
        return f"{int(found[1]):02}:{found[2]}" if found else ""


def channel_field() -> Select:
    """The ways in which something may have come in."""
    return Select("How it came in", [("", "Choose"), *CHANNELS])


def risks_field() -> Checkboxes:
    """What makes a case urgent, whatever its dates."""
    return Checkboxes("Risks", RISKS.items(), optional=True, hint="Tick any that you know of.")


def issue_choices(issues: Iterable[IssueFacts]) -> list[tuple[str, str]]:
    """Issues to tick, by number."""
    return [(str(issue.number), issue.summary) for issue in issues]


def person(chosen: str) -> int | None:
    """A chosen colleague's number; None for nobody."""
    return int(chosen) if chosen else None


def numbers(ticked: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the issues ticked."""
    return tuple(int(one) for one in ticked)
