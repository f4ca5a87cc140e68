"""Accepting a departure: a waiver for a finding, written into the reviewers' folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import CITY_WAIVERS, KINDS
from wudan.catalog.writing.canonical import write_records
from wudan.catalog.writing.schema_line import schema_line
from wudan.catalog.writing.splicing import change_records
from wudan.failure import Failure
from wudan.findings.judged import Judged
from wudan.findings.waiver import Sorted
from wudan.likeness import IDENTIFIER, nearest
from wudan.rules.engine.about import Burden

_KIND = KINDS["waivers"]


class WaivingError(Failure):
    """A finding that cannot be waived."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """What a waiver rests on. `until` is the last day (YYYY-MM-DD) on which it holds."""

    reason: str
    document: str
    approver: str
    until: str


def waive(catalog: Catalog, found: Sorted, grounds: Mapping[str, Ground]) -> dict[PurePosixPath, str]:
    """Give the new texts of the waiver files, by path below the catalog folder, that accept the named findings.

    `grounds` gives the ground for each fingerprint. One that is waived already gets the new ground. All other lines of
    the files stay as they are. Raises WaivingError for a fingerprint that no finding has, for what is wrong with
    waivers themselves, for a day that is over, and for a waiver file that cannot be read.
    """
    every = {judged.fingerprint: judged for judged in (*found.standing, *found.accepted)}
    kept = {placed.record.fingerprint: placed for placed in catalog.of("waivers")}
    changed: dict[PurePosixPath, dict[int, dict[str, Any]]] = {}
    added: dict[PurePosixPath, list[dict[str, Any]]] = {}
    for fingerprint, ground in grounds.items():
        _check(fingerprint, ground, every, catalog)
        fields = {
            "reason": ground.reason, "document": ground.document, "approver": ground.approver, "until": ground.until,
        }  # fmt: skip
        if waiver := kept.get(fingerprint):
            path, index = PurePosixPath(waiver.document.path), int(waiver.path[0])
            changed.setdefault(_inside(path), {})[index] = {**waiver.document.value(waiver.path), **fields}
        else:
            judged = every[fingerprint]
            record = {"fingerprint": fingerprint, "concerns": _concerns(judged), **_burden(judged), **fields}
            added.setdefault(_file_for(every[fingerprint], catalog), []).append(record)
    return {
        path: _text(catalog, path, changed.get(path, {}), added.get(path, [])) for path in sorted({*changed, *added})
    }


def _burden(judged: Judged) -> dict[str, Any]:
    """Say where a burden was accepted, so that later runs can see whether it is still there."""
    problem = judged.problem
    if not isinstance(problem.about, Burden):
        return {}
    field = {"field": problem.about.field} if problem.about.field else {}
    return {"burden": {"list": problem.list, "item": problem.item, **field}}


def _check(fingerprint: str, ground: Ground, every: Mapping[str, Judged], catalog: Catalog) -> None:
    if fingerprint not in every:
        near = nearest(fingerprint, every, IDENTIFIER)
        zh = f"是不是 {near}？" if near else ""
        en = f" Did you mean {near}?" if near else ""
        raise WaivingError(
            f"目录中没有指纹为 {fingerprint} 的问题。{zh}指纹见 wudan check --format json；"
            "改动加重的负担要用 --since 写明与哪个版本比较。",
            f"No finding has the fingerprint {fingerprint}.{en} See wudan check --format json; "
            "a burden is found with --since alone.",
        )
    rule = every[fingerprint].rule
    if not rule.is_acceptable:
        raise WaivingError(
            f"{rule.code} 是说明保留和发布本身的问题，不能保留，只能改正。",
            f"{rule.code} is about waivers and releases themselves: it can only be mended, not waived.",
        )
    if ground.until < catalog.judged_on:
        raise WaivingError(
            f"有效期 {ground.until} 早于判定日期 {catalog.judged_on}，保留不会生效。",
            f"The end {ground.until} lies before the judged day {catalog.judged_on}; the waiver would never hold.",
        )


def _concerns(judged: Judged) -> str:
    """Say for people what is accepted: the rule, and the item or the file."""
    rule, problem = judged.rule, judged.problem
    return f"{rule.code} {rule.title.zh}：{problem.item or PurePosixPath(problem.place.file).stem}"


def _file_for(judged: Judged, catalog: Catalog) -> PurePosixPath:
    """Give the file of the department whose file the finding is in; what belongs to none is the city's."""
    file = next((file for file in catalog.files if file.path == judged.problem.place.file), None)
    owner = file.owner if file and file.owner in catalog.departments else None
    return PurePosixPath(_KIND.place, f"{owner or CITY_WAIVERS}.yml")


def _inside(path: PurePosixPath) -> PurePosixPath:
    return PurePosixPath(*path.parts[1:])


def _text(
    catalog: Catalog, path: PurePosixPath, changed: Mapping[int, Mapping[str, Any]], added: Iterable[Mapping[str, Any]]
) -> str:
    file = next((file for file in catalog.files if _inside(PurePosixPath(file.path)) == path), None)
    if file is None:
        return write_records(_KIND, list(added), heading=schema_line(catalog, _KIND, path))
    if file.document is None or not isinstance(file.document.data, (list, type(None))):
        raise WaivingError(
            f"{file.path} 读不了，先用 wudan check 看清原因、改正以后再写入。",
            f"{file.path} cannot be read; see wudan check, mend it, then waive.",
        )
    return change_records(_KIND, file.document, changed, list(added))
