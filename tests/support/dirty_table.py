"""The rows of a table of the shape of a real district's dump, with the dirt that real dumps have."""

import random
from collections.abc import Iterator

OFFICES = ("区水务局", "区商务局", "区税务局", "区委办", "青河区医疗保障局", "区公安分局", "区市监局")
_CODES = ("91350100M000100Y43", "00877868-5", "4148481895459659776", "0087790701", "91350100M000100Y4", "11736", "")
_CASES = ("（新办）", "（变更）", "（延续）", "（注销）", "")


def dirty_rows(count: int) -> Iterator[str]:
    """Give the heading and that many rows, tab-separated; equal counts give equal rows."""
    chance = random.Random(2015)  # noqa: S311
    yield "department\tmain_item\tname\titemCode\ttaskType\tdeptCode\tareaCode"
    for number in range(count):
        office = number % len(OFFICES)
        main = chance.choice(["未分类", f"主项{number // 5}"])
        name = f"{chance.choice('甲乙丙丁')}{number // 3}、许可/备案{chance.choice(_CASES)}“{number % 7}”"
        base = chance.choice(["999A0138000000", "9990138000", "G-000007-001", "99Z07001006"])
        code = f"{base}-999901000000-000-{chance.choice(_CODES)}-1-{number:03}"
        type_ = chance.choice(["1", "20", "10", "7", "5", "9", "8"])
        yield "\t".join((OFFICES[office], main, name, code, type_, _CODES[office], "999901000000"))
