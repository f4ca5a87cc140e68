"""N002: more finished than there was to finish.

Catches case figures with more cases finished than were pending before and accepted. Where the parts already show the
printed number to be wrong (N001), it is that finding and not this one.

Why: nothing can be finished that never came in.

Source: arithmetic.

Bad: `accepted: 100`, `finished: 120`.

Good: `pending_before: 30`, `accepted: 100`, `finished: 120`.

中文

本条查出办结多于应办的统计：办结件数大于期初在办与受理之和。分项已经表明所印数字有误的（N001），不重复报告。

为什么：没有受理的件，不可能办结。

反例：`accepted: 100`，`finished: 120`。

正例：`pending_before: 30`，`accepted: 100`，`finished: 120`。

怎样改：核对统计；有期初在办的，写上 pending_before。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.rules.figures.n001_parts_and_total import sum_of_parts
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every period in which more was finished than there was."""
    for placed in catalog.of("statistics"):
        cases = placed.record.cases
        if cases is None or sum_of_parts(cases) not in (None, cases.finished):
            continue
        available = (cases.pending_before or 0) + cases.accepted
        if cases.finished > available:
            yield problem_at(
                placed,
                "cases",
                "finished",
                arguments={"finished": f"{cases.finished:,}", "available": f"{available:,}"},
                about=(str(cases.finished), str(available)),
            )


RULE = CatalogRule(
    code="N002",
    level="error",
    title=Words("办结多于应办", "More finished than there was"),
    messages={
        "message": Message(
            Words(
                "办结 {finished} 件，应办只有 {available} 件。",
                "{finished} cases are finished, and there were {available}.",
            ),
            Words("核对统计；有期初在办的，写上 pending_before。", "Check the figures, or add pending_before."),
        )
    },
    check=check,
    page=__doc__,
)
