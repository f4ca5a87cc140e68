"""X009: a service with a member that is unknown, cancelled or named twice.

Catches members of composite services that name an approval item which does not exist or is cancelled, members that
occur twice, members that wait for something which is no member (`after`), and members without id and name. A service
that has ended is not judged.

Why: a service promises one way through several items. A member that does not exist stops everybody on that way.

Source: the service's own document; design of composite services (一件事).

Bad: `members: [{approval: gsj-xk-999}]`.

Good: `members: [{approval: gsj-xk-002}]`.

中文

本条查出联办服务成员的问题：所指的事项不存在或者已经取消，同一成员出现两次，先办事项不在成员之中，既没有编号也没有名称。
已经终止的服务不判断。

为什么：联办是一条路走到底。其中一个成员不存在，后面的都走不通。

反例：`members: [{approval: gsj-xk-999}]`，没有这个事项。

正例：`members: [{approval: gsj-xk-002}]`。

怎样改：核对编号；已经取消的去掉；重复的合并。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.service import Service
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
        for number, before in enumerate(member.after):
            if before not in known:
                yield _problem(placed, (index, "after", number), "after", before)


def _problem(placed: Placed[Service], steps: tuple[str | int, ...], message: str, who: str) -> Problem:
    return problem_at(
        placed,
        "members",
        *steps,
        message=message,
        arguments={"service": placed.record.name, "who": who},
        about=(message, who),
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
        "empty": Message(
            Words("“{service}”有一个成员没有写是什么。", "A member of '{service}' has neither id nor name."), _HELP
        ),
    },
    check=check,
    page=__doc__,
)
