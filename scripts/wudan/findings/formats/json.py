"""The JSON report, whose keys are a contract; `wudan schema findings` prints its schema."""

from typing import Any

import msgspec

from wudan.findings.finding import Finding, Report
from wudan.findings.problem import LEVELS
from wudan.findings.words import Language


class Summary(msgspec.Struct, frozen=True):
    """Counts over the whole run; `levels` holds the rules whose level the city has set otherwise."""

    files: int
    items: int
    errors: int
    warnings: int
    infos: int
    levels: dict[str, str]


class JsonReport(msgspec.Struct, frozen=True):
    """What `wudan check --format json` prints."""

    findings: tuple[Finding, ...]
    summary: Summary


def write(report: Report, language: Language) -> str:  # noqa: ARG001
    """Give the report as one line of JSON (UTF-8)."""
    counts = {level: report.count(level) for level in LEVELS}
    summary = Summary(
        report.files, report.items, counts["error"], counts["warning"], counts["info"], dict(report.levels)
    )
    return msgspec.json.encode(JsonReport(report.findings, summary)).decode() + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the report obeys."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(JsonReport)}
