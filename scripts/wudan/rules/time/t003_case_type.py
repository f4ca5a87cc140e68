"""T003: a case type that its limits contradict.

Catches 即办件 that promise more than one working day, 承诺件 that promise nothing, and 上报件 that do not say which
higher body decides (`bodies.reports_to`).

Why: the case type is what an applicant reads first. It says whether to wait, to come back, or that others decide.

Source: the case types of GB/T 39554.2-2020 (即办件, 承诺件, 上报件).

Bad: `case_type: 即办件` with `promised: {count: 5, unit: 工作日}`.

Good: `case_type: 即办件` with `promised: {count: 1, unit: 工作日}`.

中文

本条查出与时限矛盾的办件类型：即办件承诺超过 1 个工作日，承诺件没有承诺时限，上报件没有写明上报哪个机关。

为什么：群众先看办件类型：是当场等，还是改天来，还是要由上级决定。

依据：GB/T 39554.2-2020 的办件类型。

反例：`case_type: 即办件`，承诺 5 个工作日。

正例：`case_type: 即办件`，承诺 1 个工作日。

怎样改：改办件类型或者时限；上报件在 bodies.reports_to 写明决定机关。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import working_days
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give an item in use whose case type says something else than its limits."""
    record = placed.record
    if not record.is_in_use or record.case_type is None:
        return
    promised = record.time_limit.promised if record.time_limit else None
    if record.case_type == "即办件" and promised is not None:
        if working_days(promised, catalog.year).least > 1:
            yield _problem(placed, ("time_limit", "promised"), "immediate", limit_text(promised))
    elif record.case_type == "承诺件" and promised is None:
        yield _problem(placed, ("case_type",), "promised", "")
    elif record.case_type == "上报件" and not (record.bodies and record.bodies.reports_to):
        yield _problem(placed, ("case_type",), "reported", "")


def _problem(placed: Placed[Approval], steps: tuple[str, ...], message: str, limit: str) -> Problem:
    arguments = {"name": placed.record.name, "limit": limit}
    return problem_at(placed, *steps, message=message, arguments=arguments, about=(message,))


RULE = ItemRule(
    code="T003",
    level="warning",
    title=Words("办件类型与时限矛盾", "Case type that the limits contradict"),
    messages={
        "immediate": Message(
            Words("“{name}”是即办件，却承诺{limit}。", "'{name}' is done at once and promises {limit}."),
            Words("承诺改为 1 个工作日以内，或者改为承诺件。", "Promise a day at most, or make it a promised case."),
        ),
        "promised": Message(
            Words("“{name}”是承诺件，没有承诺时限。", "'{name}' is a promised case and promises nothing."),
            Words("在 time_limit.promised 写上承诺时限。", "Add time_limit.promised."),
        ),
        "reported": Message(
            Words(
                "“{name}”是上报件，没有写明由哪个上级机关决定。", "'{name}' is decided above and does not say by whom."
            ),
            Words("在 bodies.reports_to 写上决定机关。", "Name the body in bodies.reports_to."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
