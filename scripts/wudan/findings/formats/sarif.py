"""The report as SARIF 2.1.0 (OASIS, errata 01), which code scanning services take in."""

import json
from collections import defaultdict
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from wudan.findings.finding import Finding, RelatedPlace, Report
from wudan.findings.problem import Level
from wudan.findings.words import Language, visible
from wudan.rules.page import Passage, page_of
from wudan.rules.registry import all_rules
from wudan.rules.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL_NAMES: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"


def write(report: Report, language: Language) -> str:
    """Give the report as one SARIF log with one run. Columns count Unicode code points."""
    codes = sorted({finding.code for finding in report.findings})
    rules = [_rule(all_rules()[code], language) for code in codes]
    results = [_result(finding, codes.index(finding.code)) for finding in report.findings]
    return log(rules, results, language)


def unlinked(text: str) -> str:
    """Give a text in which nothing is a link, which `[text](target)` would be (SARIF 3.11.6)."""
    return text.replace("](", "] (")


def log(rules: list[dict[str, Any]], results: list[dict[str, Any]], language: Language) -> str:
    """Give the text of a log with one run of this tool: its rules, and what they found."""
    run = {
        "tool": {"driver": {"name": "wudan", "version": version("wudan"), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN" if language == "zh" else "en",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    passages = page_of(rule, language)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title.write(language)},
        "fullDescription": {"text": passages[0].text},
        "help": {"text": "\n\n".join(_paragraph(passage) for passage in passages)},
        "defaultConfiguration": {"level": LEVEL_NAMES[rule.level]},
    }


def _paragraph(passage: Passage) -> str:
    label = f"{passage.label}: " if passage.label else ""
    return label + "\n".join(part for part in (passage.text, passage.block) if part)


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVEL_NAMES[finding.level],
        "message": {"text": unlinked(f"{finding.message} {finding.help}")},
        "locations": [location(finding.file, finding.line, finding.column, finding.end_line)],
        "partialFingerprints": {"structure/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_related(number, place) for number, place in enumerate(finding.related)]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix)]
    return result


def location(file: str, line: int, column: int, end_line: int) -> dict[str, Any]:
    """Give a place in a file, lines and columns counted from 1."""
    region = {"startLine": line, "startColumn": column, "endLine": max(line, end_line)}
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": region}}


def _related(number: int, place: RelatedPlace) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": unlinked(place.message)},
        **location(place.file, place.line, place.column, place.line),
    }


def _fix(fix: Mapping[str, Any]) -> dict[str, Any]:
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edit in fix["edits"]:
        region = {
            "startLine": edit["line"],
            "startColumn": edit["column"],
            "endLine": edit["end_line"],
            "endColumn": edit["end_column"],
        }
        by_file[edit["file"]].append({"deletedRegion": region, "insertedContent": {"text": edit["text"]}})
    changes = [
        {"artifactLocation": _artifact(file), "replacements": replacements} for file, replacements in by_file.items()
    ]
    return {"description": {"text": fix["description"]}, "artifactChanges": changes}


def _artifact(file: str) -> dict[str, str]:
    """Give a file as a URI reference, relative to the folder that holds the catalog."""
    return {"uri": quote(visible(file)), "uriBaseId": _ROOT}
