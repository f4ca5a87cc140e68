"""B017: a preliminary examination kept although its item was cancelled above.

Catches items in use that only examine what a higher level decides (上报件, 初审), where a decision addressed to another
level cancelled the item.

Why: there is nothing left to examine for. People hand in papers that nobody will decide on.

Source: the decision that is named; 国务院关于第一批取消62项中央指定地方实施行政审批事项的决定（国发〔2015〕57号）.

Bad: an item of case type 上报件 whose entry is cancelled at the upper level.

Good: `status: 取消` with the same document.

中文

本条查出上级事项已经取消、本级仍保留初审的事项。

为什么：上级不再审批，初审就没有了去处，群众交的材料没有人决定。

反例：上级已经取消的事项，本级仍作为上报件办理初审。

正例：按同一文件写 `status: 取消`。

怎样改：把状态改为“取消”，写明同一文件。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison
from wudan.catalog.preliminary import is_preliminary
from wudan.rules.baseline.ends import decision_end
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every preliminary examination whose item is gone above."""
    for decision in comparison.baseline.elsewhere:
        if decision.change.kind != "cancel" or decision.change.part:
            continue
        for entry_id in decision.change.from_:
            for item in comparison.by_entry.get(entry_id, ()):
                if is_preliminary(item.record):
                    yield problem_at(
                        item,
                        "base",
                        arguments={"name": item.record.name, "document": decision.document},
                        about=("preliminary", decision.document),
                        related=(decision_end(decision),),
                    )


RULE = BaselineRule(
    code="B017",
    level="error",
    title=Words("上级已取消而保留初审", "Preliminary examination of a cancelled item"),
    messages={
        "message": Message(
            Words(
                "“{name}”的上级事项已由 {document} 取消，本级仍在初审。",
                "The item above '{name}' was cancelled by {document}, and it is still examined here.",
            ),
            Words("把状态改为“取消”，写明文件。", "Set its status to cancelled and name the document."),
        )
    },
    check=check,
    page=__doc__,
)
