"""Item codes: the national form of 31 or 33 characters, and a provincial one in groups.

The national implementing code is a unified social credit code (18, GB 32100-2015), a level (1) and a base code
(12); two more digits name a part of the item (GB/T 39554.1-2020). Some provinces write a code of their
own, area, serial, credit code and two more numbers in groups joined by hyphens; of these only the credit code is known.
"""

import re
from dataclasses import dataclass

NATIONAL_LENGTHS = (31, 33)
_CREDIT = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}", re.ASCII)
_BASE = re.compile(r"[0-9A-Z]{12}", re.ASCII)
_GROUPED = re.compile(r".+-[0-9]{12}-[0-9]{3}-(?P<credit>[0-9A-Za-z-]+)-[0-9]-[0-9]{2}", re.ASCII)
_LEVELS = "123456"


@dataclass(frozen=True, slots=True)
class CodeParts:
    """What a code is made of; what its form does not have is empty."""

    credit: str
    base: str = ""
    level: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class CodeFault:
    """What is wrong with a code: a message of rule C001, the piece that is wrong, and the likely right one."""

    reason: str
    piece: str
    likely: str = ""


def split_code(code: str) -> CodeParts | None:
    """Take a code apart, or give None where its form is not known."""
    if len(code) in NATIONAL_LENGTHS:
        return CodeParts(code[:18], code[19:31], code[18], code[31:])
    if grouped := _GROUPED.fullmatch(code):
        return CodeParts(grouped["credit"])
    return None


def code_fault(code: str) -> CodeFault | None:
    """Say what is wrong with an item code, or None."""
    parts = split_code(code)
    if parts is None:
        return CodeFault("length", code)
    if fault := credit_fault(parts.credit):
        return fault
    if parts.level and parts.level not in _LEVELS:
        return CodeFault("level", parts.level)
    if parts.base and not _BASE.fullmatch(parts.base):
        return CodeFault("base", parts.base)
    if parts.part and not re.fullmatch("[0-9]{2}", parts.part):
        return CodeFault("part", parts.part)
    return None


def credit_fault(credit: str) -> CodeFault | None:
    """Say what is wrong with a unified social credit code, or None (GB 32100-2015)."""
    if len(credit) != 18:
        return CodeFault("credit_length", credit)
    if not _CREDIT.fullmatch(credit):
        return CodeFault("credit_alphabet", credit)
    from stdnum.cn import uscc  # noqa: PLC0415 (only catalogs with credit codes need it)

    right = uscc.calc_check_digit(credit[:17])
    if right != credit[17]:
        return CodeFault("check_character", credit, credit[:17] + right)
    return None


def base_fault(base: str) -> CodeFault | None:
    """Say what is wrong with a base code, or None."""
    return None if _BASE.fullmatch(base) else CodeFault("base", base)
