"""Q002: a material whose source is not said.

Catches materials of items in use that do not say where they come from (`source`), and papers that an authority or an
intermediary issues without saying which (`issued_by` or `issuing_department`).

Why: people make up to eight trips for one permit because the guide does not say where a paper comes from.

Source: 来源渠道 of GB/T 39554.2-2020; 国办函〔2017〕115号.

Bad: `{name: 卫生检测报告}`.

Good: `{name: 卫生检测报告, source: 中介机构出具, issued_by: 有资质的检测机构}`.

中文

本条查出没有写明来源的材料：没有写来源渠道的，由政府部门核发或者中介机构出具而没有写明是哪个单位的。

为什么：不知道到哪里开，群众就要一家一家跑。

依据：GB/T 39554.2-2020 的来源渠道；国办函〔2017〕115号。

反例：`{name: 卫生检测报告}`。

正例：`{name: 卫生检测报告, source: 中介机构出具, issued_by: 有资质的检测机构}`。

怎样改：写上 source；要别的单位出具的，写上 issued_by。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_ISSUED = ("政府部门核发", "中介机构出具")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every material of an item in use that leaves open where it comes from."""
    record = placed.record
    if not record.is_in_use or not catalog.publishes_guides:
        return
    holders = [((), record.materials), *((("parts", index), part.materials) for index, part in enumerate(record.parts))]
    for steps, materials in holders:
        for index, material in enumerate(materials):
            if material.source is None:
                message = "source"
            elif material.source in _ISSUED and not (material.issued_by or material.issuing_department):
                message = "issuer"
            else:
                continue
            yield problem_at(
                placed,
                *steps,
                "materials",
                index,
                "name",
                message=message,
                arguments={"name": material.name, "source": material.source or ""},
                about=(message, material.name),
            )


RULE = ItemRule(
    code="Q002",
    level="warning",
    title=Words("材料来源不明", "Material of unknown source"),
    messages={
        "source": Message(
            Words("材料“{name}”没有写明来源渠道。", "The material '{name}' does not say where it comes from."),
            Words("写上 source：申请人自备、政府部门核发、中介机构出具或者其他。", "Add its source."),
        ),
        "issuer": Message(
            Words("材料“{name}”由{source}，没有写明是哪个单位。", "The material '{name}' ({source}) names no issuer."),
            Words("写上出具单位（issued_by）。", "Add issued_by."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
