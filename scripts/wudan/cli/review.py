"""`wudan review`: check, difference and comparison of a change as one report."""

from enum import StrEnum
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption
from wudan.diff.side import open_base
from wudan.review import comment, page
from wudan.review.request import review


class ReviewFormat(StrEnum):
    """The formats of a review."""

    markdown = "markdown"
    html = "html"


def review_change(
    base: Annotated[str, typer.Option(metavar="REV", help="与哪个 git 版本比较，如 origin/main，或者 release:编号")],
    submitter: Annotated[str, typer.Option("--as", metavar="ID", help="送审的部门；不写为审核人")] = "",
    form: Annotated[ReviewFormat, typer.Option("--format", help="格式：评论或者网页")] = ReviewFormat.markdown,
    page_url: Annotated[str, typer.Option(metavar="URL", help="完整页面的地址，写在评论末尾")] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """审核一次改动：实质变化、与改革基线的出入、引起的问题，合成一份报告；没有变化时什么也不输出。"""
    source = open_folder(catalog)
    before, after = load_catalog(open_base(base, source.folder)), load_catalog(source)
    if submitter and submitter not in after.departments:
        raise typer.BadParameter(f"部门登记中没有“{submitter}” / no department '{submitter}'")
    found = review(base, before, after, submitter or None, lang.value)
    if form == ReviewFormat.markdown:
        typer.echo(comment.write(found, lang.value, page_url), nl=False)
    else:
        typer.echo(page.write(found, lang.value), nl=False)
    raise typer.Exit(1 if found.fails else 0)
