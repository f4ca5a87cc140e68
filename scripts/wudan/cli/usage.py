"""Wrong usage of a command, told in the language that was asked for."""

import re

import typer

from wudan.words import Language, Words, visible

_ERROR = Words("错误：", "Error: ")
_LIST = Words("、", ", ")
_HINT = Words("用 {command} --help 查看用法。", "See {command} --help.")


class UsageError(typer.BadParameter):
    """Arguments that a command can do nothing with."""

    def __init__(self, words: Words, **arguments: object) -> None:
        super().__init__(words.write("zh", arguments))
        self.words = words
        self.arguments = arguments

    def format_message(self) -> str:
        """Give the Chinese message, without the heading that typer puts before it."""
        return self.message


def usage_text(error: typer.TyperException, command: str, language: Language) -> str:
    """Give what is shown of wrong usage of a command: what is wrong, and how to see what would be right."""
    if isinstance(error, UsageError):
        message = error.words.write(language, error.arguments)
    else:
        message = _said(visible(" ".join(error.format_message().split())), language)
    lines = (_ERROR.write(language) + message, _HINT.write(language, {"command": command}))
    return "\n".join(lines)


# What typer says of wrong usage, and how it is said here; `rest` is looked up in turn.
_PHRASES: tuple[tuple[str, Words], ...] = (
    (r"Invalid value for '(?P<name>.+?)': (?P<rest>.*)", Words("{name} 的值不对：{rest}", "{name}: {rest}")),
    (
        r"(Value error, )?'(?P<value>.*)' is not one of (?P<list>'.*')\.",
        Words("没有“{value}”，可选的是 {list}。", "'{value}' is none of {list}."),
    ),
    (
        r"'.*' is not a valid int(eger)?\.|Input should be a valid integer.*",
        Words("应当是整数。", "It has to be a whole number."),
    ),
    (r"Missing command\.", Words("没有写命令。", "No command was given.")),
    (r"Missing option '(?P<name>\S*)'\.", Words("缺少选项 {name}。", "Option {name} is missing.")),
    (r"Missing argument '(?P<name>\S*)'\.", Words("缺少参数 {name}。", "Argument {name} is missing.")),
    (r"No such option: (?P<name>\S+)", Words("没有选项 {name}。", "No option {name}.")),
    (
        r"No such option: (?P<name>\S+) \(Possible options: (?P<list>.*)\)",
        Words("没有选项 {name}，是不是 {list}？", "No option {name}; did you mean {list}?"),
    ),
    (
        r"Option '(?P<name>.*)' requires an argument\.",
        Words("选项 {name} 后面要写它的值。", "Option {name} needs a value."),
    ),
    (
        r"Option '(?P<name>.*)' does not take a value\.",
        Words("选项 {name} 后面不写值。", "Option {name} takes no value."),
    ),
    (
        r"Got unexpected extra argument\(s\) \((?P<value>.*)\)",
        Words("多了参数：{value}", "More arguments than it takes: {value}"),
    ),
)


def _said(message: str, language: Language) -> str:
    """Say in a language what a message of typer says; one that is not known stays as it is."""
    for pattern, words in _PHRASES:
        if found := re.fullmatch(pattern, message):
            parts = found.groupdict()
            if "rest" in parts:
                parts["rest"] = _said(parts["rest"], language)
            if "list" in parts:
                parts["list"] = parts["list"].replace("'", "").replace(", ", _LIST.write(language))
            return words.write(language, parts)
    return message
