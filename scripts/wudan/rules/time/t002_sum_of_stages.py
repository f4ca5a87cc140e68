"""T002: the stages do not add up to the promise.

Catches items in use whose stages after acceptance and before delivery do not, all together, take the promised time.
What comes before the clock (受理) and after it (送达, 事后监管) does not count; of stages that run side by side
(`parallel_to`) the longest counts. It is judged only where every stage between states its limit in working days, as
the promise does.

Why: a promise of eight days made of stages of twelve is broken before the first case comes in.

Source: 行政许可法 第三十二条、第四十二条、第四十四条 (acceptance lies before the limit, delivery after it).

Bad: a promise of 8 with 审查 5 and 决定 2.

Good: a promise of 8 with 审查 6 and 决定 2.

中文

本条查出各环节时间与承诺时限对不上的事项：受理之后到决定为止的环节加起来，不等于承诺时限。受理在计时以前，送达和事后监
管在计时以后，都不算；并行的环节只算最长的一个。各环节都写了工作日数时才判断。

为什么：承诺 8 天，环节加起来 12 天，一件还没有收就已经违约。

依据：《行政许可法》第三十二条、第四十二条、第四十四条。

反例：承诺 8 个工作日，审查 5 个、决定 2 个。

正例：承诺 8 个工作日，审查 6 个、决定 2 个。

怎样改：调整各环节的时限，或者调整承诺时限，使两者相等。
"""

from collections.abc import Iterator, Sequence

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval, Stage
from wudan.catalog.stages import ACCEPTANCE, ANNOUNCEMENT, DECISION, DELIVERY, SUPERVISION, standard_stage
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_OUTSIDE = frozenset({ACCEPTANCE, DELIVERY, SUPERVISION})
_AFTER_DECISION = frozenset({ANNOUNCEMENT})


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give an item in use whose stages take another time than it promises."""
    record = placed.record
    promised = record.time_limit.promised if record.time_limit else None
    if not record.is_in_use or record.case_type == "即办件" or promised is None or promised.unit != "工作日":
        return
    counted = _counted(record.process)
    if not counted or not all(stage.limit and stage.limit.unit == "工作日" for stage in counted):
        return
    total = _total(counted)
    if total != promised.count:
        yield problem_at(
            placed, "time_limit", "promised", arguments={"promised": promised.count, "total": total}, about=("sum",)
        )


def _counted(process: Sequence[Stage]) -> list[Stage]:
    """Give the stages between acceptance and decision, the decision included."""
    names = [standard_stage(stage.stage) for stage in process]
    last = max((index for index, name in enumerate(names) if name == DECISION), default=len(names) - 1)
    return [
        stage
        for index, (stage, name) in enumerate(zip(process, names, strict=True))
        if name not in _OUTSIDE and not (index > last and name in _AFTER_DECISION)
    ]


def _total(stages: Sequence[Stage]) -> int:
    """Add up the limits in working days; of a stage and those that run beside it the longest."""
    longest = {stage.stage: stage.limit.count for stage in stages if stage.limit and stage.parallel_to is None}
    alone = 0
    for stage in stages:
        if stage.parallel_to is not None and stage.limit:
            if stage.parallel_to in longest:
                longest[stage.parallel_to] = max(longest[stage.parallel_to], stage.limit.count)
            else:
                alone += stage.limit.count
    return sum(longest.values()) + alone


RULE = ItemRule(
    code="T002",
    level="warning",
    title=Words("环节时间与承诺时限不符", "Stages that do not add up to the promise"),
    messages={
        "message": Message(
            Words(
                "承诺 {promised} 个工作日，受理之后到决定的环节合计 {total} 个工作日。",
                "{promised} working days are promised; the stages after acceptance take {total}.",
            ),
            Words("调整环节时限或者承诺时限，使两者相等。", "Make the stages and the promise agree."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
