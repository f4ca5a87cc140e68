"""The figures as JSON; `wudan schema figures` prints the schema."""

from typing import Any

import msgspec

from wudan.figures.figures import Figures
from wudan.output.format import Format
from wudan.words import Language


def write(figures: Figures, language: Language) -> str:  # noqa: ARG001
    """Give the figures as one line of JSON (UTF-8)."""
    return msgspec.json.encode(figures).decode() + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the figures obey."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Figures)}


FORMAT = Format("json", "json", write, schema=schema)
