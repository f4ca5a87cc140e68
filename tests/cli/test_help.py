import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from wudan.catalog.characters import HAN, character_class
from wudan.cli.application import language_of, load, run
from wudan.cli.commands import COMMANDS
from wudan.output.wrapping import columns

GOLDEN = Path(__file__).parent / "golden"
HAN_CHARACTER = re.compile(f"[{character_class(HAN)}]")
ENGLISH_SENTENCE = re.compile(r"\b[A-Za-z]+ (?:[a-z]+ )+[a-z]+\b")
HELP_OF_EVERYTHING = ("", *COMMANDS)


@pytest.fixture(autouse=True)
def _on_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def shown(capsys: pytest.CaptureFixture[str], *arguments: Any) -> Any:
    assert run(arguments, language_of(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", HELP_OF_EVERYTHING)
def test_help_is_chinese_and_holds_no_english_sentence(capsys: pytest.CaptureFixture[str], name: Any) -> None:
    text = shown(capsys, *name.split(), "--help")
    assert text.startswith(f"用法：{f'wudan {name}'.strip()} [选项]")
    assert ENGLISH_SENTENCE.findall(text) == []


@pytest.mark.parametrize("name", HELP_OF_EVERYTHING)
def test_help_in_english_holds_no_han_character(capsys: pytest.CaptureFixture[str], name: Any) -> None:
    text = shown(capsys, *name.split(), "--help", "--lang", "en")
    assert text.startswith(f"Usage: {f'wudan {name}'.strip()} [OPTIONS]")
    assert HAN_CHARACTER.findall(text) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", HELP_OF_EVERYTHING)
def test_no_line_of_help_is_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], name: Any, language: Any
) -> None:
    text = shown(capsys, *name.split(), "--help", "--lang", language)
    assert [line for line in text.splitlines() if columns(line) > 80] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_says_what_it_means(
    capsys: pytest.CaptureFixture[str], name: Any, language: Any
) -> None:
    lines = shown(capsys, name, "--help", "--lang", language).split("\n\n", 2)[2].splitlines()
    for number, line in enumerate(lines):
        if line.startswith("  ") and not line.startswith("   "):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            assert re.search(r"\S {2,}\S", line) or following.startswith(" " * 10), line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_shown(capsys: pytest.CaptureFixture[str], name: Any) -> None:
    text = shown(capsys, name, "--help")
    written = [option for parameter in load(name).params for option in parameter.opts if option.startswith("--")]
    assert [option for option in written if f"  {option}" not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_what_stands_for_a_value_is_a_name_and_not_a_type_of_python(
    capsys: pytest.CaptureFixture[str], name: Any
) -> None:
    assert re.findall(r"<(?:str|path|int|bool|list\[.*?)>", shown(capsys, name, "--help")) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_of_compare_as_it_was_approved(
    capsys: pytest.CaptureFixture[str], language: Any, pytestconfig: Any
) -> None:
    text = shown(capsys, "compare", "--help", "--lang", language)
    golden = GOLDEN / f"compare-help.{language}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "en", "check", "--help"), ("check", "--lang=en", "--help"), ("check", "--help", "--lang", "en")],
)
def test_the_language_may_stand_anywhere(tmp_path: Path, arguments: Any) -> None:
    assert wudan(*arguments, folder=tmp_path).stdout.startswith("Usage: wudan check [OPTIONS] [DIR]\n")


def test_the_language_before_a_command_is_the_language_of_what_it_prints(tmp_path: Path) -> None:
    assert wudan("--lang", "en", "explain", "B007", folder=tmp_path).stdout.startswith("B007 Precondition added\n")


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "zh"),
        (["check"], "zh"),
        (["--lang", "zh", "check", "--lang", "en"], "en"),
        (["check", "--lang", "english"], "zh"),
        (["check", "--language", "en"], "zh"),
        (["fmt", "--", "--lang", "en"], "zh"),
        (["check", "--lang"], "zh"),
    ],
)
def test_the_last_language_before_the_end_of_options_counts(arguments: Any, language: Any) -> None:
    assert language_of(arguments) == language


def test_without_arguments_help_is_shown_as_wrong_usage(tmp_path: Path) -> None:
    result = wudan(folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert [name for name in COMMANDS if f"\n  {name} " not in result.stderr] == []
