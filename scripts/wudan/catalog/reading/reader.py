"""The strict reader: plain YAML in one pass over the parser's events, a position for every key.

Only mappings, sequences, strings, whole and decimal numbers, true, false and null are plain. Everything by
which YAML lets a text grow, refer, or mean something else to another reader is refused (YAML 1.1, 1.2).
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from wudan.catalog.document import Document
from wudan.catalog.refusal import Refusal, RefusedError

MAX_BYTES = 5_000_000
MAX_DEPTH = 40

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?", re.ASCII)
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER_START = frozenset("-+0123456789")

# What YAML forbids in a text even before it has a structure (YAML 1.1, section 4.1); U+0085, U+2028 and U+2029
# would be line breaks to the parser and to no editor.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def decode(content: bytes) -> str:
    """Give the text of a file's bytes. Raises RefusedError unless they are UTF-8 without a byte order mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError(Refusal("utf16", 0))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        reason = "gbk" if _is_gbk(content) else "encoding"
        raise RefusedError(Refusal(reason, len(before)), content.decode("utf-8", "replace")) from None
    if text.startswith("\ufeff"):
        raise RefusedError(Refusal("bom", 0))
    return text


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def parse(path: str, text: str) -> Document:
    """Read a text as plain YAML and give its data with positions. Raises RefusedError.

    `path` is the name under which the document will be known; nothing is opened.
    """
    if found := _FORBIDDEN.search(text):
        raise RefusedError(Refusal("forbidden", found.start(), {"character": f"U+{ord(found[0]):04X}"}))
    if (tab := text.find("\t")) >= 0:
        raise RefusedError(Refusal("tab", tab))
    builder = _Builder()
    loader = yaml.CSafeLoader(text)
    try:
        builder.run(loader.get_event)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(_syntax_refusal(error, len(text.rstrip()) - 1)) from None
    finally:
        loader.dispose()
    return Document(text=text, path=path, data=builder.data, marks=builder.marks, start=builder.start)


# Where the parser notices these only later, the place where the matter began is the one to look at.
_BEGINS_EARLIER = ("while scanning a quoted scalar", "while scanning a simple key")


def _syntax_refusal(error: yaml.MarkedYAMLError, last: int) -> Refusal:
    """Say where the parser stopped; `last` is the offset of the last visible character."""
    noticed = min(error.problem_mark.index, last) if error.problem_mark else 0
    began = min(error.context_mark.index, last) if error.context_mark else None
    if began is not None and error.context in _BEGINS_EARLIER:
        noticed, began = began, None
    return Refusal("syntax", noticed, {"problem": error.problem or ""}, None if began == noticed else began)


class _Builder:
    """Builds data and marks from the parser's events, with a stack of its own instead of recursion."""

    def __init__(self) -> None:
        self.data: Any = None
        self.start = 0
        self.marks: list[list[int]] = []

    def run(self, get_event: Any) -> None:  # noqa: PLR0912, PLR0915 (one loop, for speed)
        """Take events until the end of the stream. Raises RefusedError and yaml.MarkedYAMLError."""
        stack: list[tuple[Any, list[int], str | None]] = []
        node: Any = None
        marks: list[int] = []
        key: str | None = None
        documents = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start = event.start_mark.index
                if event.anchor is not None or event.tag is not None:
                    raise _refused("anchor" if event.anchor is not None else "tag", start)
                value: Any = event.value
                if key is None and type(node) is dict:
                    _check_key(event, node, marks)
                    key = value
                    marks.append(start)
                    continue
                if not event.style:
                    value = _plain(value)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                start = event.start_mark.index
                if event.anchor is not None or event.tag is not None:
                    raise _refused("anchor" if event.anchor is not None else "tag", start)
                if key is None and type(node) is dict:
                    raise _refused("complex_key", start)
                if len(stack) >= MAX_DEPTH:
                    raise _refused("depth", start, limit=MAX_DEPTH)
                value = {} if kind is yaml.MappingStartEvent else []
                self._put(node, marks, key, value, start)
                stack.append((node, marks, key))
                node, marks, key = value, [], None
                self.marks.append(marks)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node, marks, _ = stack.pop()
                key = None
                continue
            elif kind is yaml.StreamEndEvent:
                return
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _refused("second_document", event.start_mark.index)
                if event.version or event.tags:
                    raise _refused("directive", event.start_mark.index)
                continue
            elif kind is yaml.AliasEvent:
                raise _refused("alias", event.start_mark.index)
            else:
                continue
            self._put(node, marks, key, value, start)
            key = None

    def _put(self, node: Any, marks: list[int], key: str | None, value: Any, start: int) -> None:
        if type(node) is dict:
            node[key] = value
        elif type(node) is list:
            node.append(value)
        else:
            self.data, self.start = value, start
            return
        marks.append(start)


def _check_key(event: Any, mapping: dict[str, Any], marks: list[int]) -> None:
    key = event.value
    if not key:
        raise _refused("empty_key", event.start_mark.index)
    if key == "<<" and not event.style:
        raise _refused("merge_key", event.start_mark.index)
    if key in mapping:
        first = marks[2 * list(mapping).index(key)]
        raise RefusedError(Refusal("duplicate_key", event.start_mark.index, {"key": key}, first))


def _plain(value: str) -> Any:
    """Give what an unquoted scalar means: a number, true, false, null, or just its text.

    A decimal number without a fraction is a whole number, as in JSON Schema. What only YAML 1.1 would take for
    something else (`yes`, `012`, `1_000`, `12:30`, a date) is text.
    """
    if value[:1] in _NUMBER_START and (number := _NUMBER.fullmatch(value)):
        if number[1] is None:
            return int(value)
        decimal = float(value)
        return int(decimal) if decimal.is_integer() else decimal
    return _WORDS.get(value, value)


def _refused(reason: str, offset: int, **details: object) -> RefusedError:
    return RefusedError(Refusal(reason, offset, details))
