"""Where a report goes: to a file, or to standard output."""

import sys
from pathlib import Path

import typer

from wudan.failure import Failure, trouble
from wudan.output.format import Format, Told
from wudan.output.placing import place
from wudan.words import Language


class OutputError(Failure):
    """A report cannot be written where it is to go."""

    exit_code = 3


def give(told: Told, form: Format[Told], language: Language, out: Path | None = None) -> None:
    """Write a report to a file, or to standard output, where a terminal shows its colours.

    Files and pipes get UTF-8. Raises OutputError where the file cannot be written.
    """
    is_on_terminal = out is None and sys.stdout.isatty()
    written = (form.coloured if is_on_terminal and form.coloured else form.write)(told, language)
    if is_on_terminal:
        typer.echo(written, nl=False)
        return
    content = written.encode() if isinstance(written, str) else written
    if out is None:
        typer.echo(content, nl=False)
    else:
        _write(out, content)


def is_shown(out: Path | None) -> bool:
    """Say whether what is written without a file, or to this one, would appear on a screen."""
    return out is None and sys.stdout.isatty()


def _write(out: Path, content: bytes) -> None:
    """Write a file in one step, so that none is there in part; what is no file, as a pipe, takes what comes."""
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(content)
        else:
            place(out.resolve(), content)
    except OSError as error:
        zh, en = trouble(error)
        raise OutputError(f"不能写入 {out}：{zh}。", f"{out} cannot be written: {en}.") from None
