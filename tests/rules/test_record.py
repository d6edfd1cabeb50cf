"""The record: patches laid on facts, and digests in a chain."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from redress.rules import record
from redress.rules.facts import CaseFacts, Clock, Finding, Kind, State
from redress.rules.record import FIRST_DIGEST, canonical, chain, digest_of, evolve, plain
from tests.rules.story import reach

FIRST: dict[str, Any] = {
    "case": {
        "reference": "MOD-000001",
        "landlord": "code-model",
        "kind": "complaint",
        "state": "stage_1_received",
        "received_on": "2026-05-01",
        "recorded_on": "2026-05-01",
        "channel": "phone",
        "description": "It leaks.",
    },
    "stages": [
        {"number": 1, "policy": "a/2026", "code": "code/2024-04-01", "received_on": "2026-05-01"}
    ],
}


class TestEvolve:
    def test_the_first_patch_makes_the_case(self) -> None:
        case = evolve(None, FIRST)
        assert (case.kind, case.state) == (Kind.COMPLAINT, State.STAGE_1_RECEIVED)
        assert case.stage.received_on == date(2026, 5, 1)
        assert (case.issues, case.deadlines, case.actions, case.risks) == ((), (), (), ())

    @pytest.mark.parametrize("patch", [{}, {"case": {"reference": "MOD-000001"}}])
    def test_a_first_patch_must_be_whole(self, patch: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            evolve(None, patch)

    def test_a_value_replaces_a_value_and_leaves_the_others(self) -> None:
        case = evolve(evolve(None, FIRST), {"case": {"state": "closed", "handler": 7}})
        assert (case.state, case.handler, case.channel) == (State.CLOSED, 7, "phone")

    def test_a_part_is_found_by_its_number_and_added_if_new(self) -> None:
        one = {"number": 1, "summary": "Leak"}
        case = evolve(evolve(None, FIRST), {"issues": [one, {"number": 2, "summary": "Mould"}]})
        case = evolve(case, {"issues": [{"number": 2, "excluded_ground": "too_old"}]})
        assert [(i.summary, i.excluded_ground) for i in case.issues] == [
            ("Leak", ""),
            ("Mould", "too_old"),
        ]

    def test_a_deadline_is_found_by_stage_and_clock(self) -> None:
        due = {"promise": None, "code": None}
        clocks = [{"stage": s, "clock": c, **due} for s in (1, 2) for c in ("respond", "request")]
        case = evolve(evolve(None, FIRST), {"deadlines": clocks})
        met = {"stage": 2, "clock": "respond", "met_on": "2026-06-01"}
        case = evolve(case, {"deadlines": [met]})
        assert [d.met_on for d in case.deadlines] == [None, None, date(2026, 6, 1), None]
        assert case.deadlines[2].clock is Clock.RESPOND

    def test_a_value_can_be_emptied(self) -> None:
        ended = {"number": 1, "ended_on": "2026-05-07", "outcome": "withdrawn"}
        case = evolve(evolve(None, FIRST), {"stages": [ended]})
        assert case.stage.outcome is Finding.WITHDRAWN
        again = {"number": 1, "ended_on": None, "outcome": None}
        case = evolve(case, {"stages": [again]})
        assert (case.stage.ended_on, case.stage.outcome) == (None, None)

    def test_the_facts_before_are_left_alone(self) -> None:
        case = evolve(None, FIRST)
        evolve(case, {"case": {"state": "closed"}})
        assert case.state is State.STAGE_1_RECEIVED

    def test_a_patch_is_left_alone(self) -> None:
        patch = json.loads(json.dumps(FIRST))
        evolve(evolve(None, patch), {"stages": [{"number": 1, "definition": "A leak."}]})
        assert patch == FIRST

    @pytest.mark.parametrize(
        "patch",
        [
            {"case": {"state": "half_open"}},
            {"case": {"received_on": "2026-02-30"}},
            {"stages": [{"number": 2}]},  # a new stage must be whole
        ],
    )
    def test_a_patch_that_makes_no_sense_is_refused(self, patch: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            evolve(evolve(None, FIRST), patch)


@pytest.mark.parametrize("state", list(State))
def test_facts_survive_plain_json(state: State) -> None:
    facts = reach(state).facts
    text = json.dumps(plain(facts))
    assert TypeAdapter(CaseFacts).validate_python(json.loads(text)) == facts


@pytest.mark.parametrize("state", list(State))
def test_every_key_of_a_patch_is_a_field(state: State) -> None:
    """A misspelt key would be dropped in silence."""
    known = {"case": CaseFacts.__dataclass_fields__.keys() - record.KEYS.keys()}
    for event in reach(state).events:
        assert event.patch.keys() <= {"case", *record.KEYS}
        assert event.patch.get("case", {}).keys() <= known["case"]
        for name in record.KEYS:
            for entry in event.patch.get(name, []):
                assert entry.keys() <= plain(getattr(reach(state).facts, name)[0]).keys()


class TestCanonical:
    def test_there_is_one_way_of_writing(self) -> None:
        assert canonical({"b": [1, None], "a": "é"}) == '{"a":"é","b":[1,null]}'
        assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})

    def test_the_digest_is_plain_sha_256(self) -> None:
        expected = hashlib.sha256("é".encode()).hexdigest()
        assert digest_of("é") == expected
        assert len(FIRST_DIGEST) == len(expected)


LINK: dict[str, Any] = {
    "case": "MOD-000001",
    "sequence": 3,
    "name": "extended",
    "at": datetime(2026, 5, 18, 10, 0, 0, 1, tzinfo=UTC),
    "by_id": 11,
    "by": "Amina Khan",
    "content": digest_of("{}"),
}


class TestChain:
    def test_a_link_covers_all_that_is_said_of_the_event(self) -> None:
        other: dict[str, Any] = {
            "case": "MOD-000002",
            "sequence": 4,
            "name": "responded",
            "at": LINK["at"] + timedelta(microseconds=1),
            "by_id": 12,
            "by": "Amina Bell",
            "content": digest_of("{ }"),
        }
        link = chain(FIRST_DIGEST, **LINK)
        changed = [chain(FIRST_DIGEST, **(LINK | {name: other[name]})) for name in LINK]
        assert len({link, *changed, chain(link, **LINK)}) == len(LINK) + 2

    def test_every_microsecond_tells(self) -> None:
        moments = [LINK["at"] + timedelta(microseconds=n) for n in range(3_000)]
        links = {chain(FIRST_DIGEST, **(LINK | {"at": moment})) for moment in moments}
        assert len(links) == len(moments)

    def test_the_same_instant_told_in_another_zone_is_the_same(self) -> None:
        summer = timezone(timedelta(hours=1))
        local = LINK | {"at": LINK["at"].astimezone(summer)}
        assert chain(FIRST_DIGEST, **local) == chain(FIRST_DIGEST, **LINK)
