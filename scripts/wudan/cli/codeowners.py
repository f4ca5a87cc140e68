"""`wudan codeowners`: who has to agree to a change of which file."""

import re
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder
from wudan.review.owners import codeowners

_NAME = re.compile(r"[@\w][\w@./{}-]*", re.ASCII)


def write_codeowners(
    reviewers: Annotated[str, typer.Option(help="审核人在代码平台上的名字")] = "@reviewers",
    team: Annotated[str, typer.Option(help="部门在代码平台上的名字，{id} 代表部门编号")] = "@{id}",
    catalog: CatalogFolder = DEFAULT_CATALOG,
) -> None:
    """输出 CODEOWNERS：哪个文件的改动要谁同意。写入 .github/CODEOWNERS 或者 .gitlab/CODEOWNERS。"""
    for option, name in (("--reviewers", reviewers), ("--team", team)):
        if not _NAME.fullmatch(name):
            raise typer.BadParameter(f"{option} 不是代码平台上的名字：{name} / not a name of an owner: {name}")
    source = open_folder(catalog)
    typer.echo(codeowners(load_catalog(source), source.name, reviewers, team), nl=False)
