"""B002: an entry of the baseline that nobody lists (漏报).

Catches entries of the effective baseline for which no department lists an item in use. All departments are searched
before this is said. Entries that were taken over and not listed belong to B011, merges and splits to B012; an entry
that is suspended may be left out.

Why: an approval that exists and is not published cannot be found by those who need it, and nobody answers for it.

Source: the review of the lists against the baseline (对照第十轮行政审批制度改革成果逐项审核).

Bad: the baseline has `r10-0312`, and no item has `base: r10-0312`.

Good: one department lists it, or a decision takes it out of the baseline.

中文

本条查出漏报的事项：改革基线里有、各部门的清单里都没有的事项。判断之前已在全部部门中找过。承接而未列的见 B011，合并、
拆分的见 B012；暂停实施的可以不列。

为什么：没有公布的审批，群众找不到，也没有人负责。

反例：基线有 `r10-0312`，没有一个事项写 `base: r10-0312`。

正例：有一个部门列出它，或者有决定把它调出基线。

怎样改：由基线中的实施部门补报；已经取消、下放的，补上相应的调整决定。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison
from wudan.baseline.merging import is_merged_away
from wudan.rules.engine.about import OfEntry
from wudan.rules.engine.problem import Problem, place_in
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every entry that no item in use stands for."""
    departments = comparison.catalog.departments
    for standing in comparison.missing:
        entry = standing.entry
        taken_over = standing.decided("take_over", "delegate_down")
        decided_otherwise = standing.decided("merge", "split") or is_merged_away(comparison, standing)
        if standing.is_suspended or taken_over or decided_otherwise:
            continue
        body = departments[entry.body].record.name if entry.body in departments else entry.body
        place = place_in(standing.document, (*standing.path, "name"))
        yield Problem(
            place, arguments={"name": entry.name, "id": entry.id, "body": body}, about=OfEntry("missing", entry.id)
        )


RULE = BaselineRule(
    code="B002",
    level="error",
    title=Words("基线事项漏报", "Baseline item not listed"),
    messages={
        "message": Message(
            Words(
                "基线事项“{name}”（{id}，{body}）在各部门的清单中都没有。",
                "No department lists the baseline item '{name}' ({id}, {body}).",
            ),
            Words(
                "由实施部门补报，写 base: {id}；已经取消、下放的，补上调整决定。",
                "Its body lists it with base: {id}, or an adjustment takes it out.",
            ),
        )
    },
    check=check,
    page=__doc__,
)
