import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import jsonschema
import jsonschema_rs
import msgspec
import pytest
import regress
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from wudan.catalog.model.kinds import KINDS, FileKind
from wudan.catalog.model.schema import SCHEMA_FOLDER, schema_of, schema_text
from wudan.catalog.reading.load import record_schema, record_validator
from wudan.catalog.reading.violation import nearest

KIND_IDS = list(KINDS)
CHECKER = partial(jsonschema.Draft202012Validator, format_checker=jsonschema.FormatChecker(["date"]))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KIND_IDS)
def test_committed_schema_is_that_of_the_model(kind: FileKind) -> None:
    assert (SCHEMA_FOLDER / f"{kind.id}.json").read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind_id", KIND_IDS)
def test_schema_is_valid_and_closed_and_every_property_has_a_chinese_title(kind_id: str) -> None:
    schema = schema_of(kind_id)
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in schema["$defs"].items():
        assert definition["additionalProperties"] is False, name
        for key, value in definition["properties"].items():
            assert value["title"].strip(), (name, key)
            assert not value["title"].isascii(), (name, key)


@pytest.mark.parametrize("kind_id", KIND_IDS)
def test_every_scalar_property_has_an_example_that_it_accepts(kind_id: str) -> None:
    schema = schema_of(kind_id)
    for name, definition in schema["$defs"].items():
        for key, value in definition["properties"].items():
            if value.get("type") not in {"string", "integer", "number", "boolean"} and "enum" not in value:
                continue
            assert value.get("examples"), (name, key)
            for example in value["examples"]:
                jsonschema.validate(example, value)


@pytest.mark.parametrize("kind_id", KIND_IDS)
def test_no_pattern_lets_a_line_end_pass_or_foreign_digits(kind_id: str) -> None:
    text = json.dumps(schema_of(kind_id))
    assert "\\\\d" not in text
    for pattern in _patterns(schema_of(kind_id)):
        assert pattern == r"\S" or pattern.endswith(r"$(?!\n)"), pattern


@pytest.mark.parametrize("kind_id", KIND_IDS)
def test_every_editor_can_compile_every_pattern(kind_id: str) -> None:
    for pattern in _patterns(schema_of(kind_id)):
        regress.Regex(pattern, flags="u")  # ECMA-262 with Unicode, as JSON Schema has it and editors run it


def _patterns(node: dict[str, Any] | str) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for value in node.values():
            yield from _patterns(value)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(["", "x", "a-b", "a-b\n", "在用", "2015-01-01", "2015-02-30"]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@st.composite
def records(draw: Callable[..., Any], kind_id: str) -> Any:
    """Draw a record of a kind: built from its schema, with now and then a value that does not belong."""
    schema = schema_of(kind_id)
    return draw(_value(schema["$defs"], record_schema(kind_id), 3))


@st.composite
def _value(draw: Callable[..., Any], definitions: dict[str, Any], schema: dict[str, Any], depth: int) -> Any:
    if draw(st.integers(0, 30)) == 0:
        return draw(JSON)
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if "properties" in schema:
        required = schema.get("required", [])
        optional = [key for key in schema["properties"] if key not in required]
        chosen = (
            [*required, *draw(st.lists(st.sampled_from(optional), max_size=3, unique=True))] if optional else required
        )
        if depth == 0:
            chosen = required
        return {key: draw(_value(definitions, schema["properties"][key], max(depth - 1, 0))) for key in chosen}
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    if schema.get("type") == "array":
        return draw(st.lists(_value(definitions, schema["items"], depth), max_size=2))
    if schema.get("examples"):
        return draw(st.sampled_from(schema["examples"]))
    return draw(JSON)


@pytest.mark.parametrize("kind_id", KIND_IDS)
@settings(max_examples=60)
@given(data=st.data())
def test_both_validators_agree_and_what_they_accept_converts(kind_id: str, data: DataObject) -> None:
    record = data.draw(records(kind_id))
    accepted = record_validator(kind_id).is_valid(record)
    assert CHECKER(record_schema(kind_id)).is_valid(record) == accepted
    if accepted:
        msgspec.convert(record, KINDS[kind_id].model)


def test_a_schema_file_is_accepted_by_the_fast_validator() -> None:
    for kind_id in KIND_IDS:
        jsonschema_rs.validator_for(schema_of(kind_id))


def test_a_short_form_finds_the_word_that_holds_all_its_characters() -> None:
    levels = ("国家级", "省级", "市级", "县级", "镇（乡、街道）级")
    assert nearest("乡级", levels) == "镇（乡、街道）级"
    assert nearest("行政许可证", ("行政许可", "行政确认")) == "行政许可"
