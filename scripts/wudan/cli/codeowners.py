"""`wudan codeowners`: who has to agree to a change of which file."""

import re
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption
from wudan.cli.usage import UsageError
from wudan.review.owners import codeowners
from wudan.words import Words

_NAME = re.compile(r"[@\w][\w@./{}-]*", re.ASCII)
_NOT_A_NAME = Words("{option} 不是代码平台上的名字：{name}", "{option} is not a name on a forge: {name}")


def write_codeowners(
    reviewers: Annotated[
        str, typer.Option(metavar="NAME"), Words("审核人在代码平台上的名字", "The reviewers' name on the forge")
    ] = "@reviewers",
    team: Annotated[
        str,
        typer.Option(metavar="NAME"),
        Words("部门在代码平台上的名字，{id} 代表部门编号", "A department's name on the forge; {id} stands for its id"),
    ] = "@{id}",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,  # noqa: ARG001 (what is wrong is told in it)
) -> None:
    """Print the file that says who has to agree to a change of which file."""
    for option, name in (("--reviewers", reviewers), ("--team", team)):
        if not _NAME.fullmatch(name):
            raise UsageError(_NOT_A_NAME, option=option, name=name)
    source = open_folder(catalog)
    typer.echo(codeowners(load_catalog(source), source.name, reviewers, team), nl=False)
