"""B005: the deciding body differs from the baseline.

Catches items that are decided by another body than the baseline says. A body that succeeds the former one
(`succeeds` in departments.yml) passes.

Why: who decides is set by law and by decision; an item that wanders between departments is answered for by nobody.

Source: 行政许可法 第二十二条; the six aspects of the review.

Bad: `bodies: {decides: zjj}` where the baseline has `body: wjw`.

Good: `bodies: {decides: wjw}`, or a decision of kind `transfer`.

中文

本条查出决定机构与改革基线不同的事项。机构改革后由承接机构实施的（departments.yml 的 succeeds 有登记），不算不同。

为什么：由谁决定是法律和决定规定的。事项在部门之间随意流动，就没有人负责。

依据：《行政许可法》第二十二条。

反例：基线是 `body: wjw`，写成 `bodies: {decides: zjj}`。

正例：`bodies: {decides: wjw}`，或者有划转的决定。

怎样改：改成基线的实施主体；机构已经合并、更名的，在 departments.yml 登记承接关系；确实划转的，要有调整实施机关的决定。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import is_same_body
from wudan.baseline.comparison import Comparison
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Departing
from wudan.rules.engine.correction import Data, Departure
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item whose deciding body is neither that of its entry nor a successor of it."""
    catalog = comparison.catalog
    for pair in comparison.pairs:
        now, wanted = pair.item.decider, pair.standing.entry.body
        if now is None or is_same_body(catalog, now, wanted):
            continue
        bodies = pair.item.record.bodies
        steps = ("bodies", "decides") if bodies and bodies.decides else ("id",)
        names = {
            key: catalog.departments[body].record.name if body in catalog.departments else body
            for key, body in (("now", now), ("wanted", wanted))
        }
        yield problem_at(
            pair.item,
            *steps,
            arguments={"name": pair.item.record.name, **names},
            about=Departing("body", wanted, now),
            related=(baseline_end(pair.standing, "body"),),
        )


def correct(data: Data, departure: Departure) -> None:
    """Let the body of the entry decide."""
    data["bodies"] = {**data.get("bodies", {}), "decides": departure.entry.body}


RULE = BaselineRule(
    code="B005",
    level="error",
    title=Words("实施主体与基线不同", "Body differs from the baseline"),
    messages={
        "message": Message(
            Words(
                "“{name}”的决定机构是{now}，基线是{wanted}。",
                "'{name}' is decided by {now}; the baseline says {wanted}.",
            ),
            Words(
                "改成基线的实施主体；机构承接的，在 departments.yml 的 succeeds 登记；划转的，要有决定。",
                "Use the body of the baseline, register its successor in departments.yml, or have it transferred.",
            ),
        )
    },
    check=check,
    correct=correct,
    page=__doc__,
)
