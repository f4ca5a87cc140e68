"""The same finding over many items as one: what is told in full, and what is only counted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wudan.findings.finding import Excerpt, Finding, Report

_LEAST = 5  # from so many on, findings are told together
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its excerpt, and those of the same file that say the same and are only counted."""

    finding: Finding
    excerpt: Excerpt
    others: tuple[Finding, ...] = ()


def told(report: Report) -> tuple[Told, ...]:
    """Give what is told of a report, in order of place.

    Five findings and more of one rule in one file that are mended in the same way are one group: three are told, and
    the third bears the others.
    """
    groups: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for index, finding in enumerate(report.findings):
        groups[finding.file, finding.code, finding.level, finding.help].append(index)
    others: dict[int, tuple[Finding, ...]] = {}
    silent: set[int] = set()
    for indexes in groups.values():
        if len(indexes) >= _LEAST:
            rest = indexes[_SHOWN:]
            others[indexes[_SHOWN - 1]] = tuple(report.findings[index] for index in rest)
            silent.update(rest)
    return tuple(
        Told(finding, excerpt, others.get(index, ()))
        for index, (finding, excerpt) in enumerate(zip(report.findings, report.excerpts, strict=True))
        if index not in silent
    )


@dataclass(frozen=True, slots=True)
class OwnerCount:
    """How many findings the files of one department have, by level; the city's own files have no `id`."""

    id: str
    name: str
    errors: int
    warnings: int
    infos: int


def by_owner(report: Report) -> Sequence[OwnerCount]:
    """Count the findings by the department that owns the file, most errors first."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: {"error": 0, "warning": 0, "info": 0})
    for finding in report.findings:
        counts[report.owners.get(finding.file, ("", ""))][finding.level] += 1
    made = [
        OwnerCount(owner, name, count["error"], count["warning"], count["info"])
        for (owner, name), count in counts.items()
    ]
    return sorted(made, key=lambda one: (-one.errors, -one.warnings, -one.infos, one.id))
