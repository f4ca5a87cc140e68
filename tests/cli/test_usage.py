from pathlib import Path
from typing import Any

import pytest

from tests.support.command import wudan
from tests.support.root import ROOT
from wudan.catalog.characters import HAN
from wudan.cli.application import language_of, run

CASES = [
    (["nope"], "没有命令“nope”", "No command 'nope'"),
    (["chekc"], "没有命令“chekc”，是不是 check？", "No command 'chekc'; did you mean check?"),
    (["--nope"], "没有选项 --nope。", "No option --nope."),
    (
        ["check", "--sinse", "x"],
        "没有选项 --sinse，是不是 --ignore、--since？",
        "No option --sinse; did you mean --ignore, --since?",
    ),
    (
        ["check", "--fail-on", "no"],
        "--fail-on 的值不对：没有“no”，可选的是 error、",
        "--fail-on: 'no' is none of error, ",
    ),
    (["check", "--fix=1"], "选项 --fix 后面不写值。", "Option --fix takes no value."),
    (["check", "a", "b"], "多了参数：b", "More arguments than it takes: b"),
    (["serve", "--port", "x"], "--port 的值不对：应当是整数。", "--port: It has to be a whole number."),
    (["serve", "--port", "0"], "--port 应当是 1 至 65535，不能是 0。", "--port is 1 to 65535, and cannot be 0."),
    (
        ["serve", "--port", "70000"],
        "--port 应当是 1 至 65535，不能是 70000。",
        "--port is 1 to 65535, and cannot be 70000.",
    ),
    (["waive"], "缺少参数 FINGERPRINT。", "Argument FINGERPRINT is missing."),
    (["waive", "x"], "缺少选项 --reason。", "Option --reason is missing."),
    (["explain", "B07"], "没有规则 B07，是不是 B007？", "No rule B07; did you mean B007?"),
    (["explain", "ZZZZZ"], "没有规则 ZZZZZ。", "No rule ZZZZZ."),
    (["stats", "--at", "x"], "不是日期：x，应写作 2015-12-31。", "Not a day: x; write it as 2015-12-31."),
    (["schema", "x"], "没有“x”这一类", "No kind 'x'"),
    (["init", "x", "--code", "1"], "--code 应当是六位数字：1", "--code has six digits: 1"),
    (["import", "no-such-file.csv"], "请用 --list 写明", "Say with --list"),
    (
        ["import", "x.csv", "--list", "fees", "--missing", "cancel", "--document", "x", "--on", "2015-02-31"],
        "不是日期：2015-02-31，应写作 2015-12-31。",
        "Not a day: 2015-02-31; write it as 2015-12-31.",
    ),
    (
        ["import", "x.csv", "--list", "fees", "--missing", "cancel", "--document", "x"],
        "--missing cancel 要写明 --document 文号和 --on 日期",
        "--missing cancel needs --document NUMBER and --on YYYY-MM-DD.",
    ),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_wrong_usage_is_told_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: Any, zh: Any, en: Any
) -> None:
    for language, message, heading in (("zh", zh, "错误："), ("en", en, "Error: ")):
        given = [*arguments, "--lang", language]
        assert run(given, language_of(given)) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith(heading + message)


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case[0]) for case in CASES])
def test_wrong_usage_in_english_holds_no_han_character(capsys: pytest.CaptureFixture[str], case: Any) -> None:
    run([*case[0], "--lang", "en"], "en")
    told = capsys.readouterr().err
    assert not [sign for sign in told if any(first <= ord(sign) <= last for first, last in HAN)]


def test_an_option_without_its_value_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--since"], "zh") == 2
    assert capsys.readouterr().err == "错误：选项 --since 后面要写它的值。\n用 wudan check --help 查看用法。\n"


def test_nothing_written_on_the_command_line_acts_on_the_terminal(tmp_path: Path) -> None:
    for arguments in (["check", "--\x1b[31m"], ["\x1b[31m"], ["explain", "\x1b[31m"], ["check", "a", "\x1b[31m"]):
        result = wudan(*arguments, folder=tmp_path)
        assert result.returncode == 2
        assert "\x1b" not in result.stderr


def test_no_message_shows_a_box_around_it(tmp_path: Path) -> None:
    assert "─" not in wudan("check", "--nope", folder=tmp_path).stderr


def test_the_kinds_of_files_and_reports_are_named_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"], "zh") == 0
    assert "approvals\t行政审批事项清单\tapprovals/\n" in capsys.readouterr().out
    assert run(["schema", "--lang", "en"], "en") == 0
    told = capsys.readouterr().out
    assert "approvals\tApproval items\tapprovals/\n" in told
    assert "findings\tFindings\n" in told
    assert not [sign for sign in told if any(first <= ord(sign) <= last for first, last in HAN)]


def test_an_example_to_copy_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", "x.csv", "--list", "fees", "--department", "nobody", "--catalog", str(ROOT / "catalog")], "zh")
    assert "\n  - id: nobody\n    name: 部门全称\n    kind: 政府部门\n" in capsys.readouterr().err
