"""L008: a penalty set by something too low.

Catches powers in use of type 行政处罚 whose bases are all known and none of them may set a penalty. Laws,
administrative regulations, local regulations, and rules of ministries, provinces and cities may, each within its
bounds; a normative document may not.

Why: nobody is punished for what only a circular forbids.

Source: 行政处罚法 第九条至第十四条 (2009), 第十条至第十六条 (2021).

Bad: a penalty whose only basis is a 规范性文件.

Good: a penalty that rests on a law.

中文

本条查出依据无权设定的行政处罚：所列依据的类别都已知，而没有一个是法律、法规或者规章。规范性文件不能设定处罚。

为什么：只有一纸通知禁止的事，不能拿来处罚人。

依据：《行政处罚法》第九条至第十四条（2009年文本），第十条至第十六条（2021年文本）。

反例：行政处罚只以规范性文件为依据。

正例：行政处罚以法律为依据。

怎样改：写上设定处罚的法律、法规、规章；没有的，取消这项权力。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.power import Power
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MAY_PUNISH = frozenset({"法律", "行政法规", "地方性法规", "部门规章", "省政府规章", "市政府规章"})


def check(placed: Placed[Power], catalog: Catalog) -> Iterator[Problem]:
    """Give a penalty that nothing cited may set."""
    record = placed.record
    if record.type != "行政处罚" or not record.is_in_use or not record.basis:
        return
    register = catalog.derived(law_register)
    kinds = [register.resolve(citation).kind for citation in record.basis]
    if not any(kind is None or kind in _MAY_PUNISH for kind in kinds):
        yield problem_at(
            placed,
            "basis",
            key=True,
            arguments={"name": record.name, "kinds": "、".join(dict.fromkeys(kind for kind in kinds if kind))},
            about=("rank",),
        )


RULE = ItemRule(
    code="L008",
    level="error",
    title=Words("依据无权设定处罚", "Basis that may not set a penalty"),
    messages={
        "message": Message(
            Words("处罚“{name}”的依据只有{kinds}，无权设定处罚。", "The penalty '{name}' rests on {kinds} alone."),
            Words(
                "写上设定它的法律、法规、规章；没有的，取消。", "Cite a law, regulation or rule, or remove the power."
            ),
        )
    },
    check=check,
    page=__doc__,
    lists=("powers",),
    valid_from="1996-10-01",
)
