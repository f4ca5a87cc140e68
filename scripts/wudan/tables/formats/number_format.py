"""What a number format makes of a number: leading zeros, units and percent belong to what people see in the cell.

The formats are those of ECMA-376, part 1, section 18.8.31. What only beautifies is left out: thousands separators,
padding, colours, and how many decimal places are shown; the stored number keeps all that it has.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Literal

from wudan.tables.formats.digits import plain_number
from wudan.tables.formats.serial_dates import written_date
from wudan.tables.sheet import Trait

# Builtin formats that have no code in the file; 27 to 36 and 50 to 58 are dates of the East Asian editions.
_BUILTIN = {
    9: "0%",
    10: "0.00%",
    14: "yyyy-m-d",
    **dict.fromkeys(range(15, 18), "yyyy-m-d"),
    **dict.fromkeys(range(18, 22), "h:mm:ss"),
    22: "yyyy-m-d h:mm",
    **dict.fromkeys(range(27, 32), "yyyy-m-d"),
    **dict.fromkeys((32, 33, 34, 35), "h:mm:ss"),
    36: "yyyy-m-d",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    **dict.fromkeys(range(50, 59), "yyyy-m-d"),
}
_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | (?P<skipped>[_*].) | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式) | (?P<clock>AM/PM|A/P|上午/下午) | (?P<scientific>[Ee][+-]) | (?P<digit>[0#?])
    | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<text>@) | (?P<date>[ymdhsgebYMDHSGEB]+)
    | (?P<end>;) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9]{1,15}(?:\.[0-9]{1,10})?)")
_MONEY = "¥￥"

Part = tuple[Literal["digit", "literal", "point"], str]


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the sections of a format, which are parted by semicolons: what it writes, in order."""

    parts: tuple[Part, ...] = ()
    date: str = ""
    is_plain: bool = False
    is_text: bool = False
    percents: int = 0
    thousands: int = 0
    condition: tuple[str, str] | None = None

    @property
    def shows_dash(self) -> bool:
        """Whether the section shows nought as a dash or as nothing, as accounts do."""
        return ("digit", "0") not in self.parts and self.literal in {"", "-", "—"}

    @property
    def literal(self) -> str:
        return "".join(text for kind, text in self.parts if kind == "literal").strip()


def format_code(number_id: int, codes: dict[int, str]) -> str:
    """Give the code of a format by its number in a workbook; empty for General."""
    return codes.get(number_id, _BUILTIN.get(number_id, ""))


def write_number(raw: str, code: str, *, from_1904: bool = False) -> tuple[str, Trait | None]:
    """Give the text of a stored number under a format, and the trait where digits are lost.

    Raises ValueError where it is no number.
    """
    plain, trait = plain_number(raw)
    if trait or not code or code == "General":
        return plain, trait
    value = Decimal(plain)
    section, is_negative_section = _section_for(value, code)
    if section.date:
        return written_date(float(raw), section.date, from_1904=from_1904) or plain, None
    if section.is_plain or (value == 0 and section.shows_dash):
        return plain, None
    return _written(value, section, is_negative_section), None


def write_text(text: str, code: str) -> str:
    """Give a text under a format: a section with `@` may put words around it."""
    for section in _sections(code) if "@" in code else ():
        if section.is_text:
            return "".join(text if part == ("literal", "@") else part[1] for part in section.parts) or text
    return text


def _section_for(value: Decimal, code: str) -> tuple[_Section, bool]:
    """Give the section that holds for a number, and whether it is the one that stands for a minus sign."""
    sections = [section for section in _sections(code) if not section.is_text]
    if not sections:
        return _Section(is_plain=True), False
    if any(section.condition for section in sections):
        fitting = (section for section in sections if _meets(value, section.condition))
        return next(fitting, sections[-1]), False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return (sections[2], False) if value == 0 and len(sections) > 2 else (sections[0], False)


def _meets(value: Decimal, condition: tuple[str, str] | None) -> bool:
    if condition is None:
        return True
    sign, limit = condition[0], Decimal(condition[1])
    return ("=" in sign and value == limit) or ("<" in sign and value < limit) or (">" in sign and value > limit)


