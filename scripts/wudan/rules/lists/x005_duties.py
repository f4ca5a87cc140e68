"""X005: a power without duties, or without the stages that are usual for its type.

Catches powers in use without `duties`, and powers whose duties leave out a stage that is usual for their type: a
licence has 受理, 审查, 决定, 送达 and 事后监管, a penalty 立案, 调查取证, 审理, 告知, 决定, 送达 and 执行. What is
decided on the spot has no 审查, a summary procedure no 立案. Different names of one stage count as one.

Why: the list is of powers and duties. A power whose duties stop at the decision leaves open who delivers and who
looks afterwards.

Source: 关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）.

Bad: a power of type 行政许可 with the duty 受理 alone.

Good: one duty for each stage.

中文

本条查出没有责任事项的权力，以及责任事项缺少通常环节的权力。许可应有受理、审查、决定、送达、事后监管，处罚应有立案、调
查取证、审理、告知、决定、送达、执行，其他类型见规则的环节表。当场决定的没有审查，简易程序没有立案。同一环节的不同叫法
算一个。

为什么：权责清单既列权力也列责任。只写到决定为止，送达和事后监管就没有人负责。

依据：《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）。

反例：类型为行政许可的权力只写了受理责任。

正例：每个环节各写一条责任。

怎样改：按环节补齐责任事项；当场办理或者适用简易程序的，写明 procedure。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.power import Power
from wudan.catalog.stages import standard_stage
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.rules.lists.usual_stages import LEFT_OUT, USUAL_STAGES
from wudan.words import Words


def check(placed: Placed[Power], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give a power without duties, or the stages that its duties leave out."""
    record = placed.record
    if not record.is_in_use:
        return
    if not record.duties:
        yield problem_at(placed, "id", message="none", arguments={"name": record.name}, about=("none",))
        return
    present = {standard_stage(duty.stage) for duty in record.duties}
    left_out = LEFT_OUT.get(record.procedure or "", frozenset())
    missing = [stage for stage in USUAL_STAGES.get(record.type, ()) if stage not in present | left_out]
    if missing:
        arguments = {"name": record.name, "type": record.type, "missing": "、".join(missing)}
        yield problem_at(placed, "duties", key=True, arguments=arguments, about=(*missing,))


RULE = ItemRule(
    code="X005",
    level="warning",
    title=Words("责任事项缺失", "Duties missing"),
    messages={
        "none": Message(
            Words("“{name}”没有责任事项。", "The power '{name}' has no duties."),
            Words("按环节补上责任事项（duties）。", "Add its duties, stage by stage."),
        ),
        "message": Message(
            Words(
                "“{name}”（{type}）的责任事项缺少：{missing}。",
                "The duties of '{name}' ({type}) leave out: {missing}.",
            ),
            Words(
                "补上这些环节的责任；当场决定、简易程序的，写明 procedure。",
                "Add the duties of these stages, or name the procedure that has none.",
            ),
        ),
    },
    check=check,
    page=__doc__,
    lists=("powers",),
)
