"""F002: a government fund without law, administrative regulation or approval of the State Council.

Catches funds in use none of whose bases and documents can set a fund: all of them are known, and none is a law, an
administrative regulation, a decision or document of the State Council, or a document of the Ministry of Finance.

Why: a fund is a levy for a purpose. Only the centre may impose one.

Source: 政府性基金管理暂行办法（财综〔2010〕80号）.

Bad: a fund whose only document is the city's own.

Good: a fund that rests on an administrative regulation.

中文

本条查出没有法律、行政法规或者国务院批准的政府性基金：所列依据和设立文件都已知，而没有一个能够设立基金。

为什么：基金是为专门用途向社会征收的，只能由中央设立。

依据：《政府性基金管理暂行办法》（财综〔2010〕80号）。

反例：只有本市文件的基金。

正例：以行政法规为依据的基金。

怎样改：写上设立的法律、法规或者国务院、财政部的批准文件；没有的，停止征收。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.fee import Fund
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MAY_SET = frozenset({"法律", "行政法规", "国务院决定"})
_OF_THE_CENTRE = re.compile("国发|国办发|国函|国务院令|财综|财税|财政部")


def check(placed: Placed[Fund], catalog: Catalog) -> Iterator[Problem]:
    """Give a fund in use that nothing cited may set."""
    record = placed.record
    if not record.is_in_use or record.stopped:
        return
    document = record.document
    issued = " ".join(part or "" for part in (document.number, document.issuer)) if document else ""
    register = catalog.derived(law_register)
    numbers = " ".join(register.number_of(citation) for citation in record.basis)
    if _OF_THE_CENTRE.search(issued) or _OF_THE_CENTRE.search(numbers):
        return
    kinds = [register.resolve(citation).kind for citation in record.basis]
    if any(kind is None or kind in _MAY_SET for kind in kinds):
        return
    yield problem_at(placed, "name", arguments={"name": record.name}, about=("ground",))


RULE = ItemRule(
    code="F002",
    level="error",
    title=Words("基金没有设立依据", "Fund without a ground"),
    messages={
        "message": Message(
            Words(
                "基金“{name}”没有法律、行政法规或者国务院批准的依据。",
                "The fund '{name}' rests on no law, regulation or approval of the State Council.",
            ),
            Words("写上设立依据；没有的，停止征收。", "Give its ground, or stop it."),
        )
    },
    check=check,
    page=__doc__,
    lists=("funds",),
    valid_from="2011-01-01",
)
