"""X010: an item without a window in the hall or a branch hall, and without a stated reason (两集中两到位).

Catches approval items in use that say where they are handled, and name neither a window of a hall or branch hall nor a
reason in `outside_hall`. Items that say nothing at all about the place belong to Q010. Where the city has registered no
hall, nothing is said.

Why: approvals are brought together at one place, and the window has the power to decide. Who keeps one in the office
sends people across the town.

Source: 两集中、两到位 (新密政文〔2013〕121号); 行政许可法 第二十六条.

Bad: `handled_at: [{place: town-dawei}]`.

Good: `handled_at: [{place: hall, window: 12}]`, or `handled_at: [{outside_hall: 需在考试场地现场办理}]`.

中文

本条查出没有进驻大厅的事项：写了办理地点，却没有大厅或者分中心的窗口，也没有写明不进大厅的理由。完全没有写办理地点的见
Q010；没有登记大厅的地方不判断。

为什么：审批集中到一处，窗口授权到位，群众才不用满城跑。

依据：新密政文〔2013〕121号（两集中、两到位）；《行政许可法》第二十六条。

反例：`handled_at: [{place: town-dawei}]`。

正例：`handled_at: [{place: hall, window: 12}]`，或者 `handled_at: [{outside_hall: 需在考试场地现场办理}]`。

怎样改：写上大厅或者分中心的窗口号；确实不能进驻的，在 outside_hall 写明理由。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval, Handling
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_HALLS = ("政务大厅", "分中心")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give an item that no window has, and nobody says why."""
    record = placed.record
    if not record.is_in_use or not record.handled_at or not catalog.derived(_halls):
        return
    if not any(_is_in_hall(handling, catalog) or handling.outside_hall for handling in record.handled_at):
        yield problem_at(placed, "handled_at", key=True, arguments={"name": record.name}, about=("window",))


def _is_in_hall(handling: Handling, catalog: Catalog) -> bool:
    place = catalog.places.get(handling.place or "")
    if place is None:
        return catalog.may_hold("places", handling.place or "")
    if place.record.kind not in _HALLS:
        return False
    return handling.window is not None or not place.record.windows


def _halls(catalog: Catalog) -> bool:
    return any(place.record.kind in _HALLS for place in catalog.places.values())


RULE = ItemRule(
    code="X010",
    level="warning",
    title=Words("没有进驻大厅", "No window in the hall"),
    messages={
        "message": Message(
            Words(
                "“{name}”没有大厅或者分中心的窗口，也没有写明理由。",
                "'{name}' has no window in the hall or a branch hall, and no reason is given.",
            ),
            Words("写上窗口号，或者在 outside_hall 写明理由。", "Name the window, or give the reason in outside_hall."),
        )
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
