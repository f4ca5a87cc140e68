"""X003: an item charges what is not in the fee or fund list (清单之外无收费).

Catches items in use that charge without naming an entry of the fee or fund list, and entries named that do not exist or
are cancelled. What is no administrative fee passes: taxes, income from resources, and services at market prices, when
`note` says so.

Why: nobody may be asked for money that the published lists do not have.

Source: 行政许可法 第五十八条; 优化营商环境条例 第二十五条.

Bad: `fee: {charged: true}`.

Good: `fee: {charged: true, fees: [wjw-sf-001]}`.

中文

本条查出清单之外的收费：事项写明收费，却没有指向收费清单或者基金清单的条目，或者所指的条目不存在、已经取消。税收、资源
收益、市场服务价格不属于行政事业性收费，在收费说明中写明的不算。

为什么：清单之外无收费。公布的清单里没有的，不能向群众收。

依据：《行政许可法》第五十八条。

反例：`fee: {charged: true}`。

正例：`fee: {charged: true, fees: [wjw-sf-001]}`。

怎样改：在 fees 或者 funds 写上条目编号；不收费的写 charged: false；属于税款、资源价款或者市场价格的，在 note 写明。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.kinds import list_kind
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_NO_ADMINISTRATIVE_FEE = re.compile("税|出让金|价款|租金|补偿费|市场|经营服务|政府定价|政府指导价")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every charge of an item that no list has."""
    charge = placed.record.fee
    if charge is None or not charge.charged or not placed.record.is_in_use:
        return
    kept = {kind.id for kind in catalog.lists}
    if not charge.fees and not charge.funds and "fees" in kept:
        if not _NO_ADMINISTRATIVE_FEE.search(charge.note or ""):
            yield _problem(placed, ("fee", "charged"), "message", "", "fees")
        return
    for key, ids in (("fees", charge.fees), ("funds", charge.funds)):
        for index, one in enumerate(ids if key in kept else ()):
            if fault := fault_of_reference(catalog, key, one):
                yield _problem(placed, ("fee", key, index), fault, one, key)


def _problem(placed: Placed[Approval], steps: tuple[str | int, ...], message: str, one: str, key: str) -> Problem:
    kind = list_kind(key)
    arguments = {"name": placed.record.name, "id": one, "list": Words(kind.zh, kind.en)}
    return problem_at(placed, *steps, message=message, arguments=arguments, about=(message, key, one))


RULE = ItemRule(
    code="X003",
    level="error",
    title=Words("清单之外的收费", "Charge outside the lists"),
    messages={
        "message": Message(
            Words(
                "“{name}”收费，但没有写明收费清单中的条目。",
                "'{name}' charges money and names no entry of the fee or fund list.",
            ),
            Words(
                "在 fees 或者 funds 写上编号；税款、资源价款、市场价格在 note 写明；不收费的写 charged: false。",
                "Name the entry in fees or funds; say in note what is no administrative fee; or set charged to false.",
            ),
        ),
        "unknown": Message(
            Words("“{name}”收取的 {id} 不在{list}中。", "'{name}' charges {id}, which is not in the list '{list}'."),
            Words("核对编号；确有依据的，先列入清单。", "Check the id, or list what has a ground."),
        ),
        "cancelled": Message(
            Words("“{name}”收取的 {id} 已经取消。", "'{name}' charges {id}, which is cancelled."),
            Words("停止收取，删去这一编号。", "Stop it and remove the id."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
