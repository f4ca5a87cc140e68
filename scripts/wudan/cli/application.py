"""The application: finds the command that is asked for, loads it, shows help, and tells wrong usage."""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup

from wudan.cli.commands import COMMANDS
from wudan.cli.help import Row, help_of, rows_of, usage_of
from wudan.cli.options import Lang, LanguageOption
from wudan.cli.usage import UsageError, usage_text
from wudan.likeness import WORD, nearest
from wudan.words import Language, Words

NAME = "wudan"
WRONG_USAGE = 2
_SUMMARY = Words(
    "五单一网：检查、比对、公布行政审批事项清单。",
    "Five lists, one net: check, compare and publish a city's lists of approval items.",
)
_COMMAND = Words("命令 …", "COMMAND ...")
_LIKE = Words("没有命令“{name}”，是不是 {near}？", "No command '{name}'; did you mean {near}?")
_UNKNOWN = Words("没有命令“{name}”。", "No command '{name}'.")

_Context: TypeAlias = Any  # typer keeps the type of what parameters are parsed in to itself


def language_of(arguments: Sequence[str]) -> Language:
    """Give the language that is asked for anywhere on a command line: Chinese where none is."""
    written = re.findall(r"(?:^|\0)--lang[=\0]([^\0]*)", "\0".join(arguments).partition("\0--\0")[0])
    return "en" if written and written[-1] == "en" else "zh"


def run(arguments: Sequence[str], language: Language) -> int:
    """Run the command line and give its exit code. Raises Failure, and whatever a command did not foresee."""
    typed = typer.Typer(cls=Application, add_completion=False)
    typed.callback()(_take_language)
    application = typer.main.get_command(typed)
    spoken = {name: {"lang": language} for name in COMMANDS}
    try:
        code = application.main(
            list(arguments), prog_name=NAME, standalone_mode=False, obj=language, default_map=spoken
        )
    except typer.TyperException as error:
        typer.echo(usage_text(error, _command_path(arguments), language), err=True)
        return WRONG_USAGE
    return code or 0


def command_of(arguments: Sequence[str]) -> str:
    """Give the name of the command that a command line asks for; empty where it asks for none."""
    return next((name for name in arguments if name in COMMANDS), "")


def _command_path(arguments: Sequence[str]) -> str:
    """Give the command whose help says how it is used."""
    return f"{NAME} {command_of(arguments)}".rstrip()


def _take_language(lang: Lang = LanguageOption.zh) -> None:
    """Take the language where it stands before the command."""


class Command(TyperCommand):
    """A command whose help is in the language that was asked for."""

    def get_help(self, ctx: _Context) -> str:
        """Give the help: usage, what the command does, arguments and options."""
        language: Language = ctx.obj
        parameters = self.get_params(ctx)
        usage = usage_of(ctx.command_path, parameters, language)
        rows = rows_of(parameters, self.callback, ctx, language)
        return help_of(usage, COMMANDS[self.name or ""].summary, rows, language)


class Application(TyperGroup):
    """The commands, of which only the one that is asked for is loaded: some bring what takes half a second."""

    def list_commands(self, ctx: _Context) -> list[str]:  # noqa: ARG002 (named by typer)
        """Give the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: _Context, cmd_name: str) -> Any:  # noqa: ARG002 (named by typer)
        """Load a command. Raises UsageError where there is none of the name."""
        if cmd_name not in COMMANDS:
            near = nearest(cmd_name, COMMANDS, WORD)
            raise UsageError(_LIKE if near else _UNKNOWN, name=cmd_name, near=near)
        return load(cmd_name)

    def parse_args(self, ctx: _Context, args: list[str]) -> list[str]:
        """Parse what stands before the command; without anything the help is shown, which is wrong usage."""
        if not args:
            typer.echo(self.get_help(ctx), err=True)
            raise typer.Exit(WRONG_USAGE)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: _Context) -> str:
        """Give the help: usage, options, and what each command does."""
        language: Language = ctx.obj
        parameters = self.get_params(ctx)
        usage = usage_of(ctx.command_path, parameters, language, _COMMAND.write(language))
        rows = list(rows_of(parameters, self.callback, ctx, language))
        rows += [Row("command", name, entry.summary.write(language)) for name, entry in COMMANDS.items()]
        return help_of(usage, _SUMMARY, rows, language)


def load(name: str) -> Any:
    """Load a command by its name."""
    entry = COMMANDS[name]
    typed = typer.Typer(add_completion=False)
    typed.command(name, cls=Command)(getattr(import_module(f"wudan.cli.{entry.module}"), entry.function))
    return typer.main.get_command(typed)
