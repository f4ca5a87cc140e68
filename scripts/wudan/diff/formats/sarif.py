"""The difference as SARIF 2.1.0 (OASIS, errata 01): a kind of change is a rule, a change its result."""

from collections.abc import Mapping
from typing import Any

from wudan.diff.formats.wording import items_text
from wudan.diff.grouping import Group
from wudan.diff.report import DiffReport, WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, TRANSITIONS, Effect
from wudan.output.format import Format
from wudan.output.sarif import LEVEL_NAMES, location, log, unlinked
from wudan.words import Language

# What a change means for the applicant decides how loud it is told, whatever its kind.
_LEVELS: Mapping[Effect, str] = {"burden": "warning", "unclear": "note", "relief": "note", "neutral": "none"}


def write(report: DiffReport, language: Language) -> str:
    """Give one result a change, at its place now; of what is gone, at the place where it was."""
    kinds = [kind for kind in TRANSITIONS if kind in {change.kind for change in report.changes}]
    rules = [_rule(kind, language) for kind in kinds]
    results = [_result(change, kinds.index(change.kind), language) for change in report.changes]
    return log(rules, results, language)


def _rule(kind: str, language: Language) -> dict[str, Any]:
    row = TRANSITIONS[kind]
    return {
        "id": kind,
        "shortDescription": {"text": row.title.write(language)},
        "defaultConfiguration": {"level": LEVEL_NAMES[row.level]},
    }


def _result(change: WrittenChange, index: int, language: Language) -> dict[str, Any]:
    place = change.after or change.before
    effect = EFFECT_WORDS[change.effect].write(language)
    result = {
        "ruleId": change.kind,
        "ruleIndex": index,
        "level": _LEVELS[change.effect],
        "message": {"text": unlinked(f"{effect}: {items_text(Group((change,)), language)} {change.message}")},
        "partialFingerprints": {"structure/v1": change.fingerprint},
    }
    if place:
        result["locations"] = [location(place.file, place.line, place.column, place.line)]
    return result


FORMAT = Format("sarif", "json", write)
