"""X012: a restriction on the negative list that leads to no approval, or a list that no place may make any more.

Catches entries of measure 限制 that name no approval item in use, entries that name items which do not exist or are
cancelled, and, on lists judged from 2020-01-01, entries of nature 市场准入.

Why: 限制 means that a project may go ahead once it is approved. Who is not told where, is forbidden.

Source: 优化营商环境条例 第二十条 (from 2020-01-01); 国发〔2015〕55号.

Bad: `measure: 限制` without `approvals`.

Good: `measure: 限制` with `approvals: [fgw-xk-001]`.

中文

本条查出负面清单的问题：管理措施为“限制”而没有对应审批事项的，所指事项不存在或者已经取消的；2020年1月1日以后判定的清单
中，性质为“市场准入”的。

为什么：限制不是禁止，经过审批可以做。不写明到哪里审批，就等于禁止。

依据：《优化营商环境条例》第二十条（2020年1月1日起）；国发〔2015〕55号。

反例：`measure: 限制`，没有写 `approvals`。

正例：`measure: 限制`，`approvals: [fgw-xk-001]`。

怎样改：在 approvals 写上办理的审批事项；属于市场准入的，执行国家统一的清单。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.negative import NegativeEntry
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_NATIONAL_LIST_SINCE = "2020-01-01"


def check(placed: Placed[NegativeEntry], catalog: Catalog) -> Iterator[Problem]:
    """Give what is wrong with where an entry leads, and an entry that no place may have."""
    record = placed.record
    if not record.is_in_use:
        return
    if record.nature == "市场准入" and catalog.judged_on >= _NATIONAL_LIST_SINCE:
        yield _problem(placed, ("nature",), "market", "")
    if record.measure == "限制" and not record.approvals:
        yield _problem(placed, ("measure",), "message", "")
    for index, approval in enumerate(record.approvals):
        if fault := fault_of_reference(catalog, "approvals", approval):
            yield _problem(placed, ("approvals", index), fault, approval)


def _problem(placed: Placed[NegativeEntry], steps: tuple[str | int, ...], message: str, approval: str) -> Problem:
    arguments = {"name": placed.record.name, "id": approval}
    return problem_at(placed, *steps, message=message, arguments=arguments, about=(message, approval))


_HELP = Words("写上限制类项目要办理的审批事项。", "Name the approval item that a restricted project needs.")

RULE = ItemRule(
    code="X012",
    level="warning",
    title=Words("负面清单没有出路", "Negative entry that leads nowhere"),
    messages={
        "message": Message(
            Words("“{name}”是限制类，没有写明到哪里审批。", "'{name}' is restricted and leads to no approval."), _HELP
        ),
        "unknown": Message(
            Words("“{name}”对应的审批事项 {id} 不在清单中。", "The item {id} of '{name}' is in no list."), _HELP
        ),
        "cancelled": Message(
            Words("“{name}”对应的审批事项 {id} 已经取消。", "The item {id} of '{name}' is cancelled."), _HELP
        ),
        "market": Message(
            Words(
                "“{name}”属于市场准入，各地不再自行制定。",
                "'{name}' is about market access, for which places may make no lists of their own.",
            ),
            Words("执行国家统一的市场准入负面清单，本条改为取消。", "Cancel it; the national list holds."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("negative",),
)
