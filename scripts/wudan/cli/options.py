"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class LanguageOption(StrEnum):
    """The language of messages."""

    zh = "zh"
    en = "en"


Lang = Annotated[LanguageOption, typer.Option("--lang", help="信息的语言：zh 中文，en 英文")]
CatalogFolder = Annotated[Path, typer.Option("--catalog", help="目录文件夹", show_default="catalog")]
DEFAULT_CATALOG = Path("catalog")
DayOption = Annotated[str, typer.Option("--at", metavar="DATE", help="按这一天判定，写作 2015-12-31")]


def day_of(text: str) -> str | None:
    """Give the day that an option names, None where it names none. Raises typer.BadParameter for what is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"不是日期：{text}，应写作 2015-12-31 / not a day: {text}") from None
