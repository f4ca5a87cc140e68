"""Q003: an application form without a blank to download.

Catches forms among the materials (申请表, 登记表, 审批表, 备案表 …) that the applicant fills in and that have no
`blank`. Free letters (申请书, 申请报告) pass, and so do lists that publish no guides.

Why: a form that exists only at the counter costs a trip to fetch it.

Source: 行政许可法 第二十九条、第三十条、第五十八条 (forms are given, and free); 国办函〔2017〕115号.

Bad: `{name: 公共场所卫生许可申请表, source: 申请人自备}`.

Good: the same with `blank: https://…/wjw-xk-003.docx`.

中文

本条查出没有空白表可下载的申请表格：名称是申请表、登记表、审批表、备案表等，由申请人填写，却没有写空白表格的地址。自由
书写的申请书、申请报告不算。

为什么：只有窗口才有的表，群众要先跑一趟来拿。

依据：《行政许可法》第二十九条、第三十条、第五十八条；国办函〔2017〕115号。

反例：`{name: 公共场所卫生许可申请表, source: 申请人自备}`。

正例：加上空白表格的地址 `blank`。

怎样改：在 blank 写上空白表格的下载地址。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_FORM = re.compile(r"(?:申请|登记|审批|备案|申报|报名|审核|核准|呈报|认定|变更)表(?:（[^）]*）)?$")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every form of an item in use that cannot be downloaded."""
    record = placed.record
    if not record.is_in_use or not catalog.publishes_guides:
        return
    holders = [((), record.materials), *((("parts", index), part.materials) for index, part in enumerate(record.parts))]
    for steps, materials in holders:
        for index, material in enumerate(materials):
            is_filled_in = material.source in (None, "申请人自备")
            if is_filled_in and material.blank is None and _FORM.search(material.name):
                yield problem_at(
                    placed,
                    *steps,
                    "materials",
                    index,
                    "name",
                    arguments={"name": material.name},
                    about=(material.name,),
                )


RULE = ItemRule(
    code="Q003",
    level="warning",
    title=Words("申请表没有空白表", "Form without a blank"),
    messages={
        "message": Message(
            Words("“{name}”没有空白表可以下载。", "There is no blank of '{name}' to download."),
            Words("在 blank 写上空白表格的地址。", "Add the address in blank."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
