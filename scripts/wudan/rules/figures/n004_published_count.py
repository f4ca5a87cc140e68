"""N004: a published count that the lists do not bear out.

Catches claims that name what they count (`measure`) and are of the judged day, where counting the catalog gives another
number. Claims of other days, and those that nobody can count here, are not judged.

Why: a report that says 122 items and a list that has 119 cannot both be right.

Source: counting; the measures are those of the service centre's reports.

Bad: a claim of 36 windows where the hall has 35.

Good: a claim of 35.

中文

本条查出清单对不上的公布数：统计数写明了清单口径（measure），统计日期就是判定日期，而由清单数出来的是另一个数。其他日
期的、清单里数不出来的不判断。

为什么：报告说 122 项，清单里是 119 项，总有一个不对。

反例：公布大厅窗口 36 个，清单里是 35 个。

正例：公布 35 个。

怎样改：核对报告的口径和清单；漏列的补列。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.measures import measure
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every claim of the judged day that counting does not confirm.

    Records that break their schema are findings already, and are not counted; where they may be what is missing, the
    claim is not wrong for that.
    """
    aside = sum(len(file.faulty) for file in catalog.files)
    for placed in () if catalog.unread else catalog.of("statistics"):
        for index, claim in enumerate(placed.record.claims):
            if claim.measure is None or (claim.on or placed.record.until) != catalog.judged_on:
                continue
            counted = measure(catalog, claim.measure)
            if counted != claim.count and not counted < claim.count <= counted + aside:
                yield problem_at(
                    placed,
                    "claims",
                    index,
                    "count",
                    arguments={"subject": claim.subject, "count": f"{claim.count:g}", "counted": counted},
                    about=(claim.measure, f"{claim.count:g}"),
                )


RULE = CatalogRule(
    code="N004",
    level="error",
    title=Words("公布数与清单不符", "Count that the lists do not bear out"),
    messages={
        "message": Message(
            Words(
                "“{subject}”公布为 {count}，清单中是 {counted}。",
                "'{subject}' is given as {count}; the lists have {counted}.",
            ),
            Words("核对报告的口径和清单。", "Check what the report counts, and the lists."),
        )
    },
    check=check,
    page=__doc__,
)
