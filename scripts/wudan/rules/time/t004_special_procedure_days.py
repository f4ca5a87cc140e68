"""T004: a special procedure without days.

Catches hearings, tests, expert reviews and the like (`special_procedures`) that do not say how long they take.

Why: this time is not counted in the limit, but the applicant has to be told of it in writing.

Source: 行政许可法 第四十五条.

Bad: `special_procedures: [{name: 检验检测}]`.

Good: `special_procedures: [{name: 检验检测, limit: {count: 15, unit: 工作日}}]`.

中文

本条查出没有写明所需时间的特殊程序（听证、检测、专家评审等）。

为什么：这些时间不计入办理时限，但是应当书面告知申请人。

依据：《行政许可法》第四十五条。

反例：`special_procedures: [{name: 检验检测}]`。

正例：`special_procedures: [{name: 检验检测, limit: {count: 15, unit: 工作日}}]`。

怎样改：写上所需时间（limit）。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give every special procedure of an item in use that has no limit."""
    record = placed.record
    for index, procedure in enumerate(record.special_procedures if record.is_in_use else ()):
        if procedure.limit is None:
            yield problem_at(
                placed, "special_procedures", index, "name", arguments={"name": procedure.name}, about=(procedure.name,)
            )


RULE = ItemRule(
    code="T004",
    level="warning",
    title=Words("特殊程序没有时间", "Special procedure without days"),
    messages={
        "message": Message(
            Words(
                "特殊程序“{name}”没有写明所需时间。", "The special procedure '{name}' does not say how long it takes."
            ),
            Words("写上所需时间（limit）。", "Add its limit."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
