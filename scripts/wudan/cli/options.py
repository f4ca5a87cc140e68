"""Options that several commands share."""

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
