"""L005: a statutory limit of over 20 working days without a citation.

Catches licences whose statutory limit is longer than 20 working days, or 45 where several bodies decide together, and
that cite no law or regulation for it. The extension by 10 (15) days has a key of its own and does not count. A
departmental rule may shorten the limit and not lengthen it. The Act itself gives no longer one. A limit in another
unit is an error only when it is surely longer, and else passes. An item that is decided above has 20 days for its own
share. A bare list (`profile: list`) comes from a table, where the ground of a limit has a column (法定时限依据) that is
seldom filled in: there an item that rests on a law or regulation is only warned.

Why: the Act gives 20 days where no law says otherwise. A longer limit needs that law.

Source: 行政许可法 第四十二条、第四十三条.

Bad: `statutory: {count: 30, unit: 工作日}`.

Good: `statutory: {count: 30, unit: 工作日, basis: {law: 医疗机构管理条例, article: 第十二条}}`.

中文

本条查出没有法律依据而超过 20 个工作日（联合办理 45 个工作日）的法定时限：没有写依据，或者依据只是规章、规范性文件，或
者就是《行政许可法》本身。延
长的 10 日（15 日）另外填写，不计在内；规章可以缩短，不能延长。单位不同的，确定超过才算。上报件按本级审查的 20 日判
断。只公布清单的（profile: list），表格里多半没有“法定时限依据”一列，事项本身有法律、法规作依据的只作警告。

为什么：法律、法规没有规定的，期限是 20 个工作日；要长，就要有法。

依据：《行政许可法》第四十二条、第四十三条。

反例：`statutory: {count: 30, unit: 工作日}`。

正例：`statutory: {count: 30, unit: 工作日, basis: {law: 医疗机构管理条例, article: 第十二条}}`。

怎样改：在 statutory 的 basis 写明规定期限的法条，在表格里是“法定时限依据”一列；没有的，改为 20 个工作日。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Citation
from wudan.catalog.working_days import working_days
from wudan.law.rank import LAWS_AND_REGULATIONS
from wudan.law.register import law_register, plain_name
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_ALONE, _TOGETHER = 20, 45
_GENERAL = frozenset({"行政许可法", "许可法"})


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence whose limit is longer than the Act allows without a law."""
    record = placed.record
    limit = record.time_limit.statutory if record.time_limit else None
    if record.type != "行政许可" or not record.is_in_use or limit is None:
        return
    most = _TOGETHER if record.bodies and record.bodies.joint else _ALONE
    if working_days(limit, catalog.year).least <= most or _is_backed(limit.basis, catalog):
        return
    yield problem_at(
        placed,
        "time_limit",
        "statutory",
        message="low" if limit.basis else "message",
        arguments={"name": record.name, "count": limit.count, "unit": limit.unit, "most": most},
        about=(str(limit.count), limit.unit),
        level="warning" if limit.basis is None and _may_rest_on_its_law(record, catalog) else None,
    )


def _may_rest_on_its_law(record: Approval, catalog: Catalog) -> bool:
    """Say whether the law on which an item of a bare list rests may be the one that sets its limit."""
    is_bare = catalog.city is not None and catalog.city.profile == "list"
    return is_bare and any(_is_backed(basis, catalog) for basis in record.basis)


def _is_backed(basis: Citation | None, catalog: Catalog) -> bool:
    """Say whether a limit cites what may set a longer one; a law of which nobody knows the kind may.

    行政许可法 itself does not: it is what gives the 20 days.
    """
    if basis is None or plain_name(basis.law) in _GENERAL:
        return False
    kind = catalog.derived(law_register).resolve(basis).kind
    return kind is None or kind in LAWS_AND_REGULATIONS


RULE = ItemRule(
    code="L005",
    level="error",
    title=Words("法定时限超过二十个工作日而没有依据", "Limit over 20 working days without a law"),
    messages={
        "message": Message(
            Words(
                "“{name}”的法定时限 {count} {unit}，超过 {most} 个工作日，没有写明法律依据。",
                "The statutory limit of '{name}' ({count} {unit}) exceeds {most} working days and cites no law.",
            ),
            Words(
                "在 statutory 的 basis 写明法条，在表格里是“法定时限依据”一列；没有的，改为 {most} 个工作日以内。",
                "Cite the article in the basis of statutory, or keep within {most} working days.",
            ),
        ),
        "low": Message(
            Words(
                "“{name}”的法定时限 {count} {unit}，超过 {most} 个工作日，所引依据无权延长期限。",
                "The statutory limit of '{name}' ({count} {unit}) exceeds {most} working days; what it cites may not.",
            ),
            Words("引用规定这一期限的法律、法规；没有的，缩短。", "Cite a law or regulation, or shorten the limit."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
