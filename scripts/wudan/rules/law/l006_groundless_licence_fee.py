"""L006: a licence fee without a law or administrative regulation.

Catches fees in use of nature 许可收费 whose bases are all known and none of them a law or an administrative regulation.
Fees for resources, compensation, tests and services have other rules and pass.

Why: a licence and its inspection cost nothing unless a law or an administrative regulation says so.

Source: 行政许可法 第五十八条.

Bad: a fee of nature 许可收费 that rests on a 规范性文件.

Good: a fee of nature 许可收费 that rests on a law.

中文

本条查出没有法律、行政法规依据的许可收费：性质为许可收费，所列依据中没有法律或者行政法规。资源、补偿、检验检测、服务类
收费另有规定，不判断。

为什么：实施许可和监督检查不得收费，法律、行政法规另有规定的除外。

依据：《行政许可法》第五十八条。

反例：许可收费只以规范性文件为依据。

正例：许可收费以法律为依据。

怎样改：写上规定收费的法律、行政法规；没有的，停止收取。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.fee import Fee
from wudan.law.register import law_register
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MAY_CHARGE = frozenset({"法律", "行政法规"})


def check(placed: Placed[Fee], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence fee in use that no law and no administrative regulation allows."""
    record = placed.record
    if record.nature != "许可收费" or record.status != "在用" or record.stopped:
        return
    register = catalog.derived(law_register)
    kinds = [register.resolve(citation).kind for citation in record.basis]
    if any(kind is None or kind in _MAY_CHARGE for kind in kinds):
        return
    yield Problem(
        place_of(placed, "basis", key=True) if record.basis else place_of(placed, "nature"),
        arguments={"name": record.name},
        about=Texts(("ground",)),
        list=placed.kind.id,
        item=record.id,
    )


RULE = ItemRule(
    code="L006",
    level="error",
    title=Words("许可收费没有法律、行政法规依据", "Licence fee without a law"),
    messages={
        "message": Message(
            Words(
                "许可收费“{name}”没有法律或者行政法规依据。",
                "No law and no administrative regulation allows the licence fee '{name}'.",
            ),
            Words("写上依据；没有的，停止收取。", "Cite it, or stop charging."),
        )
    },
    check=check,
    page=__doc__,
    lists=("fees",),
    valid_from="2004-07-01",
)
