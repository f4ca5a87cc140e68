"""B018: a decision that cannot be applied to the baseline.

Catches changes of adjustments that name entries which do not exist or have gone already, add what is there, take or
give a number of entries that their kind does not allow, or took effect before the baseline's own day and would
count twice.

Why: the effective baseline is the sum of its decisions. One that does not fit makes every comparison after it doubtful.

Source: the balance of the self-check (自查统计表): baseline, minus and plus the decisions, is what there is.

Bad: `{kind: cancel, from: [r10-0999]}` where there is no such entry.

Good: `{kind: cancel, from: [r10-0312]}`.

中文

本条查出套用不到基线上的调整决定：所指的条目不存在或者已经不在，新增的条目已经有了，原条目、现条目的个数与调整方式不符，
生效日期早于基线的基准日期（会重复计算）。

为什么：有效基线是历次决定累加的结果。有一份套不上，后面的比对就都不可靠。

反例：`{kind: cancel, from: [r10-0999]}`，而基线没有这一条。

正例：`{kind: cancel, from: [r10-0312]}`。

怎样改：核对条目编号、日期和先后次序。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison
from wudan.baseline.effective import Inapplicable
from wudan.rules.baseline.ends import decision_end, decision_place
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, place_in
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every decision that the fold could not apply."""
    for found in comparison.baseline.inapplicable:
        decision = found.decision
        arguments = {
            "what": decision.words,
            "entry": found.entry,
            "document": found.before.document if found.before else "—",
            "day": decision.effective_on,
            "as_of": comparison.baseline.as_of,
            "before": len(decision.change.from_),
            "after": len(decision.change.to),
        }
        related = (decision_end(found.before),) if found.before else ()
        values = (decision.document, decision.change.kind, *sorted(decision.change.from_), found.reason, found.entry)
        place = _place_of_entry(found)
        yield Problem(
            place,
            message=found.reason,
            arguments=arguments,
            about=Texts(values),
            list=decision.adjustment.kind.id,
            related=related,
        )


def _place_of_entry(found: Inapplicable) -> Place:
    """Give the place of the id that is in the way, else of the kind of change."""
    decision = found.decision
    if found.entry in decision.change.from_:
        path = (*decision.path, "from", decision.change.from_.index(found.entry))
        return place_in(decision.adjustment.document, path)
    ids = [entry.id for entry in decision.change.to]
    if found.entry in ids:
        return place_in(decision.adjustment.document, (*decision.path, "to", ids.index(found.entry), "id"))
    return decision_place(decision)


_CHECK_ID = Words("核对条目编号和先后次序。", "Check the id and the order of the decisions.")

RULE = BaselineRule(
    code="B018",
    level="error",
    title=Words("调整决定无法套用", "Decision that cannot be applied"),
    messages={
        "unknown": Message(
            Words("{what}：基线中没有条目 {entry}。", "To be {what}: the baseline has no entry {entry}."), _CHECK_ID
        ),
        "gone": Message(
            Words(
                "{what}：条目 {entry} 已经不在基线中（{document}）。",
                "To be {what}: the entry {entry} has left the baseline already ({document}).",
            ),
            _CHECK_ID,
        ),
        "exists": Message(
            Words("{what}：条目 {entry} 基线中已经有了。", "To be {what}: the entry {entry} is there already."),
            _CHECK_ID,
        ),
        "present": Message(
            Words("{what}：条目 {entry} 没有取消过。", "To be {what}: the entry {entry} was never cancelled."),
            _CHECK_ID,
        ),
        "suspended": Message(
            Words("{what}：条目 {entry} 已经暂停。", "To be {what}: the entry {entry} is suspended already."), _CHECK_ID
        ),
        "running": Message(
            Words("{what}：条目 {entry} 没有暂停。", "To be {what}: the entry {entry} was not suspended."), _CHECK_ID
        ),
        "shape": Message(
            Words(
                "{what}：原 {before} 项、现 {after} 项，与这种调整方式不符。",
                "To be {what}: {before} entries before and {after} after do not fit this kind of change.",
            ),
            Words(
                "取消、下放、暂停只写 from；新增、承接只写 to；更名、划转、变更两边一一对应；合并、拆分两边写全。",
                "Cancel and suspend take from; add and take_over give to; rename, transfer and amend pair them.",
            ),
        ),
        "early": Message(
            Words(
                "{what}：{day} 生效，不晚于基线的基准日期 {as_of}，会重复计算。",
                "To be {what}: it took effect on {day}, not after the baseline's day {as_of}, and would count twice.",
            ),
            Words("基线已经包含的决定，不再列入。", "Leave out what the baseline already contains."),
        ),
    },
    check=check,
    page=__doc__,
)
