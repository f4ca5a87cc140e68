"""Names of files that not every system can hold: one finding says what is wrong, and no format lets the name act."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.memory_source import MemorySource
from tests.support.repository import git
from wudan.catalog.catalog import Catalog
from wudan.catalog.file_name import LONGEST_NAME, name_fault, twins_among
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.revision import RevisionSource
from wudan.findings.finding import make_report
from wudan.findings.formats.registry import FORMATS
from wudan.findings.judge import judge
from wudan.rules.engine.registry import all_rules
from wudan.words import Language

NAMES = {
    "a\nb": "换行、制表符等控制字符（U+000A）",
    "a\x1bb": "换行、制表符等控制字符（U+001B）",
    "a\tb": "换行、制表符等控制字符（U+0009）",
    "a\u202eb": "改变书写方向的字符（U+202E）",
    "a\u200bb": "看不见的字符（U+200B）",
    "a\u00a0b": "空格（U+00A0）",
    "a b": "空格（U+0020）",
    "a\\b": "反斜杠（U+005C）",
    "$(id)": "在命令里有特殊意义的符号（U+0024）",
    "a;b": "在命令里有特殊意义的符号（U+003B）",
    "a`b": "在命令里有特殊意义的符号（U+0060）",
    "a'b": "在命令里有特殊意义的符号（U+0027）",
    "a*b": "在命令里有特殊意义的符号（U+002A）",
    "<b>": "在命令里有特殊意义的符号（U+003C）",
    "-n": "以“-”开头",
    "列" * 40: "超过 120 字节",
    "NUL": "Windows 保留的设备名",
}
GOOD = ("wjw", "licences-2015_12.a", "许可（一）", "列" * 38, "con-1", "é")
BODIES = "- {id: wjw, name: 卫生局, kind: 政府部门}\n"
HEAD = b'{"format": 1, "region": {"code": "410183", "name": "x", "level": "\xe5\x8e\xbf\xe7\xba\xa7"}, "title": "x"}\n'


def path_of(name: str) -> str:
    return f"approvals/wjw/{name}.yml"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    files = [path_of(name) for name in (*NAMES, *GOOD)]
    lists = dict.fromkeys(files, b"[]\n")
    return load_catalog(MemorySource({"catalog.yml": HEAD, "departments.yml": BODIES.encode(), **lists}))


def found_in(catalog: Catalog) -> dict[str, str]:
    report = make_report(catalog, judge(catalog, [all_rules()["S006"]]).standing, "zh")
    messages = {finding.file.removeprefix("catalog/"): finding.message for finding in report.findings}
    assert len(messages) == len(report.findings)
    return messages


def test_each_bad_name_has_one_finding_that_says_what_is_wrong(catalog: Catalog) -> None:
    found = found_in(catalog)
    assert found.keys() == {path_of(name) for name in NAMES}
    assert [name for name, words in NAMES.items() if words not in found[path_of(name)]] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_no_format_writes_a_character_that_acts(catalog: Catalog, form: str, language: Language) -> None:
    report = make_report(catalog, judge(catalog, [all_rules()["S006"]]).standing, language)
    text = str(FORMATS[form].write(report, language))
    assert [character for character in text if not character.isprintable() and character != "\n"] == []
    assert not re.search(r"^b\b", text, re.MULTILINE)


def test_json_names_the_file_as_it_is_called(catalog: Catalog) -> None:
    report = make_report(catalog, judge(catalog, [all_rules()["S006"]]).standing, "zh")
    read = json.loads(FORMATS["json"].write(report, "zh"))
    assert {finding["file"] for finding in read["findings"]} == {f"catalog/{path_of(name)}" for name in NAMES}


@given(st.text(min_size=1, max_size=130))
def test_a_name_without_fault_is_printable_short_and_plain_in_a_shell(name: str) -> None:
    if name_fault(name) is None:
        assert name.isprintable()
        assert len(name.encode()) <= LONGEST_NAME
        assert not re.search(r"[\s\"'`$&;|<>(){}\[\]*?!#~\\%^=,:@+/]", name)
        assert name[0] not in "-."


def test_names_that_differ_by_case_or_composition_are_twins_of_the_one_in_lower_case() -> None:
    paths = ["c/WJW.yml", "c/wjw.yml", "c/é.yml", "c/e\u0301.yml", "c/zjj.yml"]
    assert twins_among(paths) == {"c/WJW.yml": "c/wjw.yml", "c/e\u0301.yml": "c/é.yml"}
    assert twins_among(reversed(paths)) == twins_among(paths)


def test_the_same_is_found_in_a_revision_of_a_repository(tmp_path: Path) -> None:
    """Names that this system can hold go through git and back."""
    names = [name for name in (*NAMES, *GOOD, "WJW", "Licences-2015_12.a") if len(name.encode()) < 200]
    for name in names:
        file = tmp_path / "catalog" / path_of(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[]\n", encoding="utf-8")
    (tmp_path / "catalog" / "catalog.yml").write_bytes(HEAD)
    (tmp_path / "catalog" / "departments.yml").write_text(
        "- {id: wjw, name: 卫生局, kind: 政府部门}\n", encoding="utf-8"
    )
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "x")
    found = found_in(load_catalog(RevisionSource(tmp_path, "HEAD", "catalog/")))
    assert found.keys() == {*(path_of(name) for name in NAMES), path_of("WJW"), path_of("Licences-2015_12.a")}
    assert "与 catalog/approvals/wjw/wjw.yml 只有大小写" in found[path_of("WJW")]
