"""P003: a waiver past its end date.

Catches waivers whose `until` lies before the judged day. They no longer accept anything, so the departure itself is
reported again as well.

Why: a departure is accepted for a time, so that somebody looks at it again.

Source: the practice of the review: every acceptance has an end.

Bad: `until: "2015-06-30"` on a list judged on 2015-12-31.

Good: `until: "2016-06-30"`.

中文

本条查出过期的说明保留：有效期在判定日期之前。过期的不再起作用，所保留的出入会重新报出来。

为什么：出入只是暂时保留，到期要有人重新看。

反例：2015 年 12 月 31 日判定，`until: "2015-06-30"`。

正例：`until: "2016-06-30"`。

怎样改：改正出入并删去这一条；仍需保留的，由审核人重新批准，写新的日期。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every waiver whose last day is over."""
    for waiver in catalog.of("waivers"):
        if waiver.record.until < catalog.judged_on:
            yield Problem(
                place_of(waiver, "until"),
                arguments={
                    "until": waiver.record.until,
                    "concerns": waiver.record.concerns or waiver.record.fingerprint,
                },
                about=Texts((waiver.record.fingerprint,)),
                list=waiver.kind.id,
            )


RULE = CatalogRule(
    code="P003",
    level="error",
    title=Words("说明保留过期", "Waiver past its end"),
    messages={
        "message": Message(
            Words("说明保留（{concerns}）已于 {until} 到期。", "The waiver ({concerns}) ended on {until}."),
            Words(
                "改正出入并删去这一条，或者由审核人重新批准。",
                "Mend the departure and remove the waiver, or have it accepted anew.",
            ),
        )
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
