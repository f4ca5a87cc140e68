"""The report as JUnit XML, which continuous integration servers show as tests."""

from collections import defaultdict
from xml.etree import ElementTree as ET

from wudan.findings.finding import Finding, Report
from wudan.findings.formats.wording import MEND
from wudan.level import LEVEL_WORDS
from wudan.output.format import Format
from wudan.words import Language, visible


def write(report: Report, language: Language) -> str:
    """Give one suite a file with findings, one case a finding: errors and warnings failed, remarks passed with a note.

    A run without findings is one suite with one case that passed.
    """
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.file].append(finding)
    root = ET.Element("testsuites", name="wudan check")
    for file, findings in by_file.items():
        _suite(root, file, findings, language)
    if not by_file:
        suite = ET.SubElement(root, "testsuite", name="wudan check", tests="1", failures="0", errors="0", skipped="0")
        ET.SubElement(suite, "testcase", classname="wudan", name="check")
    failures = sum(_fails(finding) for finding in report.findings)
    root.attrib |= {"tests": str(max(len(report.findings), 1)), "failures": str(failures)}
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(root: ET.Element, file: str, findings: list[Finding], language: Language) -> None:
    failures = sum(_fails(finding) for finding in findings)
    counts = {"tests": str(len(findings)), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = ET.SubElement(root, "testsuite", {"name": visible(file), **counts})
    for finding in findings:
        name = f"{finding.code} {visible(finding.item or file)}:{finding.line}:{finding.column}"
        attributes = {"classname": finding.code, "name": name, "file": visible(file), "line": str(finding.line)}
        case = ET.SubElement(suite, "testcase", attributes)
        place = f"{visible(file)}:{finding.line}:{finding.column}"
        text = f"{place} {finding.message}\n{MEND.write(language)}{finding.help}"
        if _fails(finding):
            kind = LEVEL_WORDS[finding.level].write(language)
            ET.SubElement(case, "failure", type=kind, message=finding.message).text = text
        else:
            ET.SubElement(case, "system-out").text = text


def _fails(finding: Finding) -> bool:
    return finding.level != "info"


FORMAT = Format("junit", "xml", write)
