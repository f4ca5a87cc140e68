"""Q004: a stage without office or limit.

Catches stages of items in use that do not say which office has the case, or for how long. What is done at once
(即办件) has stages in name only and passes, and so does a list that publishes no guides.

Why: a process shown as bare names of stages tells nobody whom to ask on which day.

Source: 国发〔2015〕6号; 国办函〔2017〕115号 (process shown only as names on a quarter of the platforms).

Bad: `{stage: 审查}`.

Good: `{stage: 审查, office: 行政审批科, limit: {count: 5, unit: 工作日}}`.

中文

本条查出没有写明承办机构或者时限的办理环节。即办件不查。

为什么：只有环节名称，群众不知道哪一天该问谁。

依据：国发〔2015〕6号；国办函〔2017〕115号。

反例：`{stage: 审查}`。

正例：`{stage: 审查, office: 行政审批科, limit: {count: 5, unit: 工作日}}`。

怎样改：在每个环节写上 office 和 limit。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_OFFICE, _LIMIT = Words("承办机构（office）", "office"), Words("时限（limit）", "limit")
_BOTH = Words("承办机构（office）和时限（limit）", "office and limit")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every stage of an item in use that says too little."""
    record = placed.record
    if not record.is_in_use or record.case_type == "即办件" or not catalog.publishes_guides:
        return
    for index, stage in enumerate(record.process):
        if stage.office and stage.limit:
            continue
        missing = _BOTH if not stage.office and not stage.limit else _LIMIT if stage.office else _OFFICE
        yield problem_at(
            placed,
            "process",
            index,
            "stage",
            arguments={"stage": stage.stage, "missing": missing},
            about=(stage.stage, missing.en),
        )


RULE = ItemRule(
    code="Q004",
    level="warning",
    title=Words("环节不完整", "Stage without office or limit"),
    messages={
        "message": Message(
            Words("环节“{stage}”没有写明{missing}。", "The stage '{stage}' does not give its {missing}."),
            Words("写上由哪里承办、用多长时间。", "Say who has it and for how long."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
