"""The command line, and what becomes of errors."""

import io
import os
import sys
from contextlib import suppress
from typing import NoReturn

from wudan.cli.application import command_of, language_of, run
from wudan.extras import missing_extra
from wudan.failure import Failure, hindrance
from wudan.words import Language, Words

INTERNAL_ERROR = 4
INTERRUPTED = 130  # as a shell has it for SIGINT
_INTERNAL = Words("程序内部错误，请报告：{error}", "Internal error, please report: {error}")
_DETAILS = Words("设 WUDAN_DEBUG=1 再运行一次，可得到详情。", "Set WUDAN_DEBUG=1 and run again for details.")


def main() -> None:
    """Run the command line and leave with the exit code of the contract; no error shows a traceback."""
    arguments = sys.argv[1:]
    language = language_of(arguments)
    _write_utf8()
    try:
        sys.exit(_run(arguments, language))
    except Failure as failure:
        _leave(failure, language)
    except BrokenPipeError:  # whoever read the output has seen enough
        _drop_output()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _leave(hindrance(error), language)
    except Exception as error:  # the last resort: whatever was not foreseen
        if isinstance(error, ModuleNotFoundError) and (missing := missing_extra(command_of(arguments), error)):
            _leave(missing, language)
        if os.environ.get("WUDAN_DEBUG"):
            raise
        print(_INTERNAL.write(language, {"error": f"{type(error).__name__}: {error}"}), file=sys.stderr)
        print(_DETAILS.write(language), file=sys.stderr)
        sys.exit(INTERNAL_ERROR)


def _run(arguments: list[str], language: Language) -> int:
    """Run the application; what it wrote is out when this ends, or the error that kept it in is raised."""
    try:
        return run(arguments, language)
    finally:
        if not sys.stdout.closed:
            sys.stdout.flush()


def _leave(failure: Failure, language: Language) -> NoReturn:
    """Tell a failure, and leave with its exit code. A stream that takes no more is left alone."""
    with suppress(OSError):
        print(Words(failure.zh, failure.en).write(language), file=sys.stderr, flush=True)
    _drop_output()
    sys.exit(failure.exit_code)


def _drop_output() -> None:
    """Let what still waits for a standard output that takes nothing more go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _write_utf8() -> None:
    """Let all output be UTF-8, whatever the locale says; what is no character is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
