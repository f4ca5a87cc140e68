"""N001: parts that do not make their total.

Catches case figures whose immediate, promised and reported cases do not make the cases finished, and published totals
whose parts do not make them. The finding names the printed and the computed number.

Why: a figure that does not add up is wrong somewhere, and everything computed from it as well.

Source: arithmetic; the figures are published as they were printed.

Bad: `finished: 343532` with parts that make 243,532.

Good: `finished: 968365` with 838,426, 121,393 and 8,546.

中文

本条查出分项与合计对不上的数字：即办件、承诺件、上报件之和不等于办结件数，其他合计不等于分项之和。同时列出所印的数和算
出的数。

为什么：对不上的数字，必有一处是错的，由它算出来的也跟着错。

反例：`finished: 343532`，分项之和是 243,532。

正例：`finished: 968365`，分项是 838,426、121,393 和 8,546。

怎样改：与原始统计核对；原文就印错的，照印不改，由审核人写明理由保留。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.register import Counts, Statistics
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every total that its parts do not make."""
    for placed in catalog.of("statistics"):
        cases = placed.record.cases
        computed = sum_of_parts(cases)
        if cases and computed is not None and computed != cases.finished:
            yield _problem(placed, ("cases", "finished"), Words("办结", "finished"), cases.finished, computed)
        for index, total in enumerate(placed.record.totals):
            parts = sum(share.count for share in total.parts)
            if parts != total.total:
                subject = Words(total.subject, total.subject)
                yield _problem(placed, ("totals", index, "total"), subject, total.total, parts)


def sum_of_parts(cases: Counts | None) -> int | None:
    """Give the sum of the three kinds of cases, or None where one of them is not stated."""
    parts = (cases.immediate, cases.promised, cases.reported) if cases else ()
    return sum(part or 0 for part in parts) if parts and None not in parts else None


def _problem(
    placed: Placed[Statistics], steps: tuple[str | int, ...], subject: Words, printed: float, computed: float
) -> Problem:
    return problem_at(
        placed,
        *steps,
        arguments={"subject": subject, "printed": f"{printed:,.10g}", "computed": f"{computed:,.10g}"},
        about=(subject.zh, f"{printed:.10g}", f"{computed:.10g}"),
    )


RULE = CatalogRule(
    code="N001",
    level="error",
    title=Words("分项与合计不符", "Parts that do not make their total"),
    messages={
        "message": Message(
            Words(
                "“{subject}”印作 {printed}，分项相加是 {computed}。",
                "'{subject}' is printed as {printed}; its parts make {computed}.",
            ),
            Words(
                "与原始统计核对；原文印错的，由审核人说明保留。", "Check the source; a misprint of it may be waived."
            ),
        )
    },
    check=check,
    page=__doc__,
)
