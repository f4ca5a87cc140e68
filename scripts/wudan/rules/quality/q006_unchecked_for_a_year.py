"""Q006: an entry that nobody has checked for a year.

Catches entries in use whose `checked_on` is older than a year at the judged day, or lies after it. Entries without the
date are not judged.

Why: rooms, numbers and forms change. What nobody has looked at for a year is a guess.

Source: the practice of reviewing guides once a year.

Bad: `checked_on: "2013-05-01"` on a list judged on 2015-12-31.

Good: `checked_on: "2015-11-20"`.

中文

本条查出一年以上没有核对的条目：核对日期早于判定日期一年以上，或者晚于判定日期。没有写核对日期的不判断。

为什么：房间、电话、表格都会变。一年没有看过的，只能算是猜的。

反例：2015 年 12 月 31 日判定，`checked_on: "2013-05-01"`。

正例：`checked_on: "2015-11-20"`。

怎样改：与实际核对无误后，更新 checked_on。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:
    """Give an entry in use that was looked at too long ago, or in the future."""
    record = placed.record
    if record.checked_on is None or not record.is_in_use:
        return
    day = catalog.judged_on
    oldest = f"{int(day[:4]) - 1:04}{day[4:].replace('-02-29', '-02-28')}"
    if not oldest <= record.checked_on <= day:
        yield problem_at(
            placed,
            "checked_on",
            message="future" if record.checked_on > day else "message",
            arguments={"name": record.name, "day": record.checked_on},
            about=("checked",),
        )


RULE = ItemRule(
    code="Q006",
    level="warning",
    title=Words("核对日期过久", "Not checked for a year"),
    messages={
        "message": Message(
            Words("“{name}”最近一次核对是 {day}，已过一年。", "'{name}' was last checked on {day}, over a year ago."),
            Words("核对后更新 checked_on。", "Check it and set checked_on anew."),
        ),
        "future": Message(
            Words("“{name}”的核对日期 {day} 在判定日期之后。", "'{name}' was checked on {day}, after the judged day."),
            Words("改正 checked_on。", "Correct checked_on."),
        ),
    },
    check=check,
    page=__doc__,
)
