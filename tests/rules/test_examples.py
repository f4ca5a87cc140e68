import string
from pathlib import Path
from typing import Any

import pytest

from tests.support.rule_examples import Case, all_cases
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.difference import Difference
from wudan.findings.finding import Report, make_report
from wudan.findings.judge import judge, judge_change
from wudan.rules.engine.registry import all_rules

CASES = all_cases()


def judged(case: Case, folder: Path) -> Report:
    """Judge a case as `wudan check` does: as a change where it has a city before."""
    rules = list(all_rules().values())
    catalog = load_catalog(open_folder(case.lay_out(folder)))
    if before := case.lay_out_before(folder):
        change = Difference(load_catalog(open_folder(before)), catalog)
        found = judge_change(change, rules, case.submitter, whole_items=False, is_whole=True)
    else:
        found = judge(catalog, rules, case.submitter)
    return make_report(catalog, found.standing, "zh")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_example_raises_its_code_where_it_says_and_nowhere_else(case: Case, tmp_path: Path) -> None:
    report = judged(case, tmp_path)
    found = sorted(
        (finding.code, finding.file.removeprefix("catalog/"), finding.line, finding.column)
        for finding in report.findings
        if finding.code == case.code
    )
    assert found == (case.expected() if not case.is_good else [])


@pytest.mark.parametrize("code", list(all_rules()))
def test_every_rule_has_two_good_and_two_bad_examples(code: str) -> None:
    names = [case.path.name for case in CASES if case.code == code]
    assert sum(name.startswith("good-") for name in names) >= 2
    assert sum(name.startswith("bad-") for name in names) >= 2


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page_and_both_languages(rule: Any) -> None:
    english, _, chinese = rule.page.partition("\n中文\n")
    assert english.startswith(f"{rule.code}: ")
    assert "怎样改" in chinese
    for message in rule.messages.values():
        for words in (message.words, message.help, rule.title):
            assert words.zh.strip()
            assert words.en.isascii()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_both_languages_name_the_same_arguments_or_fewer(rule: Any) -> None:
    for message in rule.messages.values():
        arguments = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in (message.words.zh, message.words.en)
        ]
        assert arguments[0] == arguments[1]
