"""A new city is ready to check and to build."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command import invoke
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import schema_text
from wudan.catalog.reading.load import load_catalog, record_validator
from wudan.catalog.reading.reader import parse
from wudan.catalog.reading.source import open_folder
from wudan.catalog.writing.canonical import canonical_text
from wudan.cli.init import init
from wudan.new_city.city import NewCity, city_files
from wudan.new_city.sources import SiteSources, site_sources
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.run import run_rules


def run_init(*arguments: Any) -> Any:
    return invoke(init, [str(argument) for argument in arguments])


@pytest.fixture
def city(tmp_path: Path) -> Any:
    folder = tmp_path / "qinghe"
    result = run_init(folder, "--name", "青河市", "--code", "999901")
    assert result.exit_code == 0, result.output
    return folder


def catalog_of(folder: Path) -> Any:
    return load_catalog(open_folder(folder / "catalog"))


def test_the_catalog_of_a_new_city_is_without_fault(city: Path) -> None:
    catalog = catalog_of(city)
    assert not [file.path for file in catalog.files if file.refusal or file.faulty or file.kind is None]
    assert [(rule.code, problem.message) for rule, problem in run_rules(catalog, all_rules().values())] == []


def test_the_head_says_what_was_asked(tmp_path: Path) -> None:
    run_init(tmp_path / "a", "--name", "青河市", "--code", "999900", "--profile", "guide")
    head = catalog_of(tmp_path / "a").city
    assert (head.region.name, head.region.code, head.region.level) == ("青河市", "999900", "市级")
    assert (head.title, head.profile, head.judged_on) == ("青河市五单一网", "guide", None)


@pytest.mark.parametrize(("code", "level"), [("990000", "省级"), ("999900", "市级"), ("999901", "县级")])
def test_the_code_tells_the_level(code: str, level: Any) -> None:
    assert NewCity("青河", code, "list").level == level


@pytest.mark.parametrize("name", ['a"b', "x: y", "# 注", "- 甲", "{{ 7 * 7 }}", "<b>", "yes", "12", "!ENV HOME", "'"])
def test_no_name_breaks_out_of_its_place(tmp_path: Path, name: str) -> None:
    assert run_init(tmp_path / "a", "--name", name, "--code", "999901").exit_code == 0
    assert catalog_of(tmp_path / "a").city.region.name == name
    settings = yaml.safe_load((tmp_path / "a" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (settings["site_name"], settings["copyright"]) == (f"{name}五单一网", name)


@pytest.mark.parametrize("options", [("--code", "12"), ("--code", "41018三"), ("--name", " "), ("--name", "a\nb: c")])
def test_what_is_no_name_and_no_code_is_refused(tmp_path: Path, options: Any) -> None:
    assert run_init(tmp_path / "a", *options).exit_code == 2
    assert not (tmp_path / "a").exists()


def test_every_file_is_in_canonical_form_with_comments_that_guide(city: Path) -> None:
    for file in catalog_of(city).files:
        assert canonical_text(file.kind, file.document) == file.document.text, file.path
        assert re.search("^# .*[\u4e00-\u9fff]", file.document.text, re.MULTILINE), file.path


def test_the_examples_in_the_comments_are_valid_entries(city: Path) -> None:
    shown = 0
    for file in catalog_of(city).files:
        _, mark, example = file.document.text.partition("# 例（")
        if mark:
            lines = [line[2:] for line in example.splitlines()[1:] if line.startswith("# ")]
            records = parse(file.path, "\n".join(lines) + "\n").data
            assert all(record_validator(file.kind.id).is_valid(record) for record in records), file.path
            shown += len(records)
    assert shown == 7


def test_the_schema_line_of_each_file_leads_to_the_schema_that_the_tool_uses(city: Path) -> None:
    for path in (city / "catalog").glob("*.yml"):
        line = path.read_text(encoding="utf-8").splitlines()[0]
        target = path.parent / line.removeprefix("# yaml-language-server: $schema=")
        assert target.read_text(encoding="utf-8") == schema_text(KINDS[path.stem])


def test_nothing_of_the_demo_city_comes_along(city: Path) -> None:
    pictures = {".png", ".woff2", ".ico"}
    made = [path for path in city.rglob("*") if path.is_file() and path.suffix not in pictures]
    texts = [path for path in made if path.parent.name != ".schemas"]  # the examples in them are the model's own
    assert len(texts) > 50
    assert [str(path) for path in texts if re.search("新密|郑州|xinmi", path.read_text(encoding="utf-8"), re.I)] == []


def test_pages_that_speak_of_the_demo_city_are_left_out(tmp_path: Path) -> None:
    pages = tmp_path / "site_src" / "docs"
    pages.mkdir(parents=True)
    (pages / "help.md").write_text("# 怎样办事\n", encoding="utf-8")
    (pages / "about.md").write_text("# 新密市的做法\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: material}\n", encoding="utf-8")
    sources = SiteSources(tmp_path / "site_src", tmp_path / "mkdocs.yml")
    names = {path.name for path, _ in city_files(NewCity("青河市", "999901", "list"), sources)}
    assert "help.md" in names
    assert "about.md" not in names


def test_a_real_city_does_not_say_that_it_is_a_demo(city: Path) -> None:
    about = (city / "site_src" / "docs" / "about" / "index.md").read_text(encoding="utf-8")
    assert "演示" not in about
    assert [line for line in about.splitlines() if line.startswith("## ")][:2] == [
        "## 内容从哪里来 {#sources}",
        "## 怎样核对 {#verify}",
    ]


def test_the_settings_are_those_of_the_checkout_but_for_the_names(city: Path) -> None:
    own, theirs = (
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in (site_sources().settings, city / "mkdocs.yml")
    )
    names = {"site_name", "site_description", "copyright"}
    assert {key: value for key, value in own.items() if key not in names} == {
        key: value for key, value in theirs.items() if key not in names
    }
    assert theirs["site_name"] == "青河市五单一网"


def test_the_next_two_commands_are_printed(tmp_path: Path) -> None:
    result = run_init(tmp_path / "my city")
    assert result.stdout.splitlines()[-3:] == [
        f"  cd '{tmp_path}/my city'",
        "  wudan import 事项表.xlsx --list approvals",
        "  wudan serve --preview",
    ]


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = run_init(tmp_path)
    assert result.exit_code == 2
    assert "不是空文件夹" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_refused(tmp_path: Path, kind: Any) -> None:
    target = tmp_path / "target"
    if kind == "file":
        target.write_text("mine", encoding="utf-8")
    else:
        target.symlink_to(tmp_path / "elsewhere")
    assert run_init(target).exit_code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_an_empty_folder_and_a_fresh_repository_are_filled(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / ".git").mkdir(parents=True)
    assert run_init(tmp_path / "a").exit_code == 0
    assert run_init(tmp_path / "b").exit_code == 0
    assert (tmp_path / "b" / "catalog" / "catalog.yml").is_file()


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run_init(tmp_path / "file" / "city")
    assert result.exit_code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_command_for_a_build_server_can_be_run(city: Path) -> None:
    assert os.access(city / ".ci" / "run", os.X_OK)
    assert subprocess.run(["sh", "-n", str(city / ".ci" / "run")], check=False).returncode == 0


def test_a_new_city_can_be_built(city: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=city,
        env={**os.environ, "WUDAN_PREVIEW": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    home = (city / "site" / "index.html").read_text(encoding="utf-8")
    assert "青河市五单一网" in home
