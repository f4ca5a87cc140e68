"""X004: an entry of the fee or fund list that nothing charges.

Remarks on entries in use of nature 许可收费 that no approval item in use charges. Fees of other natures (resources,
compensation, tests, services, and funds) are mostly collected outside of approvals and pass.

Why: either the item forgot to say what it costs, or the fee has nothing left to be charged for.

Source: 清单之间的对应关系 (how the five lists refer to each other).

Bad: a fee of nature 许可收费 that stands in no item's `fee`.

Good: an item with `fee: {charged: true, fees: [wjw-sf-001]}`.

中文

本条提示没有事项收取的许可收费：收费清单中性质为许可收费、正在实施，却没有一个审批事项写明收取它。其他性质的收费和基金
大多不在审批中收取，不提示。

为什么：或者是事项漏写了收费，或者是这项收费已经没有对象。

反例：性质为许可收费的项目，没有一个事项的 `fee` 指向它。

正例：有一个事项写 `fee: {charged: true, fees: [wjw-sf-001]}`。

怎样改：在事项的 fee 写上编号；已经不收的，改为“取消”。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import charging_items
from wudan.catalog.model.fee import Fee
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Fee], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence fee that no item charges."""
    record = placed.record
    if record.status != "在用" or record.nature != "许可收费" or record.stopped:
        return
    if not catalog.approvals or "approvals" in catalog.unread:
        return
    if not catalog.derived(charging_items).get((placed.kind.id, record.id)):
        yield problem_at(placed, "id", arguments={"name": record.name}, about=("unused",))


RULE = ItemRule(
    code="X004",
    level="info",
    title=Words("没有事项收取的收费", "Fee that nothing charges"),
    messages={
        "message": Message(
            Words("许可收费“{name}”没有事项收取。", "No item charges the licence fee '{name}'."),
            Words("在事项的 fee 写上编号；已经不收的，改为“取消”。", "Name it in the item's fee, or cancel it."),
        )
    },
    check=check,
    page=__doc__,
    lists=("fees",),
)
