import string

import pytest

from tests.rules.cases import Case, all_cases
from wudan.catalog.load import load_catalog
from wudan.catalog.source import open_folder
from wudan.findings.finding import make_report
from wudan.rules.registry import all_rules
from wudan.rules.run import run_rules

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_example_raises_its_code_where_it_says_and_nowhere_else(case: Case, tmp_path):
    catalog = load_catalog(open_folder(case.lay_out(tmp_path)))
    report = make_report(catalog, run_rules(catalog, all_rules().values()), "zh")
    found = sorted(
        (finding.code, finding.file.removeprefix("catalog/"), finding.line, finding.column)
        for finding in report.findings
        if finding.code == case.code
    )
    assert found == (case.expected() if not case.is_good else [])


@pytest.mark.parametrize("code", list(all_rules()))
def test_every_rule_has_two_good_and_two_bad_examples(code):
    names = [case.path.name for case in CASES if case.code == code]
    assert sum(name.startswith("good-") for name in names) >= 2
    assert sum(name.startswith("bad-") for name in names) >= 2


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page_and_both_languages(rule):
    english, _, chinese = rule.page.partition("\n中文\n")
    assert english.startswith(f"{rule.code}: ")
    assert "怎样改" in chinese
    for message in rule.messages.values():
        for words in (message.words, message.help, rule.title):
            assert words.zh.strip()
            assert words.en.isascii()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_both_languages_name_the_same_arguments_or_fewer(rule):
    for message in rule.messages.values():
        arguments = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in (message.words.zh, message.words.en)
        ]
        assert arguments[0] == arguments[1]
