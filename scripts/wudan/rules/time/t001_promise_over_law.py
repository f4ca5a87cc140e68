"""T001: a promise longer than the statutory limit.

Catches promised limits longer than the statutory one, of an item or of one of its cases. Limits in different units are
compared as intervals of working days: an error only when they cannot overlap, else a warning.

Why: nobody may promise to be later than the law allows.

Source: 行政许可法 第四十二条.

Bad: `{statutory: {count: 20, unit: 工作日}, promised: {count: 25, unit: 工作日}}`.

Good: `{statutory: {count: 20, unit: 工作日}, promised: {count: 8, unit: 工作日}}`.

中文

本条查出比法定时限长的承诺时限（事项和各情形都查）。单位不同的折算成工作日区间：确定长的是错误，可能长的是警告。

为什么：承诺只能比法定更快。

依据：《行政许可法》第四十二条。

反例：`{statutory: {count: 20, unit: 工作日}, promised: {count: 25, unit: 工作日}}`。

正例：`{statutory: {count: 20, unit: 工作日}, promised: {count: 8, unit: 工作日}}`。

怎样改：缩短承诺时限；两个时限尽量用同一单位。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval, TimeLimit
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import working_days
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every promise of an item in use that is, or may be, longer than the law allows."""
    record = placed.record
    if not record.is_in_use:
        return
    own = record.time_limit
    yield from _judged(placed, catalog, own, own, ())
    for index, part in enumerate(record.parts):
        yield from _judged(placed, catalog, part.time_limit, own, ("parts", index))


def _judged(
    placed: Placed[Approval],
    catalog: Catalog,
    limit: TimeLimit | None,
    own: TimeLimit | None,
    steps: tuple[str | int, ...],
) -> Iterator[Problem]:
    """Judge one promise; where a case states no statutory limit, the item's holds."""
    promised = limit.promised if limit else None
    statutory = (limit.statutory if limit else None) or (own.statutory if own else None)
    if promised is None or statutory is None:
        return
    year = catalog.year
    promise, law = working_days(promised, year), working_days(statutory, year)
    same_unit = promised.unit == statutory.unit
    if same_unit and promised.count <= statutory.count:
        return
    surely = same_unit or promise.surely_longer(law)
    if surely or promise.perhaps_longer(law):
        yield problem_at(
            placed,
            *steps,
            "time_limit",
            "promised",
            message="message" if surely else "perhaps",
            arguments={"promised": limit_text(promised), "statutory": limit_text(statutory), "days": str(law)},
            about=("promise", *map(str, steps[1:])),
            level=None if surely else "warning",
        )


RULE = ItemRule(
    code="T001",
    level="error",
    title=Words("承诺时限比法定时限长", "Promise longer than the law allows"),
    messages={
        "message": Message(
            Words("承诺{promised}，比法定的{statutory}长。", "The promise ({promised}) exceeds the law ({statutory})."),
            Words("改为不超过{statutory}。", "Promise no more than {statutory}."),
        ),
        "perhaps": Message(
            Words(
                "承诺{promised}，可能比法定的{statutory}（合 {days} 个工作日）长。",
                "The promise ({promised}) may exceed the law ({statutory}, that is {days} working days).",
            ),
            Words("用同一单位写，或者再缩短一些。", "Write both in one unit, or promise less."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
