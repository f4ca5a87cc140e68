"""The parts of a SARIF 2.1.0 log (OASIS, errata 01) that every report shares."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from wudan.level import Level
from wudan.words import LANGUAGE_TAG, Language, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL_NAMES: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"


def log(rules: list[dict[str, Any]], results: list[dict[str, Any]], language: Language) -> str:
    """Give the text of a log with one run of this tool: its rules, and what they found."""
    from importlib.metadata import version  # noqa: PLC0415 (slow to load, and no other report names the version)

    run = {
        "tool": {"driver": {"name": "wudan", "version": version("wudan"), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "language": LANGUAGE_TAG.write(language),
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def unlinked(text: str) -> str:
    """Give a text in which nothing is a link, which `[text](target)` would be (SARIF 3.11.6)."""
    return text.replace("](", "] (")


def location(file: str, line: int, column: int, end_line: int) -> dict[str, Any]:
    """Give a place in a file, lines and columns counted from 1."""
    region = {"startLine": line, "startColumn": column, "endLine": max(line, end_line)}
    return {"physicalLocation": {"artifactLocation": artifact(file), "region": region}}


def artifact(file: str) -> dict[str, str]:
    """Give a file as a URI reference, relative to the folder that holds the catalog."""
    return {"uri": quote(visible(file)), "uriBaseId": _ROOT}
