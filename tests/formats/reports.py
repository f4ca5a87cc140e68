"""A report of every kind, on cities whose texts try to do something where they are shown."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.findings.conftest import HOSTILE, report_on, write_city
from tests.support.reformed_city import ITEMS, reformed_city
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.comparison.formats.registry import FORMATS as COMPARISON
from wudan.comparison.table import compare
from wudan.diff.difference import Difference
from wudan.diff.formats.registry import FORMATS as CHANGES
from wudan.diff.report import report_of
from wudan.figures.figures import figures_of
from wudan.figures.registry import FORMATS as FIGURES
from wudan.findings.formats.registry import FORMATS as FINDINGS
from wudan.findings.judge import judge
from wudan.output.format import Format, Formats
from wudan.proof.proof import Check, Proof
from wudan.proof.registry import FORMATS as PROOF
from wudan.review.registry import FORMATS as REVIEW
from wudan.review.request import review
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import BaselineRule
from wudan.words import Language, Words

REGISTRIES: Mapping[str, Formats[Any]] = {
    "findings": FINDINGS,
    "changes": CHANGES,
    "comparison": COMPARISON,
    "figures": FIGURES,
    "review": REVIEW,
    "proof": PROOF,
}
LANGUAGES: tuple[Language, ...] = ("zh", "en")

Told = Mapping[tuple[str, Language], Any]
"""A report by its kind and its language."""

# What changes in the city: a name, a limit, a stage, an item that goes and one that comes; the texts do no good.
_EDITS = {
    "name: 公共场所卫生许可": f'name: "{HOSTILE[0]}"',
    "promised: {count: 6, unit: 工作日}": "promised: {count: 9, unit: 工作日}",
    "{stage: 专家评审}": f'{{stage: "{HOSTILE[3]}"}}',
    "- {id: wjw-xk-005, name: 医师执业注册,": f'- {{id: wjw-xk-015, name: "{HOSTILE[2]}",',
    "name: 预防接种": f'name: "{HOSTILE[4]}"',
}


def reports_below(folder: Path) -> Told:
    """Lay the cities out below a folder, and give every report in every language."""
    before, after = _laid_out(folder / "before", ITEMS), _laid_out(folder / "after", _edited(ITEMS))
    faulty = write_city(folder)
    told: dict[tuple[str, Language], Any] = {}
    for language in LANGUAGES:
        difference = Difference(before, after)
        told["findings", language] = report_on(faulty, language)
        told["changes", language] = report_of(difference.changes, difference.names, language, difference.reckoning)
        baseline_rules = [rule for rule in all_rules().values() if isinstance(rule, BaselineRule)]
        told["comparison", language] = compare(after, judge(after, baseline_rules, is_whole=False), language)
        told["figures", language] = figures_of(after)
        told["proof", language] = _proof()
        told["review", language] = review("main", difference, "wjw", language, "https://example.org/review.html")
    return told


def _proof() -> Proof:
    """Give a proof of which some does not hold; what is said names files and keys, which say what they like."""
    whole = Words("链条完整（{count} 版）", "the chain is whole ({count} editions)")
    unsigned = Words("{edition} 没有签名", "{edition} is not signed")
    altered = Words("{file} 被改动过", "{file} was altered")
    return Proof((
        Check("chain", "proved", whole, {"count": 3}),
        Check("signature", "unproved", unsigned, edition="r2015-12"),
        Check("signature", "unproved", unsigned, edition=HOSTILE[0]),
        *(Check("file", "failed", altered, {"file": text}) for text in HOSTILE),
    ))  # fmt: skip


def _edited(text: str) -> str:
    for old, new in _EDITS.items():
        if old not in text:
            raise ValueError(f"the city has no {old}")
        text = text.replace(old, new)
    return text


def _laid_out(folder: Path, items: str) -> Catalog:
    folder.mkdir()
    catalog = reformed_city(folder) / "catalog"
    (catalog / "approvals" / "wjw.yml").write_text(items, encoding="utf-8")
    return load_catalog(open_folder(catalog))


def written(form: Format[Any], told: Any, language: Language) -> str:
    """Give what a format writes as text: of a workbook the cells of all sheets, for its bytes hold the time."""
    content = form.write(told, language)
    if isinstance(content, str):
        return content
    lines: list[str] = []
    for sheet in load_workbook(BytesIO(content)).worksheets:
        lines.append(f"# {sheet.title}")
        lines.extend("\t".join(str(cell or "") for cell in row).rstrip() for row in sheet.values)
    return "\n".join(lines) + "\n"


def golden_name(form: Format[Any], language: Language) -> str:
    """Give the name of the file in which stands what a format writes."""
    return f"{form.name}.{language}.{'tsv' if form.is_binary else form.extension}"
