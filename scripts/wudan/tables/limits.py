"""Reads lengths of time as tables write them: 20个工作日, 二十日, 即办."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_MAX_CHARACTERS = 40
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {
    "工作日": "工作日", "自然日": "自然日", "日历日": "自然日", "日历天": "自然日", "日": "", "天": "",
    "小时": "小时", "时": "小时", "月": "月", "年": "年",
}  # fmt: skip
_IMMEDIATE = re.compile(
    r"(?:即时|即办|即刻|即到即办|当场|现场|立等可取|立即|马上)"
    r"(?:件|办|办理|办结|办毕|完成|予以登记|登记)?"
)
_LENGTH = re.compile(
    r"(?P<count>[0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,7})个?"
    r"(?P<unit>工作日|自然日|日历日|日历天|小时|日|天|时|月|年)"
)
_AROUND = re.compile(
    r"(?:自受理之日起|受理之日起|受理后|自受理起|收到申请之日起|法定|承诺|不超过|最长|在|≤|<=)*"
    r"(?P<length>[^以之内]+)(?:以内|之内|内|办结|完成)*[。;；]?"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; `unit` is empty where 日 or 天 does not say whether working days are meant."""

    count: int
    unit: str


def read_length(written: str) -> Length | None:
    """Give the one length of time that a cell states, or None where it states none, several, or more than that.

    What is done at once is 0 工作日; a bare number has the count and no unit.
    """
    text = re.sub(r"\s+", "", normalize("NFKC", written))
    if len(text) > _MAX_CHARACTERS:
        return None
    if _IMMEDIATE.fullmatch(text):
        return Length(0, "工作日")
    if text.isascii() and text.isdigit() and len(text) <= 4:
        return Length(int(text), "")
    around = _AROUND.fullmatch(text)
    found = _LENGTH.fullmatch(around["length"]) if around else None
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isascii() else _numeral(found["count"])
    return None if count is None else Length(count, _UNITS[found["unit"]])


def states_day(written: str) -> bool:
    """Say whether a cell names days without saying which."""
    return re.search(r"[日天]", written) is not None


def _numeral(text: str) -> int | None:
    """Give the value of a Chinese numeral below a thousand, or None where it is none."""
    hundreds, _, rest = text.rpartition("百") if "百" in text else ("", "", text)
    tens, _, ones = rest.rpartition("十") if "十" in rest else ("", "", rest)
    digits = [hundreds, tens, ones.lstrip("零〇")]
    if any(len(part) > 1 or (part and part not in _NUMERALS) for part in digits):
        return None
    value = 100 * _NUMERALS.get(hundreds, 0)
    value += 10 * (_NUMERALS[tens] if tens else int("十" in rest))
    return value + (_NUMERALS[digits[2]] if digits[2] else 0)
