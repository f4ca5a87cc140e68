"""B009: a time limit is longer than in the baseline.

Catches promised limits longer than the baseline's (an error) and statutory limits longer than the baseline's (a
warning, unless a newer law is cited for them). Limits in different units are compared as intervals of working days;
where holidays decide, the finding is a warning. Of an item that is decided above, only the own share is compared:
both sides state it.

Why: a promise once given to the public is not taken back by a new edition of a list.

Source: 行政许可法 第四十二条; the six aspects of the review.

Bad: `promised: {count: 15, unit: 工作日}` where the baseline promises 10.

Good: `promised: {count: 8, unit: 工作日}` where the baseline promises 10.

中文

本条查出比改革基线长的办理时限：承诺时限比基线长的是错误；法定时限比基线长的是警告，引用了新法的不算。单位不同的，折算成
工作日区间比较，要看节假日才能分出长短的只作警告。上报件只比较本级办理的部分。

为什么：向社会承诺过的时限，不能换一版清单就收回。

依据：《行政许可法》第四十二条。

反例：基线承诺 10 个工作日，写成 `promised: {count: 15, unit: 工作日}`。

正例：`promised: {count: 8, unit: 工作日}`。

怎样改：承诺时限改回不超过基线；法定时限变了的，在 statutory 的 basis 写明法条。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import longer_limits
from wudan.baseline.comparison import Comparison
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Departing
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError, plain
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every limit that is longer than the entry's."""
    for pair in comparison.pairs:
        item = pair.item
        for departure in longer_limits(comparison.catalog, item, pair.standing.entry):
            if departure.what == "statutory" and departure.is_backed:
                continue
            is_mild = departure.what == "statutory" or not departure.is_sure
            yield problem_at(
                item,
                *departure.path,
                message=departure.what if departure.is_sure else "unsure",
                arguments={"name": item.record.name, "was": departure.was, "now": departure.now},
                about=Departing("limit", departure.was, departure.now, departure.what),
                related=(baseline_end(pair.standing, *departure.path),),
                level="warning" if is_mild else None,
            )


def correct(data: Data, departure: Departure) -> None:
    """Write the limit of the entry."""
    about = departure.problem.about
    key = (about.what if isinstance(about, Departing) else None) or ""
    limit = getattr(departure.entry.time_limit, key, None)
    if limit is None:
        raise NoCorrectionError(departure.entry.id)
    data["time_limit"] = {**data["time_limit"], key: {**data["time_limit"].get(key, {}), **plain(limit)}}


RULE = BaselineRule(
    code="B009",
    level="error",
    title=Words("时限比基线长", "Limit longer than in the baseline"),
    messages={
        "promised": Message(
            Words(
                "“{name}”的承诺时限{now}，比基线的{was}长。", "'{name}' promises {now}; the baseline promises {was}."
            ),
            Words("改回不超过{was}。", "Promise no more than {was}."),
        ),
        "statutory": Message(
            Words(
                "“{name}”的法定时限{now}，比基线的{was}长。",
                "'{name}' has a statutory limit of {now}; the baseline has {was}.",
            ),
            Words("在 statutory 的 basis 写明规定这一期限的法条。", "Cite the article in the basis of statutory."),
        ),
        "unsure": Message(
            Words(
                "“{name}”的时限{now}与基线的{was}单位不同，可能比基线长。",
                "'{name}' has {now} where the baseline has {was}; this may be longer.",
            ),
            Words("用与基线相同的单位写。", "Write it in the unit of the baseline."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
)
