"""B014: the type of an item was changed without a decision.

Catches items whose type differs from the baseline entry's, and items still in use with an entry that a decision
turned into something else (文件备案, 内部管理 …).

Why: a licence that is renamed a filing escapes the law on licences; what a decision turned into internal work may
not face the public any more.

Source: 国务院关于取消非行政许可审批事项的决定（国发〔2015〕27号）; 行政许可法 第二条.

Bad: `type: 其他行政权力` where the baseline has 行政许可.

Good: the same type, or a decision of kind `convert`.

中文

本条查出没有决定而改变类型的事项，以及决定已经转为其他类型而仍按原样实施的事项。

为什么：许可改称备案，就躲开了许可法；已经转为内部管理的，不能再面向社会办理。

依据：《行政许可法》第二条；国发〔2015〕27号。

反例：基线是行政许可，写成 `type: 其他行政权力`。

正例：类型相同，或者有转类型的决定。

怎样改：改回基线的类型；确实转类型的，要有转类型的调整决定；已经转为内部管理的，改为“取消”。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison, fate_of
from wudan.rules.baseline.ends import baseline_end, decision_end
from wudan.rules.engine.about import Departing, Fate
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item of another type than its entry, or whose entry was converted away."""
    for pair in comparison.pairs:
        now, wanted = pair.item.record.type, pair.standing.entry.type
        if wanted is not None and now != wanted:
            yield problem_at(
                pair.item,
                "type",
                arguments={"name": pair.item.record.name, "now": now, "wanted": wanted},
                about=Departing("type", wanted, now),
                related=(baseline_end(pair.standing, "type"),),
            )
    for kept in comparison.kept:
        decision = kept.departed.decision
        if fate_of(decision) == "converted":
            into = decision.change.converted_to or "、".join(entry.name for entry in decision.change.to)
            yield problem_at(
                kept.item,
                "base",
                message="converted",
                arguments={"name": kept.item.record.name, "document": decision.document, "into": into or "—"},
                about=Fate("converted", decision.document),
                related=(decision_end(decision),),
            )


def correct(data: Data, departure: Departure) -> None:
    """Write the type of the entry."""
    if departure.entry.type is None:
        raise NoCorrectionError(departure.entry.id)
    data["type"] = departure.entry.type


RULE = BaselineRule(
    code="B014",
    level="error",
    title=Words("擅自改变类型", "Type changed without a decision"),
    messages={
        "message": Message(
            Words(
                "“{name}”的类型是{now}，基线是{wanted}，没有转类型的决定。",
                "'{name}' is of type {now}; the baseline says {wanted}, and no decision converts it.",
            ),
            Words("改回基线的类型，或者补办决定。", "Use the type of the baseline, or have a decision convert it."),
        ),
        "converted": Message(
            Words(
                "“{name}”已由 {document} 转为{into}，仍按原事项实施。",
                "'{name}' was converted by {document} into {into} and is still listed as it was.",
            ),
            Words("改列为转后的类型，或者改为“取消”。", "List it as what it became, or set it to cancelled."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
)
