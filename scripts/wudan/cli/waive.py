"""`wudan waive`: a reviewer accepts a departure."""

from typing import Annotated

import typer

from wudan.catalog.load import load_catalog
from wudan.catalog.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of
from wudan.exchange.writing import write_files
from wudan.findings.words import Words
from wudan.review.waiving import Ground, waive
from wudan.rules.judge import judge
from wudan.rules.registry import all_rules

_DONE = Words("已写入 {path}：{fingerprint} 保留到 {until}。", "Written to {path}: {fingerprint} waived until {until}.")


def waive_finding(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="问题的指纹，见 check --format json")],
    reason: Annotated[str, typer.Option(help="为什么可以保留")],
    document: Annotated[str, typer.Option(help="同意保留的文件或者会议纪要的编号")],
    approver: Annotated[str, typer.Option(help="同意保留的单位")],
    until: Annotated[str, typer.Option(metavar="DATE", help="保留到哪一天，写作 2016-12-31")],
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
    texts = waive(loaded, judge(loaded, list(all_rules().values())), {fingerprint.strip(): ground})
    write_files(source.folder, texts)
    for path in texts:
        arguments = {"path": f"{source.name}/{path}", "fingerprint": fingerprint.strip(), "until": ground.until}
        typer.echo(_DONE.write(lang.value, arguments))
