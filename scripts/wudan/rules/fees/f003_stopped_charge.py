"""F003: a fee or fund that was stopped and is still charged.

Catches entries in use of the fee and fund lists whose `stopped` day is not later than the judged day, and items in use
that charge an entry which has stopped.

Why: money taken after the stop has to be paid back.

Source: 财税〔2014〕101号 and the documents that are named.

Bad: `status: 在用` with `stopped: {on: "2015-01-01", document: 财税〔2014〕101号}`.

Good: `status: 取消` with the same `stopped`.

中文

本条查出已经停征而仍在收取的收费和基金：停征日期不晚于判定日期而状态仍为在用的，以及事项仍在收取已停征项目的。

为什么：停征以后收的钱，要退还。

依据：财税〔2014〕101号等停征文件。

反例：`stopped: {on: "2015-01-01", document: 财税〔2014〕101号}`，仍是 `status: 在用`。

正例：同样的 `stopped`，写 `status: 取消`。

怎样改：把状态改为“暂停”或者“取消”；在事项中删去这项收费。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import charging_items
from wudan.catalog.model.fee import Fee, Fund
from wudan.rules.engine.problem import Problem, Related, place_of, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Fee | Fund], catalog: Catalog) -> Iterator[Problem]:
    """Give a stopped entry that is in use, and each item that charges a stopped one."""
    record = placed.record
    if record.stopped is None or record.stopped.on > catalog.judged_on:
        return
    arguments = {"name": record.name, "day": record.stopped.on, "document": record.stopped.document}
    if record.status == "在用":
        yield problem_at(placed, "status", arguments=arguments, about=("stopped",))
    for item in catalog.derived(charging_items).get((placed.kind.id, record.id), ()):
        charge = item.record.fee
        ids = getattr(charge, placed.kind.id)
        yield problem_at(
            item,
            "fee",
            placed.kind.id,
            ids.index(record.id),
            message="charged",
            arguments=arguments | {"item": item.record.name},
            about=("charged", record.id),
            related=(Related(place_of(placed, "stopped"), _STOPPED),),
        )


_STOPPED = Words("停征情况", "The stop")

RULE = ItemRule(
    code="F003",
    level="error",
    title=Words("停征的项目仍在收取", "Stopped fee still charged"),
    messages={
        "message": Message(
            Words("“{name}”已于 {day} 停征（{document}），仍标为在用。", "'{name}' was stopped on {day} ({document})."),
            Words("改为“暂停”或者“取消”。", "Set it to suspended or cancelled."),
        ),
        "charged": Message(
            Words(
                "“{item}”仍在收取已于 {day} 停征的“{name}”（{document}）。",
                "'{item}' still charges '{name}', stopped on {day} ({document}).",
            ),
            Words("在事项的 fee 中删去它。", "Remove it from the item's fee."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("fees", "funds"),
)
