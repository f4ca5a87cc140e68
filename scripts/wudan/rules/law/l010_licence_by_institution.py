"""L010: a licence exercised by an institution without a law, or entrusted to one that is no agency.

Catches licences in use that a public institution or a body without administrative nature decides although it is not
registered as authorised by a law (授权组织), and licences that are entrusted where the deciding body is no
administrative agency.

Why: a licence is given by an agency, or by an organisation that a law authorises; entrusting is possible between
agencies alone.

Source: 行政许可法 第二十三条、第二十四条.

Bad: `bodies: {decides: jianceshi}`, a body of kind 事业单位.

Good: the same body with `nature: 授权组织`, the authorising law among the bases.

中文

本条查出由没有授权的机构决定的行政许可，以及委托给非行政机关的行政许可：决定机构登记为事业单位或者其他机构，又不是授权
组织的；接受委托的不是行政机关的。

为什么：许可由行政机关实施，或者由法律、法规授权的组织实施；委托只能在行政机关之间。

依据：《行政许可法》第二十三条、第二十四条。

反例：`bodies: {decides: jianceshi}`，登记为事业单位。

正例：该机构写 `nature: 授权组织`，依据中列出授权的法律。

怎样改：改由行政机关决定；确有授权的，在部门登记写 nature: 授权组织，并引用授权的法律、法规。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import TypedEntry
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_NO_AGENCIES = ("事业单位", "产业集聚区", "其他机构")
_ENTRUSTED = ("上级委托", "同级委托")


def check(placed: Placed[TypedEntry], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence in use whose deciding body may not give one."""
    record = placed.record
    if record.type != "行政许可" or not record.is_in_use:
        return
    bodies = getattr(record, "bodies", None)
    named = bodies.decides if bodies else None
    body = catalog.departments.get(placed.decider or "")
    if body is None or body.record.kind not in _NO_AGENCIES or body.record.nature == "授权组织":
        return
    is_entrusted = getattr(record, "power_source", None) in _ENTRUSTED or bool(bodies and bodies.entrusted_by)
    yield Problem(
        place_of(placed, "bodies", "decides") if named else place_of(placed, "id"),
        message="entrusted" if is_entrusted else "message",
        arguments={"name": record.name, "body": body.record.name},
        about=Texts(("body", body.record.id)),
        list=placed.kind.id,
        item=record.id,
    )


_HELP = Words(
    "改由行政机关决定；确有授权的，在部门登记写 nature: 授权组织。",
    "Let an agency decide; if a law authorises the body, register it as such.",
)

RULE = ItemRule(
    code="L010",
    level="error",
    title=Words("许可的实施主体不合法", "Body that may not give a licence"),
    messages={
        "message": Message(
            Words("“{name}”由{body}决定，它不是行政机关，也没有授权。", "'{body}' decides '{name}' and is no agency."),
            _HELP,
        ),
        "entrusted": Message(
            Words(
                "“{name}”委托给{body}，许可只能委托给行政机关。",
                "'{name}' is entrusted to '{body}', which is no agency.",
            ),
            _HELP,
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals", "powers"),
    valid_from="2004-07-01",
)
