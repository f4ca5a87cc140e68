import itertools
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wudan.catalog.model.kinds import KINDS, FileKind, ListKind
from wudan.catalog.reading.reader import MAX_DEPTH, parse
from wudan.catalog.writing.canonical import LINE_WIDTH, canonical_text, write_records
from wudan.catalog.writing.comments import Notes, read_comments

APPROVALS = KINDS["approvals"]
CITY = KINDS["catalog"]
LEXICON = KINDS["lexicon"]

TRICKY = st.sampled_from(
    [
        "yes", "No", "ON", "off", "true", "False", "null", "~", "", "y", "012", "0x1F", "0o17", "1e3", "1_000", "12:30",
        "8:30:15", "2015-11-20", "2001-12-14t21:59:43.10-05:00", ".inf", "-.INF", ".NaN", "1.", ".5", "+1", "-", "---",
        "...", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "a#b", "[a", "{a}", "a, b", "a]b", "&a", "*a", "!a",
        "%a", "@a", "`a", "|", ">", "'a'", '"a"', "=", "<<", "\\", "https://a.example/x?y=1,2#z", "名称（2015）",
        "a\nb", "a\n\nb\n", " a\nb", "a \nb", "\na", "a\n", "a\n\n", "\n", "  段落\n  段落", "　段落", "a\tb", "a\rb",
        "\x00", "\x85", "\u2028", "\ufeff", "\u200b", "\xa0", "𠮷", "\ue000", "0371-00000001", "5.10", "# a\n# b",
    ]
)  # fmt: skip
TEXTS = (
    TRICKY | st.text(max_size=12) | st.text("ab名 :#-,[]{}\n\"'", max_size=12) | st.text("名", min_size=30, max_size=60)
)
NUMBERS = st.integers(-(10**14), 10**14) | st.sampled_from([0.5, -2.75, 1e-07, 5.1, 123456789.25, 3.0])
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
KEYS = st.sampled_from(["id", "name", "type", "basis", "time_limit", "promised", "count", "on", "a"]) | TEXTS.filter(
    bool
)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=25
)
RECORDS = st.lists(st.dictionaries(KEYS, DATA, max_size=5), max_size=4)


def exact(data: Any) -> Any:
    """Write data so that 1, 1.5, true and "1" all differ, whatever the order of the keys."""
    return json.dumps(data, sort_keys=True, ensure_ascii=True)


def canonical(kind: ListKind | FileKind, text: str) -> str:
    return canonical_text(kind, parse("a.yml", text))


def all_comments(notes: Notes | None) -> Counter[str]:
    if notes is None:
        return Counter()
    own = Counter(comment for comment in (*notes.before, *notes.beside, *notes.after) if comment)
    return sum((all_comments(below) for below in notes.below.values()), own)


def whole(data: Any) -> Any:
    """What was a number without a fraction is read as a whole number."""
    if isinstance(data, float) and data.is_integer():
        return int(data)
    if isinstance(data, list):
        return [whole(element) for element in data]
    return {key: whole(value) for key, value in data.items()} if isinstance(data, dict) else data


@settings(deadline=None)
@given(RECORDS, st.sampled_from([APPROVALS, LEXICON]))
def test_what_is_written_reads_back_the_same_here_and_in_pyyaml(records: list[Any], kind: ListKind) -> None:
    text = write_records(kind, records)
    assert exact(parse("a.yml", text).data) == exact(whole(records))
    assert exact(yaml.safe_load(text)) == exact(whole(records))
    assert exact(yaml.load(text, yaml.CSafeLoader)) == exact(whole(records))


@settings(deadline=None)
@given(RECORDS, st.sampled_from([APPROVALS, LEXICON]))
def test_what_is_written_is_canonical(records: list[Any], kind: ListKind) -> None:
    text = write_records(kind, records)
    assert canonical(kind, text) == text


