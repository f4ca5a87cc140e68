"""`wudan waive`: a reviewer accepts a departure."""

from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import FolderSource, open_folder
from wudan.catalog.writing.files import write_files
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of
from wudan.diff.side import open_base
from wudan.findings.judge import judge, judge_change
from wudan.findings.ratchet import Change
from wudan.findings.waiver import Sorted
from wudan.review.waiving import Ground, waive
from wudan.rules.engine.registry import all_rules
from wudan.words import Words

_DONE = Words("已写入 {path}，保留到 {until}。", "Written to {path}, waived until {until}.")


def waive_finding(
    fingerprints: Annotated[
        list[str], typer.Argument(metavar="FINGERPRINT...", help="问题的指纹，见 check --format json；可以写几个")
    ],
    reason: Annotated[str, typer.Option(help="为什么可以保留")],
    document: Annotated[str, typer.Option(help="同意保留的文件或者会议纪要的编号")],
    approver: Annotated[str, typer.Option(help="同意保留的单位")],
    until: Annotated[str, typer.Option(metavar="DATE", help="保留到哪一天，写作 2016-12-31")],
    since: Annotated[
        str, typer.Option(metavar="REV", help="同意加重负担（P007）时写明：与哪个 git 版本比较，如 origin/main")
    ] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """说明保留：审核人同意保留一处与规则不符的情况，写明理由、依据、单位和期限。"""
    source = open_folder(catalog)
    loaded = load_catalog(source)
    written = {"--reason": reason, "--document": document, "--approver": approver, "--until": until}
    for option, text in written.items():
        if not text.strip():
            raise typer.BadParameter(f"{option} 不能是空的 / {option} must not be empty")
    ground = Ground(reason.strip(), document.strip(), approver.strip(), day_of(until.strip()) or "")
    grounds = {fingerprint.strip(): ground for fingerprint in fingerprints}
    texts = waive(loaded, _judged(loaded, source, since.strip()), grounds)
    write_files(source.folder, texts)
    for path in texts:
        arguments = {"path": f"{source.name}/{path}", "until": ground.until}
        typer.echo(_DONE.write(lang.value, arguments))


def _judged(loaded: Catalog, source: FolderSource, since: str) -> Sorted:
    """Judge the catalog, or what it changes since a revision; a burden is found in a change alone."""
    rules = list(all_rules().values())
    if not since:
        return judge(loaded, rules)
    before = load_catalog(open_base(since, source.folder))
    caused = judge_change(Change(before, loaded), rules, None, whole_items=False, is_whole=True)
    every = judge(loaded, rules)
    return Sorted((*every.standing, *caused.standing), (*every.accepted, *caused.accepted), every.idle)
