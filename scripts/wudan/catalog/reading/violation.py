"""Why a record breaks its schema: every violation apart, explained by `jsonschema`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wudan import likeness
from wudan.catalog.document import DataPath
from wudan.catalog.reading.load import record_schema

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of a schema.

    `keyword` is the keyword of JSON Schema that fails, `wanted` its value, `value` what stands there, `schema` the
    sub-schema. For `additionalProperties` and `required` there is one violation a key, which `key` names.
    """

    keyword: str
    path: DataPath
    value: Any
    wanted: Any
    schema: Mapping[str, Any]
    key: str = ""


def violations(kind_id: str, record: Any) -> list[Violation]:
    """Give what is wrong with a record of a file kind, by path; paths begin at the record.

    A misspelt key is not reported as a missing one as well.
    """
    found = [violation for error in _explainer(kind_id).iter_errors(record) for violation in _apart(_deepest(error))]
    misspelt = {
        (violation.path, nearest(violation.key, violation.schema["properties"]))
        for violation in found
        if violation.keyword == "additionalProperties"
    }
    kept = [
        violation
        for violation in found
        if not (violation.keyword == "required" and (violation.path, violation.key) in misspelt)
    ]
    malformed = {violation.path for violation in kept if violation.keyword == "pattern"}
    kept = [violation for violation in kept if violation.keyword != "format" or violation.path not in malformed]
    return sorted(kept, key=lambda violation: [str(step) for step in violation.path])


def nearest(word: str, known: Any) -> str:
    """Give the known word that is most like this one, or an empty text where none is like it.

    A word that alone holds every character of this one is meant: 乡级 is short for 镇（乡、街道）级.
    """
    choices = [str(value) for value in known]
    holding = [choice for choice in choices if len(word) > 1 and set(word) <= set(choice)]
    if len(holding) == 1:
        return holding[0]
    return likeness.nearest(word, choices, likeness.WORD)


@cache
def _explainer(kind_id: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 (only what is faulty needs it)

    return Draft202012Validator(record_schema(kind_id), format_checker=FormatChecker(["date"]))


def _deepest(error: "ValidationError") -> "ValidationError":
    """Of a choice that fails, give the cause in the branch that came furthest."""
    while error.context:
        error = max(error.context, key=lambda cause: len(cause.absolute_path))
    return error


def _apart(error: "ValidationError") -> Iterator[Violation]:
    schema: Any = error.schema
    keyword = str(error.validator)
    path = tuple(error.absolute_path)
    value: Any = error.instance
    keys = [""]
    if keyword == "additionalProperties":
        keys = [key for key in value if not _is_known(key, schema)]
    elif keyword == "required":
        keys = [key for key in schema["required"] if error.message.startswith(f"{key!r} is a required")]
    for key in keys:
        yield Violation(keyword, path, value, error.validator_value, schema, key)


def _is_known(key: str, schema: Mapping[str, Any]) -> bool:
    patterns = schema.get("patternProperties", {})
    return key in schema.get("properties", {}) or any(re.search(pattern, key) for pattern in patterns)
