"""X008: preconditions in a circle (互为前置).

Catches items that are, over any number of steps, each other's preconditions. The whole circle is one finding, with the
place of every step. A precondition that is asked for one case only (`part`) belongs to that case: a first issue that
needs a paper whose renewal needs the first issue is no circle. Those marked 并联 or 后置 come at the same time or
later and are none either.

Why: nobody can begin. Each counter sends the applicant to the other.

Source: 清理互为前置的审批 (国办发〔2014〕59号).

Bad: A needs B, B needs C, C needs A.

Good: A and B both need C.

中文

本条查出互为前置的事项：甲以乙为前置，乙又直接或者间接以甲为前置。整个环作为一个问题报告，列出每一步的位置。只在某个情
形下要求的前置，只算在那个情形里；并联、后置的不算。

为什么：谁也办不了第一件，群众被两边推来推去。

依据：国办发〔2014〕59号。

反例：甲以乙为前置，乙以丙为前置，丙又以甲为前置。

正例：甲、乙都以丙为前置。

怎样改：去掉其中一步，或者改为并联。
"""

from collections.abc import Iterator, Mapping, Sequence

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, Related, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

Steps = Mapping[tuple[str, str], int]


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every circle of preconditions once, beginning with the item whose id comes first."""
    steps = _steps(catalog)
    if not steps:
        return
    import networkx  # noqa: PLC0415 (only catalogs with preconditions between items need it)

    for group in networkx.strongly_connected_components(networkx.DiGraph(list(steps))):
        for circle in networkx.simple_cycles(networkx.DiGraph([step for step in steps if group >= set(step)])):
            if len(group) > 1 or (circle[0], circle[0]) in steps:
                yield _problem(catalog, _rotated(circle), steps)


def _steps(catalog: Catalog) -> Steps:
    """Give each step from an item in use to what must come before it, with the number of the precondition."""
    in_use = {placed.record.id for placed in catalog.approvals if placed.record.is_in_use}
    return {
        (placed.record.id, precondition.approval): index
        for placed in catalog.approvals
        for index, precondition in enumerate(placed.record.preconditions)
        if precondition.approval in in_use and placed.record.id in in_use
        if precondition.part is None and precondition.timing in (None, "前置")
    }


def _rotated(circle: Sequence[str]) -> list[str]:
    start = circle.index(min(circle))
    return [*circle[start:], *circle[:start]]


def _problem(catalog: Catalog, circle: list[str], steps: Steps) -> Problem:
    items: list[Placed[Approval]] = [catalog.by_id["approvals", one] for one in circle]  # type: ignore[misc]
    edges = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    places = [place_of(item, "preconditions", steps[edge], "approval") for item, edge in zip(items, edges, strict=True)]
    names = " → ".join(item.record.name for item in [*items, items[0]])
    related = tuple(Related(place, _STEP) for place in places[1:])
    return Problem(
        places[0],
        arguments={"circle": names},
        about=Texts(tuple(circle)),
        list=items[0].kind.id,
        item=circle[0],
        related=related,
    )


_STEP = Words("环中的下一步", "The next step of the circle")

RULE = CatalogRule(
    code="X008",
    level="error",
    title=Words("互为前置", "Preconditions in a circle"),
    messages={
        "message": Message(
            Words("互为前置，无法开始：{circle}。", "Nobody can begin: {circle}."),
            Words(
                "去掉其中一步，或者改为并联（timing: 并联）。", "Remove one step, or let two of them run in parallel."
            ),
        )
    },
    check=check,
    page=__doc__,
)
