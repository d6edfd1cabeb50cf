"""Policies: check them against the Code, show them, document them, seal them."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from redress.commands import Problem
from redress.rules.dates import read_date
from redress.rules.policy import Policy
from redress.rules.policy_check import check
from redress.rules.policy_document import pages
from redress.rules.policy_files import (
    ROOT,
    PolicyError,
    codes,
    landlord_slugs,
    load_policy,
    policies_of,
    policy_in_force,
)
from redress.rules.policy_finding import FindingOfPolicy, Severity
from redress.rules.policy_rows import rows
from redress.rules.policy_schema import json_schema
from redress.rules.policy_seal import SEALS, broken, unsealed, with_new

NAME = "policy"
HELP = "check policies against the Code, show them, and keep what was in force"
DOCUMENTS = ROOT.parents[1] / "docs" / "reference"
SCHEMA = ROOT / "policy.schema.json"

Judged = tuple[Policy, tuple[FindingOfPolicy, ...]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    found = parser.add_subparsers(metavar="WHAT", required=True)
    checking = found.add_parser("check", help="what conflicts with the Code; ends with 1 if any")
    checking.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a policy file")
    checking.add_argument("--landlord", metavar="SLUG", help="its newest policy; else everyone's")
    _add_format(checking)
    checking.set_defaults(policy=check_policies)
    found.add_parser("schema", help="the JSON Schema of a policy file").set_defaults(policy=schema)
    showing = found.add_parser("show", help="what a policy promises, with its clauses")
    showing.add_argument("landlord", metavar="SLUG")
    showing.add_argument("--on", type=day, metavar="DATE", help="a day; else the newest version")
    _add_format(showing)
    showing.set_defaults(policy=show)
    documenting = found.add_parser("document", help="write the reference pages and the schema")
    documenting.add_argument("--check", action="store_true", help="only say whether they are so")
    documenting.set_defaults(policy=document)
    sealing = found.add_parser("seal", help="record new policy files, so that edits are noticed")
    sealing.set_defaults(policy=seal)


def run(args: argparse.Namespace) -> int:
    try:
        return int(args.policy(args))
    except PolicyError as error:
        raise Problem(str(error)) from error


def day(words: str) -> date:
    """A date of the command line."""
    try:
        return read_date(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def check_policies(args: argparse.Namespace) -> int:
    """Judges a file, a landlord's newest policy, or those of all landlords."""
    if args.file and args.landlord:
        raise Problem("give a file or --landlord, not both")
    if args.file:
        policies = [load_policy(args.file)]
    else:
        _check_seals()
        for name in unsealed():
            print(
                f"{name} has no seal; once it is in force, run redress policy seal", file=sys.stderr
            )
        policies = [policies_of(slug)[-1] for slug in _slugs(args.landlord)]
    code, today = codes()[-1], date.today()
    judged = [(policy, check(policy, code, today)) for policy in policies]
    if args.format == "json":
        found = [_plain(*each) for each in judged]
        _print_json(found[0] if args.file or args.landlord else found)
    else:
        print("\n".join(_text(*each) for each in judged), end="")
    severities = {finding.severity for _, found_in in judged for finding in found_in}
    return 1 if Severity.CONFLICT in severities else 0


def schema(args: argparse.Namespace) -> int:
    """Prints the JSON Schema."""
    _print_json(json_schema())
    return 0


def show(args: argparse.Namespace) -> int:
    """Prints one version of a landlord's policy."""
    policy = policy_in_force(args.landlord, args.on) if args.on else policies_of(args.landlord)[-1]
    if args.format == "json":
        _print_json({"policy": policy.id, **policy.model_dump(mode="json", by_alias=True)})
        return 0
    print(f"{policy.name}: {policy.title} ({policy.id})\n")
    for row in rows(policy):
        clause = f"  [{row.clause}]" if row.clause else ""
        print(f"{row.label + ':':38}{row.says}{clause}")
    return 0


def document(args: argparse.Namespace) -> int:
    """Writes the reference pages, or says which are not what the policy files say."""
    old = [path for path, text in _documents().items() if _text_of(path) != text]
    if args.check:
        if old:
            names = ", ".join(path.name for path in old)
            raise Problem(f"{names}: not as the policy files say; run redress policy document")
        return 0
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_documents()[path], encoding="utf-8")
        print(f"wrote {path.name}", file=sys.stderr)
    return 0


def seal(args: argparse.Namespace) -> int:
    """Adds the files that have no seal yet; what is sealed stays as it is."""
    _check_seals()
    new = unsealed()
    (ROOT / SEALS).write_text(with_new(), encoding="utf-8")
    print("\n".join(f"sealed {name}" for name in new) or "nothing new to seal", file=sys.stderr)
    return 0


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _slugs(landlord: str | None) -> Sequence[str]:
    return (landlord,) if landlord else landlord_slugs()


def _check_seals() -> None:
    if faults := broken():
        raise Problem("\n".join(faults))


def _documents() -> dict[Path, str]:
    """What is made from the policy files: the pages, and the schema for editors."""
    made = pages([policies_of(slug) for slug in landlord_slugs()], codes()[-1])
    return {
        **{DOCUMENTS / name: text for name, text in made.items()},
        SCHEMA: json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _plain(policy: Policy, found: Sequence[FindingOfPolicy]) -> dict[str, object]:
    return {"policy": policy.id, "findings": [asdict(finding) for finding in found]}


def _print_json(value: object) -> None:
    print(json.dumps(value, indent=2, ensure_ascii=False))


def _text(policy: Policy, found: Sequence[FindingOfPolicy]) -> str:
    count = Counter(finding.severity for finding in found)
    words = ", ".join(f"{count[severity]} {severity}" for severity in Severity)
    lines = [f"{policy.name}: {policy.title} ({policy.id})", f"  {words}"]
    for finding in found:
        lines.append(f"  {finding.severity:9} Code {finding.provision:5} {finding.clause}")
        lines += [f"{'':23}{finding.says}", f"{'':23}→ {finding.change}"]
    return "\n".join(lines) + "\n"
