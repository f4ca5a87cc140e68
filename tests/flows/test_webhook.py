"""What a job takes from the webhook of GitLab: a number and a commit, or nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.root import ROOT
from webhook import told

HEAD = "0123456789" * 4
LEAF = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["main", "opened", HEAD])
DATA = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)


def event(**attributes: object) -> dict[str, object]:
    meant = {"iid": 7, "state": "opened", "target_branch": "main", "last_commit": {"id": HEAD}}
    return {"object_kind": "merge_request", "object_attributes": meant | attributes}


def read(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / ".ci" / "webhook.py"), str(path)]
    environment = {"PATH": os.environ["PATH"], "MAIN": "main"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_an_open_request_is_told_by_number_and_commit(tmp_path: Path) -> None:
    (tmp_path / "event").write_text(json.dumps(event(title="$(touch x)")), encoding="utf-8")
    assert read(tmp_path / "event").stdout == f"7 {HEAD}\n"


@pytest.mark.parametrize("text", ["", "{", "\x00", "[" * 999, None])
def test_what_is_no_event_is_told_without_a_traceback(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "event").write_text(text, encoding="utf-8")
    done = read(tmp_path / "event")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "没有收到 webhook 的内容。No webhook was received.\n"


@given(iid=DATA, state=DATA, target=DATA, commit=DATA)
def test_whatever_an_event_holds_only_a_number_and_a_commit_come_of_it(
    iid: object, state: object, target: object, commit: object
) -> None:
    line = told(event(iid=iid, state=state, target_branch=target, last_commit={"id": commit}), "main")
    assert line in {"", f"{iid} {HEAD}"}
    assert set(line) <= set("0123456789abcdef ")


@given(DATA)
def test_whatever_comes_instead_of_an_event_tells_of_no_request(data: object) -> None:
    assert told(data, "main") == told({"object_attributes": data}, "main") == ""
