"""Reads lengths of time as tables write them: 20个工作日, 二十日, 半年, 20个工作日（不含公示）, 即办."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_MAX_CHARACTERS = 60
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_UNITS = {
    "工作日": "工作日", "自然日": "自然日", "日历日": "自然日", "日历天": "自然日", "日": "", "天": "",
    "小时": "小时", "钟头": "小时", "时": "小时", "月": "月", "年": "年",
}  # fmt: skip
_IMMEDIATE = re.compile(
    r"(?:即时|即办|即刻|即到即办|即来即办|即收即办|随到随办|当场|当日|当天|现场|立等可取|立即|马上)"
    r"(?:件|办|办理|办结|办毕|完成|予以登记|登记|出证|发证)?"
)
_LENGTH = re.compile(
    r"(?P<count>[0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,7})个?"
    r"(?P<unit>工作日|自然日|日历日|日历天|小时|钟头|日|天|时|月|年)"
)
_HALF_YEAR = re.compile("半年|六个月")
_LEAD = re.compile(r"[一-鿿]{2,10}(?:时限|期限|时间)?[::]")
_BEFORE = re.compile(
    r"(?:自受理之日起|受理之日起|受理后|自受理起|受理|自收到申请之日起|收到申请之日起|法定时限|法定|承诺时限|承诺|不超过|不多于"
    r"|最长|一般|为|在|≤|<=|约)+"
)
_AFTER = re.compile(r"(?:以内|之内|内|办结|办理完毕|完成|作出决定)*[。;]?\Z")
_REMARK = re.compile(r"\(([^()]{1,40})\)")
_FRACTION = re.compile(r"[0-9]\.[0-9]|半(?!年)|多(?:个|日|天)")
_EXTENSION = re.compile("延长|顺延|延期")
_FULL_BRACKETS = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; `unit` is empty where 日 or 天 does not say whether working days are meant.

    `remark` is what stands beside it, such as 不含公示: it limits the length and is no part of it.
    """

    count: int
    unit: str
    remark: str = ""


def read_length(written: str) -> Length | None:
    """Give the one length of time that a cell states, or None where it states none, several, or more than that.

    What is done at once, or on the same day, is 0 工作日; a bare number has the count and no unit.
    """
    text = _plain(written)
    if len(text) > _MAX_CHARACTERS:
        return None
    remarks = _REMARK.findall(text)
    unit = next((_UNITS[remark.removeprefix("个")] for remark in remarks if remark.removeprefix("个") in _UNITS), "")
    said = "；".join(remark for remark in remarks if remark.removeprefix("个") not in _UNITS)
    length = _bare_length(_REMARK.sub("", text))
    if length is None or (unit and length.unit not in ("", unit)):
        return None
    return Length(length.count, length.unit or unit, said.translate(_FULL_BRACKETS))


def why_unread(written: str) -> str:
    """Name the message that says why a cell is no one length of time: a fraction, an extension, several, or none."""
    text = _plain(written)
    if _EXTENSION.search(text):
        return "limit_extension"
    if _FRACTION.search(text):
        return "limit_fraction"
    several = len(re.findall(r"[0-9零一二两三四五六七八九十百]+(?=个?(?:工作日|自然日|小时|日|天|月|年))", text)) > 1
    return "limit_several" if several or re.search(r"[0-9][-~—至到][0-9]", text) else "limit"


def states_day(written: str) -> bool:
    """Say whether a cell names days without saying which."""
    return re.search(r"[日天]", written) is not None


def _plain(written: str) -> str:
    text = re.sub(r"\s+", "", normalize("NFKC", written))
    for short, long in _TENS.items():
        text = text.replace(short, long)
    return text


def _bare_length(text: str) -> Length | None:
    text = _AFTER.sub("", _LEAD.sub("", text, count=1)) or text
    if _IMMEDIATE.fullmatch(text) or _IMMEDIATE.fullmatch(text + "办结"):
        return Length(0, "工作日")
    text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    if text.isascii() and text.isdigit() and len(text) <= 4:
        return Length(int(text), "")
    if _HALF_YEAR.fullmatch(text):
        return Length(6, "月")
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    count = int(found["count"]) if found["count"].isascii() else _numeral(found["count"])
    return None if count is None else Length(count, _UNITS[found["unit"]])


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
