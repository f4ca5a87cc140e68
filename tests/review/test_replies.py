import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from tests.support.command import wudan

GROUND = {"保留理由": "过渡期", "依据文件": "会议纪要3号", "批准单位": "市编办", "保留至": "2016-12-31"}


@pytest.fixture
def sheet(city: Path, tmp_path: Path) -> Any:
    """The workbook of the comparison, and a way to fill it in."""
    file = tmp_path / "出入.xlsx"
    assert wudan("compare", "--format", "xlsx", "--out", file, folder=city).returncode == 0
    return Sheet(file)


class Sheet:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.book = openpyxl.load_workbook(file)
        self.page = self.book["出入与决定"]
        self.columns = {str(cell.value): int(cell.column or 0) for cell in self.page[2]}

    def fill(self, item: str, code: str, **texts: str) -> int:
        for row in range(3, self.page.max_row + 1):
            if self.text(row, "事项编号") == item and self.text(row, "规则") == code:
                for heading, text in texts.items():
                    self.page.cell(row, self.columns[heading]).value = text
                self.book.save(self.file)
                return row
        raise AssertionError((item, code))

    def text(self, row: int, heading: str) -> Any:
        return self.page.cell(row, self.columns[heading]).value


def read(city: Path, sheet: Any, *arguments: Any) -> Any:
    result = wudan("import", sheet.file, "--format", "json", *arguments, folder=city)
    return result.returncode, json.loads(result.stdout)


def items(city: Path) -> Any:
    text = (city / "catalog" / "approvals" / "wjw.yml").read_text(encoding="utf-8")
    return {item["id"]: item for item in yaml.safe_load(text)}


def codes(city: Path, item: Any) -> Any:
    report = json.loads(wudan("check", "--select", "B", "--format", "json", folder=city).stdout)
    return {finding["code"] for finding in report["findings"] if finding["item"] == item}


def test_the_sheet_offers_the_decisions_in_a_list(sheet: Any) -> None:
    (offered,) = sheet.page.data_validations.dataValidation
    assert offered.formula1 == '"同意保留,按基线改正,由部门改正,暂不决定"'


def test_an_untouched_sheet_changes_nothing(city: Path, sheet: Any) -> None:
    code, outcome = read(city, sheet)
    assert code == 0
    assert outcome["summary"]["files"] == []
    assert outcome["summary"]["open"] == sheet.page.max_row - 2


def test_an_accepted_departure_becomes_a_waiver(city: Path, sheet: Any) -> None:
    sheet.fill("wjw-xk-004", "B009", 部门答复="人手不足", 审核决定="同意保留", **GROUND)
    code, outcome = read(city, sheet)
    assert (code, outcome["summary"]["waived"], outcome["summary"]["replied"]) == (0, 1, 1)
    (waiver,) = yaml.safe_load((city / "catalog" / "waivers" / "wjw.yml").read_text(encoding="utf-8"))
    assert (waiver["reason"], waiver["document"], waiver["until"]) == ("过渡期", "会议纪要3号", "2016-12-31")
    assert "B009" not in codes(city, "wjw-xk-004")


def test_corrections_write_what_the_baseline_says_and_keep_every_other_line(city: Path, sheet: Any) -> None:
    before = (city / "catalog" / "approvals" / "wjw.yml").read_text(encoding="utf-8")
    for code in ("B004", "B008", "B009"):
        sheet.fill("wjw-xk-004", code, 审核决定="按基线改正")
    code, outcome = read(city, sheet)
    assert (code, outcome["summary"]["corrected"]) == (0, 3)
    item = items(city)["wjw-xk-004"]
    assert (item["name"], item["former_names"]) == ("母婴保健服务许可", ["母婴保健技术服务许可"])
    assert [stage["stage"] for stage in item["process"]] == ["受理", "决定"]
    assert item["time_limit"]["promised"]["count"] == 8
    assert codes(city, "wjw-xk-004") == set()
    after = (city / "catalog" / "approvals" / "wjw.yml").read_text(encoding="utf-8")
    start, end = before.index("- id: wjw-xk-004"), before.index("- {id: wjw-xk-005")
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])
    assert "# 先由科室看材料" in after
    assert "- id: wjw-xk-004 # 与院方商定" in after


