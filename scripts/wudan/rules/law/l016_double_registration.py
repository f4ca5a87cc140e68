"""L016: one law registered twice.

Catches two entries of the register that answer to the same name or short name, with or without 中华人民共和国 and 《》,
and that no document number tells apart: the numbers are equal, or one of them is missing.

Why: a citation means one law. Where two entries bear its name the first is taken, and what the second says of
versions and articles is never asked.

Source: 党政机关公文处理工作条例 (国家标准 GB/T 9704): a document is cited by title and number.

Bad: 植物检疫条例 twice, once with its number and once without.

Good: two 办法 of the same name, each with its own number, as when a new one replaced the old.

中文

本条查出登记了两次的法规：两条登记的名称或者简称相同（有没有“中华人民共和国”、书名号都算相同），文号又分不开——文号一样，或者
有一条没有写。

为什么：一处引用只指一部法规。两条登记同名时，取的是前一条，后一条写的文本和条数永远用不上，改了也没有人发现。

依据：《党政机关公文处理工作条例》：引用公文先引标题、后引文号。

反例：《植物检疫条例》登记了两次，一次有文号，一次没有。

正例：新旧两部同名的办法，各写各的文号。

怎样改：同一部的，合并成一条；不同的，各写文号。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.law import Law
from wudan.law.register import plain_name, plain_number
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, Related, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_FIRST = Words("先登记的一条", "the entry before it")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every law that an entry before it is registered as already, once for the two."""
    known: dict[str, list[Placed[Law]]] = {}
    for placed in catalog.laws:
        names = {plain_name(name) for name in (placed.record.name, *placed.record.aliases)}
        same = (
            other for name in sorted(names) for other in known.get(name, ()) if _is_one(placed.record, other.record)
        )
        if first := next(same, None):
            yield Problem(
                place_of(placed, "name"),
                arguments={"law": placed.record.name, "first": first.record.name},
                about=Texts((plain_name(placed.record.name), plain_name(first.record.name))),
                list=placed.kind.id,
                related=(Related(place_of(first, "name"), _FIRST),),
            )
        for name in names:
            known.setdefault(name, []).append(placed)


def _is_one(law: Law, other: Law) -> bool:
    """Say whether nothing tells two laws of one name apart."""
    numbers = [plain_number(number) for number in (law.number, other.number) if number]
    return len(numbers) < 2 or numbers[0] == numbers[1]


RULE = CatalogRule(
    code="L016",
    level="error",
    title=Words("同一部法规登记了两次", "One law registered twice"),
    messages={
        "message": Message(
            Words(
                "《{law}》与先登记的《{first}》同名，文号也分不开。",
                "'{law}' has the name of '{first}', which is registered before it, and no number tells them apart.",
            ),
            Words(
                "同一部的，合并成一条；不同的，各写文号。",
                "Merge them if they are one; else give each its number.",
            ),
        )
    },
    check=check,
    page=__doc__,
)
