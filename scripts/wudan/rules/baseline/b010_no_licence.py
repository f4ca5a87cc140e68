"""B010: an approval that is no licence (非行政许可审批) is still listed.

Catches items in use of type 非行政许可审批 on lists judged from 2015-05-10, the day on which the State Council gave the
category up: a warning, and an error from the day of the place's own decision (`non_licence_ended` in catalog.yml).

Why: the category is no longer kept. Each of its items is cancelled, becomes a licence by law, or is turned into
confirmation, service or internal work.

Source: 国务院关于取消非行政许可审批事项的决定（国发〔2015〕27号）.

Bad: `type: 非行政许可审批` with `status: 在用` at the end of 2015.

Good: `type: 行政确认` after a decision of kind `convert`, or `status: 取消`.

中文

本条查出仍列在清单中的非行政许可审批事项：2015年5月10日国务院取消这一类别以后是警告，从本地决定取消之日起
（catalog.yml 的 non_licence_ended）是错误。

为什么：这一类别已经不再保留。其中的事项，或者取消，或者依法设定为许可，或者转为确认、服务和内部管理。

依据：《国务院关于取消非行政许可审批事项的决定》（国发〔2015〕27号）。

反例：2015 年底仍有 `type: 非行政许可审批` 而在用的事项。

正例：经决定转类型后写 `type: 行政确认`，或者写 `status: 取消`。

怎样改：取消的改状态；转类型的，有调整决定后改类型。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give an item in use that is of the category."""
    record = placed.record
    if record.type != "非行政许可审批" or not record.is_in_use:
        return
    own = catalog.city.non_licence_ended if catalog.city else None
    has_ended = own is not None and own.on <= catalog.judged_on
    yield problem_at(
        placed,
        "type",
        message="ended" if has_ended else "message",
        arguments={"name": record.name, "document": own.document if own and has_ended else "国发〔2015〕27号"},
        about=("type",),
        level=None if has_ended else "warning",
    )


_HELP = Words("取消、转为其他类型，或者由法律设定为许可。", "Cancel it, convert it, or have a law make it a licence.")

RULE = ItemRule(
    code="B010",
    level="error",
    title=Words("非行政许可审批", "Approval that is no licence"),
    messages={
        "message": Message(
            Words(
                "“{name}”是非行政许可审批，国务院已不再保留这一类别。",
                "'{name}' is of a category that the State Council has given up.",
            ),
            _HELP,
        ),
        "ended": Message(
            Words(
                "“{name}”是非行政许可审批，本地已由 {document} 取消这一类别。",
                "'{name}' is of a category that this place ended by {document}.",
            ),
            _HELP,
        ),
    },
    check=check,
    page=__doc__,
    is_departure=True,
    lists=("approvals",),
    valid_from="2015-05-10",
)
