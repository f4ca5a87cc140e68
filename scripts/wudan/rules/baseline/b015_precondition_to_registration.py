"""B015: a precondition to business registration that the national list does not keep.

Catches preconditions of kind 前置 on items that register businesses, where the approval is not on the national list of
those that still come before registration (`registration_preconditions` of the baseline file). Without that list the
rule is silent.

Why: since the registration reform a business licence comes first and other licences after it. Each precondition
kept by habit sends a founder in a circle.

Source: 国务院关于取消和调整一批行政审批项目等事项的决定（国发〔2015〕11号）.

Bad: a company registration with `timing: 前置` on 卫生许可.

Good: 卫生许可 asked for after registration.

中文

本条查出企业登记的前置审批中，国家目录没有保留的：登记类事项的前置条件（先后为“前置”或者没有写），不在基线文件
registration_preconditions 所列的保留目录中。没有登记目录的，不作判断。

为什么：商事制度改革后先照后证。凭习惯保留的前置，会让创业的人来回跑。

依据：《国务院关于取消和调整一批行政审批项目等事项的决定》（国发〔2015〕11号）。

反例：企业登记以卫生许可为前置：`timing: 前置`。

正例：登记以后再申请卫生许可。

怎样改：改为后置，或者删去。
"""

import re
from collections.abc import Iterator

from wudan.baseline.aspects import precondition_name
from wudan.baseline.comparison import Comparison
from wudan.baseline.names import plain_item_name
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words

_REGISTERS = re.compile("(?:公司|企业|合伙|独资|个体工商户|合作社|营业单位).*登记")


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every precondition of a registering item that is not kept."""
    kept = comparison.baseline.placed.record.registration_preconditions
    if not kept:
        return
    names = {plain_item_name(name) for name in kept}
    catalog = comparison.catalog
    for item in catalog.approvals:
        if not item.record.is_in_use or not _REGISTERS.search(item.record.name):
            continue
        for index, precondition in enumerate(item.record.preconditions):
            name = precondition_name(catalog, precondition)
            own = _REGISTERS.search(name) or "名称" in name  # a step of the registration itself
            if precondition.timing in (None, "前置") and not own and plain_item_name(name) not in names:
                yield problem_at(
                    item,
                    "preconditions",
                    index,
                    arguments={"name": item.record.name, "now": name},
                    about=("registration", name),
                )


RULE = BaselineRule(
    code="B015",
    level="error",
    title=Words("目录之外的登记前置", "Precondition to registration that is not kept"),
    messages={
        "message": Message(
            Words(
                "“{name}”把“{now}”作为登记前置，国家保留的前置目录中没有。",
                "'{name}' asks for '{now}' first, which the national list of preconditions does not keep.",
            ),
            Words("改为后置（timing: 后置），或者删去。", "Let it come after registration, or remove it."),
        )
    },
    check=check,
    page=__doc__,
    valid_from="2015-02-24",
)
