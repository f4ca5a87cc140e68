"""A city that was right goes wrong in one place, or is written otherwise and says the same."""

from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.mutation.corruption import Corruption, all_corruptions
from tests.mutation.harmless import HARMLESS, Harmless
from tests.support.demo import Demo, counted, judged, open_demo
from tests.support.memory_source import MemorySource
from tests.support.root import CATALOG
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.difference import Difference
from wudan.findings.judge import judge_change
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import ChangeRule, DifferenceRule

CORRUPTIONS = tuple(all_corruptions())
CORRUPTED = [(corruption, seed) for corruption in CORRUPTIONS for seed in range(2)]
REWRITTEN = [(HARMLESS[turn % len(HARMLESS)], turn) for turn in range(300)]


@cache
def demo() -> Demo:
    return open_demo()


def outcome(edit: Corruption | Harmless, seed: int) -> tuple[set[str], set[str]]:
    """Give the codes of findings that a change brings, and of those that it takes away."""
    found, before = counted(demo().judged(demo().changed(edit.of(demo(), seed)))), demo().findings
    return {code for code, _ in found - before}, {code for code, _ in before - found}


def name(value: object) -> str:
    return str(getattr(value, "name", value))


@pytest.mark.parametrize(("edit", "seed"), CORRUPTED, ids=name)
def test_what_goes_wrong_is_noticed_by_its_rule_and_no_other(edit: Corruption, seed: int) -> None:
    new, _ = outcome(edit, seed)
    assert edit.code in new
    assert new <= {edit.code} | edit.also


@pytest.mark.parametrize(("edit", "seed"), REWRITTEN, ids=name)
def test_what_says_the_same_is_the_same_to_all_rules_but_that_on_form(edit: Harmless, seed: int) -> None:
    new, lost = outcome(edit, seed)
    assert new <= {"S005"}
    assert not lost


def test_no_two_corruptions_have_one_name() -> None:
    assert max(Counter(corruption.name for corruption in CORRUPTIONS).values()) == 1


def test_every_rule_has_a_corruption() -> None:
    of_changes = {code for code, rule in all_rules().items() if isinstance(rule, ChangeRule | DifferenceRule)}
    assert {corruption.code for corruption in CORRUPTIONS} | of_changes == set(all_rules())


@pytest.mark.parametrize("code", ["S001", "S002", "S005", "S007", "X001", "B002", "P002"])
def test_the_shortcut_finds_what_the_whole_way_finds(code: str) -> None:
    corruption = next(one for one in CORRUPTIONS if one.code == code)
    changes = corruption.of(demo(), 7)
    whole = load_catalog(MemorySource(demo().after(changes)))
    assert judged(whole, all_rules().values()) == demo().judged(demo().changed(changes))


def test_the_city_in_memory_is_the_city_on_disk() -> None:
    assert judged(load_catalog(open_folder(CATALOG)), all_rules().values()) == demo().judged(demo().catalog)


@pytest.mark.parametrize("seed", range(3))
def test_a_department_may_change_its_own_files_and_no_others(seed: Any) -> None:
    corruption = [one for one in CORRUPTIONS if one.code == "T003"][seed]
    changes = corruption.of(demo(), seed)
    change = Difference(demo().catalog, demo().changed(changes))
    owners = {demo().files[path].owner for path in changes}
    for submitter in (*owners, "fgw", None):
        found = judge_change(change, list(all_rules().values()), submitter, whole_items=False, is_whole=True)
        codes = {judged.rule.code for judged in found.standing}
        assert corruption.code in codes
        assert ("P005" in codes) == (submitter is not None and owners != {submitter})
