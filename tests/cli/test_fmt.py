import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from tests.support.rule_examples import CITY
from wudan.cli.fmt import fmt

GOOD = "- id: wjw-xk-003\n  name: 公共场所卫生许可\n  type: 行政许可\n  status: 在用\n"
BAD = GOOD.replace("name: ", "name:  ")

app = typer.Typer()
app.command()(fmt)


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    shutil.copytree(CITY, tmp_path / "catalog")
    monkeypatch.chdir(tmp_path)
    run()
    (tmp_path / "catalog" / "approvals" / "wjw.yml").write_text(BAD, encoding="utf-8")
    return tmp_path / "catalog"


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_files_are_rewritten_and_named_and_a_second_run_changes_nothing(city: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert "已改写：catalog/approvals/wjw.yml\n" in result.output
    assert "1 个已改写" in result.output
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == GOOD
    assert "0 个已改写" in run().output


def test_check_names_what_would_change_and_writes_nothing(city: Path) -> None:
    result = run("--check", "--lang", "en")
    assert result.exit_code == 1
    assert "would change: catalog/approvals/wjw.yml\n" in result.output
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == BAD
    run()
    assert run("--check").exit_code == 0


def test_an_unreadable_file_is_reported_and_the_others_are_written_all_the_same(city: Path) -> None:
    (city / "approvals" / "aaa.yml").write_text("- id: a\n  id: b\n", encoding="utf-8")
    (city / "approvals" / "bbb.yml").write_text("- id: a\x07\n", encoding="utf-8")
    result = run("--lang", "en")
    assert result.exit_code == 1
    assert "catalog/approvals/aaa.yml:2:3 S001 " in result.output
    assert "catalog/approvals/bbb.yml:1:8 S007 " in result.output
    assert "2 unreadable" in result.output
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == GOOD
    assert (city / "approvals" / "aaa.yml").read_text(encoding="utf-8") == "- id: a\n  id: b\n"


def test_only_what_is_named_is_rewritten(city: Path) -> None:
    (city / "approvals" / "zjj.yml").write_text(BAD, encoding="utf-8")
    assert run("catalog/approvals/zjj.yml").exit_code == 0
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == BAD
    assert (city / "approvals" / "zjj.yml").read_text(encoding="utf-8") == GOOD
    assert run("catalog/approvals").exit_code == 0
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("name", ["catalog/none.yml", "../elsewhere.yml", "catalog/approvals/none"])
def test_a_path_outside_the_catalog_is_wrong_usage(city: Path, name: str) -> None:
    assert run(name).exit_code == 2


def test_another_catalog_can_be_named(city: Path) -> None:
    shutil.copytree(city, city.parent / "other")
    result = run("--catalog", "other")
    assert "已改写：other/approvals/wjw.yml\n" in result.output
    assert (city / "approvals" / "wjw.yml").read_text(encoding="utf-8") == BAD
