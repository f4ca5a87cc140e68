"""Options that several commands share, and what becomes of them."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from wudan.cli.usage import UsageError
from wudan.output.format import Formats, Told
from wudan.words import Words

NO_DEPARTMENT = Words("部门登记中没有“{id}”。", "No department '{id}'.")
NEEDS_FILE = Words("表格不能显示在屏幕上，请加 --out 文件名.xlsx。", "A workbook cannot be shown; add --out FILE.xlsx.")
_NOT_A_DAY = Words("不是日期：{text}，应写作 2015-12-31。", "Not a day: {text}; write it as 2015-12-31.")


class LanguageOption(StrEnum):
    """The language of messages."""

    zh = "zh"
    en = "en"


Lang = Annotated[
    LanguageOption,
    typer.Option("--lang", show_default=False),
    Words("信息的语言：zh 中文（默认），en 英文", "Language of messages: zh Chinese (default), en English"),
]
CatalogFolder = Annotated[Path, typer.Option("--catalog", metavar="DIR"), Words("目录文件夹", "Folder of the catalog")]
DEFAULT_CATALOG = Path("catalog")
DayOption = Annotated[
    str,
    typer.Option("--at", metavar="DATE"),
    Words("按这一天判定，写作 2015-12-31", "Judge as of this day, written 2015-12-31"),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE"),
    Words("写入文件，不写到屏幕", "Write to a file instead of the screen"),
]
SubmitterOption = Annotated[
    str,
    typer.Option("--as", metavar="ID"),
    Words("送审的部门；不写为审核人", "The department that submits; a reviewer where none is named"),
]
HeadOption = Annotated[
    str,
    typer.Option("--head", metavar="REV"),
    Words(
        "判定这个 git 版本里的目录，不看文件夹里的；里面的文件只从 git 读，不检出",
        "Judge the catalog of this git revision, not the folder's; it is read through git and never checked out",
    ),
]

SignOption = Annotated[
    Path | None,
    typer.Option("--sign", metavar="KEY"),
    Words(
        "用这把 SSH 密钥签名；写 .pub 公钥的，由密钥代理签",
        "Sign with this SSH key; for a public key (.pub) an agent signs",
    ),
]


def day_of(text: str) -> str | None:
    """Give the day that an option names, None where it names none. Raises UsageError for what is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(_NOT_A_DAY, text=text) from None


def format_option(formats: Formats[Told]) -> OptionInfo:
    """Give the option `--format`, by which one chooses among the formats of a report by name."""

    def chosen(name: str) -> str:
        if name not in formats:
            known = ", ".join(f"'{one}'" for one in formats)
            raise typer.BadParameter(f"'{name}' is not one of {known}.")
        return name

    option: OptionInfo = typer.Option("--format", parser=chosen, metavar=f"<{'|'.join(formats)}>")
    return option
