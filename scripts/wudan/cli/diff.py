"""`wudan diff`: the difference in substance between two catalogs."""

from enum import StrEnum
from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import (
    DEFAULT_CATALOG,
    NEEDS_FILE,
    CatalogFolder,
    DayOption,
    Lang,
    LanguageOption,
    OutOption,
    day_of,
    format_option,
)
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.formats.registry import FORMATS
from wudan.diff.report import DiffReport, report_of
from wudan.diff.side import open_side
from wudan.output.giving import give, is_shown
from wudan.words import Language, Words


class EffectOption(StrEnum):
    """What a change is for the applicant."""

    burden = "burden"
    relief = "relief"
    neutral = "neutral"
    unclear = "unclear"


class FailOn(StrEnum):
    """The changes at which a run fails."""

    burden = "burden"
    any = "any"
    never = "never"


_UNREAD = Words(
    "{file} 读不了，其中的变化没有列出。用 wudan check 看原因。",
    "{file} cannot be read; what changed in it is not told. wudan check says why.",
)


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD"),
        Words("原来的：文件夹、git 版本，或者 release:编号", "What was: a folder, a git revision, or release:ID"),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW"),
        Words("现在的，写法相同；默认为目录文件夹", "What is, written likewise; by default the folder of the catalog"),
    ] = "",
    form: Annotated[str, format_option(FORMATS), Words("格式", "Format")] = FORMATS.default,
    out: OutOption = None,
    effect: Annotated[
        EffectOption | None,
        typer.Option(),
        Words("只看对申请人有这种影响的", "Show only changes with this effect on applicants"),
    ] = None,
    department: Annotated[str, typer.Option(metavar="ID"), Words("只看这个部门的", "Show this department only")] = "",
    fail_on: Annotated[
        FailOn, typer.Option(), Words("有这类变化时以 1 退出", "The changes at which the exit code is 1")
    ] = FailOn.never,
    at: DayOption = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Tell the difference in substance between two catalogs, and leave with 1 at the changes asked for."""
    if FORMATS[form].is_binary and is_shown(out):
        raise UsageError(NEEDS_FILE)
    day = day_of(at)
    old_side, new_side = open_side(old, catalog), open_side(new, catalog) if new else open_folder(catalog)
    before = load_catalog(old_side, day)
    after = load_catalog(new_side, day, before)
    for side in (before, after):
        _tell_unread(side, lang.value)
    difference = Difference(before, after)
    changes = [
        change
        for change in difference.changes
        if (effect is None or change.effect == effect) and (not department or change.record.owner == department)
    ]
    reckoning = difference.reckoning_of(department) if effect is None else None
    report = report_of(changes, difference.names, lang.value, reckoning)
    give(report, FORMATS[form], lang.value, out)
    raise typer.Exit(_exit_code(report, fail_on))


def _tell_unread(catalog: Catalog, language: Language) -> None:
    """Say which files are left out, for a difference that is silent about them looks like none."""
    for file in catalog.files:
        if file.kind is not None and file.document is None:
            typer.echo(_UNREAD.write(language, {"file": file.path}), err=True)


def _exit_code(report: DiffReport, fail_on: FailOn) -> int:
    if fail_on == FailOn.burden:
        return 1 if report.summary.burden else 0
    return 1 if fail_on == FailOn.any and report.changes else 0
