"""`wudan check`: all rules over a catalog."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.load import load_catalog
from wudan.catalog.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption
from wudan.findings.finding import Report, make_report
from wudan.findings.formats.registry import FORMATS
from wudan.findings.problem import Level
from wudan.rules.registry import all_rules
from wudan.rules.rule import Rule
from wudan.rules.run import run_rules


class FormatOption(StrEnum):
    """The formats of a report."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """The level from which a run fails."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


_FAILING: dict[FailOn, Level] = {FailOn.error: "error", FailOn.warning: "warning", FailOn.info: "info"}


def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="目录文件夹，默认为 catalog")] = None,
    catalog: CatalogFolder = DEFAULT_CATALOG,
    form: Annotated[FormatOption, typer.Option("--format", help="报告格式")] = FormatOption.text,
    select: Annotated[str, typer.Option(help="只用这些规则，代码或者代码开头，用逗号分隔，如 S,C001")] = "",
    ignore: Annotated[str, typer.Option(help="不用这些规则")] = "",
    department: Annotated[str, typer.Option(help="只显示这个部门的文件")] = "",
    fail_on: Annotated[FailOn, typer.Option(help="从哪一级起以 1 退出")] = FailOn.error,
    lang: Lang = LanguageOption.zh,
) -> None:
    """检查目录：逐条规则查对，指出文件、行、列和改法。"""
    source = open_folder(folder or catalog)
    rules = _chosen(select, ignore)
    loaded = load_catalog(source)
    problems = run_rules(loaded, rules)
    if department and department not in loaded.departments:
        raise typer.BadParameter(f"部门登记中没有“{department}” / no department '{department}'")
    if department:
        owned = {file.path for file in loaded.files if file.owner == department}
        problems = (found for found in problems if found[1].place.file in owned)
    report = make_report(loaded, problems, lang.value)
    typer.echo(FORMATS[form](report, lang.value), nl=False)
    raise typer.Exit(_exit_code(report, fail_on))


def _chosen(select: str, ignore: str) -> list[Rule]:
    """Give the rules whose code begins with one of the selected words and with none of the ignored.

    Raises typer.BadParameter for a word with which no code begins.
    """
    rules = all_rules()
    wanted, unwanted = _words(select), _words(ignore)
    for word in (*wanted, *unwanted):
        if not any(code.startswith(word) for code in rules):
            raise typer.BadParameter(f"没有代码为 {word} 的规则 / no rule {word}")
    return [
        rule
        for code, rule in rules.items()
        if (not wanted or code.startswith(wanted)) and not (unwanted and code.startswith(unwanted))
    ]


def _words(codes: str) -> tuple[str, ...]:
    return tuple(word.strip().upper() for word in codes.split(",") if word.strip())


def _exit_code(report: Report, fail_on: FailOn) -> int:
    return 1 if fail_on in _FAILING and report.reaches(_FAILING[fail_on]) else 0
