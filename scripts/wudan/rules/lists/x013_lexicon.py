"""X013: everyday words that lead nowhere.

Catches terms of the lexicon that no list, service, department or place has in its name or among its aliases.

Why: the lexicon exists so that who types 开饭店 finds 食品经营许可. An item that was renamed leaves such words behind
without anybody noticing: the search then finds nothing and does not say why.

Source: 国办函〔2017〕115号, which found search that does not work on 22 % of the platforms.

Bad: `{words: [开饭店], terms: [餐饮服务许可]}` where the item is now called 食品经营许可.

Good: `{words: [开饭店], terms: [食品经营许可]}`.

中文

本条查出词表里没有去处的说法：对应词在各清单、联办服务、部门、办事地点的名称和别称里都找不到。

为什么：词表是为了让输入“开饭店”的人找到食品经营许可。事项改名以后，词表没有跟着改，搜索就什么也找不到，也没有人知道为
什么。

依据：国办函〔2017〕115号，22 % 的平台搜索不可用。

反例：事项已改称食品经营许可，词表还写 `{words: [开饭店], terms: [餐饮服务许可]}`。

正例：`{words: [开饭店], terms: [食品经营许可]}`。

怎样改：对应词改为现在的名称，或者名称中的一段；事项没有了的，删去这一条。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.likeness import PART_OF_NAME, nearest
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_NAMED = ("service", "departments", "places")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every term that no name contains; none while some names could not be read."""
    if not catalog.lexicon or catalog.unread:
        return
    names = sorted(_names(catalog))
    every = "\n".join((*names, *_faulty_records(catalog)))
    for placed in catalog.lexicon:
        for index, term in enumerate(placed.record.terms):
            if term in every:
                continue
            near = nearest(term, names, PART_OF_NAME)
            yield Problem(
                place_of(placed, "terms", index),
                message="near" if near else "message",
                arguments={"term": term, "word": placed.record.words[0], "near": near},
                about=Texts((term,)),
                list=placed.kind.id,
            )


def _names(catalog: Catalog) -> set[str]:
    """Give all names under which something of the catalog is found."""
    found: set[str] = set()
    for placed in catalog.entries():
        found.update((placed.record.name, *placed.record.aliases, *placed.record.former_names))
    for kind in _NAMED:
        for placed in catalog.of(kind):
            found.update((placed.record.name, *getattr(placed.record, "aliases", ())))
    return found


def _faulty_records(catalog: Catalog) -> Iterator[str]:
    """Give what stands in the records that break their schema: a name may be among it."""
    for file in catalog.files:
        if file.document:
            yield from (str(file.document.value(path)) for path in file.faulty)


RULE = CatalogRule(
    code="X013",
    level="warning",
    title=Words("群众说法没有去处", "Everyday words that lead nowhere"),
    messages={
        "message": Message(
            Words(
                "“{word}”的对应词“{term}”在各清单的名称里都找不到。",
                "No name has the term '{term}', for which '{word}' stands.",
            ),
            Words("改为现在的名称；事项没有了的，删去。", "Use the present name, or remove the line."),
        ),
        "near": Message(
            Words(
                "“{word}”的对应词“{term}”在各清单的名称里都找不到，是不是“{near}”？",
                "No name has the term '{term}', for which '{word}' stands. Did you mean '{near}'?",
            ),
            Words("改为“{near}”，或者其中的一段。", "Write '{near}', or a part of it."),
        ),
    },
    check=check,
    page=__doc__,
)
