"""B007: a precondition was added.

Catches preconditions that the entry of the baseline does not have. Where a law or decision newer than the baseline is
cited for one it is a warning.

Why: the reform takes preconditions away. One that comes back without a law makes every applicant pay for it in time.

Source: 国办发〔2014〕59号 on trimming what comes before an approval; the six aspects of the review.

Bad: a `precondition` that the entry of the baseline does not have, without a newer law.

Good: the preconditions of the baseline, or fewer.

中文

本条查出比改革基线多出的前置条件。引用了比基线新的法律或者决定的，只作警告。

为什么：改革是为了减少前置条件。没有法律依据就增加的，最后由每一个申请人承担。

依据：《国务院办公厅关于印发精简审批事项规范中介服务实行企业投资项目网上并联核准制度工作方案的通知》（国办发〔2014〕59号）。

反例：写了基线条目所没有的前置条件，又没有新的法律依据。

正例：与基线的前置条件相同，或者更少。

怎样改：删去增加的前置条件；确有比基线新的法律、决定要求的，写明依据。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import added_preconditions
from wudan.baseline.comparison import Comparison
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Added
from wudan.rules.engine.correction import without
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every precondition of an item that its entry does not have."""
    for pair in comparison.pairs:
        item = pair.item
        for departure in added_preconditions(comparison.catalog, item, pair.standing.entry):
            yield problem_at(
                item,
                *departure.path,
                message="backed" if departure.is_backed else "message",
                arguments={"name": item.record.name, "now": departure.now},
                about=Added("precondition", departure.now),
                related=(baseline_end(pair.standing, "preconditions"),),
                level="warning" if departure.is_backed else None,
            )


RULE = BaselineRule(
    code="B007",
    level="error",
    title=Words("增加前置条件", "Precondition added"),
    messages={
        "message": Message(
            Words(
                "“{name}”比基线多了前置条件“{now}”。",
                "'{name}' has the precondition '{now}', which the baseline does not have.",
            ),
            Words(
                "删去；确有比基线新的法律、决定要求的，写明依据。",
                "Remove it, or cite the newer law or decision that asks for it.",
            ),
        ),
        "backed": Message(
            Words(
                "“{name}”比基线多了前置条件“{now}”，依据比基线新，请核实。",
                "'{name}' has the precondition '{now}', for which a newer law is cited.",
            ),
            Words("核实依据；属实的，提请调整基线。", "Verify it, and have the baseline amended."),
        ),
    },
    check=check,
    correct=without("preconditions"),
    page=__doc__,
)
