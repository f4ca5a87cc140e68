"""S003: the id of an entry is malformed, or stands twice in its list.

Catches ids that are not lower-case Latin letters and digits in groups joined by hyphens, ids that two entries of the
same list share, and a body called `reviewer`: who pushes under that name has the reviewers' right.

Why: the id is the address of the page and the only thing by which an entry is recognised for ever. The prefix is
history: after a transfer or a change of type the id stays, so it is not held against owner or type.

Bad:

    - id: WJW_003

Good:

    - id: wjw-xk-003

中文

本条查出不合格式的编号（应当是小写字母和数字，用连字符分组），同一清单里重复的编号，以及编号为 `reviewer` 的部门：
用这个名称推送的，是审核人。

为什么：编号是网页地址，也是多年以后认出这个事项的唯一依据。编号的前缀只说明来历，机构划转、类型调整以后不改。

怎样改：新事项取本部门下一个没有用过的序号，如 wjw-xk-012；已经公布的编号不要改。
"""

import re
from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.document import DataPath, Document
from wudan.catalog.model.body import REVIEWER
from wudan.catalog.model.field import ID
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.reading.load import enumerate_records
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, Related, place_in
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_ID = re.compile(ID)
_WITH_IDS = frozenset(kind_id for kind_id, kind in KINDS.items() if "id" in kind.model.__struct_fields__)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every id that is malformed, reserved, or stands a second time; faulty records are looked at as well."""
    first: dict[tuple[str, str], tuple[Document, DataPath]] = {}
    for kind_id, document, path, identity in _ids(catalog):
        if not _ID.search(identity):
            yield _problem("malformed", kind_id, document, path, identity)
        elif kind_id == "departments" and identity == REVIEWER:
            yield _problem("reserved", kind_id, document, path, identity)
        elif (kind_id, identity) in first:
            related = Related(place_in(*first[kind_id, identity]), _FIRST)
            yield _problem("twice", kind_id, document, path, identity, related)
        else:
            first[kind_id, identity] = (document, path)


def _ids(catalog: Catalog) -> Iterator[tuple[str, Document, DataPath, str]]:
    for file in catalog.files:
        if file.kind is None or file.document is None or file.kind.id not in _WITH_IDS:
            continue
        for path, record in enumerate_records(file.kind, file.document):
            identity: Any = record.get("id") if isinstance(record, dict) else None
            if isinstance(identity, str):
                yield file.kind.id, file.document, (*path, "id"), identity


def _problem(
    message: str, kind_id: str, document: Document, path: DataPath, identity: str, *related: Related
) -> Problem:
    values = (identity, *(place.place.file for place in related))
    return Problem(
        place_in(document, path),
        message=message,
        arguments={"id": identity},
        about=Texts(values),
        list=kind_id,
        item=identity,
        related=related,
    )


_FIRST = Words("先出现在这里", "It stands here first")

RULE = CatalogRule(
    code="S003",
    level="error",
    title=Words("编号不合格式或者重复", "Id malformed or not unique"),
    messages={
        "malformed": Message(
            Words("编号“{id}”不合格式。", "The id '{id}' is malformed."),
            Words(
                "只用小写字母、数字和连字符，如 wjw-xk-003。", "Use lower-case letters, digits and hyphens: wjw-xk-003."
            ),
        ),
        "reserved": Message(
            Words("编号“{id}”留给审核人，部门不能用。", "The id '{id}' is the reviewers'; no body can have it."),
            Words("换一个编号，如名称的拼音缩写。", "Choose another, as the initials of the body's name."),
        ),
        "twice": Message(
            Words("编号“{id}”在本清单里已经用过。", "The id '{id}' stands in this list already."),
            Words("给后写的一项取下一个没有用过的序号。", "Give the later entry the next serial that was never used."),
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
)
