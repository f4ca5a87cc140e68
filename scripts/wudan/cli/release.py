"""`wudan release`: freeze an edition that was approved, correct it, or withdraw it."""

from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.content import latest_release
from wudan.catalog.model.decision import Release
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.catalog.writing.files import write_files
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, SignOption, day_of
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.side import open_side
from wudan.review.releasing import Approval, refuse_burdens, refuse_errors, release, withdraw
from wudan.review.signing import signature_of
from wudan.words import Words

_DONE = Words(
    "已写入 {path}。提交以后，这一版就是网站公布的内容。",
    "Written to {path}. Commit it, and the site publishes this edition.",
)
_WITHDRAWN = Words("已在 {path} 写明撤回理由。", "The reason is written in {path}.")
_NEEDS_REASON = Words("撤回要用 --reason 写明理由。", "--withdraw needs --reason.")
_NOT_SIGNED = Words("撤回不签名，请去掉 --sign。", "A withdrawal is not signed; leave --sign out.")
_NOTHING_TO_CORRECT = Words("还没有发布过版本，无从勘误。", "There is no release to correct.")
_MISSING = Words("缺少 {options}", "Missing {options}")


def make_release(
    identity: Annotated[
        str, typer.Argument(metavar="ID"), Words("版本编号，如 r2015-12", "Id of the edition, as r2015-12")
    ] = "",
    document: Annotated[str, typer.Option(metavar="NUMBER"), Words("批准文件", "The document that approves it")] = "",
    approved_by: Annotated[
        str, typer.Option("--approved-by", metavar="BODY"), Words("批准机关", "The body that approved it")
    ] = "",
    on: Annotated[
        str,
        typer.Option("--on", metavar="DATE"),
        Words("批准日期，写作 2015-12-31", "Day of the approval, written 2015-12-31"),
    ] = "",
    correct: Annotated[
        bool,
        typer.Option("--correct"),
        Words(
            "勘误：只改了电话、窗口、办公时间、别名，不用重新批准",
            "Correction: only phones, windows, office hours or aliases changed; needs no new approval",
        ),
    ] = False,
    withdrawn: Annotated[
        str, typer.Option("--withdraw", metavar="ID"), Words("撤回这个版本", "Withdraw this edition")
    ] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT"), Words("撤回的理由", "Why it is withdrawn")] = "",
    sign: SignOption = None,
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Write a new edition, a correction of the last one, or the reason of a withdrawal."""
    source = open_folder(catalog)
    loaded = load_catalog(source)
    if withdrawn:
        if not reason.strip():
            raise UsageError(_NEEDS_REASON)
        if sign:
            raise UsageError(_NOT_SIGNED)
        texts, words = withdraw(loaded, withdrawn, reason.strip()), _WITHDRAWN
    else:
        texts, words = _edition(loaded, catalog, identity.strip(), (document, approved_by, on), correct=correct), _DONE
        if sign:
            texts |= signature_of(loaded, texts, sign)
    write_files(source.folder, texts)
    for path in texts:
        typer.echo(words.write(lang.value, {"path": f"{source.name}/{path}"}))


def _edition(
    loaded: Catalog, folder: Path, identity: str, given: tuple[str, str, str], *, correct: bool
) -> dict[PurePosixPath, str]:
    """Give the file of a new edition. Raises UsageError for what is missing."""
    last = latest_release(loaded)
    if correct and last is None:
        raise UsageError(_NOTHING_TO_CORRECT)
    approval = _approval(identity, given, last if correct else None)
    refuse_errors(loaded)
    difference = None
    if last:
        difference = Difference(load_catalog(open_side(f"release:{last.id}", folder), beside=loaded), loaded)
        refuse_burdens(difference, last.id)
    return release(loaded, identity, approval, difference, corrects=last.id if correct and last else "")


def _approval(identity: str, given: tuple[str, str, str], corrected: Release | None) -> Approval:
    """Give the approval of an edition; a correction rests on that of the edition which it corrects."""
    document, approved_by, on = (text.strip() for text in given)
    if corrected:
        document, approved_by = document or corrected.document or "", approved_by or corrected.approved_by or ""
    needed = {"ID": identity, "--document": document, "--approved-by": approved_by, "--on": on}
    missing = [option for option, text in needed.items() if not text]
    if missing:
        raise UsageError(_MISSING, options=", ".join(missing))
    return Approval(document, approved_by, day_of(on) or "")
