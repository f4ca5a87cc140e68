"""L009: a coercive measure set by something too low, or entrusted.

Catches powers in use of type 行政强制 whose bases are all known and none of them a law, an administrative regulation
or a local regulation, and powers of that type that are exercised on another body's behalf.

Why: to seize and to seal is for the law to allow and for the body itself to do.

Source: 行政强制法 第十条至第十三条、第十七条.

Bad: a seizure that rests on a departmental rule; one with `power_source: 同级委托`.

Good: a seizure that rests on a law and is exercised by the body itself.

中文

本条查出依据无权设定的行政强制（所列依据中没有法律、行政法规或者地方性法规），以及委托行使的行政强制。

为什么：查封、扣押关系财产和自由，要由法律法规设定，由机关自己实施。

依据：《行政强制法》第十条至第十三条、第十七条。

反例：扣押以部门规章为依据；行政强制写 `power_source: 同级委托`。

正例：扣押以法律为依据，由本机关实施。

怎样改：写上设定它的法律、法规；委托的收回，由本机关实施。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.power import Power
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MAY_COERCE = frozenset({"法律", "行政法规", "地方性法规"})
_ENTRUSTED = ("上级委托", "同级委托")


def check(placed: Placed[Power], catalog: Catalog) -> Iterator[Problem]:
    """Give a coercive measure that nothing cited may set, or that is entrusted."""
    record = placed.record
    if record.type != "行政强制" or not record.is_in_use:
        return
    register = catalog.derived(law_register)
    kinds = [register.resolve(citation).kind for citation in record.basis]
    if kinds and not any(kind is None or kind in _MAY_COERCE for kind in kinds):
        arguments = {"name": record.name, "kinds": "、".join(dict.fromkeys(kind for kind in kinds if kind))}
        yield problem_at(placed, "basis", key=True, arguments=arguments, about=("rank",))
    if record.power_source in _ENTRUSTED or (record.bodies and record.bodies.entrusted_by):
        step = "power_source" if record.power_source in _ENTRUSTED else "bodies"
        yield problem_at(placed, step, message="entrusted", arguments={"name": record.name}, about=("entrusted",))


RULE = ItemRule(
    code="L009",
    level="error",
    title=Words("行政强制的依据或者主体不合法", "Coercive measure set too low, or entrusted"),
    messages={
        "message": Message(
            Words(
                "行政强制“{name}”的依据只有{kinds}，无权设定。", "The coercive measure '{name}' rests on {kinds} alone."
            ),
            Words("写上设定它的法律、法规；没有的，取消。", "Cite a law or regulation, or remove the power."),
        ),
        "entrusted": Message(
            Words("行政强制“{name}”不能委托实施。", "The coercive measure '{name}' may not be entrusted."),
            Words("由本机关实施。", "The body itself has to exercise it."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("powers",),
    valid_from="2012-01-01",
)
