"""`wudan release` on a real git repository, and what the site then publishes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.city import city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import git
from wudan.catalog.content import content_hash
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.failure import Failure
from wudan.site.edition import read_edition

APPROVED = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府", "--on", "2015-12-25")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "清单")


@pytest.fixture
def repository(tmp_path: Path) -> Any:
    lay_out(city(), tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def released(repository: Path) -> Any:
    done = wudan("release", "r2015-12", *APPROVED, folder=repository)
    assert done.returncode == 0, done.stderr
    commit(repository)
    return repository


def record(folder: Path, identity: str) -> Any:
    return yaml.safe_load((folder / "catalog" / "releases" / f"{identity}.yml").read_text(encoding="utf-8"))


def change(folder: Path, edit: Any) -> None:
    lists = city()
    edit(lists["approvals/wjw.yml"][0])
    lay_out(lists, folder)


def test_an_edition_is_proved_by_the_hash_of_all_but_the_releases(released: Path) -> None:
    catalog = load_catalog(open_folder(released / "catalog"))
    assert record(released, "r2015-12")["hash"] == content_hash(catalog)
    assert record(released, "r2015-12")["approved_by"] == "新密市人民政府"
    assert wudan("check", folder=released).returncode == 0


def test_the_hash_does_not_hang_on_line_ends_and_hangs_on_every_text(released: Path) -> None:
    before = content_hash(load_catalog(open_folder(released / "catalog")))
    path = released / "catalog" / "departments.yml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert content_hash(load_catalog(open_folder(released / "catalog"))) == before
    path.write_text(text + "\n", encoding="utf-8")
    assert content_hash(load_catalog(open_folder(released / "catalog"))) != before


def test_the_changes_since_the_last_edition_are_frozen_with_the_next(released: Path) -> None:
    change(released, lambda item: item["time_limit"].update(promised=days(5)))
    done = wudan("release", "r2016-03", *APPROVED[:-1], "2016-03-01", folder=released)
    assert done.returncode == 0, done.stderr
    (frozen,) = record(released, "r2016-03")["changes"]
    assert (frozen["kind"], frozen["item"], frozen["effect"]) == ("limit_shortened", "wjw-xk-001", "relief")
    totals = {total["measure"]: total for total in record(released, "r2016-03")["totals"]}
    assert totals["承诺时限"] == {"measure": "承诺时限", "unit": "个工作日", "before": 144, "now": 141, "items": 18}
    commit(released)
    report = json.loads(
        wudan("diff", "release:r2015-12", "release:r2016-03", "--format", "json", folder=released).stdout
    )
    assert "limit_shortened" in [one["kind"] for one in report["changes"]]


def test_only_what_was_approved_is_published(released: Path) -> None:
    assert not read_edition(released / "catalog", preview=False).is_preview
    change(released, lambda item: item.update(visits=1))
    with pytest.raises(Failure, match="wudan diff release:r2015-12"):
        read_edition(released / "catalog", preview=False)
    assert read_edition(released / "catalog", preview=True).is_preview


def test_until_something_is_released_everything_is_a_preview(repository: Path) -> None:
    assert read_edition(repository / "catalog", preview=False).is_preview


def test_a_correction_needs_no_new_approval_but_may_change_little(released: Path) -> None:
    change(released, lambda item: item["contact"].update(phone="0371-00008888"))
    done = wudan("release", "r2015-12-a", "--correct", "--on", "2015-12-28", folder=released)
    assert done.returncode == 0, done.stderr
    assert record(released, "r2015-12-a")["corrects"] == "r2015-12"
    assert record(released, "r2015-12-a")["document"] == "新密政文〔2015〕45号"
    commit(released)
    change(released, lambda item: item.update(visits=1))
    refused = wudan("release", "r2015-12-b", "--correct", "--on", "2015-12-29", folder=released)
    assert refused.returncode == 1
    assert "（visits）需要批准" in refused.stderr


def test_a_withdrawn_edition_says_why_and_the_one_before_counts_again(released: Path) -> None:
    change(released, lambda item: item.update(visits=1))
    assert wudan("release", "r2016-03", *APPROVED[:-1], "2016-03-01", folder=released).returncode == 0
    commit(released)
    done = wudan("release", "--withdraw", "r2016-03", "--reason", "公示期内有异议", folder=released)
    assert done.returncode == 0, done.stderr
    assert record(released, "r2016-03")["withdrawn"] == "公示期内有异议"
    with pytest.raises(Failure, match="r2015-12"):
        read_edition(released / "catalog", preview=False)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("r2016-01",), 2, "缺少 --document"),
        (("r2015-12", *APPROVED), 2, "已经有了"),
        (("r2016-01", *APPROVED[:-1], "2015-01-01"), 2, "早于上一个版本"),
        (("r2016-01", *APPROVED[:-1], "2015-13-01"), 2, "不是日期"),
        (("--withdraw", "r2099", "--reason", "x"), 2, "没有发布版本 r2099"),
        (("--withdraw", "r2015-12"), 2, "--reason"),
    ],
)
def test_what_cannot_be_released_is_refused_and_nothing_is_written(
    released: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = sorted((released / "catalog" / "releases").iterdir())
    done = wudan("release", *arguments, folder=released)
    assert done.returncode == code
    assert words in re.sub(r"\s*│\s*|\n", "", done.stderr)
    assert sorted((released / "catalog" / "releases").iterdir()) == before


def test_a_catalog_with_errors_is_not_released(repository: Path) -> None:
    change(repository, lambda item: item.update(id="wjw-xk-002"))
    done = wudan("release", "r2015-12", *APPROVED, folder=repository)
    assert done.returncode == 1
    assert "个错误，不能发布" in done.stderr
    assert not (repository / "catalog" / "releases").exists()
