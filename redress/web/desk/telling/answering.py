"""What the record says of responses, signatures, stage 2 and refusals."""

from typing import Any

from redress.rules.access import Role
from redress.rules.actions.respond import overall
from redress.rules.facts import Finding, LateReason
from redress.rules.words import FINDING, LATE_REASON
from redress.web.desk.telling.offers import remedies
from redress.web.desk.telling.shared import Content, Line, Names, Told, contacts, dates, day, name
from redress.web.desk.verbs import ROLE


def _submitted(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["submissions"][-1]
    roles = [ROLE[Role(role)] for role in content["note"]["roles"]]
    outcome = overall([Finding(each["finding"]) for each in new["response"]["findings"]])
    return [
        ("Outcome", FINDING[outcome].capitalize()),
        ("To be signed by", " or ".join(roles) or "anyone who may decide"),
        ("Because of", new["clause"]),
    ]


def _to_approve(content: Content, names: Names) -> list[Line]:
    new, note = content["patch"]["submissions"][-1], content["note"]
    roles = [ROLE[Role(role)] for role in note["roles"]]
    return [
        ("Ground", note["ground"].replace("_", " ")),
        ("Reasons", new["response"]["reasons"]),
        ("Discretion", new["response"]["discretion"]),
        ("To be approved by", f"somebody else: {' or '.join(roles)}"),
        ("Because of", new["clause"]),
    ]


def _sent_back(content: Content, names: Names) -> list[Line]:
    return [("What should change", content["patch"]["submissions"][0]["comment"])]


def _late(stage: dict[str, Any]) -> list[Line]:
    """An event of an older Redress did not ask why a response was late."""
    reason = stage.get("late_reason")
    said = LATE_REASON[LateReason(reason)] if reason else ""
    return [("Why it was late", said), ("More on that", stage.get("late_note", ""))]


def _responded(content: Content, names: Names) -> list[Line]:
    patch = content["patch"]
    stage = patch["stages"][0]
    outcome = FINDING[Finding(stage["outcome"])].capitalize() if stage["outcome"] else ""
    return [
        ("Outcome", outcome),
        *_late(stage),
        ("Put right", "; ".join(content["note"]["remedies"])),
        *remedies(content),
        ("Why without the resident’s comment", content["note"].get("no_comment_reason", "")),
        ("Evidence missing", ", ".join(content["note"].get("evidence_missing", ()))),
        ("Why without it", content["note"].get("so", "")),
        ("Promised", "; ".join(f"{a['what']} ({a['owner']})" for a in patch["actions"])),
        ("Drafted by", name(stage["drafted_by"], names)),
        ("Approved by", name(stage["approved_by"], names)),
        ("Signed for", content["note"].get("signed_for", {}).get("name", "")),
        ("Checked by", name(stage["checked_by"], names)),
        *dates(content),
    ]


def _escalated(content: Content, names: Names) -> list[Line]:
    note, stage = content["note"], content["patch"]["stages"][0]
    tasks = content["patch"].get("actions", ())
    return [
        ("Asked for", day(stage["received_on"])),
        ("Came in by", note["channel"].replace("_", " ")),
        ("Reasons", note["reasons"]),
        ("Outcome the resident wants", stage["outcome_sought"]),
        ("For the service meanwhile", "; ".join(task["what"] for task in tasks)),
        *dates(content),
    ]


def _refused(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    part = "" if note.get("whole", True) else "A part; the rest goes on"
    return [
        ("How much", part),
        ("Ground", note["ground"].replace("_", " ")),
        ("Reasons", note["reasons"]),
        ("Claim filed at court", day(note["filed"]) if "filed" in note else ""),
        ("Shown by", note.get("shown_by", "")),
        ("Discretion", note["discretion"]),
        ("Who can help", contacts(note)),
        ("Written by", name(note.get("drafted_by"), names)),
        ("Approved by", name(note["approved_by"], names)),
        ("Signed for", note.get("signed_for", {}).get("name", "")),
    ]


ANSWERING: Told = {
    "submitted": ("Sent for signature", _submitted),
    "refusal_submitted": ("Refusal sent to be approved", _to_approve),
    "sent_back": ("Sent back to be changed", _sent_back),
    "responded": ("Response issued", _responded),
    "escalated": ("Stage 2 asked for", _escalated),
    "refused": ("Refused", _refused),
    "escalation_refused": ("Stage 2 refused", _refused),
}
