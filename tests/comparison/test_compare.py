import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.support.browsing import new_page
from tests.support.command import wudan
from tests.support.root import ROOT


def compare(city: Path, *arguments: Any) -> Any:
    result = wudan("compare", "--format", "json", *arguments, folder=city)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def rows(city: Path, *arguments: Any) -> Any:
    (department,) = compare(city, *arguments)["departments"]
    return {row["item"] or row["entry"]: row for row in department["rows"]}


def test_every_item_and_entry_has_its_outcome(city: Path) -> None:
    outcomes = {key: row["outcome"] for key, row in rows(city).items()}
    assert outcomes == {
        "wjw-xk-001": "form",
        "wjw-xk-002": "eased",
        "wjw-xk-003": "form",
        "wjw-xk-004": "differs",
        "wjw-xk-005": "outside",
        "wjw-xk-006": "cancelled",
        "wjw-xk-007": "merged",
        "wjw-xk-008": "taken_over",
        "r-missing": "missing",
        "r-suspended": "suspended",
        "r-cancelled": "cancelled",
        "r-delegated": "delegated",
        "r-a": "merged",
        "r-b": "merged",
    }


def test_the_six_aspects_stand_beside_those_of_the_baseline(city: Path) -> None:
    aspects = {aspect["aspect"]: aspect for aspect in rows(city)["wjw-xk-004"]["aspects"]}
    assert list(aspects) == ["name", "basis", "body", "preconditions", "process", "limit"]
    assert (aspects["name"]["listed"], aspects["name"]["baseline"]) == ("母婴保健技术服务许可", "母婴保健服务许可")
    assert (aspects["process"]["listed"], aspects["process"]["baseline"]) == ("受理→专家评审→决定", "受理→决定")
    assert (aspects["limit"]["listed"], aspects["limit"]["baseline"]) == ("承诺12个工作日", "承诺8个工作日")
    verdicts = {key: aspect["verdict"] for key, aspect in aspects.items()}
    assert verdicts == {
        "name": "differs", "basis": "unrecorded", "body": "same", "preconditions": "same", "process": "differs",
        "limit": "differs",
    }  # fmt: skip


def test_departures_carry_the_fingerprints_of_the_check(city: Path) -> None:
    check = json.loads(wudan("check", "--select", "B", "--format", "json", folder=city).stdout)
    listed = {one["fingerprint"] for row in rows(city).values() for one in row["departures"]}
    assert listed == {finding["fingerprint"] for finding in check["findings"]}


def test_a_decision_is_named_with_the_numbers_of_a_merger(city: Path) -> None:
    assert rows(city)["wjw-xk-007"]["decisions"] == [
        {"document": "示政文〔2014〕9号", "day": "2014-09-01", "what": "合并（原2项→现1项）"}
    ]


def test_items_of_types_outside_the_baseline_are_counted_and_not_compared(city: Path) -> None:
    table = compare(city)
    assert "wjw-gg-001" not in rows(city)
    assert table["summary"]["uncovered"] == 1


def test_before_the_decision_its_entries_still_stand(city: Path) -> None:
    before = rows(city, "--at", "2014-08-31")
    assert before["wjw-xk-006"]["outcome"] == "same"
    assert before["r-cancelled"]["outcome"] == "missing"
    assert before["wjw-xk-008"]["outcome"] == "outside"


def test_one_department_alone(city: Path) -> None:
    assert compare(city, "--department", "zjj")["departments"] == []
    assert wudan("compare", "--department", "nope", folder=city).returncode == 2


def test_json_obeys_the_schema_that_the_tool_prints(city: Path) -> None:
    schema = json.loads(wudan("schema", "comparison", folder=city).stdout)
    jsonschema.validate(compare(city), schema)


def test_without_a_baseline_there_is_nothing_to_compare(city: Path) -> None:
    (city / "catalog" / "baseline" / "round-10.yml").unlink()
    result = wudan("compare", "--lang", "en", folder=city)
    assert result.returncode == 3
    assert "no baseline" in result.stderr


@pytest.mark.parametrize(("language", "words"), [("zh", "有出入"), ("en", "differs")])
def test_text_names_item_outcome_and_what_differs(city: Path, language: str, words: Any) -> None:
    text = wudan("compare", "--lang", language, folder=city).stdout
    line = next(line for line in text.splitlines() if "wjw-xk-004" in line)
    assert words in line
    assert "专家评审" in text


def test_the_page_runs_nothing_and_loads_nothing(city: Path) -> None:
    file = city / "catalog" / "approvals" / "wjw.yml"
    hostile = '"<script>alert(1)</script><img src=x onerror=alert(1)>"'
    file.write_text(file.read_text(encoding="utf-8").replace("医师执业注册", hostile), encoding="utf-8")
    html = wudan("compare", "--format", "html", folder=city).stdout
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "default-src 'none'" in html
    assert re.findall(r'(?:src|href)="(?!#)', html) == []


def test_the_page_shows_in_a_browser_without_breaking_its_policy(city: Path, browser: Browser, tmp_path: Path) -> None:
    out = tmp_path / "compare.html"
    assert wudan("compare", "--format", "html", "--out", out, folder=city).returncode == 0
    page = new_page(browser, viewport={"width": 390, "height": 800})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(out.as_uri())
    assert page.locator("#approvals-wjw-xk-004").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "24px"
    assert complaints == []
    page.close()


def test_no_cell_of_the_workbook_is_a_formula(city: Path, tmp_path: Path) -> None:
    file = city / "catalog" / "approvals" / "wjw.yml"
    text = file.read_text(encoding="utf-8").replace("医师执业注册", "'=1+1'")
    file.write_text(text, encoding="utf-8")
    out = tmp_path / "compare.xlsx"
    assert wudan("compare", "--format", "xlsx", "--out", out, folder=city).returncode == 0
    book = openpyxl.load_workbook(out)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type == "s" for cell in cells)
    (hostile,) = [cell for cell in cells if str(cell.value).startswith("=") and cell.parent.title == "逐项比对"]
    assert hostile.quotePrefix


def test_a_file_that_cannot_be_written_is_said(city: Path) -> None:
    result = wudan("compare", "--out", city / "nowhere" / "x.txt", folder=city)
    assert result.returncode == 3
    assert "不能写入" in result.stderr


def test_the_demo_city_agrees_with_its_baseline() -> None:
    table = json.loads(wudan("compare", "--format", "json", folder=ROOT).stdout)
    assert table["summary"]["open"] == 0
    assert {"same", "eased", "merged", "split", "taken_over", "converted", "cancelled", "delegated"} <= set(
        table["summary"]["counts"]
    )
