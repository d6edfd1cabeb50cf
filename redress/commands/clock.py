"""The dates by which a complaint is to be acknowledged and answered, and the days not counted."""

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from redress.commands import Problem
from redress.commands._batch import Cells, add_question, answer, read, whole_number
from redress.rules import clocks
from redress.rules.calendar import Calendar, calendar_for
from redress.rules.dates import read_date, shown
from redress.rules.facts import Due
from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_files import PolicyError, code_nearest, load_policy, policy_nearest

NAME = "clock"
KEPT = 16_384  # answers kept at hand, some 40 MB at most
HELP = "when a complaint is to be acknowledged and answered, by the policy and by the Code"


def add_arguments(parser: ArgumentParser) -> None:
    policy = parser.add_mutually_exclusive_group(required=True)
    policy.add_argument("--landlord", metavar="SLUG", help="by its policy of the day received")
    policy.add_argument("--policy", type=Path, metavar="FILE", help="by the policy in a file")
    add_question(parser, ("received", "stage"), ("acknowledged",), stage="1|2")
    parser.add_argument(
        "--extend-days",
        metavar="N",
        help="an extension of so many working days; else the furthest without good reason",
    )
    parser.add_argument("--format", choices=("json",), default="json")


def run(args: Namespace) -> int:
    try:
        return answer(args, Question(args).say)
    except PolicyError as error:
        raise Problem(str(error)) from error


class Question:
    """What is the same for every line of a file: the policy, and how long an extension is."""

    def __init__(self, args: Namespace) -> None:
        self.landlord: str = args.landlord
        self.file = load_policy(args.policy) if args.policy else None
        self.extend = _extension(args.extend_days)
        self.said: set[str] = set()

        # The lines of a file repeat each other: a year has few days, and most are alike.
        self.answer = lru_cache(maxsize=KEPT)(self._answer)

    def say(self, cells: Cells) -> str:
        """One answer, as a line of JSON."""
        received = read(cells, "received", read_date)
        acknowledged = read(cells, "acknowledged", read_date) if cells["acknowledged"] else None
        return self.answer(received, acknowledged, read(cells, "stage", a_stage))

    def _answer(self, received: date, acknowledged: date | None, stage: int) -> str:
        policy = self.file or policy_nearest(self.landlord, received)
        edition = code_nearest(received)
        for each in (policy, edition):
            if each.starts > received:
                self.note(f"{each.id} is used for dates before it, too")
        found = worked_out(policy, edition, stage, received, acknowledged, self.extend)
        if found.pop("cut"):
            self.note("the extension is cut to the most that is allowed without good reason")
        return json.dumps(found, ensure_ascii=False, default=date.isoformat)

    def note(self, words: str) -> None:
        """Says once, on standard error, what a reader of the answers must know."""
        if words not in self.said:
            self.said.add(words)
            print(f"note: {words}", file=sys.stderr)


def worked_out(
    policy: Policy,
    edition: CodeEdition,
    stage: int,
    received: date,
    acknowledged: date | None,
    extend: int | None,
) -> dict[str, Any]:
    """The answer. `extend` is in working days, None for the most that is allowed; `cut` says
    whether it was more than that. Days not counted are named up to the latest date of all.
    """
    own, code = policy.stage(stage), edition.stage(stage)
    calendar = calendar_for(policy.division, policy.closures)
    first = clocks.acknowledge(
        received, stage=stage, stage_policy=own, code_stage=code, calendar=calendar
    )
    response = clocks.respond(
        received, acknowledged, stage=stage, stage_policy=own, code_stage=code, calendar=calendar
    )
    furthest = clocks.furthest(response, stage_policy=own, code_stage=code, calendar=calendar)
    promise, cut = _extended(response.promise, furthest.promise, extend, calendar)
    limit, code_cut = _extended(response.code, furthest.code, extend, calendar.code)
    dates = {
        "acknowledge_by": {"promise": _date(first.promise), "code": _date(first.code)},
        "respond_by": {
            "promise": _date(response.promise),
            "code": _date(response.code),
            "code_literal": _date(response.code_literal),
        },
        "extended_by": {"promise": promise, "code": limit},
    }
    latest = max(day for each in dates.values() for day in each.values() if day)
    skipped = [{"date": day.date, "why": day.why} for day in calendar.skipped(received, latest)]
    named = {"calendar": policy.division, **dates, "skipped": skipped}
    return {**named, "cut": cut or code_cut}


def _extended(
    due: Due | None, furthest: Due | None, days: int | None, calendar: Calendar
) -> tuple[date | None, bool]:
    """Where an extension ends, and whether it was cut to the furthest date allowed."""
    if due is None or furthest is None:
        return None, False
    most = calendar.count(due.date, furthest.date)
    if days is None or days > most:
        return furthest.date, days is not None
    return calendar.add(due.date, days), False


def _date(due: Due | None) -> date | None:
    return due.date if due else None


def _extension(words: str | None) -> int | None:
    try:
        return None if words is None else whole_number(words)
    except ValueError as error:
        raise Problem(f"--extend-days: {error}") from error


def a_stage(words: str) -> int:
    """Stage 1 or 2; there is no other (Code 5.3)."""
    if words not in ("1", "2"):
        raise ValueError(f"{shown(words)} is not a stage; write 1 or 2")
    return int(words)
