"""Tells whether a number still has all its digits.

Spreadsheet programs keep numbers as IEEE 754 doubles and show fifteen digits: a longer code that was typed as a
number has lost its end, and no format brings it back.
"""

import re
from decimal import Decimal, InvalidOperation

from wudan.tables.sheet import Trait

_KEPT_DIGITS = 15
_EXACT = 2**53
_WHOLE = re.compile(r"-?[0-9]{1,400}")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.([0-9]{1,30}))?[eE]\+([0-9]{2,3})")
_ENDS_IN_ZEROS = re.compile(r"[1-9][0-9]{14}0{3,}")


def plain_number(raw: str) -> tuple[str, Trait | None]:
    """Give a stored number in plain digits, or an empty text and the trait where digits are lost.

    Raises ValueError where it is no number.
    """
    value = float(raw)
    if abs(value) < 10**_KEPT_DIGITS:
        return _fifteen_digits(value), None
    if _WHOLE.fullmatch(raw.strip()) and _is_whole(raw.strip()):
        return raw.strip(), None
    return "", Trait("digits_lost", raw.strip())


def of_text(text: str) -> tuple[str, Trait | None]:
    """Give a text that may show a number, with the trait where the number has lost digits, or seems to have.

    A number in scientific notation becomes plain where it shows all its digits.
    """
    stripped = text.strip()
    if found := _SCIENTIFIC.fullmatch(stripped):
        if int(found[2]) <= len(found[1] or ""):
            return format(Decimal(stripped), "f"), None
        return "", Trait("digits_lost", stripped)
    if _ENDS_IN_ZEROS.fullmatch(stripped):
        return text, Trait("digits_doubtful", stripped)
    return text, None


def _is_whole(digits: str) -> bool:
    """Say whether digits can only have been written as they are: no double has these, or none was cut off."""
    number = int(digits)
    return number != int(float(digits)) or (abs(number) < _EXACT and number % 10 != 0)


def _fifteen_digits(value: float) -> str:
    """Write a number with at most fifteen digits, as spreadsheet programs show it, and never with an exponent."""
    try:
        text = format(Decimal(format(value, f".{_KEPT_DIGITS}g")), "f")
    except InvalidOperation:
        raise ValueError(value) from None
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
