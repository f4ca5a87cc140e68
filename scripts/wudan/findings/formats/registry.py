"""All formats of what a check finds."""

from wudan.findings.finding import Report
from wudan.findings.formats import github, gitlab, json, junit, markdown, sarif, text
from wudan.output.format import Formats

FORMATS: Formats[Report] = Formats(
    text.FORMAT,
    json.FORMAT,
    sarif.FORMAT,
    github.FORMAT,
    gitlab.FORMAT,
    junit.FORMAT,
    markdown.FORMAT,
)
