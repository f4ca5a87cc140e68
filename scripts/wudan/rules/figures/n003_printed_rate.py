"""N003: a printed rate that differs from the computed one.

Catches rates of finished cases that are neither the computed rate rounded to the decimals printed nor cut off after
them. Figures that N001 or N002 already call wrong are not judged.

Why: a rate is there to be believed. It has to follow from the figures beside it.

Source: arithmetic; GB/T 8170-2008 on rounding.

Bad: `accepted: 200`, `finished: 150`, `rate: 80`.

Good: `accepted: 968367`, `finished: 968365`, `rate: 99`, for 99.9998 was cut off.

中文

本条查出与件数不符的办结率：所印的比率既不是四舍五入的结果，也不是截去小数的结果。件数本身已由 N001、N002 指出有误的不
判断。

为什么：比率要能由旁边的数字算出来，才可信。

依据：GB/T 8170-2008 数值修约规则。

反例：`accepted: 200`，`finished: 150`，`rate: 80`。

正例：`accepted: 968367`，`finished: 968365`，`rate: 99`：99.9998 截去小数。

怎样改：改成算出的比率；照原文所印的，由审核人说明保留。
"""

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.register import Counts
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.rules.figures.n001_parts_and_total import sum_of_parts
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every rate that does not follow from its figures."""
    for placed in catalog.of("statistics"):
        cases = placed.record.cases
        if cases is None or cases.rate is None or not _is_sound(cases):
            continue
        computed = Decimal(cases.finished) * 100 / ((cases.pending_before or 0) + cases.accepted)
        if not _agrees(Decimal(str(cases.rate)), computed):
            yield problem_at(
                placed,
                "cases",
                "rate",
                arguments={"printed": f"{cases.rate:g}", "computed": f"{computed:.4f}"},
                about=(f"{cases.rate:g}",),
            )


def _is_sound(cases: Counts) -> bool:
    """Say whether the figures can be computed with: something was accepted, and the sums are right."""
    available = (cases.pending_before or 0) + cases.accepted
    return 0 < available >= cases.finished and sum_of_parts(cases) in (None, cases.finished)


def _agrees(printed: Decimal, computed: Decimal) -> bool:
    places = max(0, -int(printed.normalize().as_tuple().exponent))
    unit = Decimal(1).scaleb(-places)
    return printed in (computed.quantize(unit, ROUND_HALF_UP), computed.quantize(unit, ROUND_DOWN))


RULE = CatalogRule(
    code="N003",
    level="warning",
    title=Words("办结率与件数不符", "Rate that its figures do not give"),
    messages={
        "message": Message(
            Words(
                "办结率印作 {printed}%，算出来是 {computed}%。",
                "The rate is printed as {printed} %; it is {computed} %.",
            ),
            Words("改成算出的比率。", "Print the computed rate."),
        )
    },
    check=check,
    page=__doc__,
)
