"""Q011: an entry that was cancelled without day or document.

Catches entries of status 取消 that do not say when and by which document they ended.

Why: the page of a cancelled item stays, so that who comes with an old leaflet learns what became of it. Without day and
document the page can only say that it is gone.

Source: the design of tombstones in this tool; 国办函〔2017〕115号 on information that cannot be traced.

Bad: `status: 取消` and nothing else.

Good: `ended: {"on": "2015-10-11", document: 国发〔2015〕57号}`.

中文

本条查出没有写明取消日期和文件的已取消条目。

为什么：取消的事项保留页面，拿着旧材料来的人要知道它怎么了。没有日期和文件，页面只能说“没有了”。

依据：本工具保留取消事项页面的做法；国办函〔2017〕115号指出的信息无从查考的问题。

反例：只写 `status: 取消`。

正例：`ended: {"on": "2015-10-11", document: 国发〔2015〕57号}`。

怎样改：在 ended 写明取消的日期和文件；有接替事项的，写 replaced_by。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give a cancelled entry that does not say when and by what it ended."""
    record = placed.record
    if not record.is_in_use and record.ended is None and getattr(record, "stopped", None) is None:
        yield problem_at(placed, "status", arguments={"name": record.name}, about=("ended",))


RULE = ItemRule(
    code="Q011",
    level="warning",
    title=Words("取消而没有写明日期和文件", "Cancelled without day or document"),
    messages={
        "message": Message(
            Words(
                "“{name}”已经取消，没有写明哪一天、依据哪个文件取消。",
                "'{name}' was cancelled, but not when and by which document.",
            ),
            Words("在 ended 写明日期和文件。", "Give day and document in ended."),
        )
    },
    check=check,
    page=__doc__,
)
