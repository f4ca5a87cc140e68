"""X007: a precondition that is in no list.

Catches preconditions that name an approval item which does not exist or is cancelled; approvals called external
although they are of this city's own level and their department publishes a list without them (an error); and external
ones that do not say which body of which level gives them, or on what basis they are asked for (a warning).

Why: an applicant who must bring a paper has to be told where it comes from. A precondition that no list has is an
approval outside the catalogue.

Source: 清理规范行政审批前置条件 (国办发〔2014〕59号); 目录之外无审批.

Bad: `preconditions: [{approval: zjj-xk-999}]`.

Good:
`preconditions: [{external: {name: 取水许可, body: 郑州市水务局, level: 市级}, basis: {law: 水法, article: 第七条}}]`.

中文

本条查出不在清单中的前置条件：所指的审批事项不存在或者已经取消；属于本级、相应部门已经公布清单而清单里没有的（错误）；
写作外部事项而没有写明实施主体、层级或者依据的（警告）。

为什么：要群众先拿到一份批件，就要告诉他到哪里办。清单里没有的前置，就是目录之外的审批。

依据：国办发〔2014〕59号。

反例：`preconditions: [{approval: zjj-xk-999}]`，没有这个事项。

正例：
`preconditions: [{external: {name: 取水许可, body: 郑州市水务局, level: 市级}, basis: {law: 水法, article: 第七条}}]`。

怎样改：本市的事项写编号（approval）；其他层级的写明名称、实施主体、层级和依据；没有依据的删去。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.links import fault_of_reference
from wudan.catalog.model.approval import Approval, ExternalApproval, Precondition
from wudan.level import Level
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MISSING = {
    "body": Words("实施主体（body）", "body"),
    "level": Words("行使层级（level）", "level"),
    "basis": Words("依据（basis）", "basis"),
}


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give every precondition of an item that cannot be found, or cannot be followed."""
    if not placed.record.is_in_use:
        return
    for index, precondition in enumerate(placed.record.preconditions):
        steps = ("preconditions", index)
        named = precondition.approval
        if named is not None and (fault := fault_of_reference(catalog, "approvals", named)):
            yield _problem(placed, (*steps, "approval"), fault, named)
        if precondition.external is not None:
            yield from _external(placed, steps, precondition, precondition.external, catalog)
        elif precondition.approval is None:
            yield _problem(placed, steps, "empty", "")


def _external(
    placed: Placed[Approval],
    steps: tuple[str | int, ...],
    precondition: Precondition,
    external: ExternalApproval,
    catalog: Catalog,
) -> Iterator[Problem]:
    if _should_be_listed(external, catalog):
        yield _problem(placed, (*steps, "external", "name"), "own", external.name)
        return
    missing = [key for key in ("body", "level") if getattr(external, key) is None]
    missing += [] if precondition.basis else ["basis"]
    if missing:
        lacking = Words("、".join(_MISSING[key].zh for key in missing), ", ".join(missing))
        place = (*steps, "external", "name")
        yield _problem(placed, place, "incomplete", external.name, lacking=lacking, values=tuple(missing))


def _should_be_listed(external: ExternalApproval, catalog: Catalog) -> bool:
    """Say whether an external approval is of this city's level, and its body publishes a list."""
    if catalog.city is None or external.level != catalog.city.region.level:
        return False
    return external.body in catalog.derived(_publishing_bodies)


def _publishing_bodies(catalog: Catalog) -> frozenset[str]:
    """Give the names of the bodies that have a list of approval items."""
    owners = {placed.owner for placed in catalog.approvals}
    bodies = [placed.record for owner, placed in catalog.departments.items() if owner in owners]
    return frozenset(name for body in bodies for name in (body.id, body.name, body.short_name) if name)


def _problem(
    placed: Placed[Approval],
    steps: tuple[str | int, ...],
    message: str,
    what: str,
    *,
    lacking: Words | None = None,
    values: tuple[str, ...] = (),
) -> Problem:
    arguments = {"name": placed.record.name, "what": what, "lacking": lacking or ""}
    level: Level | None = "warning" if message == "incomplete" else None
    return problem_at(placed, *steps, message=message, arguments=arguments, about=(message, what, *values), level=level)


_HELP = Words(
    "本市的事项写编号；其他层级的写明名称、实施主体、层级和依据；没有依据的删去。",
    "Name the item by its id; give name, body, level and basis of one of another level; or remove it.",
)

RULE = ItemRule(
    code="X007",
    level="error",
    title=Words("前置条件不在清单中", "Precondition in no list"),
    messages={
        "unknown": Message(
            Words("“{name}”的前置事项 {what} 不在清单中。", "The precondition {what} of '{name}' is in no list."), _HELP
        ),
        "cancelled": Message(
            Words("“{name}”的前置事项 {what} 已经取消。", "The precondition {what} of '{name}' is cancelled."),
            Words("删去这一前置条件。", "Remove the precondition."),
        ),
        "own": Message(
            Words(
                "“{name}”的前置事项“{what}”属于本级，实施部门的清单里没有。",
                "'{what}', asked for by '{name}', is of this level, and its department does not list it.",
            ),
            Words(
                "写成本市清单中的编号（approval）；清单里没有的，不能作为前置。", "Refer to the listed item by its id."
            ),
        ),
        "incomplete": Message(
            Words(
                "“{name}”的外部前置事项“{what}”没有写明{lacking}。",
                "The external precondition '{what}' of '{name}' does not give: {lacking}.",
            ),
            _HELP,
        ),
        "empty": Message(
            Words("“{name}”的一条前置条件没有写明是什么事项。", "A precondition of '{name}' names nothing."), _HELP
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
