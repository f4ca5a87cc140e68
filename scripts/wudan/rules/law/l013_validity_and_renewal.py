"""L013: a validity or a renewal without basis, or against what the item itself or the law says.

Catches licences in use whose validity cites no basis, and renewals that must be asked for more than 30 days before the
end without a law, regulation or rule that says so: none is cited, or 行政许可法 itself, or a normative document. A time
within which one asks (届满前90日内) is not early.

Catches as errors a validity that the two places where it stands, `validity.term` and `result.valid_for`, tell
otherwise, and one that is shorter than the years that laws.yml records for the cited article.

Why: a licence that ends makes people apply again. Its end has to be in the law, not in the habit of the counter, and
who reads 4年 in one place and 1年 in the other comes too late.

Source: 行政许可法 第五十条: 30 days before the end, unless laws, regulations or rules say otherwise.

Bad: `validity: {term: 4年, renewal: 届满 60 日前}` without `basis`.

Bad: `validity: {term: 4年, …}` and `result: {…, valid_for: 1年}`.

Good: `validity: {term: 4年, renewal: 届满 30 日前, basis: {law: 公共场所卫生管理条例实施细则}}`.

中文

本条查出没有依据的有效期，以及没有法律、法规、规章依据而要求提前 30 日以上申请的延续：没有写依据，依据就是《行政许可法》
本身，或者是规范性文件。“届满前 90 日内”说的是什么时候可以申请，不算提前。

有效期在 validity.term 和 result.valid_for 两处写得不一样的，比 laws.yml 记录的法条年限短的，是错误。

为什么：有效期一到，群众就要重新申请。期限要由法定，不能由窗口的习惯定；一处写 4 年、一处写 1 年，群众就会误了时候。

依据：《行政许可法》第五十条：届满三十日前提出申请，法律、法规、规章另有规定的除外。

反例：`validity: {term: 4年, renewal: 届满 60 日前}`，没有写 `basis`。

反例：`validity: {term: 4年, …}`，`result: {…, valid_for: 1年}`。

正例：`validity: {term: 4年, renewal: 届满 30 日前, basis: {law: 公共场所卫生管理条例实施细则}}`。

怎样改：在 validity 的 basis 写上规定有效期的法条；没有的，改为长期有效；两处不一样的，照法条改成一样。
"""

import math
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Citation
from wudan.catalog.periods import lead_in, period_in, periods_in, sign
from wudan.catalog.wording import limit_text
from wudan.law.register import law_register, plain_name, recorded_limit
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MOST = 30


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence in use whose end, or whose early renewal, no law sets, or that is told in two ways."""
    record = placed.record
    validity = record.validity
    if record.type != "行政许可" or not record.is_in_use or validity is None:
        return
    arguments = {"name": record.name, "term": validity.term, "renewal": validity.renewal or ""}
    if validity.basis is None and math.inf not in periods_in(validity.term):
        yield problem_at(placed, "validity", "term", arguments=arguments, about=("term",))
    if (lead_in(validity.renewal or "") or 0) > _MOST and not _may_say_otherwise(validity.basis, catalog):
        yield problem_at(placed, "validity", "renewal", message="early", arguments=arguments, about=("renewal",))
    yield from _against(placed, validity.term, validity.basis, catalog)


def _against(placed: Placed[Approval], term: str, basis: Citation | None, catalog: Catalog) -> Iterator[Problem]:
    """Give a validity that is another in the result, or shorter than the article that it cites says."""
    own, result = period_in(term), placed.record.result
    other = period_in(result.valid_for or "") if result else None
    if own is None:
        return
    if other is not None and result is not None and sign(own, other):
        arguments = {"name": placed.record.name, "term": term, "other": result.valid_for}
        yield problem_at(
            placed, "result", "valid_for", message="differs", arguments=arguments, about=("differs",), level="error"
        )
    found = catalog.derived(law_register).resolve(basis) if basis else None
    lawful = recorded_limit(found, basis) if found and basis else None
    if found and basis and lawful and lawful.unit == "年" and sign(lawful.count * 365, own) < 0:
        arguments = {
            "name": placed.record.name,
            "term": term,
            "lawful": limit_text(lawful),
            "law": basis.law,
            "article": basis.article,
        }
        yield problem_at(
            placed,
            "validity",
            "term",
            message="short",
            arguments=arguments,
            about=("short",),
            level="error" if found.is_checked else None,
        )


def _may_say_otherwise(basis: Citation | None, catalog: Catalog) -> bool:
    """Say whether a basis may ask for a renewal earlier than 行政许可法 50 does, which it cannot do itself."""
    if basis is None or plain_name(basis.law) == "行政许可法":
        return False
    return catalog.derived(law_register).resolve(basis).kind != "规范性文件"


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
                "“{name}”的延续申请（{renewal}）早于届满前 30 日，没有法律、法规、规章作依据。",
                "The renewal of '{name}' ({renewal}) is asked for over 30 days before the end, on no ground.",
            ),
            Words("改为届满 30 日前，或者写上依据。", "Ask for it 30 days before the end, or cite the article."),
        ),
        "differs": Message(
            Words(
                "“{name}”的有效期，validity 写{term}，办理结果写{other}。",
                "The validity of '{name}' is {term} in validity and {other} in the result.",
            ),
            Words("照法条写成一样。", "Write what the article says in both places."),
        ),
        "short": Message(
            Words(
                "“{name}”的有效期（{term}）比《{law}》{article}规定的{lawful}短。",
                "The validity of '{name}' ({term}) is shorter than '{law}' {article} says ({lawful}).",
            ),
            Words("改成法条规定的{lawful}。", "Write what the article says: {lawful}."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
