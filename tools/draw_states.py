"""Draws the states of a case, from the tables that the program itself goes by.

`python tools/draw_states.py` writes docs/reference/states.md; with `--check` it writes nothing and
ends with 1 where the page is not what the tables say.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, from anywhere

from redress.rules.access import (  # noqa: E402
    CASEWORK,
    DECIDERS,
    PERMISSIONS,
    RESIDENT_MAY,
    SENIOR,
    STAFF,
    TEAM,
    Role,
    Verb,
)
from redress.rules.facts import State  # noqa: E402
from redress.rules.stages import STARTS, TRANSITIONS  # noqa: E402
from redress.rules.words import STATE  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "states.md"
MADE = (
    "This page is made from `redress/rules/stages.py` and `redress/rules/access.py` by\n"
    "`python tools/draw_states.py`; do not edit it.\n"
)
GROUPS = {
    "Redress itself": frozenset(),
    "any member of staff": STAFF,
    "caseworkers": CASEWORK,
    "those who decide": DECIDERS,
    "the complaints officer": TEAM,
    "the complaints officer and heads of service or above": SENIOR,
}


def main(words: Sequence[str]) -> int:
    """Writes the page, or checks it; 1 where the check finds it different."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where it differs")
    check = parser.parse_args(words).check
    if (PAGE.read_text(encoding="utf-8") if PAGE.exists() else "") == page():
        return 0
    name = PAGE.relative_to(ROOT)
    if check:
        print(f"{name} is not what the tables say; run python tools/draw_states.py")
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {name}")
    return 0


def page() -> str:
    """The whole page."""
    parts = (
        "# The states of a case",
        MADE.rstrip(),
        "```mermaid\n" + "\n".join(diagram()) + "\n```",
        "Reopening is left out of the picture: it takes an ended or closed case back to where it\n"
        "stood, with its own dates. So are the actions that leave a case in its state. Both are\n"
        "in the table.",
        "## What may happen, where it leads, and who may do it",
        "\n".join(groups()),
        "\n".join(table()),
    )
    return "\n\n".join(parts) + "\n"


def diagram() -> Iterator[str]:
    """The lines of a Mermaid state diagram: every way from one state to another but reopening."""
    yield "stateDiagram-v2"
    for state in State:
        yield f"    {state} : {STATE[state]}"
    for state in STARTS:
        yield f"    [*] --> {state} : {said(Verb.RECEIVE)}"
    for (state, target), verbs in moves().items():
        yield f"    {state} --> {target} : {', '.join(map(said, verbs))}"
    yield f"    {State.CLOSED} --> [*]"


def moves() -> dict[tuple[State, State], list[Verb]]:
    """(from, to) and the verbs that lead there, in the order of states and verbs."""
    found: dict[tuple[State, State], list[Verb]] = {}
    for state, verb in rows():
        for target in TRANSITIONS[state, verb]:
            if verb is not Verb.REOPEN and target is not state:
                found.setdefault((state, target), []).append(verb)
    return found


def rows() -> list[tuple[State, Verb]]:
    """The rows of the transition table in the order of states and verbs."""
    return [(state, verb) for state in State for verb in Verb if (state, verb) in TRANSITIONS]


def groups() -> Iterator[str]:
    """Who belongs to each group of roles that the table names."""
    for name, roles in GROUPS.items():
        yield f"- **{name}**: {', '.join(role.replace('_', ' ') for role in Role if role in roles)}"


def table() -> Iterator[str]:
    """One row for each thing that may happen in each state."""
    yield "| State | Action | Leads to | Who |"
    yield "| --- | --- | --- | --- |"
    starts = "; ".join(STATE[state] for state in STARTS)
    yield f"| (none yet) | {said(Verb.RECEIVE)} | {starts} | {who(Verb.RECEIVE)} |"
    for state, verb in rows():
        yield f"| {STATE[state]} | {said(verb)} | {leads(state, verb)} | {who(verb)} |"


def leads(state: State, verb: Verb) -> str:
    """Where it leads, in words; nothing where the case stays."""
    targets = TRANSITIONS[state, verb]
    if targets == (state,):
        return ""
    if verb in (Verb.REOPEN, Verb.UNDO) and len(targets) > 1:
        return "where it stood"
    stays = "stays, where only a part is refused"
    return "; ".join(stays if target is state else STATE[target] for target in targets)


def who(verb: Verb) -> str:
    """The group of roles, and the resident where it is theirs too. A new set needs a name."""
    name = next(name for name, roles in GROUPS.items() if roles == PERMISSIONS[verb])
    return f"{name}, the resident" if verb in RESIDENT_MAY else name


def said(verb: Verb) -> str:
    """The verb in words: "correct received date"."""
    return verb.value.replace("_", " ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
