"""F001: a fee set below the level that may set one.

Catches fees in use that a city or a county set (`set_by`). Only the State Council and its departments, and the province
with its finance and price departments, may set administrative fees.

Why: a town that may invent fees will.

Source: 行政事业性收费项目审批管理暂行办法（财综〔2004〕100号）: two levels approve fees, the centre and the province.

Bad: `set_by: 县`.

Good: `set_by: 省`.

中文

本条查出由市、县设立的行政事业性收费。收费项目只能由中央和省两级审批。

为什么：下面可以自己设收费，收费就会越来越多。

依据：《行政事业性收费项目审批管理暂行办法》（财综〔2004〕100号）。

反例：`set_by: 县`。

正例：`set_by: 省`。

怎样改：写明中央或者省的立项文件；没有的，停止收取。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.fee import Fee
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Fee], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give a fee in use that a city or a county set."""
    record = placed.record
    if record.is_in_use and record.set_by in ("市", "县"):
        yield problem_at(
            placed, "set_by", arguments={"name": record.name, "level": record.set_by}, about=("level", record.set_by)
        )


RULE = ItemRule(
    code="F001",
    level="error",
    title=Words("收费设立层级过低", "Fee set at too low a level"),
    messages={
        "message": Message(
            Words(
                "“{name}”由{level}级设立，收费只能由中央和省设立。", "'{name}' was set at too low a level ({level})."
            ),
            Words(
                "写明中央或者省的立项文件；没有的，停止收取。",
                "Give the document of the centre or the province, or stop.",
            ),
        )
    },
    check=check,
    page=__doc__,
    lists=("fees",),
    valid_from="2005-01-01",
)
