"""T006: a special procedure that may not stop the clock.

Catches special procedures of licences that are none of hearing, tender, auction, inspection, test, quarantine,
appraisal and expert review, and for which no law is cited. A visit to the site (现场核查) counts inside the limit.

Why: what is left out of the limit makes the limit longer, unseen.

Source: 行政许可法 第三十四条、第四十五条.

Bad: `special_procedures: [{name: 现场核查, limit: {count: 10, unit: 工作日}}]`.

Good: `special_procedures: [{name: 专家评审, limit: {count: 15, unit: 工作日}}]`.

中文

本条查出不能停止计时的特殊程序：不属于听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审，也没有写明法律依据的。现场核
查计入办理时限。

为什么：不计时的程序多了，时限就悄悄变长。

依据：《行政许可法》第三十四条、第四十五条。

反例：`special_procedures: [{name: 现场核查, limit: {count: 10, unit: 工作日}}]`。

正例：`special_procedures: [{name: 专家评审, limit: {count: 15, unit: 工作日}}]`。

怎样改：计入办理时限，写到办理流程；法律另有规定的，写上依据。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_STOPS_THE_CLOCK = re.compile(
    "听证|招标|投标|拍卖|检验|检测|监测|检疫|鉴定|(?:专家|技术).*(?:评审|论证|审查|评议)|评审|考试|考核"
)
_LAWS = frozenset({"法律", "行政法规"})


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every special procedure of a licence in use that has to be counted."""
    record = placed.record
    if record.type != "行政许可" or not record.is_in_use:
        return
    for index, procedure in enumerate(record.special_procedures):
        if _STOPS_THE_CLOCK.search(procedure.name):
            continue
        kind = catalog.derived(law_register).resolve(procedure.basis).kind if procedure.basis else "规范性文件"
        if kind is None or kind in _LAWS:
            continue
        yield problem_at(
            placed, "special_procedures", index, "name", arguments={"name": procedure.name}, about=(procedure.name,)
        )


RULE = ItemRule(
    code="T006",
    level="error",
    title=Words("不能停止计时的程序", "Procedure that may not stop the clock"),
    messages={
        "message": Message(
            Words("“{name}”应当计入办理时限，不能作为特殊程序。", "'{name}' has to be counted in the limit."),
            Words(
                "写到办理流程里；法律另有规定的，写上依据。", "Make it a stage, or cite the law that says otherwise."
            ),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
