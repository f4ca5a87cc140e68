"""L012: an annual check, review or filing that works as a licence.

Catches items in use that by their name are an annual inspection, an annual review or a filing (年检, 年审, 年度检验,
备案) and are listed as another kind of act while they work as a licence: they end in a certificate or a permit to go
on, or are listed as 行政许可 although a filing is no licence.

Why: what is called a filing and can be refused is a licence that nobody set.

Source: 优化营商环境条例 第三十九条; 国务院关于严格控制新设行政许可的通知（国发〔2013〕39号）.

Bad: `name: 诊所年检`, `type: 其他行政权力`, with a result of kind 证照.

Good: `name: 诊所备案` with `result: {name: 备案回执, kind: 其他}`.

中文

本条查出变相的许可：名称是年检、年审、年度检验、备案，却发给证照或者作出准予决定的；备案列为行政许可的。

为什么：可以不准的备案，就是没有依据的许可。

依据：《国务院关于严格控制新设行政许可的通知》（国发〔2013〕39号）；《优化营商环境条例》第三十九条。

反例：`name: 诊所年检`，类型其他行政权力，却发给证照。

正例：`name: 诊所备案`，`result: {name: 备案回执, kind: 其他}`。

怎样改：备案只收存材料、出具回执；年检改为年度报告；确是法律设定的许可，用法定名称。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_CHECK = re.compile("年检|年审|年度检验|年度审验|年度验证")
_FILING = re.compile(r"备案(?:（[^）]*）)?$")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give an item in use that is called a check or a filing and works as a licence."""
    record = placed.record
    if not record.is_in_use:
        return
    is_check, is_filing = bool(_CHECK.search(record.name)), bool(_FILING.search(record.name))
    gives_permit = record.result is not None and record.result.kind in ("证照", "批文")
    if (is_filing and record.type == "行政许可") or (is_check and record.type != "行政许可" and gives_permit):
        yield _problem(placed, "filing" if is_filing else "check")
    elif is_filing and record.result is not None and record.result.kind == "批文":
        yield _problem(placed, "filing")


def _problem(placed: Placed[Approval], message: str) -> Problem:
    arguments = {"name": placed.record.name}
    return problem_at(placed, "name", message=message, arguments=arguments, about=(message,))


RULE = ItemRule(
    code="L012",
    level="warning",
    title=Words("变相的许可", "Licence in disguise"),
    messages={
        "check": Message(
            Words(
                "“{name}”以年检、年审的名义起许可的作用。", "'{name}' is called an annual check and works as a licence."
            ),
            Words("改为年度报告，或者取消。", "Make it an annual report, or cancel it."),
        ),
        "filing": Message(
            Words("“{name}”以备案的名义起许可的作用。", "'{name}' is called a filing and works as a licence."),
            Words(
                "备案只收存材料、出具回执；确是许可的，用法定名称。",
                "A filing takes note; a licence has its legal name.",
            ),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
