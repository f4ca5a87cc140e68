"""`wudan compare`: the lists beside the effective baseline, item by item."""

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import SourceError, open_folder
from wudan.cli.options import (
    DEFAULT_CATALOG,
    NEEDS_FILE,
    NO_DEPARTMENT,
    CatalogFolder,
    DayOption,
    Lang,
    LanguageOption,
    OutOption,
    day_of,
    give,
)
from wudan.cli.usage import UsageError
from wudan.comparison.formats import json, page, text, workbook
from wudan.comparison.row import ComparisonTable
from wudan.comparison.table import compare
from wudan.findings.judge import judge
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule
from wudan.words import Language, Words


class TableFormat(StrEnum):
    """The formats of the reviewer's table."""

    text = "text"
    json = "json"
    html = "html"
    xlsx = "xlsx"


_TEXTS: Mapping[TableFormat, Callable[[ComparisonTable, Language], str]] = {
    TableFormat.text: text.write,
    TableFormat.json: json.write,
    TableFormat.html: page.write,
}


def compare_lists(
    form: Annotated[TableFormat, typer.Option("--format"), Words("格式", "Format")] = TableFormat.text,
    out: OutOption = None,
    department: Annotated[
        str, typer.Option(metavar="ID"), Words("只比对这个部门", "Compare this department only")
    ] = "",
    at: DayOption = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Compare the lists with the baseline in force on a day."""
    loaded = load_catalog(open_folder(catalog), day_of(at))
    if department and department not in loaded.departments:
        raise UsageError(NO_DEPARTMENT, id=department)
    if form == TableFormat.xlsx and out is None and sys.stdout.isatty():
        raise UsageError(NEEDS_FILE)
    rules = [rule for rule in all_rules().values() if isinstance(rule, BaselineRule)]
    table = compare(loaded, judge(loaded, rules, is_whole=False), lang.value, department)
    if table is None:
        raise SourceError(
            f"{loaded.name}/baseline/ 里没有 {loaded.judged_on} 之前的改革基线，无从比对。",
            f"{loaded.name}/baseline/ has no baseline of {loaded.judged_on} or earlier to compare with.",
        )
    if form == TableFormat.xlsx:
        give(workbook.write(table, lang.value), out)
    else:
        give(_TEXTS[form](table, lang.value).encode(), out)
