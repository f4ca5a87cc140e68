"""B016: a cancelled or delegated item without supervision afterwards (事中事后监管).

Catches tombstones whose entry a decision cancelled or delegated, and that say nothing in `supervision`.

Why: what is no longer approved beforehand has to be watched afterwards; the reform asks for both.

Source: 国务院关于“先照后证”改革后加强事中事后监管的意见（国发〔2015〕62号）.

Bad: `status: 取消` without `supervision`.

Good: `supervision: 每季度抽查一次经营场所，结果向社会公布`.

中文

本条查出取消、下放之后没有写明事中事后监管的事项。

为什么：事前不审批了，事中事后就要管得住。放和管要同时做到。

依据：《国务院关于“先照后证”改革后加强事中事后监管的意见》（国发〔2015〕62号）。

反例：`status: 取消`，没有写 `supervision`。

正例：`supervision: 每季度抽查一次经营场所，结果向社会公布`。

怎样改：在保留的条目中写 supervision：由谁、用什么办法、多长时间检查一次。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison, fate_of
from wudan.rules.baseline.ends import decision_end
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every tombstone of a cancelled or delegated entry that names no supervision."""
    departed = comparison.baseline.departed
    for base, item in comparison.tombstones.items():
        gone = departed.get(base)
        if gone and fate_of(gone.decision) in ("cancelled", "delegated") and not item.record.supervision:
            yield problem_at(
                item,
                "status",
                arguments={"name": item.record.name, "document": gone.decision.document, "what": gone.decision.words},
                about=("supervision", gone.decision.document),
                related=(decision_end(gone.decision),),
            )


RULE = BaselineRule(
    code="B016",
    level="warning",
    title=Words("取消、下放后没有监管措施", "No supervision afterwards"),
    messages={
        "message": Message(
            Words(
                "“{name}”已由 {document} {what}，没有写明事中事后监管。",
                "'{name}' was {what} by {document} and names no supervision afterwards.",
            ),
            Words(
                "在 supervision 写明由谁、怎样、多久检查一次。", "Say in supervision who checks what, and how often."
            ),
        )
    },
    check=check,
    page=__doc__,
)
