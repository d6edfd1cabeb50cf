"""The policies as pages that a complaints manager can check without reading a data file."""

from collections.abc import Iterable, Sequence

from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_check import check
from redress.rules.policy_finding import FindingOfPolicy, Severity
from redress.rules.policy_parts import Rule
from redress.rules.policy_rows import code_rows, rows
from redress.rules.provisions import provisions

MADE = "This page is made from the policy files by `redress policy document`; do not edit it.\n"
HEADINGS = {
    Severity.CONFLICT: "Conflicts",
    Severity.STRICTER: "Stricter than the Code",
    Severity.REVIEW: "To review",
}


def pages(policies: Sequence[Sequence[Policy]], code: CodeEdition) -> dict[str, str]:
    """The pages by file name. `policies` are the versions of each landlord, oldest first."""
    newest = [versions[-1] for versions in policies]
    return {
        "policy.md": numbers_page(policies, code),
        "policy-findings.md": findings_page(newest, code),
        "policy-rules.md": rules_page(newest),
        "policy-provisions.md": provisions_page(code),
    }


def numbers_page(policies: Sequence[Sequence[Policy]], code: CodeEdition) -> str:
    """What the Code limits and each landlord promises, side by side, then with its clauses."""
    newest = [versions[-1] for versions in policies]
    held = [{row.label: row.says for row in rows(policy)} for policy in newest]
    limits = code_rows(code)
    body = [(label, limits.get(label, ""), *(each[label] for each in held)) for label in held[0]]
    head = ("", f"Code {code.starts}", *(policy.name for policy in newest))
    parts = [
        f"# What landlords promise\n\n{MADE}\nThe newest version of each policy. “Not stated” means"
        " that the text is silent. A working day is any day but Saturday, Sunday and a bank"
        " holiday; day 1 is the working day after the event.\n",
        table(head, body),
    ]
    for versions in policies:
        for policy in reversed(versions):
            lines = [(row.label, row.says, row.clause) for row in rows(policy)]
            parts.append(f"## {policy.name}: {policy.title}\n\n`{policy.id}`\n")
            parts.append(table(("", "Promise", "Clause"), lines))
    return "\n".join(parts)


def findings_page(policies: Sequence[Policy], code: CodeEdition) -> str:
    """What the check finds in the newest version of each policy."""
    parts = [
        f"# Policies against the Code\n\n{MADE}\nWhat `redress policy check` finds against the"
        f" edition of {code.starts}. A conflict breaks a provision; “to review” means silent,"
        " unclear or out of date.\n"
    ]
    for policy in policies:
        parts.append(f"## {policy.name}: {policy.title}\n\n`{policy.id}`\n")
        found = check(policy, code)
        for severity, heading in HEADINGS.items():
            parts += _findings(heading, [each for each in found if each.severity is severity])
        if not found:
            parts.append("Nothing.\n")
    return "\n".join(parts)


def rules_page(policies: Sequence[Policy]) -> str:
    """Where each numbered rule of the landlords' own papers is held, or why it is not."""
    parts = [
        f"# How the rules of each policy are held\n\n{MADE}\nEvery rule found in a landlord's"
        " papers is held as data, as behaviour chosen by a value, or as neither, with the reason.\n"
    ]
    for policy in policies:
        if policy.rules:
            lines = [(rule.id, rule.account, _where(rule)) for rule in policy.rules]
            parts.append(f"## {policy.name}\n\n`{policy.id}`\n")
            parts.append(table(("Rule", "As", "Where, or why not"), lines))
    return "\n".join(parts)


def provisions_page(code: CodeEdition) -> str:
    """The provisions of the Code in our words, and what can judge each."""
    lines = [(each.number, each.asks, ", ".join(each.judged_from)) for each in provisions(code)]
    return (
        f"# {code.name}, {code.starts}\n\n{MADE}\n{len(lines)} provisions in our own words; the"
        " text that binds is the Ombudsman's. The last column says whether a provision can be"
        " judged from the policy, from the records of cases, or only by a person.\n\n"
        + table(("", "What it asks", "Judged from"), lines)
    )


def table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; a bar in a cell is written so that it stays in the cell."""
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(words: str) -> str:
    return words.replace("|", r"\|")


def _findings(heading: str, found: Sequence[FindingOfPolicy]) -> list[str]:
    if not found:
        return []
    lines = [(each.provision, each.clause, each.says, each.change) for each in found]
    head = ("Code", "Clause", "What it says", "What to change")
    return [f"### {heading}\n", table(head, lines)]


def _where(rule: Rule) -> str:
    if rule.why:
        return rule.why
    held = ", ".join(f"`{path}`" for path in rule.at)
    return f"{held}: {rule.value.replace('_', ' ')}" if rule.value else held
