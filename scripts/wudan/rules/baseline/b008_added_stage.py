"""B008: a stage was added.

Catches stages of the process that the entry of the baseline does not have. Different names of one stage count as one
(审核 is 审查). Where the item rests on a law newer than the baseline it is a warning.

Why: the reform takes stages away. One that comes back without a law makes every applicant pay for it in time.

Source: 国务院关于规范国务院部门行政审批行为改进行政审批有关工作的通知（国发〔2015〕6号）; the six aspects.

Bad: `{stage: 公示}` where the baseline has 受理, 审查, 决定, 送达.

Good: the stages of the baseline under any of their usual names: 审核 is 审查.

中文

本条查出比改革基线多出的办理环节。同一环节的不同叫法算一个（审核就是审查）。事项引用了比基线新的法律的，只作警告。

为什么：改革是为了减少办理环节。没有法律依据就增加的，最后由每一个申请人承担。

依据：《国务院关于规范国务院部门行政审批行为改进行政审批有关工作的通知》（国发〔2015〕6号）。

反例：基线是受理、审查、决定、送达，多写了 `{stage: 公示}`。

正例：与基线的环节相同，叫法可以不同：审核就是审查。

怎样改：删去增加的办理环节；确有比基线新的法律、决定要求的，写明依据。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import added_stages
from wudan.baseline.comparison import Comparison
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Added
from wudan.rules.engine.correction import without
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every stage of an item that its entry does not have."""
    for pair in comparison.pairs:
        item = pair.item
        for departure in added_stages(comparison.catalog, item, pair.standing.entry):
            yield problem_at(
                item,
                *departure.path,
                message="backed" if departure.is_backed else "message",
                arguments={"name": item.record.name, "now": departure.now},
                about=Added("stage", departure.now),
                related=(baseline_end(pair.standing, "process"),),
                level="warning" if departure.is_backed else None,
            )


RULE = BaselineRule(
    code="B008",
    level="error",
    title=Words("增加办理环节", "Stage added"),
    messages={
        "message": Message(
            Words(
                "“{name}”比基线多了办理环节“{now}”。",
                "'{name}' has the stage '{now}', which the baseline does not have.",
            ),
            Words(
                "删去；确有比基线新的法律、决定要求的，写明依据。",
                "Remove it, or cite the newer law or decision that asks for it.",
            ),
        ),
        "backed": Message(
            Words(
                "“{name}”比基线多了办理环节“{now}”，依据比基线新，请核实。",
                "'{name}' has the stage '{now}', for which a newer law is cited.",
            ),
            Words("核实依据；属实的，提请调整基线。", "Verify it, and have the baseline amended."),
        ),
    },
    check=check,
    correct=without("process"),
    page=__doc__,
)
