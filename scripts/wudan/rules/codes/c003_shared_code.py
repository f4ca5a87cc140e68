"""C003: one code on items of two departments, or one code of 33 characters twice.

Catches codes that stand at items of two departments, and codes of 33 characters that stand twice.

Why: a code names one item of one body. One 31-character code on several parts of an item is normal; the same code at
two departments, or one 33-character code at two parts, means that one of them was copied.

Source: GB/T 39554.1-2020.

Bad: the same `code` in `approvals/wjw.yml` and `approvals/zjj.yml`.

Good: each item bears the code that it was given.

中文

本条查出重复的编码：两个部门的事项用了同一个编码，或者同一个 33 位编码用了两次。同一事项的几个分项共用一个
31 位编码是正常的。

为什么：一个编码对应一个部门的一个事项。重复说明其中一个是照抄的。

依据：GB/T 39554.1-2020。

反例：`approvals/wjw.yml` 和 `approvals/zjj.yml` 的事项用了同一个 `code`。

正例：各写各的编码。

怎样改：与赋码通知核对，改正抄错的一个。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, Related, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_WITH_PART = 33


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give each code that stands where another item or part had it before."""
    first: dict[tuple[str, str], tuple[str | None, Place]] = {}
    for list_id, owner, item, code, place in _codes(catalog):
        owner_before, place_before = first.setdefault((list_id, code), (owner, place))
        if place_before is place:
            continue
        if owner_before != owner or len(code) == _WITH_PART:
            message = "departments" if owner_before != owner else "parts"
            related = (Related(place_before, _FIRST),)
            yield Problem(
                place,
                message=message,
                arguments={"code": code},
                about=Texts((code, place_before.file)),
                list=list_id,
                item=item,
                related=related,
            )


def _codes(catalog: Catalog) -> Iterator[tuple[str, str | None, str, str, Place]]:
    for placed in catalog.entries():
        record = placed.record
        if record.code:
            yield placed.kind.id, placed.owner, record.id, record.code, place_of(placed, "code")
        for index, part in enumerate(getattr(record, "parts", ())):
            if part.code:
                yield placed.kind.id, placed.owner, record.id, part.code, place_of(placed, "parts", index, "code")


_FIRST = Words("先出现在这里", "It stands here first")
_HELP = Words("与赋码通知核对，改正抄错的一个。", "Compare both with the notice that gave them.")

RULE = CatalogRule(
    code="C003",
    level="error",
    title=Words("编码重复", "Code not unique"),
    messages={
        "departments": Message(
            Words(
                "编码“{code}”已经用在另一个部门的事项上。",
                "The code '{code}' belongs to an item of another department.",
            ),
            _HELP,
        ),
        "parts": Message(
            Words("33 位编码“{code}”已经用过。", "The 33-character code '{code}' stands elsewhere already."), _HELP
        ),
    },
    check=check,
    page=__doc__,
)
