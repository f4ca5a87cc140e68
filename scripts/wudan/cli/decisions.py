"""The part of `wudan import` that reads back a sheet of decisions."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.catalog.writing.branching import Branch
from wudan.catalog.writing.files import unwritten, write_files
from wudan.findings.judge import judge
from wudan.review.replies import DecisionTable, Replies, find_decisions, read_replies
from wudan.review.reply_outcome import write_json, write_text
from wudan.rules.engine.registry import all_rules
from wudan.tables.sheet import TableRefusedError
from wudan.tables.table import read_table
from wudan.words import Language


def decisions_in(file: Path) -> DecisionTable | None:
    """Give the sheet of decisions in a file; None where it holds none, or cannot be read as a table at all."""
    try:
        return find_decisions(read_table(file))
    except (TableRefusedError, OSError):
        return None


def import_decisions(
    table: DecisionTable, file: Path, catalog: Path, *, dry_run: bool, branch: str, as_json: bool, language: Language
) -> None:
    """Write what was decided, and say what came of it. Raises SourceError where the catalog cannot be written."""
    source = open_folder(catalog)
    loaded = load_catalog(source)
    replies = read_replies(table, loaded, judge(loaded, list(all_rules().values())))
    written = replies.is_sound and bool(replies.texts) and not dry_run
    if written:
        try:
            _write(replies, source.folder, branch, f"审核决定：{file.name}")
        except OSError as error:
            raise unwritten(error) from None
    about = {"file": file, "catalog": source.name, "written": written, "branch": branch if written else ""}
    write = write_json if as_json else write_text
    typer.echo(write(replies, about, language), nl=False)
    raise typer.Exit(0 if replies.is_sound else 1)


def _write(replies: Replies, catalog: Path, branch: str, message: str) -> None:
    texts: Mapping[PurePosixPath, str] = replies.texts
    if not branch:
        write_files(catalog, texts)
        return
    on_branch = Branch(catalog, branch, [catalog / path for path in texts])
    on_branch.check()
    on_branch.commit(message, lambda: write_files(catalog, texts))
