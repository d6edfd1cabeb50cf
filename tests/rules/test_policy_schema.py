"""The JSON Schema: what it takes and refuses is what the reader takes and refuses."""

import json
from typing import Any

import pytest

from redress.rules.policy_files import ROOT, landlord_slugs, policies_of
from redress.rules.policy_schema import json_schema
from tests.rules.policy_changes import Data, data_of, keys, with_value, without
from tests.rules.schema_by_hand import faults

SCHEMA = json_schema()
FILES = [policy.id for slug in landlord_slugs() for policy in policies_of(slug)]
MAY_BE_LEFT_OUT = {
    "aim",
    "unit_stated",
    "needs_agreement",
    "beyond",
    "within",
    "at",
    "value",
    "why",
}


def found(data: Data) -> list[str]:
    plain: Any = json.loads(json.dumps(data, default=str))
    return list(faults(SCHEMA, plain, SCHEMA))


@pytest.mark.parametrize("identity", FILES)
def test_every_policy_fits(identity: str) -> None:
    assert found(data_of(identity)) == []


def test_it_names_its_dialect_and_what_it_is_of() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "A landlord's complaints policy, one version"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_file_for_editors_is_the_schema_and_policies_point_to_it() -> None:
    kept = json.loads((ROOT / "policy.schema.json").read_text(encoding="utf-8"))
    assert kept == SCHEMA
    for path in ROOT.glob("landlords/*/*.toml"):
        assert path.read_text("utf-8").startswith("#:schema ../../policy.schema.json\n"), path


def test_every_key_is_required() -> None:
    data = data_of("tower-hamlets-homes/2022-10-01")
    for path in keys(data):
        if path[-1] not in MAY_BE_LEFT_OUT:
            assert found(without(data, path)), path


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("colour", "green"),
        ("stage_1.colour", "green"),
        ("stage_1.respond.span", "10"),
        ("stage_1.respond.span", "ten working days"),
        ("stage_1.respond", "not stated"),
        ("stage_2.reasons", "sometimes"),
        ("stage_1.comment_on_adverse_findings", "yes"),
        ("exclusions.0.ground", "tiresome"),
        ("time_limit.counts_from", []),
        ("slug", "Not A Slug"),
        ("ends", None),
    ],
)
def test_what_it_refuses(key: str, value: object) -> None:
    assert found(with_value(data_of(), key, value))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stage_1.acknowledge", "not stated"),
        ("stage_1.acknowledge.span", "48 hours, read as 2 working days"),
        ("ends", "2030-01-01"),
        ("restrictions", "not stated"),
        ("petitions", "not stated"),
    ],
)
def test_what_it_takes(key: str, value: object) -> None:
    assert found(with_value(data_of(), key, value)) == []
