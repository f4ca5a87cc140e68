"""What an edit inside a record is: which kind of change, and with it what it means for the applicant."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from wudan.catalog.model.approval import MeanTime
from wudan.catalog.periods import lead_in, rise, sign
from wudan.catalog.working_days import working_days
from wudan.diff.edit import Edit
from wudan.diff.listing import Element, Path
from wudan.diff.shape import BOUNDS, is_amount, is_limit, is_number

Judgement = Callable[[Edit, int], str]
"""From an edit and the year of the holidays to the kind of change."""


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def kind_of_edit(list_id: str, edit: Edit, year: int) -> str:
    """Give the kind of change that an edit in a record of a list is. What no table knows is a detail."""
    judge = _MEANINGS.get(list_id, {}).get(field_text(edit.path), _detail)
    return judge(edit, year)


def weighs(list_id: str, path: Path) -> bool:
    """Say whether a field decides how much is asked of an applicant: a number, a limit, a scale, not a wording."""
    field = field_text(path)
    known = _MEANINGS.get(list_id, {})
    return known.get(field, _detail) not in (_text, _detail) or any(
        judge not in (_text, _detail) for other, judge in known.items() if other.startswith((f"{field}.", f"{field}["))
    )


def field_text(path: Path) -> str:
    """Give the field that a path leads to, whichever element of a list it is: `materials[].copies`."""
    text = ""
    for step in path:
        text += "[]" if isinstance(step, Element) else f".{step}"
    return text.removeprefix(".")


def _by(added: str, removed: str, changed: str) -> Judgement:
    """Judge by whether something came, went or changed."""
    kinds = {"set": added, "add": added, "unset": removed, "remove": removed, "order": "reordered"}

    def judge(edit: Edit, year: int) -> str:  # noqa: ARG001
        return "called_otherwise" if edit.operation == "rename" else kinds.get(edit.operation, changed)

    return judge


_asked = _by("asked", "not_asked", "reworded")
_offered = _by("offered", "not_offered", "reworded")
_text = _by("worded", "unworded", "reworded")
_detail = _by("detail_added", "detail_removed", "detail_changed")


def _limit(edit: Edit, year: int) -> str:
    """Judge a limit by working days; where holidays decide which is longer, nobody can say."""
    if edit.old is None or edit.new is None:
        return "limit_stated" if edit.old is None else "limit_dropped"
    if not (is_limit(edit.old) and is_limit(edit.new)):
        return "reworded"
    before, after = (working_days(msgspec.convert(_limit_of(value), MeanTime), year) for value in (edit.old, edit.new))
    if _same_length(edit.old, edit.new):
        return "detail_changed"
    if edit.old["unit"] == edit.new["unit"]:
        return "limit_lengthened" if edit.new["count"] > edit.old["count"] else "limit_shortened"
    if after.surely_longer(before):
        return "limit_lengthened"
    return "limit_shortened" if before.surely_longer(after) else "limit_differs"


def _limit_of(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"count": value["count"], "unit": value["unit"]}


def _same_length(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return _limit_of(old) == _limit_of(new)


def _validity(edit: Edit, year: int) -> str:
    """Judge how long a result holds; where the words do not say, somebody has to read them."""
    kinds = {1: "validity_lengthened", -1: "validity_shortened", 0: "detail_changed", None: "reworded"}
    if not (isinstance(edit.old, str) and isinstance(edit.new, str)):
        return _text(edit, year)
    return kinds[rise(edit.old, edit.new)]


def _renewal(edit: Edit, year: int) -> str:
    """Judge when a renewal is asked for at the latest: the earlier before the end, the easier it is missed."""
    if not (isinstance(edit.old, str) and isinstance(edit.new, str)):
        return _text(edit, year)
    before, after = lead_in(edit.old), lead_in(edit.new)
    if before is None or after is None:
        return "reworded"
    return {1: "renewal_earlier", -1: "renewal_later", 0: "detail_changed"}[sign(before, after)]


def _ground(edit: Edit, year: int) -> str:
    """Judge what a record rests on: what sets it decides whether it may be asked for at all, so somebody reads it."""
    old, new = (isinstance(value, dict) and value.get("sets") is True for value in (edit.old, edit.new))
    if old == new:
        return _detail(edit, year)
    return "ground_added" if new else "ground_dropped"


def _marked(edit: Edit, year: int) -> str:  # noqa: ARG001
    return "ground_added" if edit.new is True else "ground_dropped"


def _scale(*values: Any) -> Judgement:
    """Judge by a scale from the easiest for the applicant to the strictest."""

    def judge(edit: Edit, year: int) -> str:  # noqa: ARG001
        if edit.old not in values or edit.new not in values:
            return "reworded"
        return "stricter" if values.index(edit.new) > values.index(edit.old) else "easier"

    return judge


def _number(edit: Edit, year: int) -> str:  # noqa: ARG001
    """Judge by whether a number that the applicant would have small grew; none at all counts as nothing asked."""
    if not (is_number(edit.old) and is_number(edit.new)):
        return "reworded"
    return "stricter" if edit.new > edit.old else "easier"


def _charged(edit: Edit, year: int) -> str:  # noqa: ARG001
    return "stricter" if edit.new else "easier"


def _quota(edit: Edit, year: int) -> str:  # noqa: ARG001
    none = (None, "无")
    if edit.old in none and edit.new in none:
        return "detail_changed"
    if edit.old in none:
        return "stricter"
    return "easier" if edit.new in none else "reworded"


def _amount(edit: Edit, year: int) -> str:  # noqa: ARG001
    """Judge an amount of money by its bounds; where one rose and the other fell, nobody can say."""
    if not (is_amount(edit.old) and is_amount(edit.new)):
        return "reworded"
    rises = [edit.new[bound] - edit.old[bound] for bound in BOUNDS]
    if min(rises) >= 0:
        return "stricter"
    return "easier" if max(rises) <= 0 else "reworded"


def _priced(edit: Edit, year: int) -> str:
    """Judge a standard in words, such as 每本100元: where the numbers alone differ, by whether they rose or fell."""
    if not (isinstance(edit.old, str) and isinstance(edit.new, str)):
        return _text(edit, year)
    before, after = ([float(number) for number in _NUMBER.findall(text)] for text in (edit.old, edit.new))
    if _NUMBER.split(edit.old) != _NUMBER.split(edit.new) or before == after:
        return _text(edit, year)
    rises = [new - old for old, new in zip(before, after, strict=True)]
    if min(rises) >= 0:
        return "stricter"
    return "easier" if max(rises) <= 0 else "reworded"


_MATERIAL: Mapping[str, Judgement] = {
    "materials[]": _asked,
    "materials[].kind": _scale("复印件", "原件或复印件", "原件", "原件和复印件"),
    "materials[].form": _scale("纸质或电子", "电子", "纸质"),
    "materials[].copies": _number,
    "materials[].required": _scale("非必要", "容缺后补", "必要"),
    "materials[].source": _scale("政府部门核发", "申请人自备", "中介机构出具"),
    "materials[].issued_by": _text,
    "materials[].blank": _offered,
    "materials[].sample": _offered,
    "materials[].note": _text,
}
_LIMITS: Mapping[str, Judgement] = {
    "time_limit.statutory": _limit,
    "time_limit.promised": _limit,
    "time_limit.extension": _limit,
}
_GUIDE: Mapping[str, Judgement] = {
    **_MATERIAL,
    **_LIMITS,
    **{f"parts[].{field}": judge for field, judge in {**_MATERIAL, **_LIMITS}.items()},
    "basis[]": _ground,
    "basis[].sets": _marked,
    "parts[]": _text,
    "parts[].conditions[]": _asked,
    "conditions[]": _asked,
    "preconditions[]": _asked,
    "preconditions[].timing": _scale("后置", "并联", "前置"),
    "intermediaries[]": _asked,
    "process[]": _asked,
    "process": _by("asked", "not_asked", "reordered"),
    "process[].limit": _detail,  # what the applicant is promised is the whole; T002 holds the stages to it
    "process[].duty": _text,
    "special_procedures[]": _asked,
    "special_procedures[].limit": _limit,
    "visits": _number,
    "case_type": _scale("即办件", "承诺件", "上报件"),
    "quota": _quota,
    "quota_method": _text,
    "validity.term": _validity,
    "validity.renewal": _renewal,
    "serves[]": _offered,
    "channels[]": _offered,
    "served_across": _scale("全国", "全省", "全市", "全县", "全镇", "跨村"),
    "handled_at[]": _offered,
    "online.depth": _scale("Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"),
    "online.url": _offered,
    "fee.charged": _charged,
    "fee.fees[]": _asked,
    "fee.funds[]": _asked,
    "fee.note": _text,
    "remedy[]": _offered,
    "rights": _text,
    "scope": _text,
    "result.name": _text,
    "result.kind": _text,
    "result.valid_for": _validity,
    "result.delivery": _text,
}
_CHARGE: Mapping[str, Judgement] = {
    "amount": _amount,
    "standard": _priced,
    "unit": _text,
    "payer": _text,
    "exemptions": _text,
    "entries[]": _asked,
    "entries[].standard": _priced,
    "entries[].amount": _amount,
    "stopped": _by("not_asked", "asked", "reworded"),
}

_BY_LIST: Mapping[str, Mapping[str, Judgement]] = {
    "approvals": _GUIDE,
    "service": {
        **_MATERIAL,
        "materials": _asked,
        "promised": _limit,
        "members[]": _text,
        "members[].limit": _limit,
        "serves[]": _offered,
        "handled_at[]": _offered,
    },
    "fees": _CHARGE,
    "funds": {**_CHARGE, "term": _text},
    "negative": {
        "measure": _scale(None, "限制", "禁止"),
        "requirement": _text,
        "exceptions": _text,
        "industry[]": _asked,
        "approvals[]": _asked,
    },
    "intermediaries": {"approvals[]": _asked, "provider": _text, "price": _text},
    "places": {"opening[]": _text, "address": _text, "windows[]": _detail},
}

# By list and field: what an edit there means. A list that is set, unset or changed as a whole is judged as its elements
# are, unless its own name says otherwise.
_MEANINGS: Mapping[str, Mapping[str, Judgement]] = {
    list_id: {**{field[:-2]: judge for field, judge in table.items() if field.endswith("[]")}, **table}
    for list_id, table in _BY_LIST.items()
}
