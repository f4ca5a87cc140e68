"""All report formats by name."""

from collections.abc import Callable, Mapping

from wudan.findings.finding import Report
from wudan.findings.formats import json, text
from wudan.findings.words import Language

FORMATS: Mapping[str, Callable[[Report, Language], str]] = {"text": text.write, "json": json.write}
