"""`wudan codeowners`: the last line that matches a file decides who owns it."""

from pathlib import Path

import pytest

from tests.support.command import wudan


def owner_of(text: str, path: str) -> str:
    """Give the owner of a file as the services find him: by the last pattern that matches."""
    owner = ""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, name = line.split()
        if pattern in ("*", f"/{path}") or (pattern.endswith("/") and f"/{path}".startswith(pattern)):
            owner = name
    return owner


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("catalog/approvals/wjw.yml", "@xinmi/wjw"),
        ("catalog/approvals/wjw/yiliao.yml", "@xinmi/wjw"),
        ("catalog/fees/zjj.yml", "@xinmi/zjj"),
        ("catalog/waivers/wjw.yml", "@xinmi/bianban"),
        ("catalog/baseline/round-10.yml", "@xinmi/bianban"),
        ("catalog/laws.yml", "@xinmi/bianban"),
        ("catalog/catalog.yml", "@xinmi/bianban"),
        ("catalog/departments.yml", "@xinmi/bianban"),
        ("catalog/places.yml", "@xinmi/bianban"),
        ("scripts/wudan/__main__.py", "@xinmi/bianban"),
    ],
)
def test_departments_own_their_lists_and_reviewers_all_else(small_city: Path, path: str, owner: str) -> None:
    done = wudan("codeowners", "--reviewers", "@xinmi/bianban", "--team", "@xinmi/{id}", folder=small_city)
    assert done.returncode == 0
    assert owner_of(done.stdout, path) == owner


def test_the_reviewers_lines_come_last_in_the_order_of_their_weight(small_city: Path) -> None:
    lines = wudan("codeowners", folder=small_city).stdout.splitlines()[-6:]
    names = ["waivers/", "baseline/", "releases/", "laws.yml", "catalog.yml", "departments.yml"]
    assert [line.split()[0] for line in lines] == [f"/catalog/{name}" for name in names]


@pytest.mark.parametrize("name", ["a b", "@x\n@y", "#", ""])
def test_a_name_cannot_bring_a_line_of_its_own(small_city: Path, name: str) -> None:
    assert wudan("codeowners", "--reviewers", name, folder=small_city).returncode == 2
