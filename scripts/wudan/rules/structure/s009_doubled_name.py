"""S009: two materials, stages, conditions or parts of one item have the same name.

Catches materials, stages, conditions and parts that bear the name of another one of the same item.

Why: inside an item they are known by their name. Of two with one name nobody can say which one a difference, a
deviation or an applicant means.

Bad:

    materials:
      - {name: 营业执照, kind: 原件}
      - {name: 营业执照, kind: 复印件}

Good:

    materials:
      - {name: 营业执照, kind: 原件和复印件}

中文

本条查出同一事项里重名的材料、环节、条件和分项。

为什么：在一个事项里，它们靠名称区分。两个同名的，群众不知道要交哪一个，审核的人也看不出改了哪一个。

怎样改：确实是两样东西的，把名称写具体；是同一样东西的，合成一条。
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.rules.engine.problem import Problem, Related, place_of, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

# The key that holds the things, the key of their name, and what they are called.
_NAMED = (
    ("materials", "name", Words("材料", "material")),
    ("process", "stage", Words("环节", "stage")),
    ("duties", "stage", Words("环节", "stage")),
    ("conditions", "text", Words("条件", "condition")),
    ("parts", "name", Words("分项", "part")),
    ("parts", "id", Words("分项编号", "part id")),
)


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give each thing whose name an earlier one of the same item has, the parts of the item included."""
    record: Any = placed.record
    yield from _doubles(placed, record, ())
    for index, part in enumerate(getattr(record, "parts", ())):
        yield from _doubles(placed, part, ("parts", index))


def _doubles(placed: Placed[Entry], holder: Any, steps: tuple[str | int, ...]) -> Iterator[Problem]:
    for key, name_key, words in _NAMED:
        things: Iterable[Any] = getattr(holder, key, ())
        first: dict[str, int] = {}
        for index, thing in enumerate(things):
            name = getattr(thing, name_key)
            if name not in first:
                first[name] = index
                continue
            yield problem_at(
                placed,
                *steps,
                key,
                index,
                name_key,
                arguments={"what": words, "name": name},
                about=("/".join(map(str, steps)), key, name),
                related=(Related(place_of(placed, *steps, key, first[name], name_key), _FIRST),),
            )


_FIRST = Words("先出现在这里", "It stands here first")

RULE = ItemRule(
    code="S009",
    level="error",
    title=Words("同一事项内重名", "Two things of one item with the same name"),
    messages={
        "message": Message(
            Words("{what}“{name}”在本事项里出现了两次。", "The {what} '{name}' stands twice in this item."),
            Words("是两样东西的，名称写具体；是一样东西的，合成一条。", "Name them apart, or make one of them."),
        )
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
)
