"""All formats of the reviewer's table."""

from wudan.comparison.formats import json, page, text, workbook
from wudan.comparison.row import ComparisonTable
from wudan.output.format import Formats

FORMATS: Formats[ComparisonTable] = Formats(
    text.FORMAT,
    json.FORMAT,
    page.FORMAT,
    workbook.FORMAT,
)
