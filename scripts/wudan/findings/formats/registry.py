"""All report formats by name."""

from collections.abc import Callable, Mapping

from wudan.findings.finding import Report
from wudan.findings.formats import github, gitlab, json, junit, markdown, sarif, text
from wudan.words import Language

FORMATS: Mapping[str, Callable[[Report, Language], str]] = {
    "text": text.write,
    "json": json.write,
    "sarif": sarif.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "junit": junit.write,
    "markdown": markdown.write,
}
