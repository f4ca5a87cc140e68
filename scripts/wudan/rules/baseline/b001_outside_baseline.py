"""B001: an item outside the effective baseline (目录之外无审批).

Catches approval items in use, of a type that the baseline covers, that name no entry of the effective baseline: none
at all, or one that a decision adds later than the judged day. Where the law that sets the item is newer than the
baseline it is a warning: the baseline has to be adjusted.

Why: what the catalogue does not have may not be asked for. A department that goes on with it burdens people without a
ground.

Source: 国务院关于严格控制新设行政许可的通知（国发〔2013〕39号）; the local rule that outside the
catalogue there is no approval.

Bad: an item of type 行政许可 without `base`, where the baseline covers 行政许可.

Good: `base: r10-0312`, an entry of the baseline or of an adjustment.

中文

本条查出基线之外的审批事项：正在实施、类型属于基线范围，却没有写明对应的基线条目，或者对应的条目在判定日期还没有生效。
设定它的法律比基线新的，只作警告：应当由调整决定把它补进基线。

为什么：目录之外无审批。目录里没有的审批，不能再要求群众办理。

依据：《国务院关于严格控制新设行政许可的通知》（国发〔2013〕39号）。

反例：基线覆盖行政许可，一项行政许可却没有写 `base`。

正例：`base: r10-0312`，是基线或者调整决定里的条目。

怎样改：基线里有的，在 base 写上条目编号；新设定的，先有新增的调整决定；没有依据的，停止实施。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import law_is_newer
from wudan.baseline.comparison import Comparison
from wudan.law.register import law_register
from wudan.likeness import ITEM_NAME, nearest
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item in use that stands for no entry of the effective baseline."""
    catalog, baseline = comparison.catalog, comparison.baseline
    register = catalog.derived(law_register)
    awaited = {
        entry.id
        for decision in (*baseline.later, *baseline.pending, *baseline.elsewhere, *baseline.refused)
        for entry in decision.change.to
    }
    unlisted = {standing.entry.name: standing.entry.id for standing in comparison.missing}
    for item in comparison.outside:
        if item.record.base and item.record.base not in awaited:
            continue  # there is no such entry: S004 speaks
        setting = [citation for citation in item.record.basis if citation.sets] or item.record.basis
        is_new = any(law_is_newer(register, citation, baseline.as_of) for citation in setting)
        near = nearest(item.record.name, unlisted, ITEM_NAME)
        step = "base" if item.record.base else "name"
        message = "new" if is_new else "later" if item.record.base else "near" if near else "message"
        arguments = {"name": item.record.name, "base": item.record.base or ""}
        if message == "near":
            arguments |= {"near": near, "entry": unlisted[near]}
        values = ("outside", item.record.base or "")
        yield problem_at(
            item, step, message=message, arguments=arguments, about=values, level="warning" if is_new else None
        )


_HELP = Words(
    "基线里有的，写上 base；新设定的，先有新增的调整决定；没有依据的，停止实施。",
    "Name its entry in base, or have a decision add it; stop what has no ground.",
)

RULE = BaselineRule(
    code="B001",
    level="error",
    title=Words("目录之外的审批事项", "Item outside the baseline"),
    messages={
        "message": Message(
            Words("“{name}”不在改革基线中。", "'{name}' is not in the effective baseline."),
            _HELP,
        ),
        "near": Message(
            Words(
                "“{name}”没有写对应的基线条目；基线中有“{near}”（{entry}），还没有事项与它对应。",
                "'{name}' names no entry of the baseline, which has '{near}' ({entry}) that no item stands for.",
            ),
            Words("是同一事项的，写 base: {entry}。", "If it is the same item, write base: {entry}."),
        ),
        "later": Message(
            Words(
                "“{name}”对应的基线条目 {base} 在判定日期还没有生效。",
                "The entry {base} of '{name}' is not in force on the judged day.",
            ),
            _HELP,
        ),
        "new": Message(
            Words(
                "“{name}”不在改革基线中；设定它的依据比基线新。",
                "'{name}' is not in the effective baseline; the law that sets it is newer.",
            ),
            Words("补一份新增的调整决定。", "Have an adjustment add it."),
        ),
    },
    check=check,
    page=__doc__,
)
