"""L014: a quota without a method.

Catches items in use that limit the number of those who get the licence and do not say how the few are chosen.

Why: where not everybody can have it, everybody must be able to see how it is shared out.

Source: 行政许可法 第五十三条、第五十七条.

Bad: `quota: 全市 60 个`.

Good: `quota: 全市 60 个` with `quota_method: 按受理先后顺序`.

中文

本条查出有数量限制而没有写明分配办法的事项。

为什么：不是人人都能办到的，就要让人人都看得到怎样分配。

依据：《行政许可法》第五十三条、第五十七条。

反例：`quota: 全市 60 个`。

正例：加上 `quota_method: 按受理先后顺序`。

怎样改：在 quota_method 写明按受理先后、招标、拍卖还是其他办法；没有数量限制的写“无”。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_NONE = re.compile("^(?:无|没有|不限|无限制|无数量限制|没有数量限制|不受限制|否)")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give an item in use that has a quota and no way to share it out."""
    record = placed.record
    if not record.is_in_use or record.quota is None or record.quota_method or _NONE.search(record.quota.strip()):
        return
    yield problem_at(placed, "quota", arguments={"name": record.name, "quota": record.quota}, about=("quota",))


RULE = ItemRule(
    code="L014",
    level="warning",
    title=Words("数量限制没有分配办法", "Quota without a method"),
    messages={
        "message": Message(
            Words(
                "“{name}”有数量限制（{quota}），没有写明分配办法。",
                "'{name}' is limited in number ({quota}) and does not say how it is shared out.",
            ),
            Words("写明分配办法（quota_method）；没有限制的写“无”。", "Say how in quota_method."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
