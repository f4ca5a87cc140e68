"""`wudan init`: a new city, ready to build."""

import re
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.reading.source import SourceError
from wudan.cli.options import Lang, LanguageOption
from wudan.cli.usage import UsageError
from wudan.failure import trouble
from wudan.new_city.city import NewCity, city_files
from wudan.new_city.creation import create
from wudan.new_city.sources import site_sources
from wudan.words import Words, visible

_MADE = Words("已建好 {title}：{folder}", "{title} is ready: {folder}")
_NEXT = Words("接下来：", "Next:")
_LONGEST_NAME = 40
_BAD_NAME = Words(
    "--name 写地区全称，不超过 {most} 个字。", "--name is the full name of the region, at most {most} characters."
)
_BAD_CODE = Words("--code 应当是六位数字：{code}", "--code has six digits: {code}")


class Profile(StrEnum):
    """How complete the items must be."""

    list = "list"
    guide = "guide"


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR"), Words("新建的文件夹", "The folder to make")],
    name: Annotated[
        str,
        typer.Option(metavar="NAME", show_default=False),
        Words("地区名称，如新密市；不填时为“某某市”", "Name of the region; a placeholder where none is given"),
    ] = "某某市",
    code: Annotated[
        str,
        typer.Option(metavar="CODE"),
        Words("六位行政区划代码，如 410183", "Code of the region, six digits, as 410183"),
    ] = "000000",
    profile: Annotated[
        Profile,
        typer.Option(),
        Words(
            "完备程度：list 只要清单，guide 每项都要有完整的办事指南",
            "How complete items must be: list, or guide with a full guide for each",
        ),
    ] = Profile.list,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Make the folder of a new city."""
    city = NewCity(_name(name), _code(code), profile.value)
    try:
        create(folder, city_files(city, site_sources()))
    except OSError as error:
        zh, en = trouble(error)
        raise SourceError(f"不能建立 {folder}：{zh}。", f"{folder} cannot be made: {en}.") from None
    typer.echo(_MADE.write(lang.value, {"title": city.title, "folder": folder}))
    typer.echo(_NEXT.write(lang.value))
    if folder.resolve() != Path.cwd():
        typer.echo(f"  cd {visible(shlex.quote(str(folder)))}")
    table = "事项表.xlsx" if lang == LanguageOption.zh else "items.xlsx"
    typer.echo(f"  wudan import {table} --list approvals")
    typer.echo("  wudan serve --preview")


def _name(name: str) -> str:
    """Give the name of the region. Raises UsageError where it is empty, too long or not printable."""
    stripped = name.strip()
    if not stripped or len(stripped) > _LONGEST_NAME or not stripped.isprintable():
        raise UsageError(_BAD_NAME, most=_LONGEST_NAME)
    return stripped


def _code(code: str) -> str:
    """Give the code of the region. Raises UsageError where it has not six digits."""
    if not re.fullmatch("[0-9]{6}", code, re.ASCII):
        raise UsageError(_BAD_CODE, code=code)
    return code
