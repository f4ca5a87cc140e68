"""`wudan compare`: the lists beside the effective baseline, item by item."""

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
    format_option,
)
from wudan.cli.usage import UsageError
from wudan.comparison.formats.registry import FORMATS
from wudan.comparison.table import compare
from wudan.findings.judge import judge
from wudan.output.giving import give, is_shown
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule
from wudan.words import Words


def compare_lists(
    form: Annotated[str, format_option(FORMATS), Words("格式", "Format")] = FORMATS.default,
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
    if FORMATS[form].is_binary and is_shown(out):
        raise UsageError(NEEDS_FILE)
    rules = [rule for rule in all_rules().values() if isinstance(rule, BaselineRule)]
    table = compare(loaded, judge(loaded, rules, is_whole=False), lang.value, department)
    if table is None:
        raise SourceError(
            f"{loaded.name}/baseline/ 里没有 {loaded.judged_on} 之前的改革基线，无从比对。",
            f"{loaded.name}/baseline/ has no baseline of {loaded.judged_on} or earlier to compare with.",
        )
    give(table, FORMATS[form], lang.value, out)
