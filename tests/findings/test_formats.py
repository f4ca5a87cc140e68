"""What services and people make of the formats of findings; what holds for every format stands in `tests/formats`."""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest

from tests.formats.reports import written
from wudan.findings.finding import Report
from wudan.findings.formats.registry import FORMATS
from wudan.output.fitting import LIMIT
from wudan.words import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
Reports = Mapping[Language, Report]


@pytest.mark.parametrize("language", LANGUAGES)
class TestSarif:
    def log(self, reports: Reports, language: Language) -> Any:
        return json.loads(written(FORMATS["sarif"], reports[language], language))

    def test_every_result_has_a_place_and_a_rule(self, reports: Reports, language: Language) -> None:
        run = self.log(reports, language)["runs"][0]
        assert len(run["results"]) == len(reports[language].findings)
        for result, finding in zip(run["results"], reports[language].findings, strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) == (finding.line, finding.column)
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_tells_which_rules_the_city_lowered(reports: Reports, language: Language) -> None:
    report = json.loads(written(FORMATS["json"], reports[language], language))
    assert report["summary"]["lowered"] == ["Q006"]


def test_gitlab_has_what_the_service_needs_and_no_fingerprint_twice(reports: Reports) -> None:
    issues = json.loads(written(FORMATS["gitlab"], reports["zh"], "zh"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(reports["zh"].findings)
    for issue in issues:
        assert issue["description"] and issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith("/")
        assert issue["location"]["lines"]["begin"] >= 1


def test_junit_counts_what_it_holds(reports: Reports) -> None:
    root = ET.fromstring(written(FORMATS["junit"], reports["zh"], "zh"))  # noqa: S314 (it was written a line ago)
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase")) == len(reports["zh"].findings)
    assert int(root.attrib["failures"]) == len(root.findall(".//failure"))
    for suite in root:
        assert int(suite.attrib["failures"]) == len(suite.findall(".//failure"))


def test_a_comment_stays_under_its_limit_and_counts_what_it_leaves_out(reports: Reports) -> None:
    report = reports["zh"]
    findings = tuple(
        msgspec.structs.replace(finding, help=f"第 {number} 种改法。")
        for number, finding in enumerate(report.findings * 300)
    )
    text = written(FORMATS["markdown"], Report(findings, report.excerpts * 300, 1, 1, {}, owners=report.owners), "zh")
    left_out = re.search(r"还有 (\d+) 处没有列出", text)
    assert left_out is not None
    assert LIMIT * 0.9 < len(text) <= LIMIT
    assert int(left_out[1]) + len(re.findall("第 \\d+ 种改法", text)) == len(findings)
    assert text.count("<details>") == text.count("</details>")


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_findings_is_written_in_every_format(form: str) -> None:
    text = written(FORMATS[form], Report((), (), 3, 5, {}), "zh")
    assert text.endswith("\n")
    if form in ("text", "github", "markdown"):
        assert "0 个错误" in text
