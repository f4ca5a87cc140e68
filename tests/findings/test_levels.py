"""A level that the city sets holds everywhere: what passes the check can be released, pushed and built."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.city import HEAD, city, lay_out
from tests.support.command import invoke
from tests.support.repository import commit, git
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.check import check
from wudan.cli.compare import compare_lists
from wudan.cli.release import make_release
from wudan.cli.waive import waive_finding
from wudan.diff.difference import Difference
from wudan.review.receiving.judging import judge_pushes
from wudan.review.receiving.push import Push
from wudan.review.receiving.pusher import Pusher
from wudan.review.receiving.server import server_at
from wudan.review.request import review
from wudan.site.edition import read_edition
from wudan.site.error import SiteError

APPROVED = ("--document", "新密政文〔2015〕45号", "--approved-by", "新密市人民政府", "--on", "2015-12-25")


@dataclass(frozen=True)
class Fault:
    """What is wrong with an item, and the rule that reports it at its own level."""

    code: str
    make: Callable[[dict[str, Any]], None]


UNKNOWN_BODY = Fault("S004", lambda item: item["bodies"].update(accepts="xzspj"))  # an error
HALF_WIDTH = Fault("S008", lambda item: item.update(name="采血许可(新办)"))  # a warning

CASES = [
    pytest.param(UNKNOWN_BODY, None, "error", id="an error by itself"),
    pytest.param(UNKNOWN_BODY, "warning", "warning", id="an error lowered to a warning"),
    pytest.param(UNKNOWN_BODY, "off", None, id="a rule switched off"),
    pytest.param(HALF_WIDTH, None, "warning", id="a warning by itself"),
    pytest.param(HALF_WIDTH, "error", "error", id="a warning raised to an error"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A city in order, in git."""
    lay_out(city(), tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def faulty(repository: Path, fault: Fault, level: str | None) -> Path:
    """The city after one of its items went wrong, at the level that the city has set."""
    if level:
        lay_out(city(), repository, **{"catalog.yml": {**HEAD, "levels": {fault.code: level}}})
        commit(repository)
    lists = city()
    fault.make(lists["approvals/wjw.yml"][0])
    for path, records in lists.items():
        (repository / "catalog" / path).write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    commit(repository)
    return repository


def found_by_check(folder: Path, *options: str) -> list[tuple[str, str]]:
    report = json.loads(invoke(check, [str(folder / "catalog"), "--format", "json", *options]).stdout)
    return [(finding["code"], finding["level"]) for finding in report["findings"]]


@pytest.mark.parametrize(("fault", "level", "told"), CASES)
def test_check_tells_it_at_the_level_of_the_city(faulty: Path, fault: Fault, told: str | None) -> None:
    outcome = invoke(check, [str(faulty / "catalog"), "--format", "json"])
    expected = [(fault.code, told)] if told else []
    assert [one for one in found_by_check(faulty) if one[0] == fault.code] == expected
    assert [one for one in found_by_check(faulty, "--since", "HEAD~1") if one[0] == fault.code] == expected
    assert outcome.exit_code == (told == "error")


@pytest.mark.parametrize(("fault", "level", "told"), CASES)
def test_release_refuses_what_check_refuses_and_nothing_else(faulty: Path, fault: Fault, told: str | None) -> None:
    outcome = invoke(make_release, ["r2015-12", *APPROVED, "--catalog", str(faulty / "catalog")])
    assert outcome.exit_code == (told == "error"), outcome.output
    assert (faulty / "catalog" / "releases" / "r2015-12.yml").exists() == (told != "error")


@pytest.mark.parametrize(("fault", "level", "told"), CASES)
def test_the_hook_refuses_what_check_refuses_and_nothing_else(faulty: Path, fault: Fault, told: str | None) -> None:
    before, after = (git(faulty, "rev-parse", name).stdout.strip() for name in ("HEAD~1", "HEAD"))
    git(faulty, "update-ref", "refs/heads/main", before)
    push = Push(before, after, "refs/heads/main")
    (judgement,) = judge_pushes([push], server_at(faulty / ".git", "catalog", "main"), Pusher("wjw"), "zh")
    assert judgement.errors == (told == "error")


@pytest.mark.parametrize(("fault", "level", "told"), CASES)
def test_review_fails_where_check_fails(faulty: Path, fault: Fault, told: str | None) -> None:
    after = load_catalog(open_folder(faulty / "catalog"))
    git(faulty, "checkout", "--quiet", "HEAD~1")
    before = load_catalog(open_folder(faulty / "catalog"))
    found = review("HEAD~1", Difference(before, after), "wjw", "zh")
    assert found.fails == (told == "error")
    levels = [finding.level for finding in found.caused.findings if finding.code == fault.code]
    assert levels == ([told] if told else [])


@pytest.mark.parametrize(("fault", "level", "told"), CASES)
def test_a_site_is_refused_where_check_fails(faulty: Path, fault: Fault, told: str | None) -> None:
    if told == "error":
        with pytest.raises(SiteError, match=fault.code):
            read_edition(faulty / "catalog", preview=True)
    else:
        assert read_edition(faulty / "catalog", preview=True).pages


BASELINE = {
    "id": "round-10", "title": "第十轮目录", "as_of": "2013-12-31", "document": "新密政文〔2013〕118号",
    "covers": ["行政许可"],
    "entries": [{"id": "r10-1", "name": "采血许可", "type": "行政许可", "body": "wjw"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ({}, "error"),
        ({"B005": "info"}, "info"),
        ({"B005": "off"}, None),
        ({"B004": "off", "B005": "warning"}, "warning"),
    ],
)
def test_the_comparison_tells_a_departure_at_the_level_of_the_city(
    tmp_path: Path, levels: dict[str, str], told: str | None
) -> None:
    lists = city()
    lists["approvals/wjw.yml"][0].update(base="r10-1", bodies={"decides": "zjj"})
    head = {**HEAD, "levels": levels}
    folder = lay_out(lists, tmp_path, **{"catalog.yml": head, "baseline/round-10.yml": BASELINE})
    table = json.loads(invoke(compare_lists, ["--format", "json", "--catalog", str(folder)]).stdout)
    departures = [
        one["level"]
        for department in table["departments"]
        for row in department["rows"]
        for one in row["departures"]
        if one["code"] == "B005"
    ]
    assert departures == ([told] if told else [])


def test_a_waiver_of_what_is_switched_off_is_not_idle(repository: Path) -> None:
    lists = city()
    UNKNOWN_BODY.make(lists["approvals/wjw.yml"][0])
    folder = lay_out(lists, repository)
    report = json.loads(invoke(check, [str(folder), "--format", "json"]).stdout)
    (fingerprint,) = (one["fingerprint"] for one in report["findings"] if one["code"] == "S004")
    said = ("--reason", "机构正在组建", "--document", "新密编〔2015〕3号", "--approver", "市编办")
    ground = (*said, "--until", "2016-06-30")
    assert invoke(waive_finding, [fingerprint, *ground, "--catalog", str(folder)]).exit_code == 0
    assert "P002" not in dict(found_by_check(repository))
    lay_out(lists, repository, **{"catalog.yml": {**HEAD, "levels": {"S004": "off"}}})
    assert "P002" not in dict(found_by_check(repository))


def test_to_switch_a_rule_on_is_not_to_cause_what_it_finds(repository: Path) -> None:
    lists = city()
    UNKNOWN_BODY.make(lists["approvals/wjw.yml"][0])
    lay_out(lists, repository, **{"catalog.yml": {**HEAD, "levels": {"S004": "off"}}})
    commit(repository)
    lay_out(lists, repository)
    commit(repository)
    assert "S004" in dict(found_by_check(repository))
    assert "S004" not in dict(found_by_check(repository, "--since", "HEAD~1"))