def _written(value: Decimal, section: _Section, is_negative_section: bool) -> str:
    parts = section.parts
    point = next((index for index, (kind, _) in enumerate(parts) if kind == "point"), len(parts))
    if not any(kind == "digit" for kind, _ in parts):
        return section.literal
    if not any(kind == "digit" for kind, _ in parts[:point]):
        parts, point = (*parts[:point], ("digit", "0"), *parts[point:]), point + 1
    digits = [index for index, (kind, _) in enumerate(parts) if kind == "digit"]
    last = max(index for index in digits if index < point)
    number = abs(value) * 100**section.percents / 1000**section.thousands
    if any(kind == "literal" for kind, _ in parts[digits[0] : digits[-1]]):
        places = sum(index > point for index in digits)
        number = number.quantize(Decimal(10) ** -places, rounding=ROUND_HALF_UP)
    integer, _, fraction = format(number, "f").partition(".")
    fraction = fraction.rstrip("0")
    after = "".join(text for kind, text in parts[last + 1 :] if kind == "literal")
    written = _fill(parts[: last + 1], integer) + (f".{fraction}" if fraction else "") + "%" * section.percents + after
    if any(sign in written for sign in _MONEY):
        written = written.translate(dict.fromkeys(map(ord, _MONEY))).strip() + "元"
    if is_negative_section:
        written = written.strip("() -")
    return f"-{written.strip()}" if value < 0 else written.strip()


def _fill(parts: tuple[Part, ...], integer: str) -> str:
    """Put the digits of a whole number into its places from the right; those left over stand before the first."""
    places = sum(kind == "digit" for kind, _ in parts)
    left = list(integer)
    written: list[str] = []
    for kind, text in reversed(parts):
        if kind == "literal":
            written.append(text)
            continue
        places -= 1
        if not places:
            written.append("".join(left) or ("0" if text == "0" else ""))
        elif left:
            written.append(left.pop())
        elif text == "0":
            written.append("0")
    return "".join(reversed(written))


@cache
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token.lastgroup == "end":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_section(tokens) for tokens in sections)


def _section(tokens: list[re.Match[str]]) -> _Section:
    kinds = [token.lastgroup or "" for token in tokens]
    brackets = [token["bracket"] for token in tokens if token.lastgroup == "bracket"]
    elapsed = any(re.fullmatch("[hmsHMS]+", bracket) for bracket in brackets)
    condition = next(((found[1], found[2]) for text in brackets if (found := _CONDITION.fullmatch(text))), None)
    parts = tuple(part for token in tokens if (part := _part(token)))
    if ("date" in kinds or elapsed) and "digit" not in kinds[: kinds.index("date") if "date" in kinds else None]:
        letters = "".join(token[0] for token in tokens if token.lastgroup in {"date", "bracket", "clock"})
        return _Section(date=re.sub(r"\[\$[^\]]*\]", "", letters))
    if "text" in kinds:
        return _Section(parts, is_text=True)
    is_fraction = "digit" in kinds and any(token[0] == "/" for token in tokens)
    if is_fraction or "scientific" in kinds or not parts:
        return _Section(is_plain=True, condition=condition)
    return _Section(
        parts,
        percents=kinds.count("percent"),
        thousands=_thousands(kinds),
        condition=condition,
    )


def _part(token: re.Match[str]) -> Part | None:
    kind = token.lastgroup
    if kind in {"quoted", "escaped", "other"}:
        return ("literal", token[kind or ""])
    if kind == "bracket" and token["bracket"].startswith("$"):
        return ("literal", token["bracket"][1:].partition("-")[0])
    if kind == "text":
        return ("literal", "@")
    if kind == "general":
        return ("digit", "0")
    if kind == "digit":
        return ("digit", token[0])
    return ("point", ".") if kind == "point" else None


def _thousands(kinds: list[str]) -> int:
    """Count the commas behind the last place, before the point or at the end: each divides by a thousand."""
    before = count = 0
    seen = False
    for kind in kinds:
        if kind in {"digit", "general"}:
            count, seen = 0, True
        elif kind == "point":
            before, count = before + count, 0
        elif kind == "comma" and seen:
            count += 1
    return before + count
