"""`wudan diff` as users run it: on folders, revisions and releases, in every format."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from tests.support.city import changed, city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import git
from tests.support.schemas import SARIF, schema_of_the_store

HOSTILE = "<b><script>alert(1)</script> `x` @all #1 [a](javascript:alert(1)) \u202e\x1b[31m ::error::x"


@pytest.fixture
def repository(tmp_path: Path) -> Any:
    """A repository of two commits, the second with a release, whose folder differs from both."""
    lists = city()
    lay_out(lists, tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "catalog")
    git(tmp_path, "commit", "--quiet", "-m", "清单")
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(6)
    lay_out(lists, tmp_path, **{"releases/r2015-12.yml": {"id": "r2015-12"}})
    git(tmp_path, "add", "catalog")
    git(tmp_path, "commit", "--quiet", "-m", "发布")
    lists["approvals/wjw.yml"][0]["materials"].append({"name": "检测报告"})
    lay_out(lists, tmp_path)
    return tmp_path


def kinds(folder: Path, *arguments: str) -> Any:
    done = wudan("diff", *arguments, "--format", "json", folder=folder)
    assert done.returncode == 0, done.stderr
    return [change["kind"] for change in json.loads(done.stdout)["changes"] if change["list"] == "approvals"]


def test_sides_are_revisions_releases_and_folders(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert kinds(repository, "HEAD") == ["asked"]
    assert kinds(repository, "HEAD~1") == ["asked", "limit_shortened"]
    assert kinds(repository, "HEAD~1", "HEAD") == ["limit_shortened"]
    assert kinds(repository, "HEAD~1", "release:r2015-12") == ["limit_shortened"]
    other = lay_out(city(), tmp_path_factory.mktemp("other"))
    assert kinds(repository, str(other)) == ["asked", "limit_shortened"]
    assert kinds(repository, str(other.parent), str(other)) == []


@pytest.mark.parametrize(("side", "words"), [("nowhere", "git fetch"), ("release:r9", "没有发布版本 r9")])
def test_a_side_that_is_not_there_is_named_with_the_way_to_it(repository: Path, side: str, words: str) -> None:
    done = wudan("diff", side, folder=repository)
    assert done.returncode == 3
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_text_says_what_it_is_for_the_applicant_and_where(repository: Path) -> None:
    done = wudan("diff", "HEAD~1", folder=repository)
    assert "[加重] 行政审批事项清单 采血许可（wjw1）（wjw-xk-001）\n      申请材料增加“检测报告”" in done.stdout
    assert "[减轻]" in done.stdout
    assert "共 3 处变化：加重 1 处，需要人工判断 0 处，减轻 1 处，不影响申请人 1 处。" in done.stdout
    english = wudan("diff", "HEAD~1", "--lang", "en", folder=repository).stdout
    assert "[burden] Approval items" in english
    assert "3 changes: 1 burdens, 0 to be read, 1 reliefs, 1 neutral." in english


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--fail-on", "burden"), 1),
        (("--fail-on", "any"), 1),
        (("--fail-on", "burden", "--effect", "relief"), 0),
        (("--fail-on", "any", "--department", "zjj"), 0),
        (("--effect", "good"), 2),
    ],
)
def test_exit_codes(repository: Path, options: tuple[str, ...], code: int) -> None:
    assert wudan("diff", "HEAD~1", *options, folder=repository).returncode == code


def test_json_obeys_its_schema_and_has_the_keys_of_the_contract(repository: Path) -> None:
    report = json.loads(wudan("diff", "HEAD", "--format", "json", folder=repository).stdout)
    jsonschema.validate(report, json.loads(wudan("schema", "changes", folder=repository).stdout))
    (change,) = report["changes"]
    assert set(change) >= {
        "kind", "list", "item", "name", "field", "old", "new", "effect", "level", "before", "after", "fingerprint",
        "basis",
    }  # fmt: skip
    assert set(change["after"]) == {"file", "line", "column"}


def test_the_workbook_is_the_official_table(repository: Path) -> None:
    lists = city()
    lists["approvals/zjj.yml"][2] |= {"status": "取消", "ended": {"on": "2015-10-11", "document": "国发〔2015〕57号"}}
    lists["approvals/zjj.yml"][3] |= {"name": "=1+1", "former_names": [lists["approvals/zjj.yml"][3]["name"]]}
    lay_out(lists, repository)
    assert wudan("diff", "HEAD~1", "--format", "xlsx", "--out", "d.xlsx", folder=repository).returncode == 0
    book = openpyxl.load_workbook(repository / "d.xlsx")
    rows = [[cell.value for cell in row] for row in book["调整事项表"].iter_rows()]
    assert rows[0] == ["序号", "事项名称", "实施部门", "设定依据", "调整方式", "调整后", "备注"]
    assert [(row[4], row[6]) for row in rows[1:]] == [("取消", "zjj-xk-003"), ("更名", "zjj-xk-004")]
    assert all(cell.data_type in "sn" for sheet in book for row in sheet.iter_rows() for cell in row)


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links.extend(value for name, value in attrs if name in ("href", "src") or name.startswith("on"))


def test_a_file_that_cannot_be_read_is_named(repository: Path) -> None:
    (repository / "catalog" / "approvals" / "wjw.yml").write_text("- id: [", encoding="utf-8")
    done = wudan("diff", "HEAD", folder=repository)
    assert done.returncode == 0
    assert "catalog/approvals/wjw.yml 读不了，其中的变化没有列出" in done.stderr
    assert "没有实质变化" in done.stdout


def test_sarif_is_accepted_by_its_schema_and_every_result_has_a_place(repository: Path) -> None:
    lists = changed(city())
    lists["approvals/zjj.yml"].pop()
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(6)
    lay_out(lists, repository)
    log = json.loads(wudan("diff", "HEAD~1", "--format", "sarif", folder=repository).stdout)
    jsonschema.Draft7Validator(schema_of_the_store(SARIF)).validate(log)
    (run,) = log["runs"]
    assert {result["ruleId"] for result in run["results"]} >= {"removed", "limit_shortened"}
    assert all(result["locations"] for result in run["results"])


@pytest.mark.parametrize("form", ["text", "markdown", "github", "html", "json", "sarif"])
def test_no_text_of_the_lists_does_anything(repository: Path, form: str) -> None:
    lists = changed(city())
    one = lists["approvals/wjw.yml"][0]
    one["name"] = HOSTILE
    one["conditions"][0]["text"] = HOSTILE
    one["materials"].append({"name": HOSTILE})
    lay_out(lists, repository)
    done = wudan("diff", "HEAD~1", "--format", form, folder=repository)
    assert done.returncode == 0, done.stderr
    text = done.stdout
    assert "\x1b" not in text
    assert "\u202e" not in text or form == "json"  # which gives the data as they are
    assert "](javascript" not in text or form in ("text", "json", "github", "html")  # where it is no link
    if form == "html":
        page = Elements(text)
        assert not page.names & {"script", "a", "img", "iframe"}
        assert page.links == []
    if form == "markdown":
        assert "<script" not in text
        assert text.count("<details>") == text.count("</details>")
        assert not re.search(r"(?<!&)[@#]\w|javascript:", re.sub(r"`[^`]*`", "", text))
    if form == "github":
        commands = [line for line in text.splitlines() if line.startswith("::")]
        assert all(
            re.match(r"::(warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^,:]+::", line) for line in commands
        )


def test_a_thousand_changes_stay_within_a_comment(tmp_path: Path) -> None:
    lists = city()
    for file in lists.values():
        every = [changed(one) for one in file * 60]
        for number, one in enumerate(every, 1):
            one |= {"id": f"{one['id'][:6]}-{number:03}", "name": f"{one['name']}{number}"}
        file[:] = every
    old = lay_out(lists, tmp_path / "old")
    other = changed(lists)
    for file in other.values():
        for number, one in enumerate(file):
            one["materials"].append({"name": f"第{number}种检测报告"})
    new = lay_out(other, tmp_path / "new")
    text = wudan("diff", str(old), str(new), "--format", "markdown", folder=tmp_path).stdout
    assert len(text) <= 65_000
    assert "加重 1080 处" in text
    assert re.search(r"还有 \d+ 处没有列出", text)
