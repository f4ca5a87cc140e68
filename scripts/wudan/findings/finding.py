"""A finding: a problem written in the user's language, ready for any format."""

from collections.abc import Iterable, Mapping, Set
from typing import Any

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.findings.judged import Judged
from wudan.level import LEVELS, Level
from wudan.rules.engine.problem import Fix, Place, Related
from wudan.rules.engine.registry import all_rules
from wudan.words import Language, visible


class RelatedPlace(msgspec.Struct, frozen=True):
    """Another place that belongs to a finding."""

    file: str
    line: int
    column: int
    message: str


class Finding(msgspec.Struct, frozen=True):
    """One finding, with the keys of the JSON contract. Lines and columns are counted from 1, in characters."""

    code: str
    level: Level
    message: str
    file: str
    line: int
    column: int
    end_line: int
    list: str
    item: str
    pointer: str
    related: tuple[RelatedPlace, ...]
    fingerprint: str
    fix: dict[str, Any] | None
    help: str


class Excerpt(msgspec.Struct, frozen=True):
    """The line of a finding and how many characters of it are meant."""

    line: str
    width: int


class Report(msgspec.Struct, frozen=True):
    """All findings of one run in order of place, with the excerpt of each.

    `levels` are the levels that the city has set, `lowered` the codes of those rules that it has set below their own
    level. `waivers` is the number of findings that are accepted departures and therefore left out. `owners` gives for
    each file with a finding the department that owns it, by id and name.
    """

    findings: tuple[Finding, ...]
    excerpts: tuple[Excerpt, ...]
    files: int
    items: int
    levels: Mapping[str, str]
    waivers: int = 0
    lowered: tuple[str, ...] = ()
    owners: Mapping[str, tuple[str, str]] = {}

    def count(self, level: Level) -> int:
        """Give how many findings have that level."""
        return sum(finding.level == level for finding in self.findings)

    def reaches(self, level: Level) -> bool:
        """Say whether any finding is at that level or above it."""
        return any(LEVELS.index(finding.level) <= LEVELS.index(level) for finding in self.findings)


def make_report(catalog: Catalog, problems: Iterable[Judged], language: Language, waivers: int = 0) -> Report:
    """Write problems as findings in one language, in order of place.

    `waivers` is the number of problems that were accepted and are not among these.
    """
    levels: Mapping[str, str] = catalog.city.levels if catalog.city else {}
    made = [(_finding(judged, language), _excerpt(judged.problem.place)) for judged in problems]
    made.sort(key=lambda pair: (pair[0].file, pair[0].line, pair[0].column, pair[0].code, pair[0].message))
    return Report(
        findings=tuple(finding for finding, _ in made),
        excerpts=tuple(excerpt for _, excerpt in made),
        files=len(catalog.files),
        items=sum(1 for _ in catalog.entries()),
        levels=levels,
        waivers=waivers,
        lowered=tuple(code for code, level in levels.items() if _is_lowered(code, level)),
        owners=_owners(catalog, {finding.file for finding, _ in made}),
    )


def _is_lowered(code: str, level: str) -> bool:
    """Say whether a level lies below the rule's own; to switch a rule off is the lowest."""
    rule = all_rules().get(code)
    order = [*LEVELS, "off"]
    return rule is not None and order.index(level) > order.index(rule.level)


def _owners(catalog: Catalog, files: Set[str]) -> Mapping[str, tuple[str, str]]:
    """Give id and name of the department that owns each of the files; files of the city have none."""
    owners = {file.path: file.owner for file in catalog.files if file.owner and file.path in files}
    names = {owner: catalog.departments[owner].record.name for owner in owners.values() if owner in catalog.departments}
    return {path: (owner, names.get(owner, owner)) for path, owner in owners.items()}


def _finding(judged: Judged, language: Language) -> Finding:
    problem = judged.problem
    message = judged.rule.messages[problem.message]
    place = problem.place
    position = place.position
    return Finding(
        code=judged.rule.code,
        level=judged.level,
        message=message.words.write(language, problem.arguments),
        file=place.file,
        line=position.line,
        column=position.column,
        end_line=place.text.position(max(place.span.start, place.span.end - 1)).line,
        list=problem.list,
        item=problem.item,
        pointer=place.pointer,
        related=tuple(_related(related, language) for related in problem.related),
        fingerprint=judged.fingerprint,
        fix=_fix(problem.fix, place, language),
        help=message.help.write(language, problem.arguments),
    )


def _related(related: Related, language: Language) -> RelatedPlace:
    position = related.place.position
    return RelatedPlace(related.place.file, position.line, position.column, related.words.write(language))


def _fix(fix: Fix | None, place: Place, language: Language) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = []
    for edit in fix.edits:
        start, end = place.text.position(edit.span.start), place.text.position(edit.span.end)
        edits.append(
            {"file": edit.file, "line": start.line, "column": start.column, "end_line": end.line,
             "end_column": end.column, "text": edit.text}
        )  # fmt: skip
    return {"description": fix.description.write(language), "edits": edits}


def _excerpt(place: Place) -> Excerpt:
    position = place.position
    line = place.text.line(position.line)
    width = min(place.span.end - place.span.start, len(line) - position.column + 1)
    return Excerpt(visible(line), max(width, 1))
