"""P001: a release without approval, document or date.

Catches releases that lack the approving body, the document or the day, and releases whose days are out of order: the
public notice begins before it ends and ends before the approval, and the legal review comes before the approval too.

Why: nothing is published that the city government has not approved, and everybody can see that it has.

Source: 权力清单 procedures of 中办发〔2015〕21号 (合法性审查、公布); the review's own rule.

Bad: a release without `document`.

Good: `{on: "2015-12-28", document: 新密政文〔2015〕120号, approved_by: 新密市人民政府, …}`.

中文

本条查出手续不全的发布版本：缺少批准机关、批准文件或者批准日期，公示起止日期颠倒，公示或者合法性审查晚于批准。

为什么：没有批准的不能公布，批准的手续要看得到。

依据：《关于推行地方各级政府工作部门权力清单制度的指导意见》（中办发〔2015〕21号）。

反例：版本没有写 `document`。

正例：`{on: "2015-12-28", document: 新密政文〔2015〕120号, approved_by: 新密市人民政府, …}`。

怎样改：补上 approved_by、document、on，核对各个日期。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_REQUIRED = {
    "approved_by": Words("批准机关（approved_by）", "approved_by"),
    "document": Words("批准文件（document）", "document"),
    "on": Words("批准日期（on）", "on"),
}
# Each pair of days, of which the first may not be later than the second.
_ORDER = (("notice_since", "notice_until"), ("notice_until", "on"), ("legal_review", "on"))


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give what every release lacks, and its days that are out of order."""
    for placed in catalog.of("release"):
        for key, words in _REQUIRED.items():
            if getattr(placed.record, key) is None:
                yield problem_at(placed, "id", message="missing", arguments={"missing": words}, about=(key,))
        for first, second in _ORDER:
            before, after = getattr(placed.record, first), getattr(placed.record, second)
            if before and after and before > after:
                arguments = {"first": f"{first} {before}", "second": f"{second} {after}"}
                yield problem_at(placed, first, message="order", arguments=arguments, about=(first, second))


RULE = CatalogRule(
    code="P001",
    level="error",
    title=Words("发布手续不全", "Release without approval"),
    messages={
        "missing": Message(
            Words("发布版本没有写明{missing}。", "The release does not give {missing}."),
            Words("补上；没有批准的，不能发布。", "Add it; what is not approved is not published."),
        ),
        "order": Message(
            Words("日期颠倒：{first} 晚于 {second}。", "Days out of order: {first} is later than {second}."),
            Words("核对日期。", "Check the days."),
        ),
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
