"""`wudan schema`: the schema of a file kind, or of a report."""

import json
from typing import Annotated

import typer

from wudan.catalog.kinds import KINDS
from wudan.catalog.schema import SCHEMA_FOLDER, schema_of, write_schemas
from wudan.findings.formats import json as json_format


def schema(
    name: Annotated[str, typer.Argument(help="文件类别，如 approvals；或者 findings；不填时列出全部")] = "",
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
        typer.echo("findings\t检查报告")
        return
    if name != "findings" and name not in KINDS:
        raise typer.BadParameter(f"没有“{name}”这一类 / no kind '{name}'；{', '.join([*KINDS, 'findings'])}")
    chosen = json_format.schema() if name == "findings" else schema_of(name)
    typer.echo(json.dumps(chosen, ensure_ascii=False, indent=1))
