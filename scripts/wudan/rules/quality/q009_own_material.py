"""Q009: a material that another body of this city issues.

Remarks, once for each item, on the materials that another department of the same city issues (`issuing_department`).

Why: what one department has, another can look up. Data should run, not people.

Source: 国办发〔2015〕86号; 国发〔2016〕55号.

Bad: a copy of the business licence for a permit of the same city.

Good: the window looks the licence up itself.

中文

本条提示可以由部门之间核查的材料：由本市其他部门核发的（每个事项提示一次）。

为什么：这个部门有的，那个部门可以查。让数据多跑路，群众少跑腿。

依据：国办发〔2015〕86号。

反例：办理本市的许可，要求提交本市核发的营业执照复印件。

正例：由窗口自己核查营业执照。

怎样改：条件具备时，改为由窗口向核发部门核查，不再要求提交。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give one remark for an item in use that asks for what others in the city have."""
    record = placed.record
    if not record.is_in_use:
        return
    others = [
        (index, material)
        for index, material in enumerate(record.materials)
        if material.issuing_department
        and material.issuing_department != placed.owner
        and material.issuing_department in catalog.departments
    ]
    if others:
        names = "、".join(material.name for _, material in others)
        yield problem_at(
            placed,
            "materials",
            others[0][0],
            "name",
            arguments={"count": len(others), "names": names},
            about=tuple(sorted((material.name for _, material in others))),
        )


RULE = ItemRule(
    code="Q009",
    level="info",
    title=Words("本市其他部门核发的材料", "Material that the city itself issues"),
    messages={
        "message": Message(
            Words(
                "有 {count} 份材料由本市其他部门核发：{names}。", "{count} materials are issued in this city: {names}."
            ),
            Words("条件具备时由窗口核查，不再要求提交。", "Look them up between departments where that is possible."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
