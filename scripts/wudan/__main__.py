"""The command line: the commands by name, and what becomes of errors."""

import os
import re
import sys

import typer

from wudan.cli.build import build, serve
from wudan.cli.check import check
from wudan.cli.fmt import fmt
from wudan.cli.import_ import import_table
from wudan.cli.init import init
from wudan.cli.schema import schema
from wudan.failure import Failure

INTERNAL_ERROR = 4

app = typer.Typer(
    help="五单一网：检查、比对、公布行政审批事项清单。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(check)
app.command("fmt")(fmt)
app.command("import")(import_table)
app.command("init")(init)
app.command("build")(build)
app.command("serve")(serve)
app.command("schema")(schema)


def main() -> None:
    """Run the command line and leave with the exit code of the contract; no error shows a traceback."""
    try:
        app()
    except Failure as failure:
        print(failure.en if _wants_english() else failure.zh, file=sys.stderr)
        sys.exit(failure.exit_code)
    except Exception as error:  # the last resort: whatever was not foreseen
        if os.environ.get("WUDAN_DEBUG"):
            raise
        print(f"程序内部错误，请报告 / internal error, please report: {type(error).__name__}: {error}", file=sys.stderr)
        print("设 WUDAN_DEBUG=1 再运行一次，可得到详情 / set WUDAN_DEBUG=1 for details", file=sys.stderr)
        sys.exit(INTERNAL_ERROR)


def _wants_english() -> bool:
    return re.search(r"--lang[= ]en\b", " ".join(sys.argv[1:])) is not None


if __name__ == "__main__":
    main()
