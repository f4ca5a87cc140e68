"""X006: a power without accountability (追责情形).

Catches powers in use that name no situation in which somebody answers for a failure.

Why: a duty that nobody answers for is a wish.

Source: 关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）; 行政许可法 第七章.

Bad: a power without `accountability`.

Good: `accountability: [{situation: 对符合条件的申请不予受理, basis: {law: 行政许可法, article: 第七十二条}}]`.

中文

本条查出没有追责情形的权力。

为什么：没有追责的责任，等于没有责任。

依据：《行政许可法》第七章；中办发〔2015〕21号。

反例：权力没有写 `accountability`。

正例：`accountability: [{situation: 对符合条件的申请不予受理, basis: {law: 行政许可法, article: 第七十二条}}]`。

怎样改：写明在什么情形下追究责任，并写依据。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.power import Power
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Power], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give a power in use without accountability."""
    record = placed.record
    if record.is_in_use and not record.accountability:
        yield problem_at(placed, "id", arguments={"name": record.name}, about=("accountability",))


RULE = ItemRule(
    code="X006",
    level="warning",
    title=Words("没有追责情形", "No accountability"),
    messages={
        "message": Message(
            Words("“{name}”没有追责情形。", "The power '{name}' names no accountability."),
            Words("写明追责情形和依据（accountability）。", "Add the situations and their basis."),
        )
    },
    check=check,
    page=__doc__,
    lists=("powers",),
)
