"""`wudan review`: check, difference and comparison of a change as one report."""

from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.reading.load import collecting_no_garbage, load_catalog
from wudan.cli.options import (
    DEFAULT_CATALOG,
    NO_DEPARTMENT,
    CatalogFolder,
    HeadOption,
    Lang,
    LanguageOption,
    SubmitterOption,
    format_option,
)
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.side import open_base, open_head
from wudan.output.giving import give
from wudan.review.registry import FORMATS
from wudan.review.request import Review, review
from wudan.words import Words


def review_change(
    base: Annotated[
        str,
        typer.Option(metavar="REV"),
        Words(
            "与哪个 git 版本比较，如 origin/main，或者 release:编号",
            "The git revision to compare with, as origin/main, or release:ID",
        ),
    ],
    head: HeadOption = "",
    submitter: SubmitterOption = "",
    form: Annotated[
        str, format_option(FORMATS), Words("格式：评论或者网页", "Format: a comment or a web page")
    ] = FORMATS.default,
    page_url: Annotated[
        str,
        typer.Option(metavar="URL"),
        Words("完整页面的地址，写在评论末尾", "Address of the full page, for the end of the comment"),
    ] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Report on a change, and leave with 1 where it causes errors."""
    with collecting_no_garbage():
        found = _reviewed(base, head, submitter, page_url, catalog, lang)
        give(found, FORMATS[form], lang.value)
    raise typer.Exit(1 if found.fails else 0)


def _reviewed(base: str, head: str, submitter: str, page_url: str, folder: Path, lang: LanguageOption) -> Review:
    """Hold the folder's catalog, or that of the revision `head`, against another revision.

    Raises UsageError where there is no such department.
    """
    source = open_head(head, folder)
    before = load_catalog(open_base(base, folder, head))
    after = load_catalog(source, beside=before)
    if submitter and submitter not in after.departments:
        raise UsageError(NO_DEPARTMENT, id=submitter)
    return review(base, Difference(before, after), submitter or None, lang.value, page_url)
