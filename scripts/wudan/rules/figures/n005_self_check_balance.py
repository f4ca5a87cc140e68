"""N005: a self-check whose balance is wrong.

Catches balances of the self-check where the baseline, less what was cancelled, delegated, converted and net merged,
plus what was taken over, added and net split, is not what is present.

Why: the balance is how a department shows that nothing was lost between two rounds. One that does not close hides an
item.

Source: 自查统计表 of the review of the lists.

Bad: `{baseline: 12, cancelled: 1, taken_over: 1, present: 11}`.

Good: `{baseline: 12, cancelled: 1, taken_over: 1, present: 12}`.

中文

本条查出不平的自查统计：基线 − 取消 − 下放 − 转类型 − 合并净减 + 承接 + 新增 + 拆分净增，应当等于现有事项。

为什么：自查平衡说明两轮之间没有丢下事项。不平，就有一项说不清去向。

反例：`{baseline: 12, cancelled: 1, taken_over: 1, present: 11}`。

正例：`{baseline: 12, cancelled: 1, taken_over: 1, present: 12}`。

怎样改：逐项核对去向，改正数字。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.register import Balance
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every balance that does not close."""
    for placed in catalog.of("statistics"):
        for index, balance in enumerate(placed.record.balances):
            computed = _computed(balance)
            if computed != balance.present:
                yield problem_at(
                    placed,
                    "balances",
                    index,
                    "present",
                    arguments={"present": balance.present, "computed": computed},
                    about=(balance.department or "", str(balance.present), str(computed)),
                )


def _computed(balance: Balance) -> int:
    gone = balance.cancelled + balance.delegated + balance.converted + balance.net_merged
    return balance.baseline - gone + balance.taken_over + balance.added + balance.net_split


RULE = CatalogRule(
    code="N005",
    level="error",
    title=Words("自查统计不平", "Balance that does not close"),
    messages={
        "message": Message(
            Words(
                "自查统计写现有 {present} 项，按去向算出来是 {computed} 项。",
                "The balance says {present} items are present; its own figures give {computed}.",
            ),
            Words("逐项核对去向，改正数字。", "Follow each item and correct the figures."),
        )
    },
    check=check,
    page=__doc__,
)
