"""Q012: an entry whose status does not go with the day of its end.

Catches an entry of status 在用 whose day in `ended` has come, and one of status 取消 whose day is still ahead. That a
suspended entry names a day is its suspension's and is not judged; nor is the stop of a fee, which F003 watches.

Why: until its day an item must be accepted, and from that day on it must not. Where status and day disagree, an
applicant is sent away too early, or comes in vain.

Source: 行政许可法 第八条, by which what was granted is trusted until it is lawfully changed; 政府信息公开条例（2007年）
第六条, by which what is published must be accurate.

Bad: `status: 在用` and `ended: {"on": "2015-10-11", …}`, judged on 2015-12-31.

Good: `status: 在用` and `ended: {"on": "2016-02-01", …}`: the page says when it will be cancelled.

中文

本条查出状态与取消日期不符的条目：取消的日子已经到了而状态还是“在用”的，是错误；日子还没有到而状态已经写成“取消”的，是
警告。暂停的条目写的是暂停的日子，不在此列；收费的停征由 F003 查。

为什么：到那一天以前，事项应当照常受理；从那一天起，就不能再受理。状态和日子不一致，群众不是被提前拒之门外，就是白跑一趟。

依据：《行政许可法》第八条，已经生效的许可非依法不得改变；《政府信息公开条例》（2007年）第六条，公开的信息应当准确。

反例：按 2015-12-31 判定，`status: 在用`，又写 `ended: {"on": "2015-10-11", …}`。

正例：`status: 在用`，`ended: {"on": "2016-02-01", …}`，网页会写明从哪一天起取消。

怎样改：已经到日子的，状态改为“取消”；没有到的，状态写“在用”，ended 照写，到日子再改；日期写错的，改日期。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:
    """Give an entry in use that ended already, and a cancelled one that ends later."""
    record = placed.record
    if record.ended is None:
        return
    has_come = record.ended.on <= catalog.judged_on
    arguments = {"name": record.name, "on": record.ended.on, "day": catalog.judged_on}
    if record.status == "在用" and has_come:
        yield problem_at(placed, "status", arguments=arguments, about=("in_use", record.ended.on))
    elif record.status == "取消" and not has_come:
        yield problem_at(
            placed,
            "ended",
            "on",
            message="early",
            arguments=arguments,
            about=("cancelled", record.ended.on),
            level="warning",
        )


RULE = ItemRule(
    code="Q012",
    level="error",
    title=Words("状态与取消日期不符", "Status against the day of its end"),
    messages={
        "message": Message(
            Words(
                "“{name}”已经在 {on} 取消，状态却是“在用”（判定日 {day}）。",
                "'{name}' ended on {on}, but its status says that it is in use (judged on {day}).",
            ),
            Words(
                "状态改为“取消”；没有取消的，删去 ended 或者改正日期。",
                "Cancel it in status as well, or mend or remove ended if it still holds.",
            ),
        ),
        "early": Message(
            Words(
                "“{name}”到 {on} 才取消，状态已经是“取消”（判定日 {day}）。",
                "'{name}' ends on {on} only, but its status is cancelled already (judged on {day}).",
            ),
            Words(
                "状态写“在用”，ended 照写，网页会写明何时取消；到那一天再改为“取消”。",
                "Leave ended, and the status in use until that day: the page says when it ends.",
            ),
        ),
    },
    check=check,
    page=__doc__,
)
