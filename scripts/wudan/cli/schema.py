"""`wudan schema`: the schema of a file kind, or of a report."""

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import SCHEMA_FOLDER, schema_of, write_schemas
from wudan.comparison.formats import json as comparison_json
from wudan.diff.formats import json as changes_json
from wudan.figures import json as figures_json
from wudan.findings.formats import json as findings_json

# What commands print with `--format json`, by name: the schema and what it is.
_REPORTS: Mapping[str, tuple[Callable[[], dict[str, Any]], str]] = {
    "findings": (findings_json.schema, "检查报告"),
    "comparison": (comparison_json.schema, "与基线的比对"),
    "changes": (changes_json.schema, "实质变化"),
    "figures": (figures_json.schema, "统计"),
}


def schema(
    name: Annotated[str, typer.Argument(help="文件类别，如 approvals，或者一种报告；不填时列出全部")] = "",
    write: Annotated[bool, typer.Option("--write", help="重写随程序提供的全部数据规范")] = False,
) -> None:
    """输出数据规范（JSON Schema 2020-12）。"""
    if write:
        for path in write_schemas(SCHEMA_FOLDER):
            typer.echo(path.name)
        return
    if not name:
        for kind in KINDS.values():
            typer.echo(f"{kind.id}\t{kind.zh}\t{kind.place}")
        for name_of_report, (_, words) in _REPORTS.items():
            typer.echo(f"{name_of_report}\t{words}")
        return
    if name not in _REPORTS and name not in KINDS:
        raise typer.BadParameter(f"没有“{name}”这一类 / no kind '{name}'；{', '.join([*KINDS, *_REPORTS])}")
    chosen = _REPORTS[name][0]() if name in _REPORTS else schema_of(name)
    typer.echo(json.dumps(chosen, ensure_ascii=False, indent=1))
