"""Releases: an edition frozen when it is approved, corrected in small things, or withdrawn."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import msgspec

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.chain import chain_of, newest
from wudan.catalog.content import content_hash, latest_release
from wudan.catalog.model.decision import Release
from wudan.catalog.model.field import ID
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.schema_line import schema_line
from wudan.diff.change import Change
from wudan.diff.difference import Difference
from wudan.diff.listing import Element
from wudan.diff.naming import names_of
from wudan.diff.reckoning import MEASURES, Reckoning
from wudan.diff.report import report_of
from wudan.failure import Failure
from wudan.findings.judge import judge, judge_change
from wudan.findings.judged import Judged
from wudan.rules.engine.registry import all_rules
from wudan.words import visible

_KIND = KINDS["release"]

# What a correction may change without a new approval: how people reach a window, and the words they search with.
_CORRECTABLE = frozenset({
    "phone", "complaint", "duty_phone", "hotline", "window", "windows", "number", "opening", "hours", "days", "aliases",
    "lexicon", "examples", "checked_on",
})  # fmt: skip


class ReleaseError(Failure):
    """A release that cannot be made."""

    exit_code = 2


class UnfitError(Failure):
    """A catalog that may not be released: it has errors, or a correction changes what needs an approval."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Approval:
    """By what an edition was approved: the document, who decided, and the day (YYYY-MM-DD)."""

    document: str
    approved_by: str
    on: str


def release(
    catalog: Catalog,
    identity: str,
    approval: Approval,
    difference: Difference | None,
    *,
    corrects: str = "",
) -> dict[PurePosixPath, str]:
    """Give the text of the release file, by path below the catalog folder.

    `difference` is that from the release before, None for the first; its changes, but for those of releases, and its
    sums are frozen with it. The record names the edition before, withdrawn or not, by the hash of what that one states.
    `corrects` names the release that is corrected: then only phones, windows, hours and
    aliases may differ. Raises ReleaseError for an id that is taken or none, and for
    a day before the last release, UnfitError for a correction that changes more.
    """
    _check(catalog, identity, approval)
    before = newest(chain_of(catalog))
    changes = [one for one in difference.changes if one.record.kind != _KIND] if difference else []
    if corrects:
        _check_correction(changes)
    written = msgspec.to_builtins(report_of(changes, names_of(catalog), "zh").changes)
    record: dict[str, Any] = {
        "id": identity,
        "on": approval.on,
        "document": approval.document,
        "approved_by": approval.approved_by,
        "hash": content_hash(catalog),
        **({"previous": {"release": before.id, "record": before.record}} if before else {}),
        **({"corrects": corrects} if corrects else {}),
        "totals": list(_totals(difference.reckoning)) if difference else [],
        "changes": [_frozen(change) for change in written],
    }
    path = PurePosixPath(_KIND.place, f"{identity}.yml")
    return {path: write_records(_KIND, [record], heading=schema_line(catalog, _KIND, path))}


def refuse_errors(catalog: Catalog) -> None:
    """Raise UnfitError when the check finds an error that nobody has accepted."""
    if errors := _errors(judge(catalog, list(all_rules().values())).standing):
        raise UnfitError(
            f"检查有 {errors} 个错误，不能发布。先运行 wudan check。",
            f"The check has {errors} errors; see wudan check first.",
        )


def refuse_burdens(difference: Difference, last: str) -> None:
    """Raise UnfitError when something weighs more on applicants than in the last edition, and nobody accepted it."""
    rules = list(all_rules().values())
    found = judge_change(difference, rules, None, whole_items=False, is_whole=True)
    burdens = _errors(judged for judged in found.standing if judged.rule.is_burden)
    if burdens:
        raise UnfitError(
            f"与版本 {last} 相比，有 {burdens} 处加重还没有经审核人同意，不能发布。"
            f"先运行 wudan check --since release:{last}。",
            f"{burdens} burdens are new since the release {last}, and no reviewer has accepted them; "
            f"see wudan check --since release:{last}.",
        )


def _errors(judged: Iterable[Judged]) -> int:
    return sum(one.is_error for one in judged)


def withdraw(catalog: Catalog, identity: str, reason: str) -> dict[PurePosixPath, str]:
    """Give the text of a release file that says why it was withdrawn. Raises ReleaseError for one that is not there."""
    placed = _find(catalog, identity)
    record = {**placed.document.data, "withdrawn": reason}
    path = PurePosixPath(*PurePosixPath(placed.document.path).parts[1:])
    return {path: write_records(_KIND, [record], heading=schema_line(catalog, _KIND, path))}


def _find(catalog: Catalog, identity: str) -> Placed[Release]:
    found = next((placed for placed in catalog.of("release") if placed.record.id == identity), None)
    if found is None:
        known = "、".join(placed.record.id for placed in catalog.of("release")) or "（无）"
        raise ReleaseError(
            f"没有发布版本 {identity}。已有的版本：{known}。", f"There is no release {identity}. There are: {known}."
        )
    return found


def _check(catalog: Catalog, identity: str, approval: Approval) -> None:
    if not re.fullmatch(ID, identity):
        raise ReleaseError(
            f"“{visible(identity)}”不能作为版本编号，应当写作 r2015-12：小写字母开头，只用小写字母、数字和连字符。",
            f"'{visible(identity)}' cannot be the id of an edition; write it like r2015-12.",
        )
    if any(placed.record.id == identity for placed in catalog.of("release")):
        raise ReleaseError(f"版本 {identity} 已经有了，编号不能再用。", f"The release {identity} exists already.")
    last = latest_release(catalog)
    if last and last.on and approval.on < last.on:
        raise ReleaseError(
            f"批准日期 {approval.on} 早于上一个版本 {last.id} 的 {last.on}。",
            f"{approval.on} lies before the day of the release {last.id}, {last.on}.",
        )


def _check_correction(changes: Sequence[Change]) -> None:
    for change in changes:
        keys = {step for step in change.path if not isinstance(step, Element)}
        if not keys & _CORRECTABLE and change.record.kind.id != "lexicon":
            raise UnfitError(
                f"勘误只能改电话、窗口、办公时间和别名；“{change.record.name}”的改动（{change.field or '整项'}）"
                "需要批准，请去掉 --correct，写明批准文件。",
                f"A correction may change phones, windows, hours and aliases alone; the change of "
                f"'{change.record.name}' ({change.field or 'as a whole'}) needs an approval.",
            )


def _totals(reckoning: Reckoning) -> Iterator[dict[str, Any]]:
    """Give the sums over the items of both editions; what is cancelled or new would pass for speed or for burden."""
    for name, one in reckoning.over_both.items():
        measure = MEASURES[name]
        yield {
            "measure": measure.name.zh,
            "unit": measure.unit.zh,
            "before": one.before,
            "now": one.now,
            "items": one.items_now,
        }


def _frozen(change: dict[str, Any]) -> dict[str, Any]:
    """Keep what tells readers of a change; where it stood in files that go on changing is left out."""
    kept = ("kind", "list", "item", "name", "effect", "department", "message", "fingerprint")
    return {key: change[key] for key in kept if change[key]}
