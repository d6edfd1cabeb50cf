"""Judges the dated history of a complaint, from an old paper file or a published decision."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from redress.commands import Problem
from redress.commands._yaml import read_yaml
from redress.rules.dates import shown
from redress.rules.history_reading import read_history
from redress.rules.replay import judge
from redress.rules.replay_stage import ClockJudged

NAME = "replay"
HELP = "judge the dated history of a complaint: each clock, and what went wrong"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE.yaml", help="one history, or a list of them"
    )
    parser.add_argument("--format", choices=("json",), default="json")


def run(args: Namespace) -> int:
    given = read_yaml(args.file)
    if isinstance(given, list):
        answer: Any = [
            {"reference": _reference(one)} | judged(one, f"{args.file}: {_name(one, number)}: ")
            for number, one in enumerate(given, start=1)
        ]
    else:
        answer = judged(given, f"{args.file}: ")
    print(json.dumps(answer, indent=2, ensure_ascii=False, default=date.isoformat))
    return 0


def judged(given: object, where: str) -> dict[str, Any]:
    """The judgement of one history, as it is printed; notes go to standard error."""
    try:
        history = read_history(given)
        judgement = judge(history)
    except ValueError as error:  # a wrong key, an edition not kept, a day not known
        raise Problem(f"{where}{error}") from error
    for note in history.notes:
        print(f"note: {where}{note}", file=sys.stderr)
    return {
        "clocks": [_plain(clock) for clock in judgement.clocks],
        "findings": [asdict(finding) for finding in judgement.findings],
    }


def _plain(clock: ClockJudged) -> dict[str, Any]:
    return {"from" if key == "counted_from" else key: value for key, value in asdict(clock).items()}


def _reference(given: object) -> str | None:
    reference = given.get("reference") if isinstance(given, Mapping) else None
    return reference if isinstance(reference, str) else None


def _name(given: object, number: int) -> str:
    reference = _reference(given)
    return f"history {number}" + (f" ({shown(reference)})" if reference else "")
