"""What the rules S005, S007 and S008 offer as a fix mends what they found, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.rule_examples import Case, all_cases
from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.characters import HIDDEN, LOOKALIKE
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.reader import parse
from wudan.catalog.reading.source import open_folder
from wudan.catalog.refusal import RefusedError
from wudan.catalog.writing.punctuation import irregularities
from wudan.catalog.writing.written import changed
from wudan.rules.engine.problem import Edit, Problem
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import FileRule
from wudan.rules.engine.run import run_rules

FIXING = ("S005", "S007", "S008")
BAD = [case for case in all_cases() if case.code in FIXING and not case.is_good]

# Nobody but the author knows what these stand for; a text folded over several lines is not mended in place.
NOT_MENDED = {"S007/bad-private-use.yml", "S008/bad-folded.yml"}


def mended(text: str, edits: list[Edit]) -> str:
    for edit in sorted(set(edits), key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def edits_of(problems: list[Problem]) -> list[Edit]:
    return [edit for problem in problems if problem.fix for edit in problem.fix.edits]


def problems_in(text: str, code: str) -> list[Problem]:
    kind = KINDS["approvals"]
    try:
        file = CatalogFile("catalog/approvals/wjw.yml", kind, "wjw", text, parse("catalog/approvals/wjw.yml", text))
    except RefusedError as error:
        file = CatalogFile("catalog/approvals/wjw.yml", kind, "wjw", text, refusal=error.refusal)
    rule = all_rules()[code]
    assert isinstance(rule, FileRule)
    return list(rule.check(file, Catalog("catalog", (file,), {})))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_bad_example_is_good_after_its_fixes(case: Case, tmp_path: Path) -> None:
    folder = case.lay_out(tmp_path)
    catalog = load_catalog(open_folder(folder))
    edits = edits_of([problem for _, problem in run_rules(catalog, [all_rules()[case.code]])])
    for file in catalog.files:
        own = [edit for edit in edits if edit.file == file.path]
        (tmp_path / file.path).write_bytes(mended(file.text, own).encode())
    left = list(run_rules(load_catalog(open_folder(folder)), [all_rules()[case.code]]))
    assert bool(left) == (case.name in NOT_MENDED)


@pytest.mark.parametrize("case", [case for case in BAD if case.code == "S005"], ids=lambda case: case.name)
def test_canonical_form_keeps_the_data(case: Case, tmp_path: Path) -> None:
    catalog = load_catalog(open_folder(case.lay_out(tmp_path)))
    edits = edits_of([problem for _, problem in run_rules(catalog, [all_rules()["S005"]])])
    for file in catalog.files:
        own = [edit for edit in edits if edit.file == file.path]
        assert file.document is not None
        assert parse("a.yml", mended(file.text, own)).data == file.document.data


def test_the_fix_for_one_record_leaves_the_lines_of_the_others_alone() -> None:
    good = "- id: wjw-xk-{}\n  name: 公共场所卫生许可\n  type: 行政许可\n  status: 在用\n"
    records = [good.format(f"{number:03}") for number in range(300)]
    records[7] = records[7].replace("name: 公", "name:  公")
    records[250] = records[250].replace("在用", "'在用'")
    text = "\n".join(records)
    (problem,) = problems_in(text, "S005")
    lines = [text[edit.span.start : edit.span.end] for edit in edits_of([problem])]
    assert lines == ["  name:  公共场所卫生许可\n", "  status: '在用'\n"]


TEXTS = st.text("一二,;:?!()（）[]［］〔〕【】{}０９ＡaZ 9　、，\n201号第-'\"#", max_size=14)
STYLES = ("- name: {}\n", "- {{name: {}, id: a}}\n")


def writings(text: str) -> list[str]:
    """Give files that hold this text, written in every way that YAML has for it."""
    single = "'" + text.replace("'", "''") + "'"
    double = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    escaped = '"' + "".join(f"\\u{ord(character):04x}" for character in text) + '"'
    values = [double, escaped] + ([] if "\n" in text else [single, text])
    files = [style.format(value) for value in values for style in STYLES]
    files.append("- name: |-\n" + "".join(f"    {line}\n" for line in text.split("\n")) + "  id: a\n")
    return files


def read_name(text: str) -> object:
    try:
        data = parse("a.yml", text).data
    except RefusedError:
        return None
    return data[0].get("name") if isinstance(data, list) and data and isinstance(data[0], dict) else None


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_regular_punctuation_is_put_in_whatever_way_the_text_is_written(text: str) -> None:
    changes = irregularities(text)
    wanted = changed(text, changes)
    for written in writings(text):
        if read_name(written) != text:
            continue
        problems = problems_in(written, "S008")
        assert bool(problems) == bool(changes)
        for problem in problems:
            if problem.fix is not None:
                after = mended(written, edits_of([problem]))
                assert read_name(after) == wanted
                assert parse("a.yml", after).data == [{**parse("a.yml", written).data[0], "name": wanted}]


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_what_has_been_made_regular_is_regular(text: str) -> None:
    assert irregularities(changed(text, irregularities(text))) == []


@settings(deadline=None, max_examples=200)
@given(st.text("ab名\u200b\u202e\xa0\ufeff\x07\ue000-1", min_size=1, max_size=8))
def test_hidden_characters_are_gone_after_the_fix_except_those_of_private_use(text: str) -> None:
    for written in (*writings(text), f"- name: a # {text}\n"):
        problems = problems_in(written, "S007")
        assert bool(problems) == bool(HIDDEN.search(written) or HIDDEN.search(str(read_name(written) or "")))
        if all(problem.fix for problem in problems):
            assert problems_in(mended(written, edits_of(problems)), "S007") == []


@settings(deadline=None, max_examples=200)
@given(st.text("ax0１ＡаоΑ9-", min_size=1, max_size=8))
def test_look_alikes_in_ids_become_what_they_look_like(text: str) -> None:
    for written in writings(text):
        if (written := written.replace("id: a", "type: a").replace("name:", "id:")) and read_id(written) == text:
            problems = problems_in(written, "S007")
            assert len(problems) == len(LOOKALIKE.findall(text))
            after = mended(written, edits_of(problems))
            assert str(read_id(after)).isascii()
            assert isinstance(read_id(after), str)


def read_id(text: str) -> object:
    try:
        data = parse("a.yml", text).data
    except RefusedError:
        return None
    return data[0].get("id") if isinstance(data, list) and isinstance(data[0], dict) else None
