"""C002: a code that disagrees with the item's level or body.

Catches codes whose level (the 19th character) is not the item's level, and codes whose credit code is not that of
the department that decides. Nothing is said where level or credit code are not given.

Source: GB/T 39554.1-2020.

Bad: `code: "11440100007482575H3440118009000"` (3, 市级) with `level: 县级`.

Good: the same code with `level: 市级`.

中文

本条查出与行使层级或者实施主体不一致的编码：第 19 位不是本事项的层级，或者其中的信用代码不是决定机构的。没有填写层级、
信用代码的不查。

依据：GB/T 39554.1-2020。

反例：编码第 19 位是 3（市级），写 `level: 县级`。

正例：同一编码，写 `level: 市级`。

怎样改：编码抄自上级同名事项的，换成本级的编码；层级填错的，改层级。
"""

from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.code import split_code
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_LEVELS = {"1": "国家级", "2": "省级", "3": "市级", "4": "县级", "5": "镇（乡、街道）级"}


def check(placed: Placed[Any], catalog: Catalog) -> Iterator[Problem]:
    """Compare the pieces of an item's code with the item."""
    record = placed.record
    parts = split_code(record.code) if record.code else None
    if parts is None:
        return
    stated = _LEVELS.get(parts.level)
    if stated and record.level and stated != record.level:
        yield problem_at(
            placed,
            "code",
            message="level",
            arguments={"stated": stated, "level": record.level},
            about=(stated, record.level),
        )
    body = catalog.departments.get(placed.decider or "")
    if body and body.record.code and body.record.code != parts.credit:
        yield problem_at(
            placed,
            "code",
            message="body",
            arguments={"credit": parts.credit, "name": body.record.name, "code": body.record.code},
            about=(parts.credit, body.record.code),
        )


RULE = ItemRule(
    code="C002",
    level="warning",
    title=Words("编码与层级、主体不一致", "Code disagrees with level or body"),
    messages={
        "level": Message(
            Words("编码表示{stated}，事项却是{level}。", "The code says {stated}, the item says {level}."),
            Words("换成本级的编码，或者改正层级。", "Use the code of this level, or mend the level."),
        ),
        "body": Message(
            Words(
                "编码中的信用代码 {credit} 不是{name}的（{code}）。",
                "The credit code {credit} in the code is not that of {name} ({code}).",
            ),
            Words(
                "换成实施主体自己的编码，或者改正部门的信用代码。",
                "Use the code of the body that decides, or mend the department's.",
            ),
        ),
    },
    check=check,
    page=__doc__,
)
