"""L011: a limit that contradicts the item's own law.

Catches statutory limits longer than the limit that laws.yml records (`limits`) for the article that the limit cites,
or, where it cites none or nothing is recorded for it (行政许可法 42), for an article among the setting bases. A shorter
statutory limit is a warning: what is shorter than the law is the promise. Limits in different units are compared as
intervals; what cannot be decided passes. A version that nobody read is judged as a warning.

Why: the statutory limit is what the law says, neither more nor less.

Source: laws.yml, `limits` of the versions.

Bad: `statutory: {count: 60, unit: 自然日, basis: {law: 医疗机构管理条例, article: 第十二条}}` where the article says
30.

Good: the 30 days of the article.

中文

本条查出与法条规定不符的法定时限：laws.yml 记录了所引条文规定的期限（没有引用，或者所引的条文没有
记录，如《行政许可法》第四十二条，就看设定依据的条文），事项写的比它长（错误）或者比它短（警告：比法定短
的应写在承诺时限）。单位不同而无法断定的不算；没有人读过的文本只作警告。

为什么：法定时限就是法律写的期限，不能多也不能少。

反例：条文规定 30 日，写成 `statutory: {count: 60, unit: 自然日, …}`。

正例：写条文规定的 30 日。

怎样改：按法条写法定时限，缩短的部分写到承诺时限。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Citation, Limit
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import is_surely_longer
from wudan.law.register import Resolution, law_register, recorded_limit
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give an item whose statutory limit is not the one that its law sets."""
    record = placed.record
    limit = record.time_limit.statutory if record.time_limit else None
    if limit is None or not record.is_in_use:
        return
    year = catalog.year
    for citation, found, recorded in _recorded(limit.basis, record, catalog):
        is_longer = is_surely_longer(limit, recorded, year)
        if is_longer or is_surely_longer(recorded, limit, year):
            yield problem_at(
                placed,
                "time_limit",
                "statutory",
                message="longer" if is_longer else "shorter",
                arguments={
                    "name": record.name,
                    "own": limit_text(limit),
                    "lawful": limit_text(recorded),
                    "law": found.law.record.name if found.law else "",
                    "article": citation.article or "",
                },
                about=(citation.article or "", str(limit.count), limit.unit),
                level=None if is_longer and found.is_checked else "warning",
            )


def _recorded(basis: Citation | None, item: Approval, catalog: Catalog) -> Iterator[tuple[Citation, Resolution, Limit]]:
    """Give what the register records for the article that a limit cites; where it records none, for those that set."""
    register = catalog.derived(law_register)
    for cited in ([basis] if basis else [], [citation for citation in item.basis if citation.sets]):
        every = [(citation, register.resolve(citation)) for citation in cited]
        known = [(citation, found, limit) for citation, found in every if (limit := recorded_limit(found, citation))]
        yield from known
        if known:
            return


RULE = ItemRule(
    code="L011",
    level="error",
    title=Words("法定时限与法条不符", "Limit that contradicts its law"),
    messages={
        "longer": Message(
            Words(
                "“{name}”的法定时限{own}，比《{law}》{article}规定的{lawful}长。",
                "The statutory limit of '{name}' ({own}) is longer than '{law}' {article} allows ({lawful}).",
            ),
            Words("改成法条规定的{lawful}。", "Write the limit of the article: {lawful}."),
        ),
        "shorter": Message(
            Words(
                "“{name}”的法定时限{own}，比《{law}》{article}规定的{lawful}短。",
                "The statutory limit of '{name}' ({own}) is shorter than '{law}' {article} says ({lawful}).",
            ),
            Words(
                "法定时限写{lawful}，缩短后的写到承诺时限。",
                "Write {lawful} here, and what is shorter as the promise.",
            ),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
