"""The report as SARIF 2.1.0 (OASIS, errata 01), which code scanning services take in."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from wudan.findings.finding import Finding, RelatedPlace, Report
from wudan.output.format import Format
from wudan.output.sarif import LEVEL_NAMES, artifact, location, log, unlinked
from wudan.rules.engine.page import Passage, page_of
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import Rule
from wudan.words import Language


def write(report: Report, language: Language) -> str:
    """Give the report as one SARIF log with one run. Columns count Unicode code points."""
    codes = sorted({finding.code for finding in report.findings})
    rules = [_rule(all_rules()[code], language) for code in codes]
    results = [_result(finding, codes.index(finding.code)) for finding in report.findings]
    return log(rules, results, language)


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
        {"artifactLocation": artifact(file), "replacements": replacements} for file, replacements in by_file.items()
    ]
    return {"description": {"text": fix["description"]}, "artifactChanges": changes}


FORMAT = Format("sarif", "json", write)
