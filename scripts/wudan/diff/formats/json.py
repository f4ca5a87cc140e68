"""The difference as JSON, whose keys are a contract; `wudan schema changes` prints its schema."""

from typing import Any

import msgspec

from wudan.diff.report import DiffReport
from wudan.output.format import Format
from wudan.words import Language


def write(report: DiffReport, language: Language) -> str:  # noqa: ARG001
    """Give the difference as one line of JSON (UTF-8)."""
    return msgspec.json.encode(report).decode() + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the difference obeys."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(DiffReport)}


FORMAT = Format("json", "json", write, schema=schema)
