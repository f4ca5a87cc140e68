"""What a catalog must be before a site is made of it: without an error of structure , and approved."""

from collections.abc import Iterable

from wudan.catalog.catalog import Catalog
from wudan.catalog.content import content_hash, latest_release
from wudan.findings.finding import Finding, make_report
from wudan.findings.judge import judge
from wudan.rules.engine.registry import all_rules
from wudan.site.error import SiteError
from wudan.words import visible

_SHOWN = 5


def refuse_faulty(catalog: Catalog) -> None:
    """Raise SiteError when a rule that guards the site finds an error, at the level that the city has given the rule.

    Findings of other rules do not stand in the way of a site: they are for the reviewers. A waiver helps nothing here,
    for what is accepted can still not be shown.
    """
    rules = [rule for rule in all_rules().values() if rule.guards_site]
    found = judge(catalog, rules, is_whole=False)
    errors = [judged for judged in (*found.standing, *found.accepted) if judged.is_error]
    if not errors:
        return
    chinese, english = (make_report(catalog, errors, language).findings for language in ("zh", "en"))
    raise SiteError(
        f"目录有 {len(chinese)} 处结构错误，没有生成网站：\n{_listed(chinese)}"
        "请运行 wudan check 查看每一处问题和改法，改正后再试。",
        f"The catalog has {len(english)} errors of structure, so no site was built:\n{_listed(english)}"
        "wudan check shows each of them, and how to mend it.",
    )


def refuse_unapproved(catalog: Catalog) -> None:
    """Raise SiteError when the catalog is not, file by file, what its latest release approved."""
    release = latest_release(catalog)
    if release is None or release.hash == content_hash(catalog):
        return
    raise SiteError(
        f"目录与最近批准的版本 {release.id} 不一致，没有生成网站，原来的网站不变。"
        f"运行 wudan diff release:{release.id} 可以看到改了什么；"
        "先看一看效果的，加 --preview；已经批准的，用 wudan release 发布新的版本。",
        f"The catalog is not what the latest release {release.id} approved, so no site was built; the old one stays. "
        f"wudan diff release:{release.id} shows what changed. Use --preview to look at it, and wudan release once it "
        "is approved.",
    )


def _listed(findings: Iterable[Finding]) -> str:
    chosen = list(findings)
    lines = [f"  {found.code} {visible(found.file)}:{found.line}:{found.column} {found.message}\n" for found in chosen]
    return "".join(lines[:_SHOWN]) + ("  ……\n" if len(lines) > _SHOWN else "")
