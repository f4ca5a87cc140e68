"""X011: an item of the townships that no township place handles, or a village station that decides.

Catches items in use of level 镇（乡、街道）级, where they say where they are handled and none of the places is a
township centre or a village station, and items of which a village station is said to decide.

Why: what was handed down to be near people has to be found there. A village station helps and passes on; it has no
power to decide.

Source: 三级便民服务网络 (city hall, township centres, village stations); 行政许可法 第二十二条至第二十四条.

Bad: `handled_at: [{place: village-zhulin, role: 决定}]`.

Good: `handled_at: [{place: town-dawei, role: 受理、决定}, {place: village-zhulin, role: 代办}]`.

中文

本条查出下放乡镇而没有乡镇地点办理的事项，以及由村级站“决定”的事项。

为什么：下放是为了就近办，群众要在乡镇找得到。村级站只代办、转送，没有决定的权力。

依据：《行政许可法》第二十二条至第二十四条。

反例：`handled_at: [{place: village-zhulin, role: 决定}]`。

正例：`handled_at: [{place: town-dawei, role: 受理、决定}, {place: village-zhulin, role: 代办}]`。

怎样改：写上乡镇便民服务中心；村级站的办理事务改为代办、受理或者咨询。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_TOWNSHIP = "镇（乡、街道）级"
_VILLAGE = "村级便民服务站"
_TOWNSHIP_PLACES = ("乡镇便民服务中心", _VILLAGE)
_DECIDING = ("决定", "审批", "批准", "发证")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give a township item that no township handles, and every village station that decides."""
    record = placed.record
    if not record.is_in_use or "places" in catalog.unread:
        return
    places = [catalog.places.get(handling.place or "") for handling in record.handled_at]
    kinds = [place.record.kind if place else None for place in places]
    if record.level == _TOWNSHIP and record.handled_at and not any(kind in _TOWNSHIP_PLACES for kind in kinds):
        yield problem_at(placed, "handled_at", key=True, arguments={"name": record.name}, about=("township",))
    for index, (handling, place) in enumerate(zip(record.handled_at, places, strict=True)):
        role = handling.role or ""
        if place and place.record.kind == _VILLAGE and any(word in role for word in _DECIDING):
            yield problem_at(
                placed,
                "handled_at",
                index,
                "role",
                message="decides",
                arguments={"name": record.name, "place": place.record.name, "role": role},
                about=("decides", place.record.id, role),
            )


RULE = ItemRule(
    code="X011",
    level="error",
    title=Words("乡镇、村级办理有误", "Township or village handling"),
    messages={
        "message": Message(
            Words(
                "“{name}”由乡镇行使，但没有乡镇地点办理。", "'{name}' is a township item, and no township place has it."
            ),
            Words("写上乡镇便民服务中心。", "Name the township centres that handle it."),
        ),
        "decides": Message(
            Words(
                "村级站“{place}”不能对“{name}”作“{role}”。",
                "The village station '{place}' cannot do this for '{name}': {role}.",
            ),
            Words("改为代办、受理或者咨询。", "Let it help, accept or advise."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
