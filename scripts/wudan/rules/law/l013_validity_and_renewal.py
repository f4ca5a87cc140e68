"""L013: a validity without basis, or a renewal asked for too early.

Catches licences in use whose validity cites no basis, neither in `validity` nor elsewhere by way of a setting basis,
and renewals that must be asked for more than 30 days before the end without a basis that says so.

Why: a licence that ends makes people apply again. Its end has to be in the law, not in the habit of the counter.

Source: 行政许可法 第五十条.

Bad: `validity: {term: 4年, renewal: 届满 60 日前}` without `basis`.

Good: `validity: {term: 4年, renewal: 届满 30 日前, basis: {law: 公共场所卫生管理条例实施细则}}`.

中文

本条查出没有依据的有效期，以及没有依据而要求提前 30 日以上申请的延续。

为什么：有效期一到，群众就要重新申请。期限要由法定，不能由窗口的习惯定。

依据：《行政许可法》第五十条。

反例：`validity: {term: 4年, renewal: 届满 60 日前}`，没有写 `basis`。

正例：`validity: {term: 4年, renewal: 届满 30 日前, basis: {law: 公共场所卫生管理条例实施细则}}`。

怎样改：在 validity 的 basis 写上规定有效期的法条；没有的，改为长期有效。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_ENDLESS = re.compile("长期|永久|无期限|不限")
_DAYS = re.compile(r"([0-9]{1,3})\s*(?:个)?(?:工作)?日前|([0-9]{1,2})\s*个月前")
_MOST = 30


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give a licence in use whose end, or whose early renewal, no law sets."""
    record = placed.record
    validity = record.validity
    if record.type != "行政许可" or not record.is_in_use or validity is None or validity.basis is not None:
        return
    arguments = {"name": record.name, "term": validity.term, "renewal": validity.renewal or ""}
    if not _ENDLESS.search(validity.term):
        yield problem_at(placed, "validity", "term", arguments=arguments, about=("term",))
    if _days_before(validity.renewal or "") > _MOST:
        yield problem_at(placed, "validity", "renewal", message="early", arguments=arguments, about=("renewal",))


def _days_before(text: str) -> int:
    """Give how many days before the end a renewal is asked for; 0 where the text does not say."""
    found = _DAYS.search(text)
    if found is None:
        return 0
    return int(found[1]) if found[1] else int(found[2]) * 30


RULE = ItemRule(
    code="L013",
    level="warning",
    title=Words("有效期或者延续没有依据", "Validity or renewal without a ground"),
    messages={
        "message": Message(
            Words("“{name}”的有效期（{term}）没有写明依据。", "The validity of '{name}' ({term}) cites no ground."),
            Words("写上规定有效期的法条；没有的，改为长期有效。", "Cite the article, or let it hold for good."),
        ),
        "early": Message(
            Words(
                "“{name}”的延续申请（{renewal}）早于届满前 30 日，没有写明依据。",
                "The renewal of '{name}' ({renewal}) is asked for over 30 days before the end, on no ground.",
            ),
            Words("改为届满 30 日前，或者写上依据。", "Ask for it 30 days before the end, or cite the article."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
