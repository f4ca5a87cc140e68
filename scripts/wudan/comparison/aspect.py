"""The six aspects of an item beside those of its baseline entry, as cells of the reviewer's table."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from wudan.baseline.aspects import (
    added_preconditions,
    added_stages,
    citation_text,
    is_same_body,
    longer_limits,
    lost_bases,
    precondition_name,
)
from wudan.baseline.comparison import Pair
from wudan.baseline.names import differs_in_form, plain_item_name
from wudan.catalog.catalog import Catalog
from wudan.catalog.model.approval import Precondition, TimeLimit
from wudan.catalog.model.base import Citation
from wudan.catalog.stages import standard_stage
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import working_days
from wudan.law.register import law_register
from wudan.words import Words

AspectKey = Literal["name", "basis", "body", "preconditions", "process", "limit"]

# What becomes of an aspect: the same; the same in other words; better for the applicant; otherwise; or the baseline
# says nothing of it.
Verdict = Literal["same", "form", "eased", "differs", "unrecorded"]

ASPECT_WORDS: Mapping[AspectKey, Words] = {
    "name": Words("名称", "name"),
    "basis": Words("依据", "basis"),
    "body": Words("主体", "body"),
    "preconditions": Words("前置", "preconditions"),
    "process": Words("流程", "process"),
    "limit": Words("时限", "limit"),
}


class Aspect(msgspec.Struct, frozen=True):
    """One aspect: what the list says, what the baseline says, and what becomes of it."""

    aspect: AspectKey
    listed: str
    baseline: str
    verdict: Verdict


def aspects_of(catalog: Catalog, pair: Pair) -> tuple[Aspect, ...]:
    """Give the six aspects of an item in their usual order.

    They are what a review of lists compares: name, setting basis, body, preconditions, process, time limit
    (事项名称、设定依据、实施主体、前置条件、审批流程、办理时限).
    """
    return tuple(make(catalog, pair) for make in _MAKERS)


def _name(catalog: Catalog, pair: Pair) -> Aspect:  # noqa: ARG001
    now, was = pair.item.record.name, pair.standing.entry.name
    verdict: Verdict = "same" if now == was else "form" if differs_in_form(now, was) else "differs"
    return Aspect("name", now, was, verdict)


def _basis(catalog: Catalog, pair: Pair) -> Aspect:
    now, was = _setting(pair.item.record.basis), _setting(pair.standing.entry.basis)
    lost = list(lost_bases(catalog, pair.item, pair.standing.entry))
    verdict: Verdict = "same"
    if not was:
        verdict = "unrecorded"
    elif any(not departure.is_milder for departure in lost):
        verdict = "differs"
    elif lost or _articles(catalog, was) - _articles(catalog, now):
        verdict = "form"
    return Aspect("basis", _joined(map(citation_text, now)), _joined(map(citation_text, was)), verdict)


def _body(catalog: Catalog, pair: Pair) -> Aspect:
    now, was = pair.item.decider or "", pair.standing.entry.body
    verdict: Verdict = "same" if now == was else "form" if is_same_body(catalog, now, was) else "differs"
    return Aspect("body", body_name(catalog, now), body_name(catalog, was), verdict)


def _preconditions(catalog: Catalog, pair: Pair) -> Aspect:
    now, was = pair.item.record.preconditions, pair.standing.entry.preconditions

    def names(found: Iterable[Precondition]) -> list[str]:
        return [precondition_name(catalog, one) for one in found]

    verdict: Verdict = "same"
    if any(added_preconditions(catalog, pair.item, pair.standing.entry)):
        verdict = "differs"
    elif {plain_item_name(name) for name in names(was)} - {plain_item_name(name) for name in names(now)}:
        verdict = "eased"
    elif sorted(names(now)) != sorted(names(was)):
        verdict = "form"
    return Aspect("preconditions", _joined(names(now)), _joined(names(was)), verdict)


def _process(catalog: Catalog, pair: Pair) -> Aspect:
    now = [stage.stage for stage in pair.item.record.process]
    was = [stage.stage for stage in pair.standing.entry.process]
    usual_now, usual_was = [standard_stage(stage) for stage in now], [standard_stage(stage) for stage in was]
    verdict: Verdict = "same"
    if not was:
        verdict = "unrecorded"
    elif any(added_stages(catalog, pair.item, pair.standing.entry)):
        verdict = "differs"
    elif set(usual_was) - set(usual_now):
        verdict = "eased"
    elif now != was:
        verdict = "form"
    return Aspect("process", "→".join(now), "→".join(was), verdict)


def _limit(catalog: Catalog, pair: Pair) -> Aspect:
    now, was = pair.item.record.time_limit, pair.standing.entry.time_limit
    verdict: Verdict = "same"
    if was is None or now is None:
        verdict = "unrecorded"
    elif any(longer_limits(catalog, pair.item, pair.standing.entry)):
        verdict = "differs"
    elif _is_shorter(now, was, catalog.year):
        verdict = "eased"
    return Aspect("limit", _limits_text(now), _limits_text(was), verdict)


_MAKERS: tuple[Callable[[Catalog, Pair], Aspect], ...] = (_name, _basis, _body, _preconditions, _process, _limit)


def body_name(catalog: Catalog, body: str) -> str:
    """Give the name of a body; where the register does not know it, what is written."""
    return catalog.departments[body].record.name if body in catalog.departments else body


def _setting(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(citation for citation in citations if citation.sets) or citations


def _articles(catalog: Catalog, citations: Iterable[Citation]) -> set[tuple[str, str]]:
    """Give law and article of each citation that names an article."""
    register = catalog.derived(law_register)
    found = set()
    for citation in citations:
        law = register.find(citation.law, citation.number)
        if citation.article:
            found.add((law.record.name if law else citation.law, citation.article))
    return found


def _is_shorter(now: TimeLimit, was: TimeLimit, year: int) -> bool:
    pairs = ((getattr(now, key), getattr(was, key)) for key in ("promised", "statutory"))
    return any(
        mine and theirs and working_days(theirs, year).perhaps_longer(working_days(mine, year)) and mine != theirs
        for mine, theirs in pairs
    )


def _limits_text(limit: TimeLimit | None) -> str:
    if limit is None:
        return ""
    parts = [("法定", limit.statutory), ("承诺", limit.promised)]
    return "，".join(f"{label}{limit_text(one)}" for label, one in parts if one)


def _joined(texts: Iterable[str]) -> str:
    return "；".join(texts)
