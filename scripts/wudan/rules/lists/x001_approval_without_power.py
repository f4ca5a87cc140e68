"""X001: an approval without a power in its department's power list.

Catches approval items in use that no power of the same department names in `approvals`. It is judged only where the
department has a power list. Public services need no power; an item that is decided above may answer to a power of type
其他行政权力.

Why: an approval is the exercise of a power. One without a power has no duties and nobody who answers for it.

Source: 关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）.

Bad: `approvals/wjw.yml` has `wjw-xk-003`, and no power in `powers/wjw.yml` names it.

Good: a power with `approvals: [wjw-xk-003]`.

中文

本条查出没有对应权责事项的审批事项：部门已有权责清单，而清单中没有一项权力写明对应它。公共服务不需要；上报件可以对应“
其他行政权力”。

为什么：审批是在行使权力。权责清单里没有的，就没有责任，也没有人负责。

依据：《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）。

反例：`approvals/wjw.yml` 有 `wjw-xk-003`，`powers/wjw.yml` 没有一项权力对应它。

正例：有一项权力写 `approvals: [wjw-xk-003]`。

怎样改：在本部门权责清单的相应权力里，把事项编号写进 approvals；确实没有这项权力的，停止实施。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import powers_by_approval
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give the item when its department lists powers and none of them is for it."""
    record = placed.record
    if not record.is_in_use or record.type == "公共服务" or placed.owner not in _listing_powers(catalog):
        return
    powers = catalog.derived(powers_by_approval).get(record.id, ())
    is_named_by_faulty = "powers" in catalog.unread or record.id in catalog.faulty_values("powers", "approvals")
    if not is_named_by_faulty and not any(power.owner == placed.owner for power in powers):
        yield problem_at(
            placed,
            "id",
            arguments={"name": record.name, "file": f"powers/{placed.owner}.yml", "id": record.id},
            about=("power",),
        )


def _listing_powers(catalog: Catalog) -> frozenset[str | None]:
    return catalog.derived(_owners_of_powers)


def _owners_of_powers(catalog: Catalog) -> frozenset[str | None]:
    return frozenset(placed.owner for placed in catalog.of("powers"))


RULE = ItemRule(
    code="X001",
    level="error",
    title=Words("审批事项没有对应的权力", "Approval without a power"),
    messages={
        "message": Message(
            Words("“{name}”在 {file} 中没有对应的权责事项。", "No power in {file} is for the approval item '{name}'."),
            Words(
                "在相应权力的 approvals 中写上 {id}；确实没有这项权力的，停止实施。",
                "Name {id} in the approvals of the power, or stop what rests on none.",
            ),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
