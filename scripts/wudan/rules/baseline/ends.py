"""Places in the baseline and its decisions, as the other end of findings in the lists."""

from wudan.baseline.decision import Decision
from wudan.baseline.effective import Standing
from wudan.rules.engine.problem import Place, Related, place_in
from wudan.words import Words


def baseline_end(standing: Standing, *steps: str | int) -> Related:
    """Give the entry of the baseline, or something inside it, as the other end of a finding."""
    path = (*standing.path, *steps)
    if standing.document.value(path) is None:
        path = (*standing.path, "name")
    return Related(place_in(standing.document, path), _ENTRY)


def decision_end(decision: Decision) -> Related:
    """Give the decision as the other end of a finding."""
    return Related(decision_place(decision), _DECISION)


def decision_place(decision: Decision) -> Place:
    """Give the place where a decision says what it does."""
    return place_in(decision.adjustment.document, (*decision.path, "kind"))


_ENTRY = Words("改革基线中的条目", "The entry of the baseline")
_DECISION = Words("调整决定", "The decision")
