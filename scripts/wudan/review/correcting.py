"""Corrections: what a list entry becomes when departures are mended as the effective baseline has it."""

from collections.abc import Iterable
from typing import Any

from wudan.baseline.comparison import Comparison
from wudan.catalog.catalog import Placed
from wudan.findings.judged import Judged
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError
from wudan.rules.engine.rule import BaselineRule


def correct(comparison: Comparison, item: Placed[Any], departures: Iterable[Judged]) -> Data:
    """Give the data of an item with these departures mended, each as its own rule says, all else as it is.

    Raises NoCorrectionError where the baseline does not say what to write instead.
    """
    data: Data = dict(item.document.value(item.path))
    for judged in departures:
        if not isinstance(judged.rule, BaselineRule) or judged.rule.correct is None:
            raise NoCorrectionError(judged.rule.code)
        judged.rule.correct(data, Departure(comparison, item, judged.problem))
    return data
