"""How a property of the model describes itself: once, for schema, editor, table heading and page."""

from typing import Any

import msgspec

DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\n)"
ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$(?!\n)"
HTTP = r"""^https?://[^\s"'<>\\]+$(?!\n)"""
PRESENT = r"\S"
LONGEST_ID = 100  # an id is the name of a folder, and part of an address


def about(title: str, description: str = "", *, example: Any = None, **schema: Any) -> msgspec.Meta:
    """Give the annotation that carries a property's title, explanation and example.

    `title` is the Chinese label that stands on pages, in tables and in the difference.
    `schema` holds more keywords of the JSON Schema: `pattern`, `minimum`, `maxLength` and so on. They bind
    the schema alone, which every file passes before it is converted. Three keywords are our own: `element`
    names the element of GB/T 39554.2-2020 that the property answers to, `after` the inherited property
    behind which this one stands, `ref` the file kind in which an id must exist.
    """
    own = {"element": "x-element", "after": "x-after", "ref": "x-ref"}
    extra = {own.get(key, key): value for key, value in schema.items()}
    return msgspec.Meta(
        title=title,
        description=description or None,
        examples=None if example is None else [example],
        extra_json_schema=extra or None,
    )


def text(title: str, description: str = "", **schema: Any) -> msgspec.Meta:
    """Give the annotation of a text that must hold at least one visible character."""
    return about(title, description, pattern=PRESENT, **schema)


def date(title: str, description: str = "", *, example: str = "2015-11-20", **schema: Any) -> msgspec.Meta:
    """Give the annotation of a day, written as text in the form YYYY-MM-DD (GB/T 7408)."""
    return about(title, description or "写作“年-月-日”，加引号", example=example, pattern=DATE, format="date", **schema)


def identifier(title: str, description: str = "", *, example: str, **schema: Any) -> msgspec.Meta:
    """Give the annotation of an id: lower-case Latin letters and digits, in groups joined by hyphens."""
    return about(title, description, example=example, pattern=ID, maxLength=LONGEST_ID, **schema)


def web_address(title: str, description: str = "", *, example: str, **schema: Any) -> msgspec.Meta:
    """Give the annotation of an http or https address; no other scheme may ever reach a page."""
    return about(title, description, example=example, pattern=HTTP, **schema)


def reference(kind: str, title: str, description: str = "", *, example: str, **schema: Any) -> msgspec.Meta:
    """Give the annotation of an id that must exist in another file kind, such as `departments`."""
    return about(title, description, example=example, pattern=ID, ref=kind, **schema)
