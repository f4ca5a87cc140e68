"""P002: a waiver that accepts nothing.

Catches waivers in force whose fingerprint no finding has: the departure was mended, or changed into another one. It is
judged in runs over the whole catalog with all rules only. For a department that submits (`--as`) it is a warning, for
reviewers and at release an error.

Why: a waiver that is kept after its reason has gone would cover the next departure unseen. An exception that is no
longer needed has to go.

Source: the practice of the review: a departure is accepted once, for one reason.

Bad: a waiver for B009 of an item whose promise was mended since.

Good: the waiver is removed together with the departure.

中文

本条查出落空的说明保留：没有任何问题与它的指纹相符，说明所保留的出入已经改正，或者变成了另一个出入。只在对整个目录用全部
规则检查时判断。部门送审时（--as）是警告，审核和发布时是错误。

为什么：理由已经不在的保留，会掩盖以后的出入。用不着的例外必须撤掉。

反例：承诺时限已经改正，为它写的说明保留还在。

正例：出入改正以后，说明保留一并删去。

怎样改：删去这一条；出入变了的，由审核人重新决定。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Placed
from wudan.catalog.model.decision import Waiver
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import Message, WaiverRule
from wudan.words import Words


def check(waiver: Placed[Waiver], submitter: str | None) -> Iterator[Problem]:
    """Give the waiver, which is known to accept nothing."""
    yield Problem(
        place_of(waiver, "fingerprint"),
        arguments={"fingerprint": waiver.record.fingerprint, "concerns": waiver.record.concerns or "—"},
        about=Texts((waiver.record.fingerprint,)),
        list=waiver.kind.id,
        level="warning" if submitter else None,
    )


RULE = WaiverRule(
    code="P002",
    level="error",
    title=Words("说明保留落空", "Waiver that accepts nothing"),
    messages={
        "message": Message(
            Words(
                "说明保留 {fingerprint}（{concerns}）没有对应的问题。",
                "The waiver {fingerprint} ({concerns}) accepts nothing.",
            ),
            Words(
                "删去这一条；出入变了的，由审核人重新决定。", "Remove it; a departure that changed is decided on anew."
            ),
        )
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
