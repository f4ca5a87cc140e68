"""Q007: two items with one name, or with one text.

Catches items in use of one department that have the same name, also where it is written with other widths, blanks,
brackets, a number before it or marks behind it, and items whose conditions and materials are the same text, each of
at least 60 characters, as it stands or once their own names are taken out. Cases of one item are listed inside it and
pass, and so do items that are listed case by case under one main item (`main_item`).

Why: two items with one name are one item listed twice. One text under two items fits at most one of them.

Source: 一事一项 (one item, one entry) of the list reviews.

Bad: two items called 公共场所卫生许可.

Good: one item with the cases 新办 and 延续.

中文

本条查出重复的事项：同一部门两个事项同名（只有全角半角、空格、括号、序号、末尾标点不同的也算同名），或者条件和材料
完全一样，或者只有自己的事项名称不同（60 字以上）。同一事项的情形写在事项里面的、同一主项（main_item）分列的不算。

为什么：同名的两项是一项列了两次；一样的文字最多适合其中一项。

反例：两个事项都叫“公共场所卫生许可”。

正例：一个事项，分新办和延续两种情形。

怎样改：合成一项，用情形区分；确是两项的，各写各的条件和材料。
"""

from collections.abc import Callable, Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.sameness import fold_name
from wudan.rules.engine.problem import Problem, Related, place_of, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_SHORTEST = 60  # characters; below that two items may well ask for the same


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every item in use whose name, or whose text, an earlier one has."""
    items = [placed for placed in catalog.approvals if placed.record.is_in_use]
    same_name = list(_repeated(items, _named))
    for placed, first in same_name:
        yield _problem(placed, first, "name")
    named = {id(placed) for placed, _ in same_name}
    same_text = {
        id(placed): (placed, first) for text_of in (_own_text, _text) for placed, first in _repeated(items, text_of)
    }
    for placed, first in same_text.values():
        if id(placed) not in named and (
            placed.record.main_item is None or placed.record.main_item != first.record.main_item
        ):
            yield _problem(placed, first, "text")


def _repeated(
    items: list[Placed[Approval]], key_of: Callable[[Placed[Approval]], Any]
) -> Iterator[tuple[Placed[Approval], Placed[Approval]]]:
    seen: dict[Any, Placed[Approval]] = {}
    for placed in items:
        key = key_of(placed)
        if key is not None:
            first = seen.setdefault(key, placed)
            if first is not placed:
                yield placed, first


def _named(placed: Placed[Approval]) -> tuple[str | None, str, str]:
    """Give whose item it is, its name, and the main item under which it is one of several."""
    return placed.owner, fold_name(placed.record.name), fold_name(placed.record.main_item or "")


def _text(placed: Placed[Approval]) -> str | None:
    """Give conditions and materials as one text, or None where it is too short to tell."""
    record = placed.record
    parts = sorted(condition.text for condition in record.conditions) + sorted(one.name for one in record.materials)
    text = "\n".join(parts)
    return text if len(text) >= _SHORTEST else None


def _own_text(placed: Placed[Approval]) -> str | None:
    """Give the same text without the item's own name."""
    text = (_text(placed) or "").replace(placed.record.name, "□")
    return text if len(text) >= _SHORTEST else None


def _problem(placed: Placed[Approval], first: Placed[Approval], message: str) -> Problem:
    step = "name" if message == "name" or not placed.record.conditions else "conditions"
    return problem_at(
        placed,
        step,
        key=step == "conditions",
        message=message,
        arguments={"name": placed.record.name, "other": first.record.name, "id": first.record.id},
        about=(message, first.record.id),
        related=(Related(place_of(first, "name"), _FIRST),),
    )


_FIRST = Words("先出现在这里", "It stands here first")

RULE = CatalogRule(
    code="Q007",
    level="warning",
    title=Words("事项重复", "Item listed twice"),
    messages={
        "name": Message(
            Words("本部门已有同名的事项“{name}”（{id}）。", "The department has an item '{name}' already ({id})."),
            Words("合成一项，用情形区分；是两项的，名称写具体。", "Make them one item with cases, or name them apart."),
        ),
        "text": Message(
            Words(
                "“{name}”的条件和材料与“{other}”（{id}）完全一样。", "'{name}' has the same text as '{other}' ({id})."
            ),
            Words("各写各的条件和材料；是一项的，合成一项。", "Write what each of them asks for, or make them one."),
        ),
    },
    check=check,
    page=__doc__,
)
