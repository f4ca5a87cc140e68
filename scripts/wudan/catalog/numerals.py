"""Numbers as texts write them, in digits or in Chinese numerals."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str) -> int:
    """Give the value of a whole number below 10,000 in digits or Chinese numerals (四十二, 一百零五, 二〇一五, 两)."""
    if text.isascii():
        return int(text)
    if not any(power in text for power in _POWERS):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total, digit = 0, 0
    for character in text:
        if character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
