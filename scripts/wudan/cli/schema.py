"""`wudan schema`: the schema of a file kind, or of a report."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import SCHEMA_FOLDER, schema_of, write_schemas
from wudan.cli.options import Lang, LanguageOption
from wudan.cli.usage import UsageError
from wudan.comparison.formats.registry import FORMATS as COMPARISON
from wudan.diff.formats.registry import FORMATS as CHANGES
from wudan.figures.registry import FORMATS as FIGURES
from wudan.findings.formats.registry import FORMATS as FINDINGS
from wudan.output.format import Formats
from wudan.proof.registry import FORMATS as PROOF
from wudan.words import Words

_NO_KIND = Words("没有“{name}”这一类，只有：{known}", "No kind '{name}'; there are: {known}")

# What commands print with `--format json`, by name: the formats and what it is.
_REPORTS: Mapping[str, tuple[Formats[Any], Words]] = {
    "findings": (FINDINGS, Words("检查报告", "Findings")),
    "comparison": (COMPARISON, Words("与基线的比对", "Comparison with the baseline")),
    "changes": (CHANGES, Words("实质变化", "Changes in substance")),
    "proof": (PROOF, Words("核对结果", "Proof")),
    "figures": (FIGURES, Words("统计", "Figures")),
}


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME"),
        Words(
            "文件类别，如 approvals，或者一种报告；不填时列出全部",
            "Kind of file, as approvals, or a report; all are listed where none is given",
        ),
    ] = "",
    write: Annotated[
        bool,
        typer.Option("--write"),
        Words("重写随程序提供的全部数据规范", "Rewrite all schemas that come with the program"),
    ] = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Print a schema, or the names of all."""
    if write:
        for path in write_schemas(SCHEMA_FOLDER):
            typer.echo(path.name)
        return
    if not name:
        for kind in KINDS.values():
            typer.echo(f"{kind.id}\t{kind.name.write(lang.value)}\t{kind.place}")
        for name_of_report, (_, words) in _REPORTS.items():
            typer.echo(f"{name_of_report}\t{words.write(lang.value)}")
        return
    if name not in _REPORTS and name not in KINDS:
        raise UsageError(_NO_KIND, name=name, known=", ".join([*KINDS, *_REPORTS]))
    chosen = _REPORTS[name][0].schema() if name in _REPORTS else schema_of(name)
    typer.echo(json.dumps(chosen, ensure_ascii=False, indent=1))
