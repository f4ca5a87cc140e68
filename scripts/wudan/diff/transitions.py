"""The kinds of change in one table: what each is called, what it means for the applicant, and its mirror."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wudan.level import Level
from wudan.words import Words

Effect = Literal["burden", "relief", "neutral", "unclear"]
EFFECTS: tuple[Effect, ...] = ("burden", "unclear", "relief", "neutral")
EFFECT_WORDS: Mapping[Effect, Words] = {
    "burden": Words("加重", "burden"),
    "relief": Words("减轻", "relief"),
    "neutral": Words("不影响申请人", "neutral"),
    "unclear": Words("需要人工判断", "to be read"),
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One kind of change.

    `title` names the kind, `words` tell one change. `mirror` is the kind that the same change is in the other
    direction; itself where both directions are alike. The effect is what it is for the applicant by default; a record
    of another list may mean something else.
    """

    kind: str
    mirror: str
    effect: Effect
    level: Level
    title: Words
    words: Words


def _row(kind: str, mirror: str, effect: Effect, level: Level, *texts: str) -> Transition:
    title, words = Words(*texts[:2]), Words(*texts[2:])
    return Transition(kind, mirror, effect, level, title, words)


# Of whole records first, then of what is in them. The texts take: name, field, old and new
# as they are, was and now in quotes where they are texts, sources, count, document.
_TABLE = (
    _row("added", "removed", "burden", "warning", "新增", "added",
         "新增{name}", "{name} is new"),
    _row("removed", "added", "relief", "warning", "删去", "removed",
         "删去{name}", "{name} was removed"),
    _row("cancelled", "revived", "relief", "warning", "取消", "cancelled",
         "取消{name}{document}", "{name} was cancelled{document}"),
    _row("revived", "cancelled", "burden", "warning", "恢复", "revived",
         "恢复{name}", "{name} is in use again"),
    _row("suspended", "resumed", "unclear", "warning", "暂停", "suspended",
         "暂停{name}", "{name} is suspended"),
    _row("resumed", "suspended", "unclear", "warning", "恢复实施", "resumed",
         "恢复实施{name}", "{name} is resumed"),
    _row("taken_over", "handed_back", "unclear", "warning", "承接", "taken over",
         "承接{name}", "{name} was taken over"),
    _row("handed_back", "taken_over", "unclear", "warning", "交回", "handed back",
         "交回{name}", "{name} was handed back"),
    _row("delegated", "drawn_up", "relief", "warning", "下放", "delegated",
         "下放{name}", "{name} was delegated"),
    _row("drawn_up", "delegated", "burden", "warning", "收回", "drawn up",
         "收回{name}", "{name} was drawn up"),
    _row("merged", "split", "relief", "warning", "合并", "merged",
         "合并：{sources}（{count}）", "merged: {sources} ({count})"),
    _row("split", "merged", "unclear", "warning", "拆分", "split",
         "拆分：{sources}（{count}）", "split: {sources} ({count})"),
    _row("renamed", "renamed", "neutral", "warning", "更名", "renamed",
         "更名：{was}改为{now}", "renamed: {was} is now {now}"),
    _row("transferred", "transferred", "neutral", "warning", "划转", "transferred",
         "由{old}划转到{new}", "moved from {old} to {new}"),
    _row("moved_here", "moved_away", "neutral", "warning", "划转", "transferred",
         "由{old}划转到{new}，没有保留原编号", "moved from {old} to {new}, and its id was not kept"),
    _row("moved_away", "moved_here", "neutral", "warning", "划转", "transferred",
         "由{old}划转到{new}，没有保留原编号", "moved from {old} to {new}, and its id was not kept"),
    _row("type_changed", "type_changed", "unclear", "warning", "转类型", "type changed",
         "转类型：{old}改为{new}", "type {old} became {new}"),
    _row("id_changed", "id_changed", "neutral", "error", "变更编号", "id changed",
         "编号 {old} 改为 {new}", "id {old} became {new}"),
    _row("limit_lengthened", "limit_shortened", "burden", "warning", "时限延长", "limit lengthened",
         "{field}由 {old}延长到 {new}", "{field} was lengthened from {old} to {new}"),
    _row("limit_shortened", "limit_lengthened", "relief", "info", "时限缩短", "limit shortened",
         "{field}由 {old}缩短到 {new}", "{field} was shortened from {old} to {new}"),
    _row("limit_differs", "limit_differs", "unclear", "warning", "时限改写", "limit differs",
         "{field}由 {old}改为 {new}，长短不能确定",
         "{field} changed from {old} to {new}; which is longer cannot be said"),
    _row("limit_stated", "limit_dropped", "relief", "info", "写明时限", "limit stated",
         "写明{field} {new}", "{field} {new} was stated"),
    _row("limit_dropped", "limit_stated", "burden", "warning", "删去时限", "limit dropped",
         "不再写明{field} {old}", "{field} {old} was dropped"),
    _row("validity_shortened", "validity_lengthened", "burden", "warning", "有效期缩短", "validity shortened",
         "{field}由{was}缩短为{now}", "{field} was shortened from {was} to {now}"),
    _row("validity_lengthened", "validity_shortened", "relief", "info", "有效期延长", "validity lengthened",
         "{field}由{was}延长为{now}", "{field} was lengthened from {was} to {now}"),
    _row("renewal_earlier", "renewal_later", "burden", "warning", "延续申请提前", "renewal asked for earlier",
         "{field}由{was}提前到{now}", "{field}: {was} is asked for earlier, {now}"),
    _row("renewal_later", "renewal_earlier", "relief", "info", "延续申请推迟", "renewal asked for later",
         "{field}由{was}推迟到{now}", "{field}: {was} may be asked for later, {now}"),
    _row("ground_added", "ground_dropped", "unclear", "warning", "增加设定依据", "setting basis added",
         "{field}增加{now}", "{field}: {now} was added"),
    _row("ground_dropped", "ground_added", "unclear", "warning", "减少设定依据", "setting basis dropped",
         "{field}减少{was}", "{field}: {was} was removed"),
    _row("asked", "not_asked", "burden", "warning", "增加要求", "asked",
         "{field}增加{now}", "{field}: {now} was added"),
    _row("not_asked", "asked", "relief", "info", "减少要求", "no longer asked",
         "{field}减少{was}", "{field}: {was} was removed"),
    _row("offered", "not_offered", "relief", "info", "增加便利", "offered",
         "{field}增加{now}", "{field}: {now} was added"),
    _row("not_offered", "offered", "burden", "warning", "减少便利", "no longer offered",
         "{field}减少{was}", "{field}: {was} was removed"),
    _row("stricter", "easier", "burden", "warning", "要求变严", "stricter",
         "{field}由{was}改为{now}", "{field}: {was} became {now}"),
    _row("easier", "stricter", "relief", "info", "要求放宽", "easier",
         "{field}由{was}改为{now}", "{field}: {was} became {now}"),
    _row("charged", "freed", "burden", "warning", "开始收费", "charged",
         "开始收费：{new}", "a charge is made now: {new}"),
    _row("freed", "charged", "relief", "info", "不再收费", "no longer charged",
         "不再收费，原来收{old}", "no charge is made any more; it was {old}"),
    _row("called_otherwise", "called_otherwise", "unclear", "warning", "换了名目", "called otherwise",
         "{field}{was}改为{now}", "{field}: {was} is now {now}"),
    _row("reordered", "reordered", "unclear", "info", "先后改变", "reordered",
         "{field}的先后改变", "the order of {field} changed"),
    _row("reworded", "reworded", "unclear", "info", "文字修改", "reworded",
         "{field}由{was}改为{now}", "{field}: {was} became {now}"),
    _row("worded", "unworded", "unclear", "info", "补写文字", "worded",
         "写明{field}{now}", "{field}: {now} was written"),
    _row("unworded", "worded", "unclear", "info", "删去文字", "text removed",
         "删去{field}{was}", "{field}: {was} was removed"),
    _row("detail_changed", "detail_changed", "neutral", "info", "其他修改", "detail changed",
         "{field}由{was}改为{now}", "{field}: {was} became {now}"),
    _row("detail_added", "detail_removed", "neutral", "info", "补写其他内容", "detail added",
         "{field}增加{now}", "{field}: {now} was added"),
    _row("detail_removed", "detail_added", "neutral", "info", "删去其他内容", "detail removed",
         "{field}减少{was}", "{field}: {was} was removed"),
)  # fmt: skip

TRANSITIONS: Mapping[str, Transition] = {row.kind: row for row in _TABLE}
