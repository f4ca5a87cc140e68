"""`wudan waive`: a reviewer accepts a departure."""

from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import FolderSource, open_folder
from wudan.catalog.writing.files import write_files
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of
from wudan.cli.usage import UsageError
from wudan.diff.difference import Difference
from wudan.diff.side import open_base
from wudan.findings.judge import judge, judge_change
from wudan.findings.waiver import Sorted
from wudan.review.waiving import Ground, waive
from wudan.rules.engine.registry import all_rules
from wudan.words import Words

_EMPTY = Words("{option} 不能是空的。", "{option} must not be empty.")
_DONE = Words("已写入 {path}，保留到 {until}。", "Written to {path}, waived until {until}.")


def waive_finding(
    fingerprints: Annotated[
        list[str],
        typer.Argument(metavar="FINGERPRINT"),
        Words(
            "问题的指纹，见 check --format json；可以写几个",
            "Fingerprint of a finding, see check --format json; one or several",
        ),
    ],
    reason: Annotated[str, typer.Option(metavar="TEXT"), Words("为什么可以保留", "Why it may stay")],
    document: Annotated[
        str,
        typer.Option(metavar="NUMBER"),
        Words("同意保留的文件或者会议纪要的编号", "Number of the document or minutes that agree to it"),
    ],
    approver: Annotated[str, typer.Option(metavar="BODY"), Words("同意保留的单位", "The body that agreed")],
    until: Annotated[
        str,
        typer.Option(metavar="DATE"),
        Words("保留到哪一天，写作 2016-12-31", "The last day on which it may stay, written 2016-12-31"),
    ],
    since: Annotated[
        str,
        typer.Option(metavar="REV"),
        Words(
            "同意加重负担（P007）时写明：与哪个 git 版本比较，如 origin/main",
            "To accept a burden (P007): the git revision to compare with, as origin/main",
        ),
    ] = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Write down that departures are accepted, why, by whom and until when."""
    source = open_folder(catalog)
    loaded = load_catalog(source)
    written = {"--reason": reason, "--document": document, "--approver": approver, "--until": until}
    for option, text in written.items():
        if not text.strip():
            raise UsageError(_EMPTY, option=option)
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
    before = load_catalog(open_base(since, source.folder), beside=loaded)
    caused = judge_change(Difference(before, loaded), rules, None, whole_items=False, is_whole=True)
    every = judge(loaded, rules)
    return Sorted((*every.standing, *caused.standing), (*every.accepted, *caused.accepted), every.idle)
