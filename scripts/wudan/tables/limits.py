"""Reads lengths of time as tables write them: 20个工作日, 二十日, 半年, 20个工作日（不含公示）, 即办."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_MAX_CHARACTERS = 60
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"} | dict(
    zip("壹贰叁肆伍陆柒捌玖拾佰", "一二三四五六七八九十百", strict=True)
)
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
    r"(?:自?(?:受理|收到)(?:申请|材料|申请材料|申报材料)?(?:之日|当日)?(?:起|后)|受理|(?:申请)?(?:材料|资料)齐[全备](?:之日起|后)?"
    r"|法定时限|法定|承诺时限|承诺|不超过|不多于|不大于|最长|最多|一般|为|在|≤|<=|<|约|,|、)+"
)
_AFTER = re.compile(
    r"(?:以内|之内|内|办结|办理完毕|办完|完成|(?:作出|做出)(?:是否(?:准予|批准|同意)的?)?(?:行政)?(?:许可|审批)?(?:决定)?"
    r"|(?:审查|审核|审批|办理)完毕|完毕|批复|答复|发证|核发|出证|出具|送达)*[。;,]?\Z"
)
_REMARK = re.compile(r"\(([^()]{1,40})\)")
# What stands behind a comma and limits the length is a remark as in brackets: 10个工作日，不含公示.
_BEHIND_COMMA = re.compile(r"[,;](不(?:含|包括|计)[^,;。()]{1,30})。?\Z")
_ROUND = str.maketrans("【】[]〔〕", "()()()")
_FRACTION = re.compile(r"[0-9]\.[0-9]|半(?!年)|多(?:个|日|天)")
_DATE = re.compile(r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?")
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
    if _DATE.fullmatch(text):
        return "limit_date"
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
    text = _BEHIND_COMMA.sub(r"(\1)", re.sub(r"\s+", "", normalize("NFKC", written)).translate(_ROUND))
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
    if not hundreds and "十" not in rest and set(text[1:]) & set("零〇"):
        return _by_places(text)
    digits = [hundreds, tens, ones.lstrip("零〇")]
    if any(len(part) > 1 or (part and part not in _NUMERALS) for part in digits):
        return None
    value = 100 * _NUMERALS.get(hundreds, 0)
    value += 10 * (_NUMERALS[tens] if tens else int("十" in rest))
    return value + (_NUMERALS[digits[2]] if digits[2] else 0)


def _by_places(text: str) -> int | None:
    """Give a number written digit by digit: 二〇 is 20; 三五 is no number, but three to five."""
    if len(text) > 3 or any(digit not in _NUMERALS for digit in text) or text[0] in "零〇两":
        return None
    return int("".join(str(_NUMERALS[digit]) for digit in text))
