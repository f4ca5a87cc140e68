"""Writes numbers as laws do, to be read back."""

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """Write a number below 10,000 as laws write it: 一十二 is written 十二, and gaps are filled with one 零."""
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
