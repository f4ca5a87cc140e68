"""The report as a GitLab code quality artifact."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from wudan.findings.finding import Finding, Report
from wudan.level import Level
from wudan.output.format import Format
from wudan.words import Language, visible

_SEVERITIES: Mapping[Level, str] = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, language: Language) -> str:  # noqa: ARG001
    """Give a list of issues. GitLab takes issues of one fingerprint for one, so that repeated ones are numbered."""
    seen: Counter[str] = Counter()
    return json.dumps([_issue(finding, seen) for finding in report.findings], ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    seen[finding.fingerprint] += 1
    number = seen[finding.fingerprint]
    return {
        "description": f"{finding.message} {finding.help}",
        "check_name": finding.code,
        "fingerprint": finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": visible(finding.file),
            "lines": {"begin": finding.line, "end": max(finding.line, finding.end_line)},
        },
    }


FORMAT = Format("gitlab", "json", write)
