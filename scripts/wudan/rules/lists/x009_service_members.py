"""X009: a service with a member that is unknown, cancelled or named twice.

Catches members of composite services that name an approval item which does not exist or is cancelled, members that
occur twice, members that wait for something which is no member (`after`), and members without id and name. A service
that has ended is not judged.

Catches members that contradict their own items, too: a limit that is surely not what the item itself promises, and a
member that need not wait for another although that is a precondition (前置) of its item. An item that is done while one
waits may take its days here, where papers run between departments.

Why: a service promises one way through several items. A member that does not exist stops everybody on that way.

Source: the service's own document; design of composite services (一件事).

Bad: `members: [{approval: gsj-xk-999}]`.

Good: `members: [{approval: gsj-xk-002}]`.

中文

本条查出联办服务成员的问题：所指的事项不存在或者已经取消，同一成员出现两次，先办事项不在成员之中，既没有编号也没有名称。
已经终止的服务不判断。

成员与事项本身矛盾的，也查：成员的时限同事项自己的承诺时限不一样；事项以另一成员为前置，在服务里却不必等它办完。事项自己当场
办结的，在服务里可以另写日数，因为文书要在部门之间流转。

为什么：联办是一条路走到底。其中一个成员不存在，后面的都走不通。

反例：`members: [{approval: gsj-xk-999}]`，没有这个事项。

正例：`members: [{approval: gsj-xk-002}]`。

怎样改：核对编号；已经取消的去掉；重复的合并。
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Limit
from wudan.catalog.model.service import Member, Service
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import is_surely_longer
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every faulty member of the services that run on the judged day."""
    for placed in catalog.services.values():
        if placed.record.until is None or placed.record.until >= catalog.judged_on:
            yield from _members(placed, catalog)


def _members(placed: Placed[Service], catalog: Catalog) -> Iterator[Problem]:
    known = {name for member in placed.record.members for name in (member.approval, member.name) if name}
    seen: set[str] = set()
    for index, member in enumerate(placed.record.members):
        who = member.approval or member.name
        step = "approval" if member.approval else "name"
        if who is None:
            yield _problem(placed, (index,), "empty", "")
            continue
        if who in seen:
            yield _problem(placed, (index, step), "twice", who)
        seen.add(who)
        if member.approval and (fault := fault_of_reference(catalog, "approvals", member.approval)):
            yield _problem(placed, (index, "approval"), fault, who)
        yield from _against_item(placed, index, catalog)
        for number, before in enumerate(member.after):
            if before not in known:
                yield _problem(placed, (index, "after", number), "after", before)


def _against_item(placed: Placed[Service], index: int, catalog: Catalog) -> Iterator[Problem]:
    """Give what a member says otherwise than the item that it stands for."""
    member = placed.record.members[index]
    item = catalog.by_id.get(("approvals", member.approval or ""))
    if item is None or not isinstance(item.record, Approval) or not item.record.is_in_use:
        return
    promised = item.record.time_limit.promised if item.record.time_limit else None
    if member.limit and promised and promised.count and _differ(member.limit, promised, catalog.year):
        limits = {"own": limit_text(member.limit), "promised": limit_text(promised)}
        yield _problem(placed, (index, "limit"), "limit", item.record.name, limits)
    waits_for = _before(placed.record, member)
    members = {one.approval for one in placed.record.members}
    for precondition in item.record.preconditions:
        named = precondition.approval
        is_first = precondition.part is None and precondition.timing in (None, "前置")
        if named and is_first and named in members - waits_for:
            first = catalog.by_id["approvals", named].record.name if ("approvals", named) in catalog.by_id else named
            step = (index, "after") if member.after else (index, "approval")
            yield _problem(placed, step, "order", item.record.name, {"first": first})


def _differ(one: Limit, other: Limit, year: int) -> bool:
    return is_surely_longer(one, other, year) or is_surely_longer(other, one, year)


def _before(service: Service, member: Member) -> set[str]:
    """Give every member for which one waits, over any number of steps."""
    after = {one.approval or one.name: one.after for one in service.members}
    found: set[str] = set()
    todo = list(member.after)
    while todo:
        if (one := todo.pop()) not in found:
            found.add(one)
            todo.extend(after.get(one, ()))
    return found


def _problem(
    placed: Placed[Service],
    steps: tuple[str | int, ...],
    message: str,
    who: str,
    others: Mapping[str, str] = MappingProxyType({}),
) -> Problem:
    return problem_at(
        placed,
        "members",
        *steps,
        message=message,
        arguments={"service": placed.record.name, "who": who, **others},
        about=(message, who, *others.values()),
    )


_HELP = Words("核对编号；已经取消的去掉。", "Check the id, or remove what is cancelled.")

RULE = CatalogRule(
    code="X009",
    level="error",
    title=Words("联办成员有误", "Faulty member of a service"),
    messages={
        "unknown": Message(
            Words("“{service}”的成员 {who} 不在审批事项清单中。", "The member {who} of '{service}' is in no list."),
            _HELP,
        ),
        "cancelled": Message(
            Words("“{service}”的成员 {who} 已经取消。", "The member {who} of '{service}' is cancelled."), _HELP
        ),
        "twice": Message(
            Words("“{service}”的成员 {who} 出现了两次。", "The member {who} of '{service}' stands there twice."),
            Words("合并成一条。", "Make them one."),
        ),
        "after": Message(
            Words("“{service}”的先办事项 {who} 不在成员之中。", "'{service}' waits for {who}, which is no member."),
            Words("写成员的编号或者名称。", "Name a member by its id or name."),
        ),
        "limit": Message(
            Words(
                "“{service}”给“{who}”的时限是{own}，这一事项自己承诺{promised}。",
                "'{service}' gives '{who}' {own}, and the item itself promises {promised}.",
            ),
            Words("两处写成一样：能办到的，事项的承诺也改。", "Write one limit in both places."),
        ),
        "order": Message(
            Words(
                "“{service}”没有让“{who}”等“{first}”办完，而后者是前者的前置条件。",
                "In '{service}' '{who}' does not wait for '{first}', which is its precondition.",
            ),
            Words(
                "在这个成员的 after 里写上它；可以同时办的，事项的前置条件改为并联。",
                "Name it in after, or make the precondition one that runs in parallel.",
            ),
        ),
        "empty": Message(
            Words("“{service}”有一个成员没有写是什么。", "A member of '{service}' has neither id nor name."), _HELP
        ),
    },
    check=check,
    page=__doc__,
)
