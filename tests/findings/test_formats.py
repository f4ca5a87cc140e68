"""What services and people make of each format: it obeys its schema, and no text of the catalog does anything."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest
from markdown_it import MarkdownIt

from tests.support.schemas import SARIF, schema_of_the_store
from wudan.findings.finding import Report
from wudan.findings.formats.json import schema
from wudan.findings.formats.registry import FORMATS
from wudan.findings.formats.text import write_coloured
from wudan.output.fitting import LIMIT
from wudan.words import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
Reports = Mapping[Language, Report]


class Elements(HTMLParser):
    """Collects the elements and links of an HTML text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.links.extend(value for name, value in attrs if name in ("href", "src"))


@pytest.mark.parametrize("language", LANGUAGES)
class TestSarif:
    def log(self, reports: Reports, language: Language) -> Any:
        return json.loads(FORMATS["sarif"](reports[language], language))

    def test_it_obeys_the_schema_of_the_standard(self, reports: Reports, language: Language) -> None:
        jsonschema.Draft7Validator(schema_of_the_store(SARIF)).validate(self.log(reports, language))

    def test_every_result_has_a_place_and_a_rule(self, reports: Reports, language: Language) -> None:
        run = self.log(reports, language)["runs"][0]
        assert len(run["results"]) == len(reports[language].findings)
        for result, finding in zip(run["results"], reports[language].findings, strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) == (finding.line, finding.column)
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_obeys_its_own_schema(reports: Reports, language: Language) -> None:
    report = json.loads(FORMATS["json"](reports[language], language))
    jsonschema.Draft202012Validator(schema()).validate(report)
    assert report["summary"]["lowered"] == ["Q006"]


def test_gitlab_has_what_the_service_needs_and_no_fingerprint_twice(reports: Reports) -> None:
    issues = json.loads(FORMATS["gitlab"](reports["zh"], "zh"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(reports["zh"].findings)
    for issue in issues:
        assert issue["description"] and issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith("/")
        assert issue["location"]["lines"]["begin"] >= 1


def test_junit_counts_what_it_holds(reports: Reports) -> None:
    root = ET.fromstring(FORMATS["junit"](reports["zh"], "zh"))  # noqa: S314 (it was written a line ago)
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase")) == len(reports["zh"].findings)
    assert int(root.attrib["failures"]) == len(root.findall(".//failure"))
    for suite in root:
        assert int(suite.attrib["failures"]) == len(suite.findall(".//failure"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_log_no_line_is_a_command_but_those_of_the_tool(reports: Reports, language: Language) -> None:
    text = FORMATS["github"](reports[language], language)
    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == len(reports[language].findings)
    for line in commands:
        assert re.match(r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+,title=[^,:]+::", line)
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_comment_no_text_is_markup_a_link_or_a_mention(reports: Reports, language: Language) -> None:
    text = FORMATS["markdown"](reports[language], language)
    page = Elements(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert set(page.names) <= {"p", "strong", "h3", "ul", "li", "code", "br", "details", "summary"}
    assert page.links == []
    outside = re.sub(r"`[^`]*`", "", text)
    assert not re.search(r"(?<!&)[@#]\w|https?:|javascript:|www\.", outside)
    assert text.count("<details>") == text.count("</details>")


def test_a_comment_stays_under_its_limit_and_counts_what_it_leaves_out(reports: Reports) -> None:
    report = reports["zh"]
    findings = tuple(
        msgspec.structs.replace(finding, help=f"第 {number} 种改法。")
        for number, finding in enumerate(report.findings * 300)
    )
    text = FORMATS["markdown"](Report(findings, report.excerpts * 300, 1, 1, {}, owners=report.owners), "zh")
    left_out = re.search(r"还有 (\d+) 处没有列出", text)
    assert left_out is not None
    assert LIMIT * 0.9 < len(text) <= LIMIT
    assert int(left_out[1]) + len(re.findall("第 \\d+ 种改法", text)) == len(findings)
    assert text.count("<details>") == text.count("</details>")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_control_character_through(reports: Reports, form: str) -> None:
    text = FORMATS[form](reports["zh"], "zh")
    assert all(character.isprintable() or character in "\n\u2060" for character in text)


def test_on_a_terminal_only_the_tool_gives_colours(reports: Reports) -> None:
    coloured = write_coloured(reports["zh"], "zh")
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == FORMATS["text"](reports["zh"], "zh")


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_findings_is_written_in_every_format(form: str) -> None:
    text = FORMATS[form](Report((), (), 3, 5, {}), "zh")
    assert text.endswith("\n")
    if form in ("text", "github", "markdown"):
        assert "0 个错误" in text
