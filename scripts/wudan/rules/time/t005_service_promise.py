"""T005: a service whose promise is longer than its critical path, or that saves nothing.

Catches composite services whose promised limit is longer than the longest way through their members (`after`), and
those whose promise is not shorter than all members one after another. It is judged only where every member states its
limit and all limits are in working days.

Why: the point of doing things together is that they take no longer than the slowest chain of them.

Source: critical path method (Kelley and Walker, 1959); 并联审批.

Bad: three members of 3 days side by side, and a promise of 9.

Good: the same with a promise of 3.

中文

本条查出没有省时间的联办服务：承诺时限比最长的一条先后链还长，或者不比各成员依次办理短。各成员都写了工作日数时才判断。

为什么：并联办理，就不应当比最慢的一条线更慢。

反例：三个成员各 3 日、同时办理，联办承诺 9 日。

正例：同样三个成员，联办承诺 3 日。

怎样改：缩短承诺时限，或者核对成员的时限和先后（after）。
"""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.service import Member, Service
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every running service that promises more time than its members need."""
    for placed in catalog.services.values():
        if placed.record.until is None or placed.record.until >= catalog.judged_on:
            yield from _judged(placed)


def _judged(placed: Placed[Service]) -> Iterator[Problem]:
    service = placed.record
    days = {_name(member): member.limit.count for member in service.members if member.limit}
    units = {member.limit.unit for member in service.members if member.limit} | {service.promised.unit}
    if len(days) < len(service.members) or units != {"工作日"} or not days:
        return
    longest = critical_path(service.members, days)
    total, promised = sum(days.values()), service.promised.count
    arguments = {"name": service.name, "promised": promised, "longest": longest or 0, "total": total}
    place = place_of(placed, "promised")
    if longest is not None and promised > longest:
        yield Problem(place, arguments=arguments, about=Texts(("path",)), list=placed.kind.id, item=service.id)
    elif len(days) > 1 and promised >= total and longest != total:
        yield Problem(
            place, message="nothing", arguments=arguments, about=Texts(("total",)), list=placed.kind.id, item=service.id
        )


def critical_path(members: tuple[Member, ...], days: Mapping[str, int]) -> int | None:
    """Give the working days of the longest chain of members, or None where they wait for each other in a circle."""
    before = {_name(member): [one for one in member.after if one in days] for member in members}
    finished: dict[str, int] = {}
    try:
        for name in TopologicalSorter(before).static_order():
            finished[name] = days[name] + max((finished[one] for one in before[name]), default=0)
    except CycleError:
        return None
    return max(finished.values())


def _name(member: Member) -> str:
    return member.approval or member.name or ""


RULE = CatalogRule(
    code="T005",
    level="warning",
    title=Words("联办没有省时间", "Service that saves no time"),
    messages={
        "message": Message(
            Words(
                "“{name}”承诺 {promised} 个工作日，最长的一条线只要 {longest} 个工作日。",
                "'{name}' promises {promised} working days; its longest chain takes {longest}.",
            ),
            Words(
                "承诺缩短到 {longest} 个工作日，或者核对成员的先后。",
                "Promise {longest}, or check what waits for what.",
            ),
        ),
        "nothing": Message(
            Words(
                "“{name}”承诺 {promised} 个工作日，依次办理也只要 {total} 个工作日。",
                "'{name}' promises {promised} working days; one after another its members take {total}.",
            ),
            Words("缩短承诺时限。", "Promise less."),
        ),
    },
    check=check,
    page=__doc__,
)
