"""B004: an item's name differs from the baseline.

Catches names that are not those of the baseline entry. Where only brackets, width, punctuation or an added （县级）
differ it is a remark that can be mended by itself.

Why: the same item must have the same name everywhere, or nobody can find it and no two lists can be compared.

Source: the six aspects of the review: name, basis, body, preconditions, process, limit.

Bad: `name: 公共场所卫生许可证核发` where the baseline has 公共场所卫生许可.

Good: `name: 公共场所卫生许可`, the other name under `former_names` or `aliases`.

中文

本条查出与改革基线不同的事项名称。只差括号、全角半角、标点或者“（县级）”字样的，是提示，可以由程序改。

为什么：同一事项名称必须一致，否则群众找不到，清单之间也无法比对。

反例：基线是“公共场所卫生许可”，写成 `name: 公共场所卫生许可证核发`。

正例：`name: 公共场所卫生许可`，另一个名称写到 `former_names` 或者 `aliases`。

怎样改：改用基线的名称，原来的名称写到 former_names 或者 aliases；确实更名的，要有更名的调整决定。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison
from wudan.baseline.names import differs_in_form
from wudan.catalog.document import DataPath, Document
from wudan.catalog.writing.written import Change, splice
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Departing
from wudan.rules.engine.correction import Data, Departure
from wudan.rules.engine.problem import Edit, Fix, Problem, place_of
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item whose name is not that of its entry."""
    for pair in comparison.pairs:
        name, wanted = pair.item.record.name, pair.standing.entry.name
        if name == wanted or len(comparison.by_entry[pair.standing.entry.id]) > 1:
            continue  # several items for one entry: B012 speaks
        in_form = differs_in_form(name, wanted)
        place = place_of(pair.item, "name")
        yield Problem(
            place,
            message="form" if in_form else "message",
            arguments={"name": name, "wanted": wanted},
            about=Departing("name", wanted, name),
            list=pair.item.kind.id,
            item=pair.item.record.id,
            related=(baseline_end(pair.standing, "name"),),
            fix=_fix(pair.item.document, (*pair.item.path, "name"), wanted) if in_form else None,
            level="info" if in_form else None,
        )


def _fix(document: Document, path: DataPath, wanted: str) -> Fix | None:
    replacements = splice(document, path, [Change(0, len(document.value(path)), wanted)])
    if replacements is None:
        return None
    edits = tuple(Edit(document.path, span, text) for span, text in replacements)
    return Fix(edits, Words("改成基线的写法", "Write the name as the baseline does"))


def correct(data: Data, departure: Departure) -> None:
    """Write the name of the entry; a name that differs in more than its form is kept as a former one."""
    wanted = departure.entry.name
    former = data.get("former_names", [])
    if not differs_in_form(data["name"], wanted) and data["name"] not in former:
        data["former_names"] = [*former, data["name"]]
    data["name"] = wanted


RULE = BaselineRule(
    code="B004",
    level="warning",
    title=Words("名称与基线不同", "Name differs from the baseline"),
    messages={
        "message": Message(
            Words("名称“{name}”与基线的“{wanted}”不同。", "The name '{name}' is not the baseline's '{wanted}'."),
            Words(
                "改用基线的名称，原名写到 former_names；确实更名的，要有更名的调整决定。",
                "Use the name of the baseline and keep the old one in former_names, or have a decision rename it.",
            ),
        ),
        "form": Message(
            Words(
                "名称“{name}”与基线的“{wanted}”只差写法。",
                "The name '{name}' is the baseline's '{wanted}' written otherwise.",
            ),
            Words("改成基线的写法（wudan check --fix）。", "Write it as the baseline does (wudan check --fix)."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
    fixable=True,
)
