"""`wudan review`: check, difference and comparison of a change as one report."""

from enum import StrEnum
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, NO_DEPARTMENT, CatalogFolder, Lang, LanguageOption, SubmitterOption
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.side import open_base
from wudan.review import comment, page
from wudan.review.request import review
from wudan.words import Words


class ReviewFormat(StrEnum):
    """The formats of a review."""

    markdown = "markdown"
    html = "html"


def review_change(
    base: Annotated[
        str,
        typer.Option(metavar="REV"),
        Words(
            "与哪个 git 版本比较，如 origin/main，或者 release:编号",
            "The git revision to compare with, as origin/main, or release:ID",
        ),
    ],
    submitter: SubmitterOption = "",
    form: Annotated[
        ReviewFormat, typer.Option("--format"), Words("格式：评论或者网页", "Format: a comment or a web page")
    ] = ReviewFormat.markdown,
    page_url: Annotated[
        str,
        typer.Option(metavar="URL"),
        Words("完整页面的地址，写在评论末尾", "Address of the full page, for the end of the comment"),
    ] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Report on a change, and leave with 1 where it causes errors."""
    source = open_folder(catalog)
    before = load_catalog(open_base(base, source.folder))
    after = load_catalog(source, beside=before)
    if submitter and submitter not in after.departments:
        raise UsageError(NO_DEPARTMENT, id=submitter)
    found = review(base, Difference(before, after), submitter or None, lang.value)
    if form == ReviewFormat.markdown:
        typer.echo(comment.write(found, lang.value, page_url), nl=False)
    else:
        typer.echo(page.write(found, lang.value), nl=False)
    raise typer.Exit(1 if found.fails else 0)
