"""`wudan check --fix` mends what it can in a whole city, and leaves everything else as it stands."""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest

from tests.support.command import invoke
from tests.support.root import CATALOG
from wudan.catalog.model.kinds import kind_of
from wudan.catalog.reading.reader import parse
from wudan.catalog.writing.canonical import canonical_text
from wudan.cli.check import check

FIXABLE = ("S005", "S007", "S008", "B004", "Q005")
HIDDEN = ["approvals/gsj.yml", "powers/wjw.yml", "departments.yml"]
FORM = ["approvals/zjj.yml", "powers/gsj.yml", "fees/wjw.yml", "places.yml"]
"""Files in which problems are planted: with hidden characters, or in another form, for S005 waits for S007."""

PLANTED = [*HIDDEN, *FORM]
UNTOUCHED = ["approvals/wjw.yml", "approvals/jtys.yml", "powers/zjj.yml", "laws.yml"]

Contents = Mapping[str, bytes]


def commented(path: str, text: str, random: Random) -> str:
    """Give a file with comments everywhere, in canonical form."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        indent = line[: len(line) - len(line.lstrip(" -"))].replace("-", " ")
        if line.strip() and random.random() < 0.1:
            lines.append(f"{indent}# 注{number}甲：已核对(原件)")
        is_scalar = re.fullmatch(r" *(?:- )?[a-z_]+: [^|>\[{].*", line) is not None
        lines.append(f"{line}  # 注{number}乙" if is_scalar and random.random() < 0.1 else line)
    kind = kind_of(PurePosixPath(path))
    assert kind is not None
    return canonical_text(kind, parse(path, "\n".join(lines)))


HAN = "[\u4e00-\u9fff]"
LINE = r"  [a-z_]+: [^\n|>\[{]+\n"

# What is planted where: the pattern of a place, and what is to stand there (as in `re.sub`).
SPOILS = (
    (PLANTED, rf"(?m)(?<={HAN})，(?={HAN}+[，、\u4e00-\u9fff]*$)", ","),
    (PLANTED, rf"(?m)(?<={HAN})、(?={HAN}+$)", "、 "),
    (PLANTED, r"(https://xinmi\.ex)a", "\\1а"),
    (PLANTED, r'phone: "0371-(0000[0-9]{4})"', 'phone: "(0371) \\1"'),
    (HIDDEN, rf"(?m)^( {{6,}}(?:duty|note|text|summary): {HAN}+)(?={HAN})", "\\1\u200b"),
    (HIDDEN, r"(# 注[0-9]+甲)", "\\1\u2060"),
    (FORM, r"(?m)^  (level|status|kind|type): ", "  \\1:   "),
    (FORM, rf"(?m)^(  (?!name)[a-z_]+: )({HAN}+)$", r"\1'\2'"),
    (FORM, rf"(?m)^({LINE})({LINE})", r"\2\1"),
    (["approvals/gsj.yml", "approvals/zjj.yml"], r"(?m)^(  name: [^（\n#]+?)(?= +#|$)", r"\1（县级）"),
    (["approvals/gsj.yml", "approvals/zjj.yml"], r"(?m)^(  name: [^（\n#]+)（([^）\n]+)）", r"\1(\2)"),
)


def spoilt(path: str, text: str, random: Random) -> str:
    """Give a file with problems that can be mended, three of each kind that is planted in it."""
    for paths, pattern, instead in SPOILS if path in PLANTED else ():
        found = list(re.finditer(pattern, text)) if path in paths else []
        for match in sorted(random.sample(found, min(3, len(found))), key=lambda match: -match.start()):
            text = text[: match.start()] + match.expand(instead) + text[match.end() :]
    return text


def lay_out(folder: Path, seed: int) -> Path:
    """Write a city full of comments, with planted problems in some files, and none that can be mended in others."""
    random = Random(seed)  # noqa: S311 (nothing is kept secret by it)
    catalog = folder / "catalog"
    shutil.copytree(CATALOG, catalog)
    for path in (*PLANTED, *UNTOUCHED):
        text = commented(path, (catalog / path).read_text(encoding="utf-8"), random)
        (catalog / path).write_text(spoilt(path, text, random), encoding="utf-8", newline="")
    return catalog


@dataclass(frozen=True)
class Mended:
    """A city before and after one run of `--fix`, with what was found in it."""

    folder: Path
    before: Contents
    after: Contents
    found: list[dict[str, Any]]
    left: list[dict[str, Any]]


@pytest.fixture(scope="module", params=range(2))
def mended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mended:
    folder = lay_out(tmp_path_factory.mktemp("city"), request.param)
    before, found = contents(folder), findings(folder)
    left = findings(folder, "--fix")
    return Mended(folder, before, contents(folder), found, left)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("city"), 99)


@pytest.fixture
def city(laid_out: Path, tmp_path: Path) -> Path:
    return shutil.copytree(laid_out, tmp_path / laid_out.name)


def contents(folder: Path) -> Contents:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def findings(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    report = json.loads(invoke(check, [str(folder), "--format", "json", *arguments]).stdout)
    found: list[dict[str, Any]] = report["findings"]
    return found


def fixable(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in found if one["code"] in FIXABLE]


def changed_files(before: Contents, after: Contents) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def named_lines(found: list[dict[str, Any]], path: str) -> set[int]:
    """Give the lines of a file that findings name, those in which they are mended included."""
    places = [one for one in found if one["file"] == f"catalog/{path}"]
    places += [edit for one in places if one["fix"] for edit in one["fix"]["edits"]]
    return {line for one in places for line in range(one["line"], one["end_line"] + 1)}


def changed_lines(before: bytes, after: bytes) -> set[int]:
    """Give the lines of a file that are other lines now; of lines that were put in, the one above."""
    old, new = before.decode().split("\n"), after.decode().split("\n")
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [(start, max(end, start + 1)) for tag, start, end, _, _ in changes if tag != "equal"]
    return {line + 1 for start, end in spans for line in range(start, end)}


def comments(content: bytes) -> list[str]:
    """Give the planted comments by name; keys may have changed places, and their comments with them."""
    return sorted(re.findall("# 注[0-9]+[甲乙]", content.decode()))


def test_every_code_that_can_be_mended_is_planted(mended: Mended) -> None:
    assert {one["code"] for one in fixable(mended.found)} == set(FIXABLE)


def test_nothing_that_can_be_mended_is_left_after_one_run(mended: Mended) -> None:
    assert [(one["code"], one["file"], one["line"], one["message"]) for one in fixable(mended.left)] == []


def test_nothing_else_is_found_after_the_run_than_before(mended: Mended) -> None:
    others = [
        [(one["code"], one["item"]) for one in found if one["code"] not in FIXABLE]
        for found in (mended.found, mended.left)
    ]
    assert sorted(others[0]) == sorted(others[1])


def test_a_second_run_changes_no_byte(mended: Mended) -> None:
    findings(mended.folder, "--fix")
    assert contents(mended.folder) == mended.after


def test_files_without_findings_are_untouched(mended: Mended) -> None:
    assert changed_files(mended.before, mended.after) == set(PLANTED)


def test_only_lines_that_a_finding_names_are_changed(mended: Mended) -> None:
    for path in PLANTED:
        assert changed_lines(mended.before[path], mended.after[path]) <= named_lines(mended.found, path), path


def test_comments_survive(mended: Mended) -> None:
    for path in (*PLANTED, *UNTOUCHED):
        assert comments(mended.before[path]) == comments(mended.after[path])
        assert len(comments(mended.after[path])) > 10


def test_what_was_spoilt_is_again_what_it_was(mended: Mended) -> None:
    for path in (*PLANTED, *UNTOUCHED):
        assert parse(path, mended.after[path].decode()).data == parse(path, (CATALOG / path).read_text("utf-8")).data


def test_only_the_files_of_the_department_are_mended(city: Path) -> None:
    before = contents(city)
    left = findings(city, "--fix", "--department", "zjj")
    assert changed_files(before, contents(city)) == {"approvals/zjj.yml"}
    assert fixable(left) == []


@pytest.mark.parametrize("code", FIXABLE)
def test_only_the_selected_code_is_mended(city: Path, code: str) -> None:
    before, found = contents(city), findings(city, "--select", code)
    left = findings(city, "--select", code, "--fix")
    after = contents(city)
    assert changed_files(before, after) == {one["file"].removeprefix("catalog/") for one in found}
    for path in changed_files(before, after):
        assert changed_lines(before[path], after[path]) <= named_lines(found, path), path
    assert [one["message"] for one in left] == []
