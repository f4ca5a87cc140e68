"""The command line: the commands by name, and what becomes of errors."""

import io
import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import typer

from wudan.failure import Failure, hindrance

INTERNAL_ERROR = 4

# Each command by the module of `wudan.cli` that holds it, and its function there.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "check"),
    "diff": ("diff", "diff"),
    "compare": ("compare", "compare_lists"),
    "review": ("review", "review_change"),
    "stats": ("stats", "stats"),
    "waive": ("waive", "waive_finding"),
    "release": ("release", "make_release"),
    "receive": ("receive", "receive"),
    "codeowners": ("codeowners", "write_codeowners"),
    "explain": ("explain", "explain"),
    "fmt": ("fmt", "fmt"),
    "import": ("import_", "import_table"),
    "init": ("init", "init"),
    "build": ("build", "build"),
    "serve": ("build", "serve"),
    "schema": ("schema", "schema"),
}


def make_app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Give the application with these commands, whose modules are loaded now."""
    app = typer.Typer(
        help="五单一网：检查、比对、公布行政审批事项清单。",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(lambda: None)
    for name in names:
        module, function = COMMANDS[name]
        app.command(name)(getattr(import_module(f"wudan.cli.{module}"), function))
    return app


def main() -> None:
    """Run the command line and leave with the exit code of the contract; no error shows a traceback.

    Of the commands only the one that is asked for is loaded: some bring dictionaries that take half a second.
    """
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    _write_utf8()
    try:
        _run(make_app([asked] if asked in COMMANDS else COMMANDS))
    except Failure as failure:
        _leave(failure)
    except OSError as error:
        _leave(hindrance(error))
    except Exception as error:  # the last resort: whatever was not foreseen
        if os.environ.get("WUDAN_DEBUG"):
            raise
        print(f"程序内部错误，请报告 / internal error, please report: {type(error).__name__}: {error}", file=sys.stderr)
        print("设 WUDAN_DEBUG=1 再运行一次，可得到详情 / set WUDAN_DEBUG=1 for details", file=sys.stderr)
        sys.exit(INTERNAL_ERROR)


def _run(app: typer.Typer) -> None:
    """Run the application; what it wrote is out when this ends, or the error that kept it in is raised."""
    try:
        app()
    finally:
        if not sys.stdout.closed:
            sys.stdout.flush()


def _leave(failure: Failure) -> NoReturn:
    """Tell a failure, and leave with its exit code. A stream that takes no more is left alone."""
    with suppress(OSError):
        print(failure.en if _wants_english() else failure.zh, file=sys.stderr, flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what still waits for a full standard output has nowhere to go
    sys.exit(failure.exit_code)


def _write_utf8() -> None:
    """Let all output be UTF-8, whatever the locale says; what is no character is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _wants_english() -> bool:
    return re.search(r"--lang[= ]en\b", " ".join(sys.argv[1:])) is not None


if __name__ == "__main__":
    main()
