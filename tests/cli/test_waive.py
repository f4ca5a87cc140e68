import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command import wudan

LONG = """\
- id: wjw-xk-001 # 第一项
  name: 公共场所卫生许可
  type: 行政许可
  status: 在用
  materials: [{name: 申请表等相关材料}]
- id: wjw-xk-002
  name: 放射诊疗许可
  type: 行政许可
  status: 在用
  materials: [{name: 申请表等相关材料}]
"""
GROUND = ["--reason", "系统升级期间", "--document", "会议纪要1号", "--approver", "市编办", "--until", "2016-06-30"]


@pytest.fixture
def city(small_city: Path) -> Any:
    (small_city / "catalog" / "approvals" / "wjw.yml").write_text(LONG, encoding="utf-8")
    return small_city


def findings(city: Path, *arguments: str) -> Any:
    report = json.loads(wudan("check", "--format", "json", *arguments, folder=city).stdout)
    return [finding for finding in report["findings"] if finding["code"] in {"Q001", "P002", "P003"}]


def fingerprint_of(city: Path, item: Any) -> Any:
    return next(finding["fingerprint"] for finding in findings(city) if finding["item"] == item)


def test_an_accepted_finding_is_no_longer_reported_and_another_of_its_kind_is(city: Path) -> None:
    result = wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    assert result.returncode == 0, result.stderr
    assert "catalog/waivers/wjw.yml" in result.stdout
    assert [finding["item"] for finding in findings(city)] == ["wjw-xk-002"]


def test_the_waiver_says_what_it_rests_on(city: Path) -> None:
    fingerprint = fingerprint_of(city, "wjw-xk-001")
    wudan("waive", fingerprint, *GROUND, folder=city)
    (waiver,) = yaml.safe_load((city / "catalog" / "waivers" / "wjw.yml").read_text(encoding="utf-8"))
    assert waiver == {
        "fingerprint": fingerprint, "concerns": waiver["concerns"], "reason": "系统升级期间",
        "document": "会议纪要1号", "approver": "市编办", "until": "2016-06-30",
    }  # fmt: skip
    assert "wjw-xk-001" in waiver["concerns"]


def test_a_second_waiver_leaves_every_line_of_the_first_and_its_comments(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    file = city / "catalog" / "waivers" / "wjw.yml"
    file.write_text("# 审核人会议逐条议定\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    assert wudan("waive", fingerprint_of(city, "wjw-xk-002"), *GROUND, folder=city).returncode == 0
    assert file.read_text(encoding="utf-8").startswith(before)
    assert findings(city) == []


def test_waiving_again_renews_the_end_and_adds_nothing(city: Path) -> None:
    fingerprint = fingerprint_of(city, "wjw-xk-001")
    wudan("waive", fingerprint, *GROUND, folder=city)
    wudan("waive", fingerprint, *GROUND[:-1], "2017-06-30", folder=city)
    (waiver,) = yaml.safe_load((city / "catalog" / "waivers" / "wjw.yml").read_text(encoding="utf-8"))
    assert waiver["until"] == "2017-06-30"


def test_a_waiver_past_its_end_fails_the_check(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    found = findings(city, "--at", "2016-07-01")
    assert {finding["code"] for finding in found} == {"Q001", "P003"}
    assert wudan("check", "--at", "2016-07-01", folder=city).returncode == 1


def test_a_waiver_whose_finding_was_mended_fails_the_check(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    file = city / "catalog" / "approvals" / "wjw.yml"
    file.write_text(LONG.replace("申请表等相关材料", "申请表", 1), encoding="utf-8")
    assert [finding["code"] for finding in findings(city)] == ["Q001", "P002"]
    assert wudan("check", folder=city).returncode == 1


def test_swapping_the_departure_to_another_item_is_not_covered(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    file = city / "catalog" / "approvals" / "wjw.yml"
    head, _, tail = LONG.partition("- id: wjw-xk-002")
    swapped = head.replace("申请表等相关材料", "申请表") + "- id: wjw-xk-002" + tail
    file.write_text(swapped, encoding="utf-8")
    assert {(finding["code"], finding["item"]) for finding in findings(city)} >= {("Q001", "wjw-xk-002")}
    assert "P002" in {finding["code"] for finding in findings(city)}


def test_a_waiver_survives_moving_the_item_and_rewording_nothing(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    file = city / "catalog" / "approvals" / "wjw.yml"
    head, _, tail = LONG.partition("- id: wjw-xk-002")
    file.write_text("# 调换先后\n- id: wjw-xk-002" + tail + head, encoding="utf-8")
    assert [(finding["code"], finding["item"]) for finding in findings(city)] == [("Q001", "wjw-xk-002")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({0: "q001-0000000000000000"}, "没有指纹"),
        ({2: "  "}, "--reason"),
        ({8: "2016-02-30"}, "不是日期"),
        ({8: "2001-01-01"}, "早于判定日期"),
    ],
)
def test_a_waiver_that_could_not_hold_is_refused_and_nothing_is_written(city: Path, change: Any, words: str) -> None:
    arguments = [fingerprint_of(city, "wjw-xk-001"), *GROUND]
    for index, text in change.items():
        arguments[index] = text
    result = wudan("waive", *arguments, folder=city)
    assert result.returncode == 2
    assert words in result.stderr
    assert not (city / "catalog" / "waivers").exists()


def test_what_is_wrong_with_waivers_cannot_be_waived(city: Path) -> None:
    wudan("waive", fingerprint_of(city, "wjw-xk-001"), *GROUND, folder=city)
    report = json.loads(wudan("check", "--at", "2016-07-01", "--format", "json", folder=city).stdout)
    expired = next(finding["fingerprint"] for finding in report["findings"] if finding["code"] == "P003")
    file = city / "catalog" / "catalog.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("2015-12-31", "2016-07-01"), encoding="utf-8")
    result = wudan("waive", expired, *GROUND[:-1], "2017-01-01", folder=city)
    assert result.returncode == 2
    assert "P003" in result.stderr


def test_a_waiver_file_that_cannot_be_read_stays_as_it_is(city: Path) -> None:
    fingerprint = fingerprint_of(city, "wjw-xk-001")
    file = city / "catalog" / "waivers" / "wjw.yml"
    file.parent.mkdir()
    file.write_text("- fingerprint: [\n", encoding="utf-8")
    result = wudan("waive", fingerprint, *GROUND, "--lang", "en", folder=city)
    assert result.returncode == 2
    assert "cannot be read" in result.stderr
    assert file.read_text(encoding="utf-8") == "- fingerprint: [\n"


def test_the_misprint_of_the_source_is_waived_in_the_demo_city_and_fails_without_the_waiver(demo_copy: Path) -> None:
    assert wudan("check", folder=demo_copy).returncode == 0
    (demo_copy / "catalog" / "waivers" / "city.yml").unlink()
    result = wudan("check", folder=demo_copy)
    assert result.returncode == 1
    assert "343,532" in result.stdout
    assert "243,532" in result.stdout
