"""L003: a law that is not in force on the judged day.

Catches citations of laws that had ended before the judged day, naming what replaced them, and of laws that come into
force later: a remark where that is within 90 days, for then the list may be meant for that day. A version that nobody
read is judged as a warning. So is an old text of a law that goes on amended: its articles may only have moved.

Why: an approval that rests on a law which no longer holds rests on nothing.

Source: 立法法 on the entry into force and the repeal of laws; laws.yml, columns 施行日期 and 失效日期.

Bad: `{law: 食品卫生法}` on a list of 2015.

Good: `{law: 食品安全法}`.

中文

本条查出判定日期没有效力的法规：已经失效的（写明由什么取代）和尚未施行的。90 日以内将要施行的只作提示；没有人读过的文
本只作警告；法规已修改、仍然有效，引的是旧文本的，也只作警告：核对条次。

为什么：依据失效了，事项就没有了依据。

依据：《立法法》关于施行和废止的规定；laws.yml 登记的施行日期、失效日期。

反例：2015 年的清单引用 `{law: 食品卫生法}`。

正例：`{law: 食品安全法}`。

怎样改：改引现行的法规；没有取代它的，事项应当清理。
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from wudan.catalog.catalog import Catalog
from wudan.catalog.citations import all_citations
from wudan.catalog.model.law import Law
from wudan.law.register import Resolution, Verdict, law_register
from wudan.level import Level
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_SOON = timedelta(days=90)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every citation of a law that no longer holds, or not yet."""
    register = catalog.derived(law_register)
    soon = (date.fromisoformat(catalog.judged_on) + _SOON).isoformat()
    for placed, path, citation in catalog.derived(all_citations):
        found = register.resolve(citation)
        if found.law is None or found.version is None:
            continue
        if found.verdict is Verdict.NOT_YET_IN_FORCE:
            message, day = "later", found.version.since
        elif found.verdict is Verdict.NO_LONGER_IN_FORCE:
            message, day = _end_of(found.law.record, catalog.judged_on), found.version.until or ""
        else:
            continue
        yield problem_at(
            placed,
            *path,
            "law",
            message=message,
            arguments={"law": found.law.record.name, "day": day, "by": found.law.record.replaced_by or ""},
            about=(found.law.record.name, found.version.since),
            level="warning" if message == "amended" else _level(found, is_soon=message == "later" and day <= soon),
        )


def _end_of(law: Law, day: str) -> Literal["replaced", "amended", "ended"]:
    """Say how a version ended: another law took its place, the law goes on amended, or it was repealed."""
    if law.replaced_by:
        return "replaced"
    goes_on = any(version.since <= day and (version.until is None or version.until > day) for version in law.versions)
    return "amended" if goes_on or any(one.law is None for one in law.successors) else "ended"


def _level(found: Resolution, *, is_soon: bool) -> Level | None:
    if is_soon:
        return "info"
    return None if found.is_checked else "warning"


RULE = CatalogRule(
    code="L003",
    level="error",
    title=Words("法规没有效力", "Law not in force"),
    messages={
        "ended": Message(
            Words("《{law}》已于 {day} 失效。", "'{law}' ceased to hold on {day}."),
            Words("改引现行的法规；没有的，事项应当清理。", "Cite what holds now; without it the item has no ground."),
        ),
        "replaced": Message(
            Words("《{law}》已于 {day} 失效，由《{by}》取代。", "'{law}' ceased to hold on {day}; '{by}' replaced it."),
            Words("改引《{by}》的相应条文。", "Cite the article of '{by}'."),
        ),
        "amended": Message(
            Words(
                "《{law}》的这个文本到 {day} 为止，已修改。", "This text of '{law}' held until {day}; it was amended."
            ),
            Words("已修改，核对条次：按现行文本改正条款。", "Amended: check the article against the text in force."),
        ),
        "later": Message(
            Words("《{law}》自 {day} 起施行，判定日期还没有效力。", "'{law}' comes into force on {day}."),
            Words("改引判定日期有效的法规，或者到期再改。", "Cite what holds on the judged day, or wait until then."),
        ),
    },
    check=check,
    page=__doc__,
)
