"""`wudan fmt`: files in canonical form."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.source import FolderSource, SourceFile, open_folder
from wudan.catalog.writing.formatting import Formatted, format_files
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption
from wudan.cli.usage import UsageError
from wudan.findings.finding import make_report
from wudan.findings.judge import judge
from wudan.output.placing import place
from wudan.rules.engine.registry import all_rules
from wudan.words import Language, Words

_NOT_THERE = Words("目录里没有 {path}。", "Not in the catalog: {path}.")
_WOULD_CHANGE = Words("需要改写：{path}", "would change: {path}")
_CHANGED = Words("已改写：{path}", "rewritten: {path}")
_SUM = Words(
    "共 {all} 个文件：{changed} 个{what}，{unreadable} 个读不了。",
    "{all} files: {changed} {what}, {unreadable} unreadable.",
)
_TO_CHANGE, _DONE = Words("需要改写", "to be rewritten"), Words("已改写", "rewritten")


def fmt(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH"),
        Words("文件或者文件夹，默认为整个目录", "Files or folders; by default the whole catalog"),
    ] = None,
    catalog: CatalogFolder = DEFAULT_CATALOG,
    check: Annotated[
        bool,
        typer.Option("--check"),
        Words(
            "只列出需要改写的文件，不改写；有则以 1 退出",
            "Only list files to be rewritten; the exit code is 1 where there are any",
        ),
    ] = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Write files in canonical form, or with `--check` list those that are not."""
    source = open_folder(catalog)
    formatted = list(format_files(source, _chosen(source, files or [])))
    unreadable = [found for found in formatted if found.text is None]
    to_change = [found for found in formatted if found.text is not None and not found.is_canonical]
    for found in to_change:
        if not check and found.text is not None:
            place(source.folder / found.path, found.text.encode())
        words = _WOULD_CHANGE if check else _CHANGED
        typer.echo(words.write(lang.value, {"path": found.file.path}))
    for line in _complaints(source, unreadable, lang.value):
        typer.echo(line, err=True)
    arguments = {
        "all": len(formatted),
        "changed": len(to_change),
        "what": _TO_CHANGE if check else _DONE,
        "unreadable": len(unreadable),
    }
    typer.echo(_SUM.write(lang.value, arguments))
    raise typer.Exit(1 if unreadable or (check and to_change) else 0)


def _chosen(source: FolderSource, paths: Iterable[Path]) -> list[SourceFile]:
    """Give the files of the catalog that are named or lie below a named folder; all where nothing is named.

    Raises UsageError for a path that names no file of the catalog.
    """
    every = list(source.files())
    chosen: dict[str, SourceFile] = {}
    root = source.folder.resolve()
    for path in paths:
        place = path.resolve()
        named = [file for file in every if (root / file.path) == place or place in (root / file.path).parents]
        if not named:
            raise UsageError(_NOT_THERE, path=path)
        chosen.update((str(file.path), file) for file in named)
    return list(chosen.values()) if chosen else every


def _complaints(source: FolderSource, unreadable: Iterable[Formatted], language: Language) -> Iterator[str]:
    """Give one line for each reason for which a file could not be read, as `wudan check` gives it."""
    catalog = Catalog(source.name, tuple(found.file for found in unreadable), {})
    rules = [rule for rule in all_rules().values() if rule.tells_unread]
    found = judge(catalog, rules, is_whole=False)
    for finding in make_report(catalog, found.standing, language).findings:
        yield f"{finding.file}:{finding.line}:{finding.column} {finding.code} {finding.message} {finding.help}"
