from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wudan.catalog.document import Position
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.reader import MAX_BYTES, MAX_DEPTH, decode, parse
from wudan.catalog.reading.source import open_folder
from wudan.catalog.refusal import RefusedError

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029\ufeff")
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.sampled_from([0.5, 2.75, -1.25]), TEXTS
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS.filter(bool), inner, max_size=4)),
    max_leaves=20,
)


@given(DATA, st.booleans())
def test_data_equals_what_pyyaml_loads(data: None, flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=60)
    if "\t" in text or _has_refused_writing(text):
        return
    assert parse("a.yml", text).data == data


def _has_refused_writing(text: str) -> bool:
    """PyYAML writes `!!binary`, `? key` for long keys, and aliases for equal objects; all are refused by design."""
    return any(isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) for event in yaml.parse(text)) or (
        "\n? " in "\n" + text or "? " in text
    )


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 99) | st.lists(st.integers(0, 99))), min_size=1)
)
def test_every_key_and_element_has_the_position_at_which_it_is_written(records: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump(records, default_flow_style=None)
    document = parse("a.yml", text)
    for index, record in enumerate(records):
        for key, value in record.items():
            offset = document.offset((index, key), key=True)
            assert text[offset] == key
            assert str(text[document.offset((index, key))]) in "[-0123456789"
            if isinstance(value, list):
                for place, element in enumerate(value):
                    start, end = document.span((index, key, place))
                    assert text[start:end] == str(element)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20", 20), ("-3", -3), ("2.0", 2), ("2.5", 2.5), ("true", True), ("false", False), ("null", None),
        ("~", None),
        ("yes", "yes"), ("on", "on"), ("012", "012"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("12:30", "12:30"),
        ("2015-11-20", "2015-11-20"), ("1e3", "1e3"), (".inf", ".inf"), ("True", "True"), ('"20"', "20"),
        ("'yes'", "yes"),
        ("1234567890123456789012", "1234567890123456789012"), ("0371-00000001", "0371-00000001"),
    ],
)  # fmt: skip
def test_plain_scalars_mean_one_thing(written: str, meant: int) -> None:
    value = parse("a.yml", f"a: {written}\n").data["a"]
    assert value == meant
    assert type(value) is type(meant)


def test_line_breaks_of_windows_do_not_shift_positions() -> None:
    document = parse("a.yml", "- id: a\r\n  name: 名\r\n")
    assert document.position(document.offset((0, "name"))) == Position(2, 9)


def test_characters_outside_the_basic_plane_count_as_one_column() -> None:
    document = parse("a.yml", "{a: 𠮷野家, b: 1}\n")
    assert document.position(document.offset(("b",))) == Position(1, 13)


NESTED: dict[str, Callable[[int], str]] = {
    "brackets": lambda depth: "[" * depth + "]" * depth,
    "braces": lambda depth: "{a: " * depth + "1" + "}" * depth,
    "dashes": lambda depth: "- " * depth + "1",
}


OPENING = {"brackets": 1, "braces": 4, "dashes": 2}
"""How many characters open a level."""


@pytest.mark.parametrize("writing", NESTED)
def test_one_level_more_than_allowed_is_refused_where_it_begins(writing: str) -> None:
    nested = NESTED[writing]
    parse("a.yml", nested(MAX_DEPTH))
    with pytest.raises(RefusedError) as caught:
        parse("a.yml", nested(MAX_DEPTH + 1))
    assert caught.value.refusal.reason == "depth"
    assert caught.value.refusal.offset == MAX_DEPTH * OPENING[writing]


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ("a: &one 1\n", "anchor", 3),
        ("a: *one\n", "alias", 3),
        ("a: !!str 1\n", "tag", 3),
        ("a: &one [1]\n", "anchor", 3),
    ],
)
def test_a_single_anchor_alias_or_tag_is_refused(text: str, reason: str, offset: int) -> None:
    with pytest.raises(RefusedError) as caught:
        parse("a.yml", text)
    assert (caught.value.refusal.reason, caught.value.refusal.offset) == (reason, offset)


def test_a_file_one_byte_too_large_is_refused_unread(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"
    (catalog / "approvals").mkdir(parents=True)
    (catalog / "catalog.yml").write_text("format: 1\n")
    with (catalog / "approvals" / "wjw.yml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    loaded = load_catalog(open_folder(catalog))
    refusals = {file.path: file.refusal for file in loaded.files}
    assert refusals["catalog/approvals/wjw.yml"].reason == "size"


def test_the_largest_file_allowed_is_read() -> None:
    text = "- a\n" * (MAX_BYTES // 4)
    assert len(parse("a.yml", decode(text.encode())).data) == MAX_BYTES // 4


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(content: bytes) -> None:
    try:
        parse("a.yml", decode(content))
    except RefusedError as error:
        assert 0 <= error.refusal.offset <= len(content)
