"""What a catalog must be before a site is made of it: without an error of structure (the S-rules)."""

from collections.abc import Iterable

from wudan.catalog.catalog import Catalog
from wudan.findings.finding import Finding, make_report
from wudan.findings.words import visible
from wudan.rules.registry import all_rules
from wudan.rules.run import run_rules
from wudan.site.error import SiteError

_SHOWN = 5


def refuse_faulty(catalog: Catalog) -> None:
    """Raise SiteError when an S-rule reports an error, at the level that the city has given the rule.

    Findings of other rules do not stand in the way of a site: they are for the reviewers.
    """
    levels = catalog.city.levels if catalog.city else {}
    rules = [
        rule
        for rule in all_rules().values()
        if rule.code.startswith("S") and levels.get(rule.code, rule.level) == "error"
    ]
    problems = list(run_rules(catalog, rules))
    if not problems:
        return
    chinese = [found for found in make_report(catalog, problems, "zh").findings if found.level == "error"]
    english = [found for found in make_report(catalog, problems, "en").findings if found.level == "error"]
    if not chinese:
        return
    raise SiteError(
        f"目录有 {len(chinese)} 处结构错误，没有生成网站：\n{_listed(chinese)}"
        "请运行 wudan check 查看每一处问题和改法，改正后再试。",
        f"The catalog has {len(english)} errors of structure, so no site was built:\n{_listed(english)}"
        "wudan check shows each of them, and how to mend it.",
    )


def _listed(findings: Iterable[Finding]) -> str:
    chosen = list(findings)
    lines = [f"  {found.code} {visible(found.file)}:{found.line}:{found.column} {found.message}\n" for found in chosen]
    return "".join(lines[:_SHOWN]) + ("  ……\n" if len(lines) > _SHOWN else "")
