"""The JSON report, whose keys are a contract; `wudan schema findings` prints its schema."""

from typing import Any

import msgspec

from wudan.findings.finding import Finding, Report
from wudan.findings.formats.wording import counts_of
from wudan.findings.grouping import OwnerCount, by_owner
from wudan.output.format import Format
from wudan.output.harmless import harmless_json
from wudan.words import Language


class Summary(msgspec.Struct, frozen=True):
    """Counts over the whole run.

    `levels` holds the rules whose level the city has set otherwise, `lowered` those of them below their own level,
    `waivers` the number of findings that reviewers accepted and that therefore are not among these. `departments` has
    the counts of the files of each department, most errors first; the city's own files stand under an empty id.
    """

    files: int
    items: int
    errors: int
    warnings: int
    infos: int
    waivers: int
    levels: dict[str, str]
    lowered: tuple[str, ...]
    departments: tuple[OwnerCount, ...]


class JsonReport(msgspec.Struct, frozen=True):
    """What `wudan check --format json` prints."""

    findings: tuple[Finding, ...]
    summary: Summary


def write(report: Report, language: Language) -> str:  # noqa: ARG001
    """Give the report as one line of JSON (UTF-8)."""
    summary = Summary(
        files=report.files,
        items=report.items,
        **counts_of(report),
        waivers=report.waivers,
        levels=dict(report.levels),
        lowered=report.lowered,
        departments=tuple(by_owner(report)),
    )
    return harmless_json(msgspec.json.encode(JsonReport(report.findings, summary)).decode()) + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the report obeys."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(JsonReport)}


FORMAT = Format("json", "json", write, schema=schema)
