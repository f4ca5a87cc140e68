"""Corrections: what a list entry becomes when a departure is mended as the effective baseline has it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from wudan.baseline.comparison import Comparison
from wudan.baseline.names import differs_in_form
from wudan.catalog.catalog import Placed
from wudan.catalog.model.reform import BaselineEntry
from wudan.findings.waiver import Judged
from wudan.rules.engine.problem import Problem

Data = dict[str, Any]


class NoCorrectionError(Exception):
    """A departure that only the department itself can mend."""


def correct(comparison: Comparison, item: Placed[Any], departures: Iterable[Judged]) -> Data:
    """Give the data of an item with these departures mended, all else as it is.

    Raises NoCorrectionError where the baseline does not say what to write instead.
    """
    data: Data = dict(item.document.value(item.path))
    doomed: dict[str, set[int]] = {}
    standing = comparison.baseline.standing.get(item.record.base or "")
    for rule, problem in departures:
        if rule.code in _DOOMED:
            index = _index(problem, item)
            doomed.setdefault(_DOOMED[rule.code], set()).add(index)
        elif rule.code in _ENDED and problem.values[0] in _ENDED[rule.code]:
            data |= _ended(comparison, item)
        elif rule.code in _CORRECTIONS and standing:
            _CORRECTIONS[rule.code](data, standing.entry, problem)
        else:
            raise NoCorrectionError(rule.code)
    for key, indexes in doomed.items():
        data[key] = [one for index, one in enumerate(data[key]) if index not in indexes]
        if not data[key]:
            del data[key]
    return data


def _index(problem: Problem, item: Placed[Any]) -> int:
    """Give the index, within the item's list, of what a problem is about."""
    steps = problem.place.pointer.split("/")[1:]
    return int(steps[len(item.path) + 1])


def _ended(comparison: Comparison, item: Placed[Any]) -> Data:
    """Make a tombstone of an item whose entry has gone."""
    departed = comparison.baseline.departed.get(item.record.base or "")
    if departed is None:
        raise NoCorrectionError(item.record.id)
    decision = departed.decision
    return {"status": "取消", "ended": {"on": decision.effective_on, "document": decision.document}}


def _name(data: Data, entry: BaselineEntry, problem: Problem) -> None:  # noqa: ARG001
    former = data.get("former_names", [])
    if not differs_in_form(data["name"], entry.name) and data["name"] not in former:
        data["former_names"] = [*former, data["name"]]
    data["name"] = entry.name


def _body(data: Data, entry: BaselineEntry, problem: Problem) -> None:  # noqa: ARG001
    data["bodies"] = {**data.get("bodies", {}), "decides": entry.body}


def _type(data: Data, entry: BaselineEntry, problem: Problem) -> None:  # noqa: ARG001
    if entry.type is None:
        raise NoCorrectionError(entry.id)
    data["type"] = entry.type


def _basis(data: Data, entry: BaselineEntry, problem: Problem) -> None:
    _, what, was, _ = problem.values
    if what != "lost":
        raise NoCorrectionError(entry.id)
    lost = [citation for citation in entry.basis if f"《{citation.law}》" in was]
    if not lost:
        raise NoCorrectionError(entry.id)
    data["basis"] = [*data.get("basis", []), *(_plain(citation) for citation in lost)]


def _limit(data: Data, entry: BaselineEntry, problem: Problem) -> None:
    key = problem.values[1]
    limit = getattr(entry.time_limit, key, None)
    if limit is None:
        raise NoCorrectionError(entry.id)
    data["time_limit"] = {**data["time_limit"], key: {**data["time_limit"].get(key, {}), **_plain(limit)}}


def _fee(data: Data, entry: BaselineEntry, problem: Problem) -> None:
    if problem.values[0] == "raised" and entry.amount:
        data["amount"] = _plain(entry.amount)
    elif problem.values[0] == "added" and entry.fee:
        data["fee"] = _plain(entry.fee)
    else:
        raise NoCorrectionError(entry.id)


def _plain(record: Any) -> Any:
    return msgspec.to_builtins(record)


# What goes: one precondition, one stage.
_DOOMED: Mapping[str, str] = {"B007": "preconditions", "B008": "process"}

# What ends the item: it was cancelled, or it was delegated and kept.
_ENDED: Mapping[str, tuple[str, ...]] = {"B003": ("cancelled",), "B011": ("kept",), "B012": ("merged", "split")}

_CORRECTIONS: Mapping[str, Callable[[Data, BaselineEntry, Problem], None]] = {
    "B004": _name,
    "B005": _body,
    "B006": _basis,
    "B009": _limit,
    "B013": _fee,
    "B014": _type,
}
