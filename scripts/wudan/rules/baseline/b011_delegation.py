"""B011: an item delegated to this level was not taken over, or one that left is still kept.

Catches entries that a decision brought to this level and that nobody lists, and items in use whose entry was delegated
to a lower level. Decisions addressed to other levels do not count.

Why: between two levels that both point at the other, the applicant finds nobody; where both keep the item, two bodies.

Source: 承接落实上级取消和下放的行政审批事项 (review of the lists); 行政许可法 第二十一条.

Bad: a `take_over` of 2014 whose entry no item stands for.

Good: the item stands in a department's list with `base`.

中文

本条查出没有承接的下放事项和没有放下去的下放事项：决定下放到本级而没有部门列入的，已经下放到乡镇而清单中仍由本级实施的。
只下放到其他层级的不算。

为什么：上级放了、本级没有接，群众两头找不到人；放下去了还留着，群众要跑两处。

反例：2014 年决定承接的条目，没有事项与它对应。

正例：承接部门列出这一事项，写明 `base`。

怎样改：由承接部门列入清单；已经下放的，改为“取消”并写明文件，或者改由乡镇办理。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison, fate_of
from wudan.rules.baseline.ends import decision_end
from wudan.rules.engine.about import Fate, OfEntry
from wudan.rules.engine.correction import end
from wudan.rules.engine.problem import Problem, place_in, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give what came and was not taken, and what went and was kept."""
    departments = comparison.catalog.departments
    for standing in comparison.missing:
        decision = standing.decided("take_over", "delegate_down")
        if decision is None or standing.is_suspended or decision.change.part:
            continue
        entry = standing.entry
        body = departments[entry.body].record.name if entry.body in departments else entry.body
        arguments = {"name": entry.name, "document": decision.document, "body": body, "id": entry.id}
        place = place_in(standing.document, (*standing.path, "name"))
        yield Problem(place, arguments=arguments, about=OfEntry("not taken over", entry.id))
    for kept in comparison.kept:
        if fate_of(kept.departed.decision) == "delegated":
            decision = kept.departed.decision
            yield problem_at(
                kept.item,
                "base",
                message="kept",
                arguments={"name": kept.item.record.name, "document": decision.document},
                about=Fate("kept", decision.document),
                related=(decision_end(decision),),
            )


RULE = BaselineRule(
    code="B011",
    level="error",
    title=Words("下放事项没有承接或者没有放下", "Delegated item not taken over, or kept"),
    messages={
        "message": Message(
            Words(
                "{document} 下放到本级的“{name}”没有部门承接（应由{body}列入）。",
                "'{name}', which {document} delegates to this level, is in no list; {body} should have it.",
            ),
            Words("由承接部门列入清单，写 base: {id}。", "List it with base: {id}."),
        ),
        "kept": Message(
            Words(
                "“{name}”已由 {document} 下放，清单中仍由本级实施。",
                "'{name}' was delegated by {document} and is still kept here.",
            ),
            Words("改为“取消”并写明文件。", "Set its status to cancelled and name the document."),
        ),
    },
    check=check,
    correct=end,
    page=__doc__,
)
