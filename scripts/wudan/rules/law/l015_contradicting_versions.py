"""L015: versions of a law that contradict each other.

Catches versions in the register of laws that end before they begin, and two versions of one law that are in force on
the same day. A version without `until` is in force from its day on.

Why: every citation is judged by the version in force on the judged day. Where the register names two, the answer
depends on their order in the file, and nobody would notice.

Source: 立法法 on the entry into force of amendments; laws.yml, columns 施行日期 and 失效日期.

Bad: one version with `since: "2005-01-01"` and no end, another with `since: "2013-06-29"`.

Good: the first of them with `until: "2013-06-29"`.

中文

本条查出法规登记里互相矛盾的文本：失效日期不晚于施行日期的，同一部法规有两个文本在同一天有效的。没有写失效日期的，从施
行之日起一直有效。

为什么：每一条引用都按判定日期有效的文本判断。登记了两个，结果就取决于先后顺序，没有人会发现。

依据：《立法法》关于修改决定施行日期的规定；laws.yml 登记的施行日期、失效日期。

反例：一个文本 `since: "2005-01-01"`，没有失效日期，另一个文本 `since: "2013-06-29"`。

正例：前一个文本写 `until: "2013-06-29"`。

怎样改：前一文本的 until 写后一文本的施行日期。
"""

from collections.abc import Iterator
from itertools import pairwise

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.law import Law, LawVersion
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, Related, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every version that ends before it begins, and every one that begins while the one before it holds."""
    for placed in catalog.laws:
        numbered = sorted(enumerate(placed.record.versions), key=lambda one: one[1].since)
        for index, version in numbered:
            if version.until is not None and version.until <= version.since:
                yield _problem("reversed", placed, version, place_of(placed, "versions", index, "until"))
        for (earlier, first), (later, second) in pairwise(numbered):
            if first.until is None or first.until > second.since:
                related = Related(place_of(placed, "versions", earlier, "since"), _EARLIER)
                yield _problem("together", placed, second, place_of(placed, "versions", later, "since"), related)


def _problem(message: str, placed: Placed[Law], version: LawVersion, place: Place, *related: Related) -> Problem:
    return Problem(
        place,
        message=message,
        arguments={"law": placed.record.name, "since": version.since, "until": version.until or ""},
        about=Texts((placed.record.name, message, version.since)),
        list=placed.kind.id,
        related=related,
    )


_EARLIER = Words("这一天仍然有效的文本", "the version that still holds then")

RULE = CatalogRule(
    code="L015",
    level="error",
    title=Words("法规文本的日期互相矛盾", "Versions of a law that contradict each other"),
    messages={
        "reversed": Message(
            Words(
                "《{law}》{since} 施行的文本，失效日期 {until} 不晚于施行日期。",
                "The version of '{law}' of {since} ends on {until}, not after it begins.",
            ),
            Words("核对两个日期。", "Check both days."),
        ),
        "together": Message(
            Words(
                "《{law}》{since} 施行新文本时，前一个文本还没有失效。",
                "When the version of '{law}' of {since} begins, the one before it still holds.",
            ),
            Words("前一文本的 until 写 {since}。", "Set until of the version before to {since}."),
        ),
    },
    check=check,
    page=__doc__,
)
