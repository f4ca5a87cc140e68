"""What `--help` shows, in one language: how a command is used, its arguments and options."""

import inspect
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

from wudan.output.wrapping import definitions, wrapped
from wudan.words import Language, Words

_USAGE = Words("用法：{command} {rest}", "Usage: {command} {rest}")
_OPTIONS = Words("[选项]", "[OPTIONS]")
_HELP = Words("显示这份说明", "Show this help")
_LIST = Words("；", ", ")

Sort: TypeAlias = Literal["argument", "option", "command"]
_HEADINGS: Mapping[Sort, Words] = {
    "argument": Words("参数：", "Arguments:"),
    "option": Words("选项：", "Options:"),
    "command": Words("命令：", "Commands:"),
}

# What typer says in brackets behind the help of a parameter, and the same in both languages.
_FACTS = re.compile(r"\[(.*)\]")
_FACT_WORDS: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile("default: (?P<value>.*)"), Words("默认 {value}", "default {value}")),
    (re.compile("env var: (?P<value>.*)"), Words("或者环境变量 {value}", "or environment variable {value}")),
    (re.compile("required"), Words("必填", "required")),
)
_BRACKETS = Words("（{facts}）", " ({facts})")

_WIDEST, _NARROWEST = 80, 50


class Parameter(Protocol):
    """What help asks of a parameter of typer."""

    metavar: str | None
    required: bool
    nargs: int

    @property
    def name(self) -> str | None:
        """Give the name under which its function takes it."""

    @property
    def param_type_name(self) -> str:
        """Give `argument` or `option`."""

    def get_help_record(self, ctx: Any) -> tuple[str, str] | None:
        """Give how it is written on the command line, and what typer says of it in English."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be written on the command line, and what it means."""

    sort: Sort
    name: str
    meaning: str


def usage_of(path: str, parameters: Iterable[Parameter], language: Language, *more: str) -> str:
    """Give the line that shows how a command is written: its path, options, arguments, and what else follows."""
    arguments = [_usage(one) for one in parameters if one.param_type_name == "argument"]
    rest = " ".join([_OPTIONS.write(language), *arguments, *more])
    return _USAGE.write(language, {"command": path, "rest": rest})


def help_of(usage: str, summary: Words, rows: Iterable[Row], language: Language) -> str:
    """Give the help of a command, at most as wide as the terminal, and never wider than 80 columns."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
    listed = list(rows)
    lines = [*wrapped(usage, width), "", *(f"  {line}" for line in wrapped(summary.write(language), width - 2))]
    for sort, heading in _HEADINGS.items():
        if chosen := [(row.name, row.meaning) for row in listed if row.sort == sort]:
            lines += ["", heading.write(language), *definitions(chosen, width)]
    return "\n".join(lines)


def rows_of(
    parameters: Iterable[Parameter], function: Callable[..., object] | None, context: object, language: Language
) -> Iterator[Row]:
    """Give a row for each parameter of a command; what it means stands as `Words` in the signature of its function."""
    meanings = {**_meanings(function), "help": _HELP}
    for parameter in parameters:
        record = parameter.get_help_record(context)
        if record is None:
            continue
        written, said = record
        meaning = meanings[parameter.name or ""].write(language) + _facts(said, language)
        if parameter.param_type_name == "argument":
            yield Row("argument", argument_name(parameter), meaning)
        else:
            yield Row("option", written, meaning)


def argument_name(parameter: Parameter) -> str:
    """Give the name by which help and errors call an argument."""
    return parameter.metavar or (parameter.name or "").upper()


def _usage(argument: Parameter) -> str:
    name = argument_name(argument) + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _meanings(function: Callable[..., object] | None) -> dict[str, Words]:
    if function is None:
        return {}
    return {
        name: words
        for name, parameter in inspect.signature(function).parameters.items()
        for words in getattr(parameter.annotation, "__metadata__", ())
        if isinstance(words, Words)
    }


def _facts(said: str, language: Language) -> str:
    """Give what typer says in brackets (default, variable, whether it is required) in a language."""
    found = _FACTS.fullmatch(said)
    if found is None:
        return ""
    facts = _LIST.write(language).join(_fact(fact, language) for fact in found[1].split("; "))
    return _BRACKETS.write(language, {"facts": facts})


def _fact(fact: str, language: Language) -> str:
    for pattern, words in _FACT_WORDS:
        if found := pattern.fullmatch(fact):
            return words.write(language, found.groupdict())
    return fact
