"""X014: a cancelled entry that is said to live on in an entry that does not exist.

Catches ids in `ended.replaced_by` that the entry's own list does not have. A composite service may live on in an
approval item.

Why: the page of a cancelled item sends the reader on to what replaced it. An id that leads nowhere leaves him there.

Source: the references between the lists; S004 for the same among departments, places and the baseline.

Bad: `ended: {on: "2015-10-11", document: 国发〔2015〕57号, replaced_by: [wjw-xk-999]}`.

Good: `replaced_by` names an id of the same list.

中文

本条查出接替事项不存在的已取消条目：`ended` 的 `replaced_by` 写的编号，本清单里没有。联办服务可以由审批事项接替。

为什么：取消事项的页面要把人引到接替它的事项。编号没有去处，人就停在那里了。

依据：各清单之间的引用关系；部门、地点和基线的引用见 S004。

反例：`ended: {on: "2015-10-11", document: 国发〔2015〕57号, replaced_by: [wjw-xk-999]}`。

正例：`replaced_by` 写本清单里有的编号。

怎样改：改成接替事项的编号；没有接替事项的，删去 replaced_by。
"""

from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.likeness import IDENTIFIER, nearest
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every successor that the entry's own list does not have; a service may live on in an approval item."""
    for placed in catalog.entries():
        yield from _missing(placed, (placed.kind.id,), catalog)
    for service in catalog.services.values():
        yield from _missing(service, ("approvals", service.kind.id), catalog)


def _missing(placed: Placed[Any], kinds: tuple[str, ...], catalog: Catalog) -> Iterator[Problem]:
    for index, successor in enumerate(placed.record.ended.replaced_by if placed.record.ended else ()):
        known = {one.record.id for kind in kinds for one in catalog.of(kind)}
        if successor in known or any(catalog.may_hold(kind, successor) for kind in kinds):
            continue
        near = nearest(successor, sorted(known), IDENTIFIER)
        yield problem_at(
            placed,
            "ended",
            "replaced_by",
            index,
            message="near" if near else "message",
            arguments={"name": placed.record.name, "id": successor, "near": near},
            about=(successor,),
        )


RULE = CatalogRule(
    code="X014",
    level="error",
    title=Words("接替事项不存在", "Successor that does not exist"),
    messages={
        "message": Message(
            Words(
                "“{name}”由“{id}”接替，本清单里没有这个编号。",
                "'{name}' is said to live on in '{id}', which its list does not have.",
            ),
            Words("改成接替事项的编号，没有的删去。", "Name the id of its successor, or remove it."),
        ),
        "near": Message(
            Words(
                "“{name}”由“{id}”接替，本清单里没有这个编号，是不是“{near}”？",
                "'{name}' is said to live on in '{id}', which its list does not have. Did you mean '{near}'?",
            ),
            Words("改成“{near}”。", "Write '{near}'."),
        ),
    },
    check=check,
    page=__doc__,
)
