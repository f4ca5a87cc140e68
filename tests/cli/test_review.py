"""`wudan review`: one comment and one page about a change, on a real git repository."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.support.city import HEAD, Lists, changed, city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import git

BASELINE = {
    "id": "round-10", "title": "第十轮改革目录", "as_of": "2013-06-30", "document": "目录", "covers": ["行政许可"],
}  # fmt: skip
HOSTILE = "<b><script>alert(1)</script> `x` @all #1 [a](javascript:alert(1)) \u202e ::error::x"


def entry(item: Any) -> Any:
    return {
        "id": f"r10-{item['id']}", "name": item["name"], "type": "行政许可", "body": item["id"][:3],
        "basis": item["basis"], "process": [{"stage": one["stage"]} for one in item["process"]],
        "time_limit": item["time_limit"],
    }  # fmt: skip


@pytest.fixture
def lists() -> Any:
    every = city()
    for file in every.values():
        for one in file:
            one["base"] = f"r10-{one['id']}"
    return every


@pytest.fixture
def repository(tmp_path: Path, lists: Lists) -> Any:
    """A repository in order, with a baseline that every item agrees with."""
    baseline = BASELINE | {"entries": [entry(one) for file in lists.values() for one in file]}
    lay_out(lists, tmp_path, **{"baseline/round-10.yml": baseline})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "catalog")
    git(tmp_path, "commit", "--quiet", "-m", "清单")
    return tmp_path


def review(repository: Path, *options: str) -> Any:
    done = wudan("review", "--base", "HEAD", *options, folder=repository)
    assert done.returncode in (0, 1), done.stderr
    return done


def test_nothing_changed_says_nothing_at_all(repository: Path) -> None:
    done = review(repository)
    assert (done.returncode, done.stdout) == (0, "")


def test_burden_relief_and_rename_are_told_apart(repository: Path, lists: Lists) -> None:
    first, second, third = lists["approvals/wjw.yml"][:3]
    first["time_limit"]["promised"] = days(6)
    second["materials"].append({"name": "消防检查意见", "kind": "原件"})
    third["former_names"], third["name"] = [third["name"]], f"{third['name']}核发"
    lay_out(lists, repository)
    text = review(repository, "--as", "wjw").stdout
    assert text.startswith("<!-- wudan review -->\n**")
    assert "加重 1 处，需要人工判断 0 处，减轻 1 处，不影响申请人 1 处" in text
    assert text.index("### 加重 1") < text.index("### 减轻 1") < text.index("<details><summary>不影响申请人 1")
    assert "更名：" in text


def test_a_departure_from_the_baseline_comes_with_the_command_that_accepts_it(repository: Path, lists: Lists) -> None:
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(12)
    lay_out(lists, repository)
    done = review(repository)
    assert done.returncode == 1
    assert "有 1 处待审核人决定，同意以前不能合并" in done.stdout
    command = re.search(
        r"`wudan waive (b009-[0-9a-f]{16}) --reason … --document … --approver … --until …`", done.stdout
    )
    assert command
    ground = (
        "--reason",
        "原承诺不切实际",
        "--document",
        "审改〔2015〕3号",
        "--approver",
        "编办",
        "--until",
        "2016-12-31",
    )
    assert wudan("waive", command[1], *ground, folder=repository).returncode == 0
    again = review(repository)
    assert again.returncode == 0
    assert "说明保留" in again.stdout  # which is a change of the rules' frame, and read first


def test_a_department_that_touches_anothers_file_is_named(repository: Path, lists: Lists) -> None:
    lists["approvals/zjj.yml"][0]["visits"] = 1
    lay_out(lists, repository)
    done = review(repository, "--as", "wjw")
    assert done.returncode == 1
    assert "### 改了别人的文件 1" in done.stdout
    assert "P005" not in review(repository, "--as", "zjj").stdout


def test_what_moves_the_rules_comes_before_everything(repository: Path, lists: Lists) -> None:
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(12)
    head = {"catalog.yml": {**HEAD, "levels": {"B009": "info"}}}
    lay_out(lists, repository, **head)
    text = review(repository).stdout
    assert text.index("### 规则、基线、说明保留和登记") < text.index("### 加重")


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str | None] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links.extend(value for name, value in attrs if name in ("href", "src") or name.startswith("on"))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_shows_both_wordings_basis_place_and_command(repository: Path, lists: Lists) -> None:
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(12)
    lay_out(lists, repository)
    page = Elements(review(repository, "--format", "html").stdout)
    assert "8 个工作日" in page.text
    assert "12 个工作日" in page.text
    assert "设定依据：《第1条例》第四条" in page.text
    assert "catalog/approvals/wjw.yml:" in page.text
    assert "wudan waive b009-" in page.text
    assert page.links == []


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_no_text_of_the_lists_does_anything(repository: Path, lists: Lists, form: str) -> None:
    one = lists["approvals/wjw.yml"][0]
    one["name"] = HOSTILE
    one["materials"].append({"name": f"其他材料{HOSTILE}"})
    lay_out(lists, repository)
    text = review(repository, "--format", form).stdout
    assert "\u202e" not in text
    if form == "html":
        page = Elements(text)
        assert not page.names & {"script", "a", "img"}
        assert page.links == []
    else:
        assert "<script" not in text
        assert text.count("<details>") == text.count("</details>")
        assert not re.search(r"(?<!&)[@#]\w|javascript:|\n::", re.sub(r"`[^`]*`", "", text))


def test_a_comment_on_very_many_changes_stays_under_its_limit_and_links_the_page(
    repository: Path, lists: Lists
) -> None:
    for file in lists.values():
        every = [changed(one) for one in file * 60]
        for number, one in enumerate(every, 10):
            one |= {"id": f"{one['id'][:6]}-{number:03}", "name": f"{one['name']}第{number}种"}
            del one["base"]
        file.extend(every)
    lay_out(lists, repository)
    text = review(repository, "--page-url", "https://xinmi.example/review/1").stdout
    assert len(text) <= 65_000
    assert re.search(r"还有 \d+ 处没有列出，见完整页面。", text)
    assert text.endswith("[完整的审核页面](https://xinmi.example/review/1)\n")
    assert text.count("<details>") == text.count("</details>")


def test_a_revision_is_reviewed_without_being_checked_out(repository: Path, lists: Lists) -> None:
    first, *rest = lists["approvals/wjw.yml"]
    git(repository, "switch", "--quiet", "--create", "request")
    lay_out(lists | {"approvals/wjw.yml": [first | {"name": "公共场所开业许可"}, *rest]}, repository)
    git(repository, "commit", "--quiet", "--all", "-m", "改名")
    there = review(repository, "--base", "main").stdout
    git(repository, "switch", "--quiet", "main")
    assert review(repository, "--base", "main", "--head", "request").stdout == there != ""
