"""X002: a power of type 行政许可 without an approval item.

Catches powers in use of type 行政许可 that name no approval item, or name one that does not exist or is cancelled. It
is judged only where the department has a list of approval items.

Why: a licence that a department may give must be one that people can find and apply for.

Source: 关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）; 行政许可法 第三十条.

Bad: a power of type 行政许可 without `approvals`.

Good: `approvals: [wjw-xk-003]`.

中文

本条查出没有审批事项的许可类权力：类型为行政许可的权力没有写 approvals，或者所写的事项不存在、已经取消。部门没有审批事
项清单的不判断。

为什么：部门有权许可的，群众就要能够查到、能够申请。

依据：《行政许可法》第三十条；中办发〔2015〕21号。

反例：类型为行政许可的权力没有写 `approvals`。

正例：`approvals: [wjw-xk-003]`。

怎样改：在 approvals 写上审批事项编号；事项漏列的补列；权力已经取消的，改状态。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.power import Power
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Power], catalog: Catalog) -> Iterator[Problem]:
    """Give a licensing power for which no approval item stands."""
    record = placed.record
    if record.type != "行政许可" or not record.is_in_use or placed.owner not in catalog.derived(_owners_of_approvals):
        return
    if not record.approvals:
        yield _problem(placed, ("id",), "message", "")
    for index, approval in enumerate(record.approvals):
        if fault := fault_of_reference(catalog, "approvals", approval):
            yield _problem(placed, ("approvals", index), fault, approval)


def _owners_of_approvals(catalog: Catalog) -> frozenset[str | None]:
    return frozenset(placed.owner for placed in catalog.approvals)


def _problem(placed: Placed[Power], steps: tuple[str | int, ...], message: str, approval: str) -> Problem:
    arguments = {"name": placed.record.name, "id": approval}
    return problem_at(placed, *steps, message=message, arguments=arguments, about=(message, approval))


_HELP = Words(
    "写上审批事项编号；漏列的补列；权力已经取消的，改状态。",
    "Name the approval item, list it if it is missing, or set the power to cancelled.",
)

RULE = ItemRule(
    code="X002",
    level="warning",
    title=Words("许可类权力没有审批事项", "Licensing power without an approval item"),
    messages={
        "message": Message(
            Words("许可类权力“{name}”没有对应的审批事项。", "The licensing power '{name}' names no approval item."),
            _HELP,
        ),
        "unknown": Message(
            Words("权力“{name}”对应的审批事项 {id} 不在清单中。", "The item {id} of the power '{name}' is in no list."),
            _HELP,
        ),
        "cancelled": Message(
            Words("权力“{name}”对应的审批事项 {id} 已经取消。", "The item {id} of the power '{name}' is cancelled."),
            _HELP,
        ),
    },
    check=check,
    page=__doc__,
    lists=("powers",),
)
