"""`wudan check`: all rules over a catalog."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import FolderSource, Source
from wudan.cli.options import (
    DEFAULT_CATALOG,
    NO_DEPARTMENT,
    CatalogFolder,
    DayOption,
    HeadOption,
    Lang,
    LanguageOption,
    SubmitterOption,
    day_of,
    format_option,
)
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.side import open_base, open_head
from wudan.findings.finding import Report, make_report
from wudan.findings.formats.registry import FORMATS
from wudan.findings.judge import judge, judge_change
from wudan.findings.judged import Judged
from wudan.findings.mending import mend
from wudan.findings.waiver import Sorted
from wudan.level import Level
from wudan.output.giving import give
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import Rule
from wudan.words import Words

_MOST_PASSES = 10  # mending one thing may show another; nothing needs more than two

_NEEDS_SINCE = Words("--whole-items 要与 --since 同用。", "--whole-items needs --since.")
_NO_FIX = Words("--fix 改的是文件夹里的文件，不能与 --head 同用。", "--fix mends the folder; it goes not with --head.")
_NO_RULE = Words("没有代码为 {code} 的规则。", "No rule {code}.")


class FailOn(StrEnum):
    """The level from which a run fails."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


_FAILING: dict[FailOn, Level] = {FailOn.error: "error", FailOn.warning: "warning", FailOn.info: "info"}


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR"),
        Words("目录文件夹，默认为 catalog", "Folder of the catalog, by default catalog"),
    ] = None,
    catalog: CatalogFolder = DEFAULT_CATALOG,
    form: Annotated[str, format_option(FORMATS), Words("报告格式", "Format of the report")] = FORMATS.default,
    select: Annotated[
        str,
        typer.Option(metavar="CODES"),
        Words(
            "只用这些规则，代码或者代码开头，用逗号分隔，如 S,C001",
            "Use these rules only: codes or beginnings of codes, separated by commas, as S,C001",
        ),
    ] = "",
    ignore: Annotated[str, typer.Option(metavar="CODES"), Words("不用这些规则", "Leave these rules out")] = "",
    since: Annotated[
        str,
        typer.Option(metavar="REV"),
        Words(
            "只报告从这个 git 版本（或者 release:编号）以来的改动引起的问题",
            "Report only what changes since this git revision (or release:ID) cause",
        ),
    ] = "",
    whole_items: Annotated[
        bool,
        typer.Option("--whole-items"),
        Words(
            "与 --since 同用：改动过的事项，报告它的全部问题",
            "With --since: report all findings of an item that was changed",
        ),
    ] = False,
    head: HeadOption = "",
    at: DayOption = "",
    department: Annotated[
        str, typer.Option(metavar="ID"), Words("只显示这个部门的文件", "Show the files of this department only")
    ] = "",
    submitter: SubmitterOption = "",
    fail_on: Annotated[
        FailOn, typer.Option(), Words("从哪一级起以 1 退出", "The level from which the exit code is 1")
    ] = FailOn.error,
    fix: Annotated[
        bool, typer.Option("--fix"), Words("改正能够自动改正的问题", "Mend what can be mended by itself")
    ] = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Check a catalog, and leave with 1 where a finding reaches the level asked for."""
    if whole_items and not since:
        raise UsageError(_NEEDS_SINCE)
    if fix and head:
        raise UsageError(_NO_FIX)
    place = folder or catalog
    source = open_head(head, place)
    before = load_catalog(open_base(since, place, head), day_of(at)) if since else None
    run = _Run(source, _chosen(select, ignore), day_of(at), before, whole_items, submitter or None)
    loaded, found = run.judge()
    for identifier in (department, submitter):
        if identifier and identifier not in loaded.departments:
            raise UsageError(NO_DEPARTMENT, id=identifier)
    if fix:
        loaded, found = _mended(FolderSource(place), run, loaded, found, department)
    report = make_report(loaded, _shown(loaded, found.standing, department), lang.value, len(found.accepted))
    give(report, FORMATS[form], lang.value)
    raise typer.Exit(_exit_code(report, fail_on))


class _Run:
    """One way of judging a catalog, which can be repeated after something was mended."""

    def __init__(
        self,
        source: Source,
        rules: Sequence[Rule],
        at: str | None,
        before: Catalog | None,
        whole_items: bool,
        submitter: str | None,
    ) -> None:
        self.source, self.rules, self.at, self.submitter = source, rules, at, submitter
        self.whole_items = whole_items
        self.is_whole = len(rules) == len(all_rules())
        self.before = before

    def judge(self) -> tuple[Catalog, Sorted]:
        """Read the catalog as it is now, and judge it."""
        loaded = load_catalog(self.source, self.at, self.before)
        if self.before is None:
            return loaded, judge(loaded, self.rules, self.submitter, is_whole=self.is_whole)
        difference = Difference(self.before, loaded)
        return loaded, judge_change(
            difference, self.rules, self.submitter, whole_items=self.whole_items, is_whole=self.is_whole
        )


def _mended(source: FolderSource, run: _Run, loaded: Catalog, found: Sorted, department: str) -> tuple[Catalog, Sorted]:
    """Mend what is shown and can be mended, until nothing more can be."""
    for _ in range(_MOST_PASSES):
        if not mend(source, loaded, _shown(loaded, found.standing, department)):
            break
        loaded, found = run.judge()
    return loaded, found


def _shown(catalog: Catalog, problems: Iterable[Judged], department: str) -> list[Judged]:
    """Give the problems in files of the department; all where none is named."""
    if not department:
        return list(problems)
    owned = {file.path for file in catalog.files if file.owner == department}
    return [judged for judged in problems if judged.problem.place.file in owned]


def _chosen(select: str, ignore: str) -> list[Rule]:
    """Give the rules whose code begins with one of the selected words and with none of the ignored.

    Raises UsageError for a word with which no code begins.
    """
    rules = all_rules()
    wanted, unwanted = _words(select), _words(ignore)
    for word in (*wanted, *unwanted):
        if not any(code.startswith(word) for code in rules):
            raise UsageError(_NO_RULE, code=word)
    return [
        rule
        for code, rule in rules.items()
        if (not wanted or code.startswith(wanted)) and not (unwanted and code.startswith(unwanted))
    ]


def _words(codes: str) -> tuple[str, ...]:
    return tuple(word.strip().upper() for word in re.split(r"[,，、\s]+", codes) if word.strip())


def _exit_code(report: Report, fail_on: FailOn) -> int:
    return 1 if fail_on in _FAILING and report.reaches(_FAILING[fail_on]) else 0
