"""The policies and editions of the Code by which a case was decided, on the days that mattered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from redress.evidence_pack.archive import Archive
from redress.evidence_pack.record import Record
from redress.people.models import PolicyVersion
from redress.publishing.plainly import sections
from redress.rules.facts import StageFacts
from redress.rules.policy import Policy
from redress.rules.policy_files import ROOT, NoneInForce

NONE = "None is known for this day"


@dataclass(frozen=True)
class InForce:
    """What held on one day: the policy in force, the one that the stage is pinned to, the Code.
    `policy` is empty where none is known for that day; `stage_policy` where no stage ran."""

    on: date
    what: str
    policy: str
    stage_policy: str
    code: str


def in_force(record: Record) -> list[InForce]:
    """The days of a case on which a policy decided something, in their order."""
    book, slug = record.book, record.slug
    found = []
    for on, what, stage in sorted(_moments(record), key=lambda each: each[0]):
        try:
            policy = book.in_force(slug, on).id
        except NoneInForce:
            policy = ""
        found.append(InForce(on, what, policy, stage.policy, stage.code))
    return found


def _moments(record: Record) -> Iterator[tuple[date, str, StageFacts]]:
    case = record.case
    yield case.received_on, "Received", case.stages[0]
    for stage in case.stages:
        name = f"Stage {stage.number}" if stage.number else "Request"
        days = [
            (stage.received_on, "began"),
            (stage.acknowledged_on, "acknowledged"),
            *((each.told_on, "extended") for each in stage.extensions),
            (stage.responded_on, "answered"),
            (stage.ended_on if stage.refused_ground else None, "refused"),
        ]
        for on, what in days:
            if on:
                yield on, f"{name} {what}", stage


def path_of(identity: str) -> str:
    """Where a policy or an edition lies in the pack: "policies/harrow-2023-04-01.toml"."""
    folder = "code" if identity.startswith("code/") else "policies"
    return f"{folder}/{identity.replace('/', '-')}.toml" if identity else ""


def words_of(identity: str) -> str:
    """Where a policy lies in plain words."""
    return path_of(identity).removesuffix(".toml") + ".txt"


def put_policies(record: Record, archive: Archive, held: list[InForce]) -> None:
    """Each policy as data and in words, and each edition of the Code as data."""
    for identity in dict.fromkeys(i for each in held for i in (each.policy, each.stage_policy)):
        if identity:
            policy = record.book.by_id(identity)
            archive.put(path_of(identity), _text(record, policy).encode())
            archive.put(words_of(identity), _in_words(record, policy).encode())
    for identity in dict.fromkeys(each.code for each in held):
        archive.put(path_of(identity), (ROOT / f"{identity}.toml").read_bytes())


def _text(record: Record, policy: Policy) -> str:
    """The file as it was published in the browser, or as it comes with Redress."""
    rows = PolicyVersion.objects.filter(landlord=record.row.landlord_id, starts=policy.starts)
    row = rows.filter(published_at__isnull=False).first()
    return row.text if row else (ROOT / "landlords" / f"{policy.id}.toml").read_text("utf-8")


def _in_words(record: Record, policy: Policy) -> str:
    parts = [f"The complaints policy of {record.row.landlord.name} from {policy.starts}"]
    for section in sections(policy, record.book, policy.starts):
        points = [f"- {each}" for each in section.points]
        clauses = [f"(Clauses: {', '.join(section.clauses)})"] if section.clauses else []
        parts.append("\n".join([section.heading.upper(), *section.sentences, *points, *clauses]))
    return "\n\n".join(parts) + "\n"
