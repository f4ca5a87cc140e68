"""The flows, step by step as their files say, on an ordinary request."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dry_run.__main__ import flows
from dry_run.api import ForgeApi
from dry_run.gitlab import run_webhook_pipeline
from dry_run.repository import Repository, Request, git
from dry_run.workplace import Workplace
from handover import MARK
from tests.flows.conftest import ITEM, LIST
from tests.support.root import ROOT

RENAMED = ITEM.replace("公共场所卫生许可", "公共场所开业许可")
SPEAKING = ("github review.yml", "gitlab webhook")


def ran_steps(place: Workplace) -> dict[str, str]:
    """Give the output of every step; every one succeeded."""
    assert [(one.step, one.output) for one in place.ran if one.status != 0] == []
    return {f"{one.job}: {one.step}": one.output for one in place.ran}


@pytest.mark.parametrize("name", flows(ROOT))
def test_every_step_of_every_flow_succeeds_on_an_ordinary_request(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    request = request_with({LIST: RENAMED})
    api.head = request.head
    place = Workplace(tmp_path)
    flows(forge.work)[name](forge, request, place, api.url)
    if name != "gitlab merge request" and "code" not in name:
        assert "更名" in "".join(api.texts) + "".join(ran_steps(place).values())
    assert ran_steps(place)
    assert len(api.texts) == (name in SPEAKING)
    assert not any("清单以外" in text for text in api.texts)


@pytest.mark.parametrize("name", SPEAKING)
def test_a_second_run_rewrites_the_comment_and_one_without_changes_takes_it_away(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    api.add("别人的话")
    for number, files in enumerate(({LIST: RENAMED}, {LIST: RENAMED.replace("开业", "营业")}, {"notes.md": "记"})):
        request = request_with(files)
        api.head = request.head
        place = Workplace(tmp_path / str(number))
        flows(forge.work)[name](forge, request, place, api.url)
        ran_steps(place)
        assert [text.startswith(MARK) for text in api.texts] == [False, True][: 1 + bool(number < 2)]
    assert [method for method, _ in api.asked if method != "GET"] == [
        "POST", "PATCH" if "github" in name else "PUT", "DELETE",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["github review.yml", "gitlab merge request", "gitee pr-pipeline.yml"])
def test_a_request_that_causes_an_error_fails_its_check(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    request = request_with({LIST: ITEM.replace("行政许可", "许可")})
    api.head = request.head
    place = Workplace(tmp_path)
    flows(forge.work)[name](forge, request, place, api.url)
    failed = [one for one in place.ran if one.status != 0]
    assert len(failed) == 1
    assert "S002" in failed[0].output
    if "github" in name:
        assert "S002" in api.texts[0]


@pytest.mark.parametrize("name", ["github review.yml", "gitlab merge request", "gitee pr-pipeline.yml"])
def test_a_request_that_takes_the_catalog_away_does_not_pass(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    request = request_with({"catalog/catalog.yml": None})
    api.head = request.head
    place = Workplace(tmp_path)
    flows(forge.work)[name](forge, request, place, api.url)
    assert any("catalog/catalog.yml" in one.output for one in place.ran if one.status != 0)


@pytest.mark.parametrize("name", SPEAKING)
def test_a_good_word_does_not_stay_on_a_commit_that_could_not_be_reviewed(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, name: str
) -> None:
    api.add(f"{MARK}\n**检查通过。**\n")
    request = request_with({"catalog/catalog.yml": None})
    api.head = request.head
    flows(forge.work)[name](forge, request, Workplace(tmp_path), api.url)
    (text,) = api.texts
    assert "没有审核成，不能合并" in text
    assert f"审核的是提交 {request.head[:12]}。" in text


def test_the_token_of_gitlab_is_seen_by_the_job_that_speaks_alone(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path
) -> None:
    flow = tmp_path / "flow.yml"
    text = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    flow.write_text(text.replace("  script:\n", "  script:\n    - env\n"), encoding="utf-8")
    request = request_with({LIST: RENAMED})
    api.head = request.head
    place = Workplace(tmp_path / "place")
    run_webhook_pipeline(flow, forge, request, place, api.url)
    seen = {one.job: "WUDAN_COMMENT_TOKEN=" in one.output for one in place.ran}
    assert seen == {"审核请求": False, "写审核意见": True}


@pytest.mark.parametrize(
    "event",
    [{"state": "closed"}, {"state": "merged"}, {"target_branch": "old"}, {"iid": "7; touch ran-webhook"}, {"iid": 0}],
)
def test_a_webhook_that_tells_of_no_open_request_is_passed_over(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path, event: dict[str, object]
) -> None:
    request = request_with({LIST: RENAMED})
    place = Workplace(tmp_path)
    run_webhook_pipeline(forge.work / ".gitlab-ci.yml", forge, request, place, api.url, **event)
    assert list(ran_steps(place)) == ["审核请求: script", "写审核意见: script"]
    assert api.asked == []


def test_a_request_that_moved_on_is_left_to_the_next_run(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path
) -> None:
    request = request_with({LIST: RENAMED})
    api.head = git(forge.bare, "rev-parse", "main")
    place = Workplace(tmp_path)
    flows(forge.work)["github review.yml"](forge, request, place, api.url)
    assert "请求已经更新" in list(ran_steps(place).values())[-1]
    assert api.texts == []


def test_a_commit_that_is_gone_ends_the_run_and_nothing_is_said(
    forge: Repository, request_with: Callable[..., Request], api: ForgeApi, tmp_path: Path
) -> None:
    request = replace(request_with({LIST: RENAMED}), head="f" * 40)
    place = Workplace(tmp_path)
    flows(forge.work)["github review.yml"](forge, request, place, api.url)
    assert "请求已经更新" in place.ran[0].output
    assert "没有写" in place.ran[-1].output
    assert api.texts == []
