"""B003: a cancelled item that is still in use.

Catches items in use whose entry a decision took out of the baseline by cancelling it: an error where the decision
binds this level and the whole item. Where it cancels a part, or is addressed to another level, it is a warning, given
only where the item still lists a cancelled part or was not looked at since (`checked_on`). Tombstones pass, and
so does a preliminary examination for a cancelled item above, which is B017.

Why: what was cancelled may not be asked for any more, under whatever name.

Source: the decision that is named; 行政许可法 第二十一条 on cancelling licences.

Bad: `status: 在用` on an item whose entry was cancelled by 国发〔2015〕57号.

Good: `status: 取消` with `ended: {on, document}`.

中文

本条查出已经取消而仍在实施的事项。决定约束本级、取消的是整个事项的，是错误；只取消一部分或者决定针对其他层级的，是警告，
并且只在事项仍列着被取消的部分、或者决定之后没有核对过时提出。标为“取消”的条目不算；上级事项取消而保留初审的见 B017。

为什么：取消了的审批，不能再以任何名义要求办理。

依据：所列的决定；《行政许可法》第二十一条。

反例：条目已由国发〔2015〕57号取消，事项仍是 `status: 在用`。

正例：`status: 取消`，并在 `ended` 写明日期和文件。

怎样改：把状态改为“取消”，在 ended 写明日期和文件；只取消一部分的，删去那一部分并更新核对日期。
"""

from collections.abc import Iterator
from typing import Any

from wudan.baseline.comparison import Comparison, fate_of
from wudan.baseline.decision import Decision
from wudan.catalog.catalog import Placed
from wudan.catalog.preliminary import is_preliminary
from wudan.rules.baseline.ends import decision_end
from wudan.rules.engine.about import Fate
from wudan.rules.engine.correction import end
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item in use that a decision cancelled, in whole or in part."""
    for kept in comparison.kept:
        if fate_of(kept.departed.decision) == "cancelled":
            yield _problem(kept.item, kept.departed.decision, "message")
    for pair in comparison.pairs:
        for decision in pair.standing.decisions:
            if decision.change.kind == "cancel" and _still_open(pair.item, decision):
                yield _problem(pair.item, decision, "part", "warning")
    for decision in comparison.baseline.elsewhere:
        if decision.change.kind == "cancel":
            for entry_id in decision.change.from_:
                for item in comparison.by_entry.get(entry_id, ()):
                    if not is_preliminary(item.record) and _still_open(item, decision):
                        yield _problem(item, decision, "elsewhere", "warning")
    yield from _of_other_lists(comparison)


def _of_other_lists(comparison: Comparison) -> Iterator[Problem]:
    departed = comparison.baseline.departed
    for list_id in ("fees", "funds", "intermediaries"):
        for placed in comparison.catalog.of(list_id):
            gone = departed.get(placed.record.base or "")
            if gone and placed.record.is_in_use:
                yield _problem(placed, gone.decision, "message")


def _still_open(item: Placed[Any], decision: Decision) -> bool:
    """Say whether the item still has a part that went, or was not looked at since the decision."""
    if decision.change.parts:
        return any(part.name in decision.change.parts for part in item.record.parts)
    return (item.record.checked_on or "") < decision.effective_on


def _problem(item: Placed[Any], decision: Decision, message: str, level: Any = None) -> Problem:
    return problem_at(
        item,
        "base",
        message=message,
        arguments={
            "name": item.record.name,
            "document": decision.document,
            "day": decision.effective_on,
            "parts": "、".join(decision.change.parts) or decision.change.note or "—",
        },
        about=Fate("cancelled", decision.document),
        related=(decision_end(decision),),
        level=level,
    )


RULE = BaselineRule(
    code="B003",
    level="error",
    title=Words("已取消的事项仍在实施", "Cancelled item still in use"),
    messages={
        "message": Message(
            Words(
                "“{name}”已由 {document} 取消（{day} 起），仍标为在用。",
                "'{name}' was cancelled by {document} from {day} and is still in use.",
            ),
            Words(
                "把状态改为“取消”，在 ended 写明日期和文件。",
                "Set its status to cancelled, with day and document in ended.",
            ),
        ),
        "part": Message(
            Words(
                "“{name}”的一部分已由 {document} 取消（{day} 起）：{parts}。",
                "A part of '{name}' was cancelled by {document} from {day}: {parts}.",
            ),
            Words("删去被取消的部分，更新核对日期。", "Remove that part and set checked_on anew."),
        ),
        "elsewhere": Message(
            Words(
                "{document} 取消了“{name}”（{day} 起），该文件针对其他层级，本级是否同样取消需要核实。",
                "{document} cancelled '{name}' from {day} for another level; find out whether it holds here.",
            ),
            Words("向上级核实；仍然实施的，更新核对日期。", "Ask above; where it goes on, set checked_on anew."),
        ),
    },
    check=check,
    correct=end,
    page=__doc__,
)
