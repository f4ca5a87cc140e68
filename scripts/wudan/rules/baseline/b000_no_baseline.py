"""B000: the lists are not compared with any baseline.

Catches a catalog with approval items and without a baseline that is in force on the judged day. All other B-rules are
silent there; this remark says so once.

Why: silence could be taken for agreement.

Source: 国务院关于严格控制新设行政许可的通知（国发〔2013〕39号）: what is outside the catalogue is not
approved.

Bad: `approvals/` with items, and no file in `baseline/`.

Good: `baseline/round-10.yml` whose `as_of` is not later than the judged day.

中文

本条提示：目录中没有判定日期之前的改革基线，审批事项没有与基线比对，其他 B 类规则都不作判断。

为什么：没有比对和比对一致，不是一回事。

反例：有审批事项，`baseline/` 里却没有文件。

正例：`baseline/round-10.yml` 的 `as_of` 不晚于判定日期。

怎样改：把本轮改革的结果写成 baseline/round-10.yml；暂时没有的，可以不理会这条提示。
"""

from collections.abc import Iterator

from wudan.baseline.effective import effective_baseline
from wudan.catalog.catalog import Catalog
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give one remark where there are approval items and nothing to compare them with."""
    heads = catalog.of("catalog")
    if catalog.unread & {"baseline", "adjustment"}:
        return
    if heads and catalog.approvals and catalog.derived(effective_baseline) is None:
        yield Problem(place_of(heads[0], "title"), arguments={"day": catalog.judged_on}, about=Texts(("baseline",)))


RULE = CatalogRule(
    code="B000",
    level="info",
    title=Words("没有改革基线", "No baseline"),
    messages={
        "message": Message(
            Words(
                "没有 {day} 之前的改革基线，审批事项没有与基线比对。",
                "There is no baseline of {day} or earlier, so the approval items were compared with none.",
            ),
            Words("把本轮改革的结果写成 baseline/round-10.yml。", "Write one into baseline/, such as round-10.yml."),
        )
    },
    check=check,
    page=__doc__,
    is_departure=True,
)
