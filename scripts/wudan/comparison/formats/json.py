"""The reviewer's table as JSON; `wudan schema comparison` prints its schema."""

from typing import Any

import msgspec

from wudan.comparison.row import ComparisonTable
from wudan.output.format import Format
from wudan.words import Language


def write(table: ComparisonTable, language: Language) -> str:  # noqa: ARG001
    """Give the table as one line of JSON (UTF-8)."""
    return msgspec.json.encode(table).decode() + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the table obeys."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(ComparisonTable)}


FORMAT = Format("json", "json", write, schema=schema)