@settings(deadline=None)
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5))
def test_a_file_of_one_record_reads_back_the_same(record: dict[str, Any]) -> None:
    text = write_records(CITY, [record], heading=["说明", "# 第二行"])
    assert text.startswith("# 说明\n# 第二行\n")
    assert exact(parse("a.yml", text).data) == exact(whole(record))
    assert canonical(CITY, text) == text


LONG = "k" * 1001
"""A key that YAML takes for one only where a question mark says so."""


@st.composite
def commented_texts(draw: Callable[..., Any]) -> str:
    """Texts as people write them, blocks and brackets mixed, with comments wherever YAML allows one."""
    count = itertools.count()

    def note() -> str:
        return f"# {next(count)}" if draw(st.integers(0, 3)) == 0 else ""

    def lines_above(indent: int) -> list[str]:
        lines: list[str] = []
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))):
            pad = " " * max(0, indent + draw(st.sampled_from([-2, 0, 0, 0, 2])))
            lines.append(draw(st.sampled_from(["", pad + f"# {next(count)}"])))
        return lines

    def scalar() -> str:
        return str(draw(st.sampled_from(["名", "'a b'", '"c # d"', "12", "true", "", "a#b", "一 二"])))

    def flow(indent: int) -> str:
        pad = " " * (indent + 2)
        kind = draw(st.sampled_from(["one", "list", "map", "lines"]))
        if kind == "one":
            return "{count: 1, unit: 年}"
        if kind == "list":
            return "[a, b]"
        first, second, third = note(), note(), note()
        opening, closing = ("{b: 1", "a: 2}") if kind == "map" else ("[x", "y]")
        end = "\n" + pad if third else ""
        return f"{opening[0]} {first}\n{pad}{opening[1:]}, {second}\n{pad}{closing[:-1]} {third}{end}{closing[-1]}"

    def block(indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        pad = " " * indent
        for key in draw(
            st.lists(st.sampled_from(["name", "id", "c", "basis", "z", LONG]), min_size=1, max_size=4, unique=True)
        ):
            lines += lines_above(indent)
            head = f"{pad}{key}:"
            if key == LONG:
                lines.append(f"{pad}? {key}  {note()}")
                head = f"{pad}:"
            lines += entry(head, indent, depth)
        return lines + lines_above(indent)

    def entry(head: str, indent: int, depth: int) -> list[str]:
        choice = draw(st.sampled_from(["scalar", "flow", "literal", "block", "list"] if depth else ["scalar", "flow"]))
        if choice == "scalar":
            return [f"{head} {scalar()}  {note()}"]
        if choice == "flow":
            return [f"{head} {flow(indent)}  {note()}"]
        if choice == "literal":
            return [f"{head} |  {note()}", " " * (indent + 2) + "行 # 一", "", " " * (indent + 2) + "# 行二"]
        if choice == "block":
            return [f"{head}  {note()}", *lines_above(indent + 2), *block(indent + 2, depth - 1)]
        lines = [f"{head}  {note()}"]
        for _ in range(draw(st.integers(1, 3))):
            lines += lines_above(indent + 2)
            lines += element(indent + 2, depth - 1)
        return lines + lines_above(indent + 2)

    def element(indent: int, depth: int) -> list[str]:
        dash = " " * indent + "-"
        if depth and draw(st.booleans()):
            return [f"{dash} {note()}", *lines_above(indent + 2), *block(indent + 2, depth)]
        return entry(dash, indent, 0)

    if draw(st.booleans()):
        lines = block(0, 3)
    else:
        lines = [line for _ in range(draw(st.integers(1, 3))) for line in (*lines_above(0), *element(0, 3))]
    lines = [*lines_above(0), *lines, *lines_above(0)]
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return f"{ending.join(line.rstrip() for line in lines)}{draw(st.sampled_from(['', chr(10)]))}"


def comments_in(text: str) -> Counter[str]:
    """Comments by another way than the one that is tested: by PyYAML's tokens."""
    tokens = [
        token for token in yaml.scan(text, Loader=yaml.CSafeLoader) if token.start_mark.index < token.end_mark.index
    ]
    rest = list(text)
    for token in tokens:
        start, end = token.start_mark.index, token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            start = text.find("\n", start)
        rest[start:end] = [" " if character != "\n" else "\n" for character in rest[start:end]]
    found = (line.partition("#") for line in "".join(rest).splitlines())
    return Counter(f"#{comment.rstrip()}" for _, sign, comment in found if sign)


@settings(max_examples=300, deadline=None)
@given(commented_texts(), st.sampled_from([APPROVALS, CITY]))
def test_rewriting_keeps_data_and_comments_and_is_done_once(text: str, kind: ListKind) -> None:
    document = parse("a.yml", text)
    written = canonical_text(kind, document)
    again = parse("a.yml", written)
    assert exact(again.data) == exact(document.data)
    assert comments_in(written) == comments_in(text)
    assert all_comments(read_comments(again)) == comments_in(text)
    assert canonical_text(kind, again) == written


@settings(max_examples=150, deadline=None)
@given(commented_texts())
def test_a_comment_within_a_record_stays_within_it(text: str) -> None:
    document = parse("a.yml", text)
    if not isinstance(document.data, list):
        return
    before, after = (read_comments(read) for read in (document, parse("a.yml", canonical_text(APPROVALS, document))))
    for index in range(len(document.data)):
        found = [all_comments(notes.below.get(index)) if notes else Counter() for notes in (before, after)]
        if index == 0:  # right above the first record a comment counts as the file's
            heads = [Counter(filter(None, notes.before)) if notes else Counter() for notes in (before, after)]
            found = [own + head for own, head in zip(found, heads, strict=True)]
        assert found[0] == found[1]


def test_the_order_of_keys_is_that_of_the_model_and_unknown_keys_come_last() -> None:
    text = "- {zzz: 1, status: 在用, aaa: 2, type: 行政许可, materials: [{form: 纸质, name: 甲}], name: 乙, id: x}\n"
    assert canonical(APPROVALS, text) == (
        "- id: x\n  name: 乙\n  type: 行政许可\n  status: 在用\n  materials:\n    - {name: 甲, form: 纸质}\n"
        "  zzz: 1\n  aaa: 2\n"
    )


@pytest.mark.parametrize(
    ("written", "canonically"),
    [
        ("yes", '"yes"'), ("2015-11-20", '"2015-11-20"'), ("12:30", '"12:30"'), ("'0371-00000012'", '"0371-00000012"'),
        ("8:30—12:00", "8:30—12:00"), ("4年", "4年"), ("'20'", '"20"'), ("20", "20"), ("2.50", "2.5"), ("~", "null"),
        ("True", '"True"'), ("true", "true"), ("'a: b'", '"a: b"'), ("a#b", "a#b"), ('"\\u200b"', '"\\u200b"'),
        ('"甲"', "甲"), ('"甲\\n乙"', "|-\n    甲\n    乙"), ('"甲 \\n乙"', '"甲 \\n乙"'), ("https://a.cn/x?y", "https://a.cn/x?y"),
    ],
)  # fmt: skip
def test_a_value_is_written_plain_where_no_reader_can_take_it_for_something_else(
    written: str, canonically: str
) -> None:
    assert canonical(APPROVALS, f"- scope: {written}\n") == f"- scope: {canonically}\n"


def test_a_line_in_brackets_has_at_most_110_columns_a_chinese_character_counts_two() -> None:
    fits = "- aliases: [" + "名" * 47 + ", a]\n"
    assert len(fits) + 47 == LINE_WIDTH + 1
    assert canonical(APPROVALS, fits) == fits
    too_long = fits.replace("a]", "ab]")
    assert canonical(APPROVALS, too_long) == "- aliases:\n    - " + "名" * 47 + "\n    - ab\n"


def test_several_limits_have_a_line_each_and_a_single_one_none_of_its_own() -> None:
    one = "- time_limit: {promised: {count: 8, unit: 工作日}}\n"
    two = "- time_limit:\n    statutory: {count: 20, unit: 工作日}\n    promised: {count: 8, unit: 工作日}\n"
    assert canonical(APPROVALS, one) == one
    assert canonical(APPROVALS, two) == two


def test_registers_may_have_a_record_on_a_line_and_the_five_lists_never() -> None:
    assert canonical(KINDS["departments"], "- {id: a}\n- {id: b}\n") == "- {id: a}\n\n- {id: b}\n"
    assert canonical(LEXICON, "- {words: [a]}\n\n- {words: [b]}\n") == "- {words: [a]}\n- {words: [b]}\n"
    assert canonical(APPROVALS, "- {id: a}\n- {id: b}\n") == "- id: a\n\n- id: b\n"


def test_comments_move_with_what_they_are_about() -> None:
    text = (
        "# yaml-language-server: $schema=a.json\n- name: 甲  # 名称\n  # 编号\n  id: a\n  basis: [  # 依据\n"
        "    {law: 乙},  # 第一\n    # 第二\n    {law: 丙}]\n  # 完\n# 下一项\n- id: b\n"
    )
    assert canonical(APPROVALS, text) == (
        "# yaml-language-server: $schema=a.json\n# 编号\n- id: a\n  name: 甲  # 名称\n  basis:  # 依据\n"
        "    - {law: 乙}  # 第一\n    # 第二\n    - {law: 丙}\n  # 完\n\n# 下一项\n- id: b\n"
    )


def test_a_commented_out_list_stays_below_no_other_key() -> None:
    text = "- name: 甲\n  materials:\n    # - {name: 乙}\n  process: []\n"
    assert canonical(APPROVALS, text) == ("- name: 甲\n  # - {name: 乙}\n  materials: null\n  process: []\n")


def test_a_comment_beside_a_very_long_key_stays_there() -> None:
    text = f"? {LONG}  # 甲\n:\n  - {{a: 1}}\n"
    assert canonical(CITY, text) == text


def test_an_empty_file_and_one_of_comments_stay_so() -> None:
    assert canonical(APPROVALS, "") == ""
    assert canonical(APPROVALS, "\n# 甲\n\n\n# 乙\n\n") == "# 甲\n\n# 乙\n"


def test_keys_beyond_what_yaml_takes_for_a_key_are_still_read_back() -> None:
    record = {"名" * 1100: 1, "b": {"k" * 3000: ["x"]}}
    assert parse("a.yml", write_records(APPROVALS, [record])).data == [record]


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**15, 1e300, "\ud800", {"": 1}, {1: 2}])
def test_what_no_catalog_can_hold_is_not_written(value: float) -> None:
    with pytest.raises(ValueError):
        write_records(APPROVALS, [{"id": value}])


def test_as_many_levels_are_written_as_the_reader_takes_and_no_more() -> None:
    deep: list[Any] = []
    for _ in range(MAX_DEPTH - 3):
        deep = [deep]
    assert parse("a.yml", write_records(APPROVALS, [{"a": deep}])).data == [{"a": deep}]
    with pytest.raises(ValueError, match="levels"):
        write_records(APPROVALS, [{"a": [deep]}])


def test_other_types_are_not_written() -> None:
    with pytest.raises(TypeError):
        write_records(APPROVALS, [{"id": b"a"}])


def test_a_file_of_one_record_is_given_one() -> None:
    with pytest.raises(ValueError, match="holds one record"):
        write_records(CITY, [{}, {}])


def test_a_heading_cannot_break_out_of_its_comment() -> None:
    text = write_records(APPROVALS, [{"id": "a"}], heading=["甲\n- id: b\u2028- id: c\x07"])
    assert text == "# 甲\n# - id: b\n# - id: c?\n- id: a\n"
