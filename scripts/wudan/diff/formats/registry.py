"""All formats of what changed."""

from wudan.diff.formats import github, json, markdown, page, sarif, text, workbook
from wudan.diff.report import DiffReport
from wudan.output.format import Formats

FORMATS: Formats[DiffReport] = Formats(
    text.FORMAT,
    json.FORMAT,
    markdown.FORMAT,
    page.FORMAT,
    workbook.FORMAT,
    sarif.FORMAT,
    github.FORMAT,
)