def test_a_cancelled_item_becomes_a_tombstone_with_the_decision(city: Path, sheet: Any) -> None:
    sheet.fill("wjw-xk-006", "B003", 审核决定="按基线改正")
    assert read(city, sheet)[0] == 0
    item = items(city)["wjw-xk-006"]
    assert item["status"] == "取消"
    assert item["ended"] == {"on": "2014-09-01", "document": "示政文〔2014〕9号"}


def test_what_the_baseline_cannot_mend_is_refused_and_nothing_is_written(city: Path, sheet: Any) -> None:
    before = items(city)
    sheet.fill("wjw-xk-004", "B009", 审核决定="按基线改正")
    row = sheet.fill("wjw-xk-005", "B001", 审核决定="按基线改正")
    code, outcome = read(city, sheet)
    assert code == 1
    (finding,) = [one for one in outcome["findings"] if one["level"] == "error"]
    assert finding["line"] == row
    assert "B001" in finding["message"]
    assert items(city) == before


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({**GROUND, "审核决定": "同意保留", "保留至": ""}, "保留至"),
        ({**GROUND, "审核决定": "同意保留", "保留至": "明年"}, "不是日期"),
        ({**GROUND, "审核决定": "同意保留", "保留至": "2014年1月1日"}, "早于判定日期"),
        ({"审核决定": "同意保流"}, "是不是“同意保留”"),
    ],
)
def test_a_decision_that_is_not_complete_names_its_cell(city: Path, sheet: Any, texts: Any, words: Any) -> None:
    row = sheet.fill("wjw-xk-004", "B009", **texts)
    code, outcome = read(city, sheet)
    assert code == 1
    (finding,) = outcome["findings"]
    assert finding["line"] == row
    assert words in finding["message"]
    assert not (city / "catalog" / "waivers").exists()


def test_a_decision_about_a_departure_that_is_gone_is_passed_over(city: Path, sheet: Any) -> None:
    sheet.fill("wjw-xk-004", "B009", 审核决定="同意保留", **GROUND)
    file = city / "catalog" / "approvals" / "wjw.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("count: 12", "count: 8"), encoding="utf-8")
    code, outcome = read(city, sheet)
    assert (code, outcome["summary"]["gone"], outcome["summary"]["files"]) == (0, 1, [])
    assert [finding["level"] for finding in outcome["findings"]] == ["warning"]


def test_a_dry_run_writes_nothing(city: Path, sheet: Any) -> None:
    sheet.fill("wjw-xk-006", "B003", 审核决定="按基线改正")
    code, outcome = read(city, sheet, "--dry-run")
    assert (code, outcome["summary"]["written"]) == (0, False)
    assert outcome["summary"]["files"] == ["catalog/approvals/wjw.yml"]
    assert items(city)["wjw-xk-006"]["status"] == "在用"


def test_the_decisions_can_go_onto_a_branch_of_their_own(city: Path, sheet: Any) -> None:
    def git(*arguments: Any) -> Any:
        return subprocess.run(["git", *arguments], cwd=city, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.email", "clerk@xinmi.example")
    git("config", "user.name", "clerk")
    git("add", "catalog")
    git("commit", "--quiet", "-m", "lists")
    sheet.fill("wjw-xk-006", "B003", 审核决定="按基线改正")
    assert read(city, sheet, "--branch", "decisions")[0] == 0
    assert git("diff", "--name-only", "main", "decisions") == "catalog/approvals/wjw.yml\n"


def test_a_table_without_decisions_needs_a_list(city: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("事项名称,事项类型\n采血许可,行政许可\n", encoding="utf-8")
    result = wudan("import", file, folder=city)
    assert result.returncode == 2
    assert "--list" in result.stderr


def test_the_outcome_in_both_languages(city: Path, sheet: Any) -> None:
    sheet.fill("wjw-xk-006", "B003", 审核决定="按基线改正")
    assert "按基线改正 1 处" in wudan("import", sheet.file, "--dry-run", folder=city).stdout
    assert "1 corrected" in wudan("import", sheet.file, "--lang", "en", folder=city).stdout
