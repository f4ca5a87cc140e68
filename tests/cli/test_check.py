import json
import os
import shutil
import socket
from pathlib import Path

import jsonschema
import pytest

from tests.support.command import wudan
from tests.support.rule_examples import CITY, all_cases

GOOD = "- id: wjw-xk-001\n  name: 公共场所卫生许可\n  type: 行政许可\n  status: 在用\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    shutil.copytree(CITY, tmp_path / "catalog")
    (tmp_path / "catalog" / "approvals" / "wjw.yml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def write(city: Path, name: str, text: str) -> None:
    path = city / "catalog" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_good_catalog_passes(city: Path) -> None:
    result = wudan("check", folder=city)
    assert result.returncode == 0, result.stdout
    assert "4 个文件、1 项：0 个错误" in result.stdout


def test_a_finding_shows_code_place_line_caret_and_how_to_mend(city: Path) -> None:
    write(city, "approvals/wjw.yml", GOOD.replace("行政许可\n", "行政许可证\n"))
    result = wudan("check", folder=city)
    assert result.returncode == 1
    assert "S002 错误 catalog/approvals/wjw.yml:3:9\n" in result.stdout
    assert "  3 |   type: 行政许可证\n    |         ^^^^^^^^^^\n" in result.stdout
    assert "是不是“行政许可”" in result.stdout
    assert "怎样改：" in result.stdout


def test_english_is_complete(city: Path) -> None:
    write(city, "approvals/wjw.yml", GOOD.replace("行政许可\n", "行政许可证\n"))
    result = wudan("check", "--lang", "en", folder=city)
    assert "S002 error catalog/approvals/wjw.yml:3:9\n  type cannot be" in result.stdout
    assert "4 files, 0 entries: 1 errors, 0 warnings, 0 remarks." in result.stdout


def test_json_obeys_the_schema_that_the_tool_prints(city: Path) -> None:
    write(city, "approvals/wjw.yml", GOOD + GOOD)
    result = wudan("check", "--format", "json", folder=city)
    report = json.loads(result.stdout)
    schema = json.loads(wudan("schema", "findings", folder=city).stdout)
    jsonschema.validate(report, schema)
    finding = next(finding for finding in report["findings"] if finding["code"] == "S003")
    assert list(finding) == [
        "code", "level", "message", "file", "line", "column", "end_line", "list", "item", "pointer", "related",
        "fingerprint", "fix", "help",
    ]  # fmt: skip
    assert (finding["file"], finding["line"], finding["column"]) == ("catalog/approvals/wjw.yml", 5, 7)
    assert finding["pointer"] == "/1/id"
    assert finding["related"][0]["line"] == 1
    assert report["summary"]["errors"] == 1


def test_one_unreadable_file_hides_no_other(city: Path) -> None:
    write(city, "approvals/zjj.yml", "- id: [\n")
    write(city, "approvals/gsj.yml", GOOD.replace("在用", "启用"))
    report = json.loads(wudan("check", "--format", "json", "--select", "S", folder=city).stdout)
    found = {(finding["code"], finding["file"]) for finding in report["findings"]}
    assert ("S001", "catalog/approvals/zjj.yml") in found
    assert ("S002", "catalog/approvals/gsj.yml") in found


def test_all_broken_examples_at_once_give_every_code_and_no_traceback(tmp_path: Path) -> None:
    departments = ["- {id: wjw, name: 示例市卫生和计划生育委员会, kind: 政府部门}"]
    cases = [case for case in all_cases() if not case.is_good and case.path.is_file()]
    shutil.copytree(CITY, tmp_path / "catalog")
    for number, case in enumerate(cases):
        departments.append(f"- {{id: d{number}, name: 第{number}局, kind: 政府部门}}")
        shutil.copyfile(case.path, tmp_path / "catalog" / "approvals" / f"d{number}.yml")
    write(tmp_path, "departments.yml", "\n".join(departments) + "\n")
    result = wudan("check", "--format", "json", folder=tmp_path)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert len(cases) >= 30
    found = {(finding["code"], finding["file"], finding["line"]) for finding in json.loads(result.stdout)["findings"]}
    for number, case in enumerate(cases):
        for code, _, line, _ in case.expected():
            if code != "Q010":
                assert (code, f"catalog/approvals/d{number}.yml", line) in found, case.name


def test_levels_of_the_city_are_obeyed_and_printed(city: Path) -> None:
    head = (city / "catalog" / "catalog.yml").read_text(encoding="utf-8")
    write(city, "catalog.yml", head + 'levels: {S003: info, Q010: "off"}\n')
    write(city, "approvals/wjw.yml", GOOD + GOOD)
    result = wudan("check", "--select", "S003,Q010", folder=city)
    assert result.returncode == 0
    assert "S003 提示" in result.stdout
    assert "规则级别与默认不同：S003 info, Q010 off" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "info"], 1),
        (["--fail-on", "warning"], 0),
        (["--fail-on", "never"], 0),
        (["--ignore", "Q010,B000", "--fail-on", "info"], 0),
        (["--select", "S,C001"], 0),
        (["--select", "Z"], 2),
        (["--fail-on", "sometimes"], 2),
        (["nowhere"], 3),
    ],
)
def test_exit_codes(city: Path, arguments: list[str], code: int) -> None:
    assert wudan("check", *arguments, folder=city).returncode == code


def test_only_one_department_is_shown(city: Path) -> None:
    write(city, "approvals/zjj.yml", "- id: [\n")
    result = wudan("check", "--department", "wjw", "--select", "S", folder=city)
    assert result.returncode == 0
    assert "zjj" not in result.stdout


def test_nothing_to_open_says_what_to_do_in_both_languages(tmp_path: Path) -> None:
    chinese, english = wudan("check", folder=tmp_path), wudan("check", "--lang", "en", folder=tmp_path)
    assert (chinese.returncode, english.returncode) == (3, 3)
    assert "--catalog" in chinese.stderr
    assert "找不到" in chinese.stderr
    assert "No such folder" in english.stderr


def test_control_characters_of_a_file_do_not_reach_the_terminal(city: Path) -> None:
    write(
        city, "approvals/wjw.yml", GOOD.replace("公共场所", "\\e[31m公\u202e共").replace("name: ", 'name: "') + '  x: "'
    )
    write(city, "approvals/zjj.yml", "- id: wjw\x1b[1m\n")
    result = wudan("check", folder=city)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_what_is_no_plain_file_is_named_and_never_opened(
    city: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(city / "catalog" / "approvals")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("gsj.yml")
    result = wudan(command, folder=city)
    assert result.returncode == (1 if command == "check" else 0)
    assert command == "fmt" or "S006 错误 catalog/approvals/gsj.yml:1:1" in result.stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_name_that_is_not_utf_8_is_a_finding(city: Path, form: str) -> None:
    (city / "catalog" / "approvals" / os.fsdecode(b"a\xff.yml")).write_text("[]\n", encoding="utf-8")
    result = wudan("check", "--format", form, folder=city)
    assert result.returncode == 1, result.stderr
    assert "S006" in result.stdout


def test_a_broken_head_is_one_finding_and_no_flood(city: Path) -> None:
    write(city, "catalog.yml", "format: 2\n")
    report = json.loads(wudan("check", "--format", "json", folder=city).stdout)
    assert {finding["file"] for finding in report["findings"]} == {"catalog/catalog.yml"}


def test_an_unknown_department_is_wrong_usage(city: Path) -> None:
    assert wudan("check", "--department", "nope", folder=city).returncode == 2
