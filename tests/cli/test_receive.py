"""The server's hook, on a real bare repository: a push with errors is refused, a good one is accepted."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.city import DEPARTMENTS, city
from tests.support.command import wudan
from tests.support.gate import clone, edit, make_server, push, send
from tests.support.repository import git


@pytest.fixture
def server(tmp_path: Path) -> Any:
    return make_server(tmp_path)


@pytest.fixture
def clerk(server: Path, tmp_path: Path) -> Any:
    return clone(server, tmp_path / "clerk")


def test_an_error_is_refused_with_place_reason_and_the_way_to_mend_it(server: Path, clerk: Path) -> None:
    edit(clerk, "wjw", '"type": "行政许可"', '"type": "行政许可证"')
    done = push(clerk, by="wjw")
    assert done.returncode != 0
    assert "S002 错误 catalog/approvals/wjw.yml:5:" in done.stderr
    assert "怎样改" in done.stderr
    assert "推送没有被接受：main 的改动引起 1 个错误" in done.stderr
    assert "Traceback" not in done.stderr
    edit(clerk, "wjw", '"行政许可证"', '"行政许可"')
    edit(clerk, "wjw", '"visits": 2', '"visits": 1')
    mended = push(clerk, by="wjw")
    assert mended.returncode == 0, mended.stderr
    assert "main：检查通过。" in mended.stderr


@pytest.mark.parametrize(
    "path", ["waivers/wjw.yml", "baseline/round-10.yml", "catalog.yml", "approvals/zjj.yml", "laws.yml"]
)
def test_a_department_may_not_change_what_is_not_its_own(server: Path, clerk: Path, path: str) -> None:
    file = clerk / "catalog" / path
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else "[]\n"
    file.write_text(f"{before}\n# 改过\n", encoding="utf-8")
    done = push(clerk, by="wjw")
    assert done.returncode != 0
    assert f"P005 错误 catalog/{path}" in done.stderr


def test_a_reviewer_may_change_everything(server: Path, clerk: Path) -> None:
    edit(clerk, "zjj", '"visits": 2', '"visits": 1')
    assert push(clerk).returncode == 0


def test_a_new_branch_is_held_against_main_and_old_findings_do_not_stop_it(server: Path, clerk: Path) -> None:
    edit(clerk, "wjw", '"visits": 2', '"visits": 1')
    assert push(clerk, "gaijin", "wjw").returncode == 0
    edit(clerk, "wjw", '"wjw-xk-001"', '"wjw-xk-002"')
    assert push(clerk, "cuowu", "wjw").returncode != 0


@pytest.fixture
def published(clerk: Path) -> Any:
    """The city after its first edition, from which on a burden needs a reviewer."""
    approved = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府", "--on", "2015-12-25")
    assert wudan("release", "r2015-12", *approved, folder=clerk).returncode == 0
    assert push(clerk).returncode == 0
    return clerk


def test_a_burden_waits_for_a_reviewer_on_any_branch_but_main(published: Path) -> None:
    edit(published, "wjw", '"visits": 2', '"visits": 3')
    on_main = push(published, by="wjw")
    assert on_main.returncode != 0
    assert "P007 错误 catalog/approvals/wjw.yml:" in on_main.stderr
    on_branch = send(published, "HEAD:refs/heads/wjw/pao-tui", "wjw")
    assert on_branch.returncode == 0, on_branch.stderr
    assert "P007 错误" in on_branch.stderr
    assert "wjw/pao-tui：已接收。上面 1 个错误要由审核人决定，同意以前不能合并到 main。" in on_branch.stderr


def test_what_nobody_could_accept_is_refused_on_a_branch_too(published: Path) -> None:
    edit(published, "wjw", '"visits": 2', '"visits": 3')
    edit(published, "wjw", '"wjw-xk-001"', '"wjw-xk-002"')
    done = push(published, "wjw/pao-tui", "wjw")
    assert done.returncode != 0
    assert "推送没有被接受：wjw/pao-tui 的改动引起 1 个错误" in done.stderr


def test_the_main_branch_cannot_be_deleted(server: Path, clerk: Path) -> None:
    git(server, "config", "receive.denyDeleteCurrent", "ignore")
    done = send(clerk, ":main", "reviewer")
    assert done.returncode != 0
    assert "主分支 main 不能删除" in done.stderr


def test_of_several_branches_none_is_received_when_one_is_refused(server: Path, clerk: Path) -> None:
    edit(clerk, "wjw", '"visits": 2', '"visits": 1')
    git(clerk, "commit", "--quiet", "--all", "-m", "少跑一趟")
    git(clerk, "branch", "good")
    edit(clerk, "wjw", '"wjw-xk-001"', '"wjw-xk-002"')
    git(clerk, "commit", "--quiet", "--all", "-m", "编号重复")
    done = send(clerk, "good HEAD:refs/heads/bad", "wjw")
    assert done.returncode != 0
    assert "good：检查通过。" in done.stderr
    assert "有一个没有接受，其他的也不接收" in done.stderr
    assert git(server, "branch", "--list", "good").stdout == ""


def test_the_departments_of_the_test_are_those_of_the_city() -> None:
    assert {f"approvals/{one}.yml" for one in DEPARTMENTS} == city().keys()
