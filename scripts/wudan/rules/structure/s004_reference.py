"""S004: a reference to nothing.

Catches ids of departments, places, windows, intermediary services and baseline entries that do not exist. (References
to laws, fees, preconditions and members of services have rules of their own.)

Why: a reference becomes a link, a phone number, an address on the public page. One that leads nowhere sends
people nowhere.

Bad: `bodies: {accepts: wsj}` where departments.yml has `wjw`.

Good: `bodies: {accepts: wjw}`.

中文

本条查出不存在的引用：部门、地点、窗口、中介服务、基线条目的编号在登记里找不到。（法规、收费、前置条件、一件事的成员另有规则。）

为什么：引用在网页上就是链接、电话和地址。引用落空，群众就会白跑一趟。

反例：部门登记里是 `wjw`，写成 `bodies: {accepts: wsj}`。

正例：`bodies: {accepts: wjw}`。

怎样改：改成登记里有的编号；确实是新的部门或者地点，先登记。
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import DataPath
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.reading.references import Reference, follow, references_of
from wudan.likeness import WORD, nearest
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every reference whose target does not exist."""
    known = _known(catalog)
    for kind_id, records in catalog.records.items():
        references = [reference for reference in _references(kind_id) if reference.target in known]
        for placed in records:
            data = placed.document.value(placed.path)
            for reference in references:
                for path, value in follow(data, reference.steps):
                    if value not in known[reference.target] and not catalog.may_hold(reference.target, value):
                        yield _problem(placed, path, str(value), reference.target, known)
            yield from _missing_windows(placed, catalog)
    yield from _missing_rules(catalog)


def _references(kind_id: str) -> tuple[Reference, ...]:
    """Give the references of a kind; `base` is one, to an entry that has no record of its own."""
    has_base = "base" in KINDS[kind_id].model.__struct_fields__
    return (*references_of(kind_id), *((Reference(("base",), "baseline"),) if has_base else ()))


def _known(catalog: Catalog) -> Mapping[str, Set[str]]:
    """Give the ids that exist, by kind; no baseline that could be read, no opinion about its entries."""
    known: dict[str, Set[str]] = {
        "departments": catalog.departments.keys(),
        "places": catalog.places.keys(),
        "intermediaries": catalog.intermediaries.keys(),
    }
    baselines = [placed.record for placed in catalog.of("baseline")]
    if baselines and not catalog.unread & {"baseline", "adjustment"}:
        known["baseline"] = {entry.id for baseline in baselines for entry in baseline.entries} | {
            entry.id
            for adjustment in catalog.of("adjustment")
            for change in adjustment.record.changes
            for entry in change.to
        }
    return known


def _problem(placed: Placed[Any], path: DataPath, value: str, target: str, known: Mapping[str, Set[str]]) -> Problem:
    near = nearest(value, sorted(known[target]), WORD)
    return problem_at(
        placed,
        *path,
        message="near" if near else "message",
        arguments={"id": value, "what": _TARGETS[target], "near": near},
        about=("/".join(map(str, path)), target, value),
    )


def _missing_windows(placed: Placed[Any], catalog: Catalog) -> Iterator[Problem]:
    for index, handling in enumerate(getattr(placed.record, "handled_at", ())):
        place = catalog.places.get(handling.place or "")
        if place is None or handling.window is None:
            continue
        if handling.window not in {window.number for window in place.record.windows}:
            yield problem_at(
                placed,
                "handled_at",
                index,
                "window",
                message="window",
                arguments={"window": handling.window, "place": place.record.name},
                about=(place.record.id, str(handling.window)),
            )


def _missing_rules(catalog: Catalog) -> Iterator[Problem]:
    from wudan.rules.engine.registry import all_rules  # noqa: PLC0415 (the registry imports this module)

    for placed in catalog.of("catalog"):
        for code in placed.record.levels:
            if code not in all_rules():
                place = place_of(placed, "levels", code, key=True)
                yield Problem(
                    place, message="rule", arguments={"id": code}, about=Texts(("levels", code)), list=placed.kind.id
                )


_TARGETS = {
    "departments": Words("部门", "department"),
    "places": Words("办事地点", "place"),
    "intermediaries": Words("中介服务", "intermediary service"),
    "baseline": Words("基线条目", "baseline entry"),
}

RULE = CatalogRule(
    code="S004",
    level="error",
    title=Words("引用的对象不存在", "Reference to nothing"),
    messages={
        "message": Message(
            Words("登记里没有编号为“{id}”的{what}。", "There is no {what} '{id}'."),
            Words("改成登记里有的编号；确实是新的，先登记。", "Use an id that exists, or register the new one first."),
        ),
        "near": Message(
            Words(
                "登记里没有编号为“{id}”的{what}，是不是“{near}”？", "There is no {what} '{id}'. Did you mean '{near}'?"
            ),
            Words("改成“{near}”；确实是新的，先登记。", "Write '{near}', or register the new one first."),
        ),
        "rule": Message(
            Words("没有代码为“{id}”的规则。", "There is no rule '{id}'."),
            Words("核对规则代码，或者删去这一行。", "Check the code, or remove the line."),
        ),
        "window": Message(
            Words("{place}没有 {window} 号窗口。", "{place} has no window {window}."),
            Words(
                "核对窗口号；新设的窗口先登记到 places.yml。", "Check the number; register a new window in places.yml."
            ),
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
)
