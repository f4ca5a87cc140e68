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
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of
from wudan.diff.compare import compare
from wudan.diff.reckoning import reckon_between
from wudan.diff.side import open_side
from wudan.review.releasing import Approval, refuse_burdens, refuse_errors, release, withdraw
from wudan.words import Words

_DONE = Words(
    "已写入 {path}。提交以后，这一版就是网站公布的内容。",
    "Written to {path}. Commit it, and the site publishes this edition.",
)
_WITHDRAWN = Words("已在 {path} 写明撤回理由。", "The reason is written in {path}.")


def make_release(
    identity: Annotated[str, typer.Argument(metavar="[ID]", help="版本编号，如 r2015-12")] = "",
    document: Annotated[str, typer.Option(help="批准文件")] = "",
    approved_by: Annotated[str, typer.Option("--approved-by", help="批准机关")] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="批准日期，写作 2015-12-31")] = "",
    correct: Annotated[
        bool, typer.Option("--correct", help="勘误：只改了电话、窗口、办公时间、别名，不用重新批准")
    ] = False,
    withdrawn: Annotated[str, typer.Option("--withdraw", metavar="ID", help="撤回这个版本")] = "",
    reason: Annotated[str, typer.Option(help="撤回的理由")] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """发布版本：把市政府批准的清单定为一版，记下内容校验值和变化；也用于勘误和撤回。"""
    source = open_folder(catalog)
    loaded = load_catalog(source)
    if withdrawn:
        if not reason.strip():
            raise typer.BadParameter("撤回要用 --reason 写明理由 / --withdraw needs --reason")
        texts, words = withdraw(loaded, withdrawn, reason.strip()), _WITHDRAWN
    else:
        texts, words = _edition(loaded, catalog, identity.strip(), (document, approved_by, on), correct=correct), _DONE
    write_files(source.folder, texts)
    for path in texts:
        typer.echo(words.write(lang.value, {"path": f"{source.name}/{path}"}))


def _edition(
    loaded: Catalog, folder: Path, identity: str, given: tuple[str, str, str], *, correct: bool
) -> dict[PurePosixPath, str]:
    """Give the file of a new edition. Raises typer.BadParameter for what is missing."""
    last = latest_release(loaded)
    if correct and last is None:
        raise typer.BadParameter("还没有发布过版本，无从勘误 / there is no release to correct")
    approval = _approval(identity, given, last if correct else None)
    refuse_errors(loaded)
    before = load_catalog(open_side(f"release:{last.id}", folder)) if last else None
    if before and last:
        refuse_burdens(before, loaded, last.id)
    changes = [one for one in compare(before, loaded) if one.record.kind.id != "release"] if before else []
    reckoning = reckon_between(before, loaded) if before else None
    return release(loaded, identity, approval, changes, reckoning, corrects=last.id if correct and last else "")


def _approval(identity: str, given: tuple[str, str, str], corrected: Release | None) -> Approval:
    """Give the approval of an edition; a correction rests on that of the edition which it corrects."""
    document, approved_by, on = (text.strip() for text in given)
    if corrected:
        document, approved_by = document or corrected.document or "", approved_by or corrected.approved_by or ""
    needed = {"ID": identity, "--document": document, "--approved-by": approved_by, "--on": on}
    missing = [option for option, text in needed.items() if not text]
    if missing:
        raise typer.BadParameter(f"缺少 {'、'.join(missing)} / missing {', '.join(missing)}")
    return Approval(document, approved_by, day_of(on) or "")
