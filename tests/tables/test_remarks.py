import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import wudan.review
import wudan.tables
from wudan.rules.engine.registry import all_rules
from wudan.tables.remark_messages import table_messages
from wudan.tables.remarks import Remark, findings, gather
from wudan.tables.sheet import Cell

ROOMS = (wudan.tables, wudan.review)  # the sheet of decisions is read back in the reviewers' room
FILES = (path for room in ROOMS for path in sorted(Path(room.__path__[0]).rglob("*.py")))
CODE = "".join(path.read_text(encoding="utf-8") for path in FILES)


def arguments(text: str) -> set[str] | set[Any]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", table_messages())
def test_every_message_is_used_and_both_languages_name_known_arguments(name: str) -> None:
    assert f'"{name}"' in CODE
    message = table_messages()[name]
    for words in (message.words, message.help):
        assert words.zh
        assert words.en
        assert arguments(words.zh) >= arguments(words.en)


def test_every_message_that_the_code_names_is_there() -> None:
    named = set(re.findall(r'(?:Remark|RefusedError)\(\s*"([a-z_]+)"', CODE))
    assert len(named) > 30
    assert named <= table_messages().keys()


def test_codes_are_those_of_the_rules() -> None:
    known = {*all_rules(), "S007", "B003"}  # two rules whose modules may not be there yet
    assert {message.code for message in table_messages().values()} <= known


def test_the_fingerprint_of_a_finding_is_the_same_in_both_languages() -> None:
    remark = Remark("term", Cell("表", 3, 4), {"text": "x", "allowed": "y", "near": ""}, "case_type")
    chinese, english = (next(findings([remark], "a.xlsx", "approvals", language)) for language in ("zh", "en"))
    assert chinese.message.startswith("表!D3：")
    assert english.message.startswith("表!D3: ")
    assert chinese.fingerprint == english.fingerprint


def test_what_a_cell_holds_cannot_act_on_a_terminal() -> None:
    remark = Remark("term", Cell("\x1b[1m", 3, 4), {"text": "\x1b[1mx\x07", "allowed": "y", "near": ""})
    assert "\x1b" not in next(findings([remark], "a.xlsx", "approvals", "zh")).message


def test_only_remarks_that_say_the_same_of_one_column_are_gathered() -> None:
    def said(row: int, column: int, text: str) -> Remark:
        return Remark("term", Cell("", row, column), {"text": text, "allowed": "", "near": ""}, "type")

    gathered = gather([said(2, 1, "x"), said(3, 1, "x"), said(4, 1, "y"), said(5, 2, "x")])
    assert [(remark.cell.row, remark.times) for remark in gathered] == [(2, 2), (4, 1), (5, 1)]
