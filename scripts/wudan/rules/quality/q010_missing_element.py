"""Q010: a mandatory element of a guide is missing.

Catches approval items that lack what an applicant must know: basis, level, source of the power, conditions,
materials, process, statutory and promised limit, case type, who is served, number of visits, fee, result, place. A city
that publishes complete guides (`profile: guide`) gets an error for each item; one that publishes bare lists
(`profile: list`) one remark for each list. Phone and complaint channel have a rule of their own (Q005).

Source: mandatory elements of GB/T 39554.2-2020; 行政许可法 第三十条 (what must be shown).

Bad: an item with name and basis alone under `profile: guide`.

Good: an item with every element above.

中文

本条查出缺少必备要素的审批事项：设定依据、行使层级、权力来源、办理条件、申请材料、办理流程、法定和承诺办结时限、办件类
型、服务对象、到现场次数、是否收费、办理结果、办理地点。公布办事指南的（profile: guide）每个事项一条错误；只公布清单的
（profile: list）每份清单一条提示。咨询和投诉电话另有规则（Q005）。

依据：GB/T 39554.2-2020 的必备要素；《行政许可法》第三十条规定的公示内容。

反例：`profile: guide` 的目录里，事项只有名称和依据。

正例：要素齐全的事项。

怎样改：补齐所缺的要素。确实没有的也要写明，如不收费写 fee: {charged: false}。
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.schema import schema_of
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of, problem_at
from wudan.rules.engine.rule import ListRule, Message
from wudan.words import Words

MANDATORY = (
    "basis", "level", "power_source", "conditions", "materials", "process", "time_limit.statutory",
    "time_limit.promised", "case_type", "serves", "visits", "fee", "result", "handled_at",
)  # fmt: skip


def check(placed_entries: Sequence[Placed[Any]], catalog: Catalog) -> Iterator[Problem]:
    """Give what each item of the approvals lacks, or, where lists are published, how many items lack anything."""
    incomplete = [
        (placed, missing)
        for placed in placed_entries
        if placed.kind.id == "approvals" and placed.record.is_in_use and (missing := _missing(placed.record))
    ]
    if catalog.city is None:
        return
    if catalog.city.profile == "list":
        yield from _remark(incomplete, len(placed_entries))
        return
    for placed, missing in incomplete:
        yield problem_at(
            placed, "id", arguments={"missing": _labels(missing), "name": placed.record.name}, about=missing
        )


def _remark(incomplete: list[tuple[Placed[Approval], tuple[str, ...]]], total: int) -> Iterator[Problem]:
    if incomplete:
        first = incomplete[0][0]
        yield Problem(
            place_of(first),
            message="list",
            arguments={"count": len(incomplete), "total": total},
            about=Texts(("list",)),
            list=first.kind.id,
            level="info",
        )


def _missing(record: Approval) -> tuple[str, ...]:
    return tuple(element for element in MANDATORY if not _has(record, element))


def _has(record: Approval, element: str) -> bool:
    holder, _, key = element.rpartition(".")
    owner = attrgetter(holder)(record) if holder else record
    value = getattr(owner, key, None)
    return value is not None and value != ()


def _labels(missing: tuple[str, ...]) -> Words:
    definitions = schema_of("approvals")["$defs"]
    titles = {
        key: value["title"]
        for name in ("TimeLimit", "Approval")
        for key, value in definitions[name]["properties"].items()
    }
    return Words("、".join(titles[key.rpartition(".")[2]] for key in missing), ", ".join(missing))


_HELP = Words(
    "补齐所缺的要素；确实没有的也要写明，如不收费写 fee: {{charged: false}}。",
    "Add them; say so where there is none, such as fee: {{charged: false}}.",
)

RULE = ListRule(
    code="Q010",
    level="error",
    title=Words("缺少办事指南的必备要素", "Mandatory element of a guide missing"),
    messages={
        "message": Message(Words("“{name}”缺少：{missing}。", "'{name}' lacks: {missing}."), _HELP),
        "list": Message(
            Words(
                "本清单 {total} 项中有 {count} 项缺少办事指南的必备要素（目录按清单要求，不算错误）。",
                "{count} of {total} items of this list lack elements of a guide (which this profile does not ask for).",
            ),
            Words(
                "要公布办事指南时，把 catalog.yml 的 profile 改为 guide。",
                "Set profile: guide in catalog.yml to ask for them.",
            ),
        ),
    },
    check=check,
    page=__doc__,
)
