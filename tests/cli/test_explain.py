from pathlib import Path

import pytest

from tests.support.command import wudan
from wudan.rules.engine.registry import all_rules


def test_a_rule_is_explained_in_chinese_and_english(tmp_path: Path) -> None:
    chinese = wudan("explain", "b007", folder=tmp_path).stdout
    assert chinese.startswith("B007 增加前置条件\n级别：错误\n")
    assert "为什么：" in chinese
    assert "反例：" in chinese
    english = wudan("explain", "B007", "--lang", "en", folder=tmp_path).stdout
    assert english.startswith("B007 Precondition added\nLevel: error\n")
    assert "Why: " in english


def test_what_can_be_mended_and_from_which_day_a_rule_judges_is_said(tmp_path: Path) -> None:
    assert "--fix" in wudan("explain", "S005", folder=tmp_path).stdout
    dated = next(rule for rule in all_rules().values() if rule.valid_from)
    assert str(dated.valid_from) in wudan("explain", dated.code, folder=tmp_path).stdout


def test_without_a_code_every_rule_is_listed(tmp_path: Path) -> None:
    listed = wudan("explain", folder=tmp_path).stdout
    assert [code for code in all_rules() if f"  {code}  " not in listed] == []


@pytest.mark.parametrize(("code", "near"), [("B07", "B007"), ("X0007", "X007")])
def test_an_unknown_code_is_wrong_usage_and_a_near_one_is_named(tmp_path: Path, code: str, near: str) -> None:
    result = wudan("explain", code, folder=tmp_path)
    assert result.returncode == 2
    assert near in result.stderr
