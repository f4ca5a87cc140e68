"""Reads the place in a law that a citation names: 第四十二条第一款, 附件第205项."""

import re
from dataclasses import dataclass
from functools import cache

from wudan.catalog.numerals import read_number

_NUMERAL = "[0-9]{1,4}|[零〇一二三四五六七八九十百千]{1,9}"
_PLACE = re.compile(
    rf"(?P<annex>附件|附表|附录)?第(?P<number>{_NUMERAL})(?P<unit>条|项|号)(?P<inserted>之(?:{_NUMERAL}))?"
    rf"(?:第(?P<paragraph>{_NUMERAL})款)?(?:第?[（(]?(?P<item>{_NUMERAL})[）)]?项)?"
)


@dataclass(frozen=True, slots=True)
class Article:
    """A place in a law: the number of its article, or of an item of its annex.

    `inserted` is true of an article such as 第一百二十条之一, which no count of articles covers. `paragraph` (款)
    and `item` (项) are None where the citation names none.
    """

    number: int
    in_annex: bool = False
    inserted: bool = False
    paragraph: int | None = None
    item: int | None = None


@cache
def read_article(text: str) -> Article | None:
    """Give the place that a text names, or None when it names anything else, such as a chapter or two articles."""
    found = _PLACE.fullmatch(text.replace(" ", ""))
    if found is None or (found["unit"] != "条" and not found["annex"]):
        return None
    return Article(
        number=read_number(found["number"]),
        in_annex=found["annex"] is not None,
        inserted=found["inserted"] is not None,
        paragraph=read_number(found["paragraph"]) if found["paragraph"] else None,
        item=read_number(found["item"]) if found["item"] else None,
    )
