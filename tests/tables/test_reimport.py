"""A table that comes again changes what it speaks of, and nothing else."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import codes, import_json, read_catalog, run_import

APPROVALS = """\
# yaml-language-server: $schema=../.schemas/approvals.json
# 卫生健康委员会的事项

- id: wjw-xk-003   # 老编号
  name: 公共场所卫生许可
  type: 行政许可
  status: 在用
  # 与 2014 年文件一致
  time_limit:
    statutory: {count: 20, unit: 工作日, basis: {law: 行政许可法, article: 第四十二条}}
    promised: {count: 8, unit: 工作日}
  materials:
    - {name: 卫生检测报告, kind: 原件, source: 中介机构出具}
    - {name: 营业执照, kind: 复印件}
  contact: {phone: 0999-0000001}   # 窗口电话

# 下一项
- id: wjw-xk-005
  name: 托幼机构卫生评价
  type: 行政许可
  status: 在用
  code: 旧码
# 文件到此为止
"""
HEADING = "部门|事项名称|事项类型"


@pytest.fixture
def file(city: Path) -> Path:
    path = city / "catalog" / "approvals" / "wjw.yml"
    path.parent.mkdir()
    path.write_text(APPROVALS, encoding="utf-8")
    return path


def changed_lines(before: str, after: str) -> tuple[Any, ...]:
    """Give the lines that only one of two texts has, each with - or +."""
    old, new = before.splitlines(), after.splitlines()
    return [f"-{line}" for line in old if line not in new], [f"+{line}" for line in new if line not in old]


def test_only_the_lines_of_keys_that_change_are_written(city: Path, table: Callable[..., Any], file: Path) -> None:
    rows = table(f"{HEADING}|承诺时限|咨询电话", "wjw|公共场所卫生许可|行政许可|5个工作日|0999-0000001")
    outcome = import_json(city, rows)
    assert (outcome["summary"]["updated"], outcome["summary"]["missing"]) == (1, ["wjw-xk-005"])
    assert changed_lines(APPROVALS, file.read_text(encoding="utf-8")) == (
        ["-    promised: {count: 8, unit: 工作日}"],
        ["+    promised: {count: 5, unit: 工作日}"],
    )


def test_a_new_key_goes_where_the_model_has_it_and_comments_stay(
    city: Path, table: Callable[..., Any], file: Path
) -> None:
    rows = table(f"{HEADING}|办件类型|行使层级", "wjw|公共场所卫生许可|行政许可|承诺件|县级")
    import_json(city, rows)
    text = file.read_text(encoding="utf-8")
    assert changed_lines(APPROVALS, text) == ([], ["+  level: 县级", "+  case_type: 承诺件"])
    assert text.index("  status:") < text.index("  level:") < text.index("  time_limit:")
    assert text.index("  materials:") < text.index("  case_type:") < text.index("  contact:")


def test_what_only_the_catalog_knows_of_a_material_survives(city: Path, table: Callable[..., Any], file: Path) -> None:
    import_json(city, table(f"{HEADING}|申请材料", "wjw|公共场所卫生许可|行政许可|卫生检测报告；身份证"))
    materials = read_catalog(city).approvals[0].record.materials
    assert [(material.name, material.source) for material in materials] == [
        ("卫生检测报告", "中介机构出具"),
        ("身份证", None),
    ]


def test_the_basis_of_a_limit_goes_when_the_limit_changes_and_stays_when_it_does_not(
    city: Path, table: Callable[..., Any], file: Path
) -> None:
    rows = table(f"{HEADING}|法定时限", "wjw|公共场所卫生许可|行政许可|20个工作日")
    assert import_json(city, rows)["summary"]["unchanged"] == 1
    rows = table(f"{HEADING}|法定时限", "wjw|公共场所卫生许可|行政许可|15个工作日")
    import_json(city, rows)
    assert read_catalog(city).approvals[0].record.time_limit.statutory.basis is None


def test_an_empty_cell_takes_nothing_away(city: Path, table: Callable[..., Any], file: Path) -> None:
    outcome = import_json(city, table(f"{HEADING}|咨询电话", "wjw|公共场所卫生许可|行政许可|"))
    assert outcome["summary"]["unchanged"] == 1
    assert file.read_text(encoding="utf-8") == APPROVALS


def test_new_items_are_added_at_the_end_with_the_next_serial(city: Path, table: Callable[..., Any], file: Path) -> None:
    import_json(city, table(HEADING, "wjw|新事项|行政许可"))
    text = file.read_text(encoding="utf-8")
    assert text.startswith(APPROVALS)
    assert text.endswith("\n\n- id: wjw-xk-006\n  name: 新事项\n  type: 行政许可\n  status: 在用\n")


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("事项编号|部门|事项名称|事项类型", "wjw-xk-005|wjw|改了名|行政许可"),
        ("部门|事项名称|事项类型|事项编码", "wjw|改了名|行政许可|旧码"),
        ("部门|事项名称|事项类型|事项编码", "wjw|托幼机构卫生评价|行政许可|新码"),
        ("部门|事项名称|事项类型", "wjw|托幼机构卫生评价|公共服务"),
    ],
)
def test_an_entry_is_found_by_id_then_code_then_name_and_keeps_its_id(
    city: Path, table: Callable[..., Any], file: Path, heading: str, row: str
) -> None:
    outcome = import_json(city, table(heading, row))
    assert (outcome["summary"]["updated"], outcome["summary"]["added"]) == (1, 0)
    first, second = (placed.record for placed in read_catalog(city).approvals)
    assert (first.id, first.name) == ("wjw-xk-003", "公共场所卫生许可")
    assert second.id == "wjw-xk-005"


def test_the_same_name_in_another_department_is_another_item(city: Path, table: Callable[..., Any], file: Path) -> None:
    outcome = import_json(city, table(HEADING, "fgw|公共场所卫生许可|行政许可"))
    assert outcome["summary"]["added"] == 1


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["wjw-xk-003|fgw|甲|行政许可"], "S003"),
        (["wjw-xk-003|wjw|甲|行政许可", "wjw-xk-003|wjw|乙|行政许可"], "S003"),
        (["WJW_003|wjw|甲|行政许可"], "S003"),
    ],
)
def test_ids_that_cannot_be_meant_are_errors_and_nothing_is_written(
    city: Path, table: Callable[..., Any], file: Path, rows: list[str], code: str
) -> None:
    outcome = import_json(city, table("事项编号|部门|事项名称|事项类型", *rows))
    assert codes(outcome) == [code]
    assert file.read_text(encoding="utf-8") == APPROVALS


def test_an_id_that_the_catalog_does_not_know_is_kept_and_said(
    city: Path, table: Callable[..., Any], file: Path
) -> None:
    outcome = import_json(city, table("事项编号|部门|事项名称|事项类型", "wjw-xk-090|wjw|甲|行政许可"))
    assert codes(outcome, "info") == ["S003"]
    assert read_catalog(city).approvals[2].record.id == "wjw-xk-090"


def test_two_rows_of_one_name_become_two_items_again_and_again(city: Path, table: Callable[..., Any]) -> None:
    rows = table(HEADING, "wjw|同名|行政许可", "wjw|同名|行政许可")
    assert codes(import_json(city, rows), "warning") == ["S009"]
    assert import_json(city, rows)["summary"]["unchanged"] == 2


def test_missing_items_are_kept_unless_cancelling_is_asked(city: Path, table: Callable[..., Any], file: Path) -> None:
    result = run_import(city, table(HEADING, "wjw|托幼机构卫生评价|行政许可"))
    assert file.read_text(encoding="utf-8") == APPROVALS
    assert "目录中有 1 项不在表里，没有改动。" in result.stdout


def test_cancelled_items_say_since_when_and_by_what_document(city: Path, table: Callable[..., Any], file: Path) -> None:
    rows = table(HEADING, "wjw|托幼机构卫生评价|行政许可", "fgw|甲|行政许可")
    options = ("--missing", "cancel", "--document", "青政〔2015〕3号", "--on", "2015-12-31")
    assert import_json(city, rows, *options)["summary"]["cancelled"] == 1
    record = read_catalog(city).by_id["approvals", "wjw-xk-003"].record
    assert (record.status, record.ended.on, record.ended.document) == ("取消", "2015-12-31", "青政〔2015〕3号")
    assert changed_lines(APPROVALS, file.read_text(encoding="utf-8")) == (
        [],
        ["+  status: 取消", '+  ended: {"on": "2015-12-31", document: 青政〔2015〕3号}'],
    )


def test_a_cancelled_item_that_comes_back_is_told_and_stays_cancelled(
    city: Path, table: Callable[..., Any], file: Path
) -> None:
    ended = '  status: 取消\n  ended: {on: "2015-01-01", document: 某文件}\n  code: 旧码'
    file.write_text(APPROVALS.replace("  status: 在用\n  code: 旧码", ended), encoding="utf-8")
    outcome = import_json(city, table(HEADING, "wjw|托幼机构卫生评价|行政许可"))
    assert codes(outcome, "warning") == ["B003"]
    assert read_catalog(city).approvals[1].record.status == "取消"


def test_an_item_in_brackets_is_rewritten_alone(city: Path, table: Callable[..., Any], file: Path) -> None:
    flow = "- {id: wjw-xk-009, name: 丙, type: 行政许可, status: 在用}\n"
    file.write_text(APPROVALS + flow, encoding="utf-8")
    import_json(city, table(f"{HEADING}|办件类型", "wjw|丙|行政许可|即办件"))
    text = file.read_text(encoding="utf-8")
    assert text.startswith(APPROVALS)
    assert text.endswith("- id: wjw-xk-009\n  name: 丙\n  type: 行政许可\n  status: 在用\n  case_type: 即办件\n")


def test_a_department_with_a_folder_gets_new_items_in_its_last_file(city: Path, table: Callable[..., Any]) -> None:
    folder = city / "catalog" / "approvals" / "wjw"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.yml").write_text(
            f"- id: wjw-xk-00{'ab'.index(name) + 1}\n  name: 事项{name}\n  type: 行政许可\n  status: 在用\n",
            encoding="utf-8",
        )
    import_json(city, table(HEADING, "wjw|甲|行政许可"))
    assert "wjw-xk-003" in (folder / "b.yml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_left_alone(city: Path, table: Callable[..., Any], file: Path) -> None:
    file.write_text(APPROVALS + "\tx", encoding="utf-8")
    outcome = import_json(city, table(HEADING, "wjw|甲|行政许可"))
    assert codes(outcome) == ["S001"]
    assert "approvals/wjw.yml" in outcome["findings"][0]["message"]
    assert file.read_text(encoding="utf-8") == APPROVALS + "\tx"


def test_a_link_in_the_place_of_a_file_is_not_followed(city: Path, table: Callable[..., Any], tmp_path: Path) -> None:
    (city / "catalog" / "approvals").symlink_to(tmp_path)
    result = run_import(city, table(HEADING, "wjw|甲|行政许可"))
    assert result.exit_code == 3
    assert not (tmp_path / "wjw.yml").exists()


def test_when_one_file_cannot_be_written_none_is(city: Path, table: Callable[..., Any]) -> None:
    (city / "catalog" / "approvals" / "wjw.yml").mkdir(parents=True)
    before = (city / "catalog" / "departments.yml").read_bytes()
    result = run_import(city, table(HEADING, "市水务局|甲|行政许可", "wjw|乙|行政许可"))
    assert result.exit_code == 3
    assert (city / "catalog" / "departments.yml").read_bytes() == before
    assert [path.name for path in (city / "catalog" / "approvals").iterdir()] == ["wjw.yml"]


@pytest.fixture
def repository(city: Path, file: Path) -> Callable[..., Any]:
    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=city, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "Clerk")
    git("config", "user.email", "clerk@example.cn")
    git("add", ".")
    git("commit", "--quiet", "--message", "start")
    return git


def test_a_branch_holds_the_change_and_nothing_else(
    city: Path, table: Callable[..., Any], file: Path, repository: Callable[..., Any]
) -> None:
    (city / "notes.txt").write_text("unfinished", encoding="utf-8")
    (city / "catalog" / "places.yml").write_text("[]\n", encoding="utf-8")
    repository("add", "catalog/places.yml")
    result = run_import(city, table(HEADING, "wjw|甲|行政许可", "市水务局|乙|行政许可"), "--branch", "import/wjw")
    assert result.exit_code == 0, result.output
    assert repository("rev-parse", "--abbrev-ref", "HEAD") == "import/wjw"
    assert repository("diff", "--name-only", "main", "import/wjw").splitlines() == [
        "catalog/approvals/swj.yml",
        "catalog/approvals/wjw.yml",
        "catalog/departments.yml",
    ]
    assert repository("log", "-1", "--format=%s") == "导入 table.tsv：新增 2 项，更新 0 项，取消 0 项"
    assert repository("status", "--porcelain").splitlines() == ["M  catalog/places.yml", "?? notes.txt"]


def test_a_branch_is_refused_where_the_files_hold_uncommitted_changes(
    city: Path, table: Callable[..., Any], file: Path, repository: Callable[..., Any]
) -> None:
    file.write_text(APPROVALS + "# mine\n", encoding="utf-8")
    result = run_import(city, table(HEADING, "wjw|甲|行政许可"), "--branch", "b")
    assert result.exit_code == 2
    assert "approvals/wjw.yml" in result.stderr
    assert file.read_text(encoding="utf-8") == APPROVALS + "# mine\n"
    assert repository("branch", "--list") == "* main"


@pytest.mark.parametrize("name", ["main", "-x", "a..b", "a b", "--help"])
def test_a_branch_that_cannot_be_made_changes_nothing(
    city: Path, table: Callable[..., Any], file: Path, repository: Callable[..., Any], name: str
) -> None:
    result = run_import(city, table(HEADING, "wjw|甲|行政许可"), f"--branch={name}")
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == APPROVALS
    assert repository("branch", "--list") == "* main"


def test_a_commit_that_fails_leaves_everything_as_it_was(
    city: Path, table: Callable[..., Any], file: Path, repository: Callable[..., Any]
) -> None:
    hook = city / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho refused by hook >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    result = run_import(city, table(HEADING, "wjw|甲|行政许可", "市水务局|乙|行政许可"), "--branch", "b")
    assert result.exit_code == 2
    assert "refused by hook" in result.stderr
    assert file.read_text(encoding="utf-8") == APPROVALS
    assert (repository("branch", "--list"), repository("status", "--porcelain")) == ("* main", "")


def test_a_branch_needs_a_repository(city: Path, table: Callable[..., Any], file: Path) -> None:
    result = run_import(city, table(HEADING, "wjw|甲|行政许可"), "--branch", "b")
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == APPROVALS
