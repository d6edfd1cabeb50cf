"""The JSON Schema of a policy file, for editors that check while one types."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from redress.rules.policy import Policy
from redress.rules.policy_files import NOT_STATED


class _AsWritten(GenerateJsonSchema):
    """TOML has no null: what may be absent is written "not stated"."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(schema["schema"]), {"const": NOT_STATED}]}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one landlord's policy file, as it is written."""
    schema = Policy.model_json_schema(schema_generator=_AsWritten)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **schema,
        "title": "A landlord's complaints policy, one version",
    }
