"""P007: a heavier burden on applicants that no reviewer has accepted.

Catches, in a change (`--since`), every edit after which applicants have more to bear than before: a longer promise, one
material or condition more, a dearer fee, fewer channels, a new entry that asks something of them. An error since the
city has published its first edition, for from then on people rely on what it says; before that a warning, and new
entries say nothing. Where a departure from the baseline is reported in the same field, this rule is silent.

The acceptance (`wudan waive`) is known by the entry, the field and what stands there afterwards. It survives another
wording, another place in the file and a rebase; it covers no other change of the same field. When the field says
something else again, the acceptance accepts nothing (P002) and has to go.

Why: a department may make things easier at any time. Whoever makes them harder has to say on what ground.

Source: 国办发〔2015〕86号 and 国发〔2015〕29号 (fewer certificates and steps for the public); the review's own rule.

Bad: a material more, with nothing to show for it.

Good: the same with a waiver that names document and approver.

中文

本条查出没有经过审核人同意的加重：改动（--since）以后，申请人的承诺时限变长了，材料、条件变多了，收费变高了，渠道变少了，
或者新增了要求申请人办理的事项。第一个版本公布以后是错误，因为群众已经照着办了；公布以前是警告，新增的事项不报。同一处
已经报了与改革基线的出入的，本条不再重复。

审核人同意（wudan waive）时，记住的是哪一项、哪个字段、改成了什么：措辞、位置变了，或者在别的版本上重新提交，仍然有效；
同一字段改成别的，就要重新同意。字段后来又改了的，这条同意落空（P002），要删去。

为什么：让群众更方便，部门随时可以做；让群众更麻烦，要说清楚凭什么。

依据：《国务院办公厅关于简化优化公共服务流程方便基层群众办事创业的通知》（国办发〔2015〕86号）、《国务院关于印发
2015年推进简政放权放管结合转变政府职能工作方案的通知》（国发〔2015〕29号）。

反例：多要一份材料，没有任何说明。

正例：同样的改动，另有审核人写明文件和批准单位的说明保留。

怎样改：不是有意的，改回去；确有依据的，请审核人用 wudan waive 同意。
"""

from collections.abc import Iterator, Mapping, Sequence

from wudan.catalog.catalog import Catalog
from wudan.catalog.content import latest_release
from wudan.catalog.document import Span, Text
from wudan.diff.burden import result_of
from wudan.diff.change import Change
from wudan.diff.naming import names_of
from wudan.diff.position import data_path_in
from wudan.diff.report import message_of
from wudan.rules.engine.about import Burden
from wudan.rules.engine.problem import Place, Problem, place_in
from wudan.rules.engine.rule import DifferenceRule, Message
from wudan.words import Words


def check(changes: Sequence[Change], before: Catalog) -> Iterator[Problem]:
    """Give every change that weighs more on applicants; `before` is the catalog that was changed."""
    is_published = latest_release(before) is not None
    names = before.derived(names_of)
    for change in changes:
        if change.effect == "burden" and (is_published or change.before is not None):
            yield _problem(change, names, is_published=is_published)


def _problem(change: Change, names: Mapping[str, str], *, is_published: bool) -> Problem:
    record = change.record
    return Problem(
        _place(change),
        arguments={
            "name": record.name,
            "change": Words(message_of(change, names, "zh"), message_of(change, names, "en")),
        },
        about=Burden(*result_of(change)),
        list=record.kind.id,
        item=record.identity,
        level=None if is_published else "warning",
    )


def _place(change: Change) -> Place:
    """Give the place of a change as it is now; of a record that is gone, the file that had it."""
    if change.after is None:
        return Place(change.record.document.path, Text(""), Span(0, 1))
    return place_in(change.after.document, data_path_in(change.after, change))


RULE = DifferenceRule(
    code="P007",
    level="error",
    title=Words("加重负担未经同意", "Burden that nobody accepted"),
    messages={
        "message": Message(
            Words(
                "{name}：{change}。申请人的负担加重了，还没有经审核人同意。",
                "{name}: {change}. This weighs more on applicants, and no reviewer has accepted it.",
            ),
            Words(
                "不是有意的，改回去；确有依据的，请审核人写明文件和理由，用 wudan waive 同意。",
                "Take it back, or have a reviewer accept it with wudan waive, with document and reason.",
            ),
        )
    },
    check=check,
    page=__doc__,
)
