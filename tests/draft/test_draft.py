"""A second small catalog as a clerk hands it in: every planted departure is found where it stands, and nothing else."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.draft.expectations import CATALOG, DRAFT, Expectation, Found, expectations, impossible, not_yet
from tests.support.command import invoke
from wudan.cli.check import check
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule

DAY = "2015-11-20"
EXPECTED = expectations()
RUNS = ("submitted", "mended", "no baseline", "changed")
LATER = sorted({row.when for row in EXPECTED} - {"", *RUNS})


def checked(catalog: Path, *options: str) -> list[Found]:
    """Run `wudan check` over a catalog folder, and give what it finds in order."""
    outcome = invoke(check, [str(catalog), "--format", "json", *options])
    assert outcome.exit_code == 1, outcome.output
    findings = json.loads(outcome.stdout)["findings"]
    keys = ("code", "level", "file", "line", "column")
    return sorted(tuple(finding[key] for key in keys) for finding in findings)


def lay_out(folder: Path) -> Path:
    """Copy the draft, which a test may then change, and give its catalog folder."""
    return Path(shutil.copytree(CATALOG, folder / "catalog"))


def mended(folder: Path) -> Path:
    """Give the draft after the two files that were not read are in order: one written anew, one taken out."""
    catalog = lay_out(folder)
    (catalog / "fees" / "jtys.yaml").unlink()
    shutil.copytree(DRAFT / "mended", catalog, dirs_exist_ok=True)
    return catalog


def without_baseline(folder: Path) -> Path:
    """Give the draft with the reviewers' baseline and its decisions taken away."""
    catalog = lay_out(folder)
    shutil.rmtree(catalog / "baseline")
    return catalog


def changed(folder: Path) -> Path:
    """Give the draft, committed, after a department asked for one visit more, and wrote into two files of others."""
    catalog = lay_out(folder)

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.email", "clerk@xinmi.example")
    git("config", "user.name", "clerk")
    git("add", "catalog")
    git("commit", "--quiet", "-m", "lists")
    for name in ("approvals/wjw.yml", "approvals/zjj.yml", "laws.yml"):
        file = catalog / name
        head, _, rest = file.read_text(encoding="utf-8").partition("\n")
        file.write_text(f"{head}\n# 已核对\n{rest}", encoding="utf-8")
    own = catalog / "approvals" / "wjw.yml"
    own.write_text(own.read_text(encoding="utf-8").replace("visits: 1", "visits: 2", 1), encoding="utf-8")
    return catalog


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, list[Found]]]:
    """What each run finds, and the catalog that it judged."""
    folders = {run: tmp_path_factory.mktemp("draft") for run in RUNS[1:]}
    catalogs = {
        "submitted": CATALOG,
        "mended": mended(folders["mended"]),
        "no baseline": without_baseline(folders["no baseline"]),
        "changed": changed(folders["changed"]),
    }
    options = {"changed": ("--since", "HEAD", "--as", "wjw")}
    return {run: (catalog, checked(catalog, *options.get(run, ()))) for run, catalog in catalogs.items()}


def expected(run: str) -> Iterator[Expectation]:
    """Give the rows that hold in a run: its own, and, where the run judges the whole draft, those that hold always."""
    rules = all_rules()
    for row in EXPECTED:
        always = row.when == "" and run != "changed"
        as_submitted = row.when == "submitted" and run == "no baseline"
        silent = run == "no baseline" and isinstance(rules[row.code], BaselineRule)
        if (always or as_submitted or row.when == run) and not silent:
            yield row


@pytest.mark.parametrize("run", RUNS)
def test_a_run_finds_every_planted_departure_and_nothing_else(
    run: Any, found: Mapping[str, tuple[Path, list[Found]]]
) -> None:
    catalog, findings = found[run]
    assert findings == sorted(row.found(catalog) for row in expected(run))


def test_english_finds_the_same_at_the_same_places(found: Mapping[str, tuple[Path, list[Found]]]) -> None:
    assert checked(CATALOG, "--lang", "en") == found["submitted"][1]


def test_every_rule_is_found_in_the_draft_or_named_as_impossible_on_its_day(
    found: Mapping[str, tuple[Path, list[Found]]],
) -> None:
    codes = {code for _, findings in found.values() for code, *_ in findings}
    assert codes.isdisjoint(impossible())
    assert codes | impossible() == set(all_rules())


def test_a_rule_that_does_not_judge_the_day_is_named_as_impossible() -> None:
    assert {code for code, rule in all_rules().items() if not rule.judges(DAY)} <= impossible()


def test_the_table_of_what_cannot_occur_names_what_is_planted_for_later_days() -> None:
    assert sorted((code, day) for code, _, day in not_yet()) == sorted(
        {(row.code, row.when) for row in EXPECTED if row.when in LATER}
    )


@pytest.mark.parametrize("day", LATER)
def test_what_is_planted_for_a_later_day_is_found_on_that_day_and_not_before(
    day: Any, found: Mapping[str, tuple[Path, list[Found]]]
) -> None:
    rows = {row.found(CATALOG) for row in EXPECTED if row.when == day}
    places = {(code, *place) for code, _, *place in rows}
    assert rows <= set(checked(CATALOG, "--at", day))
    assert places.isdisjoint((code, *place) for code, _, *place in found["submitted"][1])


def test_a_department_is_only_warned_of_a_waiver_that_accepts_nothing(
    found: Mapping[str, tuple[Path, list[Found]]],
) -> None:
    catalog, findings = found["mended"]
    milder = [(code, "warning" if code == "P002" else level, *place) for code, level, *place in findings]
    assert checked(catalog, "--as", "wjw") == sorted(milder)
