"""Accepting a burden: keyed by what it comes to, kept after the merge, gone with the next change of the field."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.city import city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import commit, git

APPROVED = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府", "--on", "2015-12-25")
GROUND = ("--reason", "联合办理", "--document", "审改〔2015〕3号", "--approver", "编办", "--until", "2016-12-31")
MATERIAL = {"name": "消防检查意见", "kind": "复印件", "copies": 1, "required": "必要"}


@pytest.fixture
def lists() -> dict[str, list[dict[str, Any]]]:
    return city()


@pytest.fixture
def published(tmp_path: Path, lists: dict[str, list[dict[str, Any]]]) -> Path:
    """A repository whose first edition is published."""
    lay_out(lists, tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert wudan("release", "r2015-12", *APPROVED, folder=tmp_path).returncode == 0
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def asking(published: Path, lists: dict[str, list[dict[str, Any]]]) -> Path:
    """The same after a department asked for a material more."""
    lists["approvals/wjw.yml"][0]["materials"].append(dict(MATERIAL))
    lay_out(lists, published)
    return published


def burdens(folder: Path, revision: str = "HEAD") -> list[Any]:
    report = json.loads(wudan("check", "--since", revision, "--format", "json", folder=folder).stdout)
    return [finding["fingerprint"] for finding in report["findings"] if finding["code"] == "P007"]


def idle(folder: Path, *options: str) -> list[Any]:
    report = json.loads(wudan("check", "--format", "json", *options, folder=folder).stdout)
    return [finding["code"] for finding in report["findings"] if finding["code"] == "P002"]


def accept(folder: Path, *fingerprints: str) -> subprocess.CompletedProcess[str]:
    return wudan("waive", *fingerprints, "--since", "HEAD", *GROUND, folder=folder)


def test_an_accepted_burden_passes(asking: Path) -> None:
    (fingerprint,) = burdens(asking)
    assert wudan("check", "--since", "HEAD", folder=asking).returncode == 1
    assert accept(asking, fingerprint).returncode == 0
    assert burdens(asking) == []
    assert wudan("check", "--since", "HEAD", folder=asking).returncode == 0
    assert "已经审核人同意，见说明保留。" in wudan("review", "--base", "HEAD", folder=asking).stdout


@pytest.mark.parametrize("key", ["note", "issued_by"])
def test_it_survives_another_wording(asking: Path, lists: dict[str, list[dict[str, Any]]], key: str) -> None:
    accept(asking, *burdens(asking))
    lists["approvals/wjw.yml"][0]["materials"][-1][key] = "消防大队"
    lists["approvals/wjw.yml"].reverse()
    lay_out(lists, asking)
    assert burdens(asking) == idle(asking) == []


def test_it_survives_a_rebase(asking: Path, lists: dict[str, list[dict[str, Any]]]) -> None:
    accept(asking, *burdens(asking))
    git(asking, "switch", "--quiet", "-c", "clerk")
    commit(asking, "多一份材料")
    git(asking, "switch", "--quiet", "main")
    (asking / "README.md").write_text("说明\n", encoding="utf-8")
    commit(asking, "别的事")
    git(asking, "rebase", "--quiet", "main", "clerk")
    assert burdens(asking, "main") == idle(asking) == []


@pytest.mark.parametrize(("key", "value"), [("copies", 2), ("kind", "原件"), ("required", "容缺后补")])
def test_it_covers_no_other_change_of_the_same_field(
    asking: Path, lists: dict[str, list[dict[str, Any]]], key: str, value: int
) -> None:
    accept(asking, *burdens(asking))
    lists["approvals/wjw.yml"][0]["materials"][-1][key] = value
    lay_out(lists, asking)
    assert len(burdens(asking)) == 1
    assert idle(asking) == ["P002"]


def test_after_the_merge_it_stands_until_the_field_changes_again(
    asking: Path, lists: dict[str, list[dict[str, Any]]]
) -> None:
    accept(asking, *burdens(asking))
    commit(asking, "合并")
    assert idle(asking) == []
    assert wudan("check", folder=asking).returncode == 0
    del lists["approvals/wjw.yml"][0]["materials"][-1]
    lay_out(lists, asking)
    assert idle(asking) == ["P002"]
    assert burdens(asking) == []


def test_a_longer_promise_accepted_once_is_another_when_it_grows_again(
    published: Path, lists: dict[str, list[dict[str, Any]]]
) -> None:
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(9)
    lay_out(lists, published)
    accept(published, *burdens(published))
    commit(published)
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(10)
    lay_out(lists, published)
    assert len(burdens(published)) == 1


def test_what_is_no_longer_offered_is_accepted_by_what_is_left(
    published: Path, lists: dict[str, list[dict[str, Any]]]
) -> None:
    lists["approvals/wjw.yml"][0]["serves"] = ["企业法人"]
    lay_out(lists, published)
    accept(published, *burdens(published))
    commit(published)
    assert idle(published) == []
    lists["approvals/wjw.yml"][0]["serves"] = ["企业法人", "自然人"]
    lay_out(lists, published)
    assert idle(published) == ["P002"]


def test_several_are_accepted_by_one_command(published: Path, lists: dict[str, list[dict[str, Any]]]) -> None:
    for one in lists["approvals/wjw.yml"][:3]:
        one["materials"].append(dict(MATERIAL))
    lay_out(lists, published)
    fingerprints = burdens(published)
    assert len(fingerprints) == 3
    comment = wudan("review", "--base", "HEAD", folder=published).stdout
    assert f"`wudan waive {' '.join(fingerprints)} --since HEAD " in comment
    assert accept(published, *fingerprints).returncode == 0
    assert burdens(published) == []


def test_without_the_revision_the_message_says_how_a_burden_is_found(asking: Path) -> None:
    (fingerprint,) = burdens(asking)
    done = wudan("waive", fingerprint, *GROUND, folder=asking)
    assert done.returncode == 2
    assert "--since" in done.stderr


def test_before_the_first_edition_a_burden_is_a_warning_and_new_entries_are_none(
    tmp_path: Path, lists: dict[str, list[dict[str, Any]]]
) -> None:
    lay_out(lists, tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    lists["approvals/wjw.yml"][0]["visits"] = 3
    lists["approvals/wjw.yml"].append(lists["approvals/wjw.yml"][1] | {"id": "wjw-xk-090", "name": "医师执业注册"})
    lay_out(lists, tmp_path)
    done = wudan("check", "--since", "HEAD", "--select", "P007", "--format", "json", folder=tmp_path)
    findings = json.loads(done.stdout)["findings"]
    assert [(finding["level"], finding["item"]) for finding in findings] == [("warning", "wjw-xk-001")]
    assert done.returncode == 0


NEXT = ("--document", "新密政文〔2016〕5号", "--approved-by", "新密市人民政府", "--on", "2016-01-20")


def test_an_edition_with_a_burden_that_nobody_accepted_is_refused(asking: Path) -> None:
    commit(asking, "没有经过审核就合并")
    refused = wudan("release", "r2016-01", *NEXT, folder=asking)
    assert refused.returncode == 1
    assert "有 1 处加重还没有经审核人同意" in refused.stderr
    (fingerprint,) = burdens(asking, "release:r2015-12")
    assert wudan("waive", fingerprint, "--since", "release:r2015-12", *GROUND, folder=asking).returncode == 0
    assert wudan("release", "r2016-01", *NEXT, folder=asking).returncode == 0
    assert "消防检查意见" in (asking / "catalog" / "releases" / "r2016-01.yml").read_text(encoding="utf-8")
