"""Mints ids: of departments from the pinyin of their names, of entries from department, kind and serial number."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from wudan.catalog.model.city import Region

TYPE_MARKS: Mapping[str, str] = {
    "行政许可": "xk",
    "非行政许可审批": "fx",
    "行政处罚": "cf",
    "行政强制": "qz",
    "行政征收": "zs",
    "行政给付": "gf",
    "行政检查": "jc",
    "行政确认": "qr",
    "行政奖励": "jl",
    "行政裁决": "cj",
    "其他行政权力": "qt",
    "公共服务": "gg",
}
LIST_MARKS: Mapping[str, str] = {"fees": "sf", "funds": "jj", "negative": "fm"}

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
# Words that begin with the name of a level and do not mean it: 市场监督管理局, 市容局, 区委办.
_NO_PREFIX = ("市场", "市监", "市容", "市政管理", "市政工程", "市政公用", "县委", "区委", "市委", "区域", "区划")


def bare_name(name: str, region: Region | None) -> str:
    """Give the name of a department without the name of its region, or 省, 市, 县, 区 alone, before it."""
    own = _BRACKETS.sub("", name).strip() or name.strip()
    for prefix in (region.province, region.city, region.name) if region else ():
        if prefix and own.startswith(prefix) and len(own) > len(prefix) + 1:
            own = own.removeprefix(prefix)
    if len(own) > 2 and own[0] in "省市县区" and not own.startswith(_NO_PREFIX):
        own = own[1:]
    return own


def mint_department(name: str, region: Region | None, taken: Container[str]) -> str:
    """Give a new id for a department: the pinyin initials of its bare name, with a number from 2 on where taken."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 (belongs to an extra, and only new departments need it)

    initials = "".join(lazy_pinyin(bare_name(name, region), style=Style.FIRST_LETTER, errors="default"))
    letters = re.sub("[^a-z0-9]", "", initials.lower())
    base = letters if letters[:1].isalpha() else f"bm{letters}"
    number = 1
    while (minted := base if number == 1 else f"{base}{number}") in taken:
        number += 1
    return minted


def mark_of(list_id: str, type_: str | None) -> str:
    """Give the mark of the kind in an id: of a list that is all of one kind its own, else that of the type."""
    return LIST_MARKS.get(list_id) or TYPE_MARKS[type_ or "其他行政权力"]


class Serials:
    """Hands out the next free serials. An id that stands anywhere in a catalog is never given again."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._last: dict[str, int] = {}
        for stem, serial in _serials(texts):
            self._last[stem] = max(self._last.get(stem, 0), serial)

    def mint(self, department: str, mark: str) -> str:
        """Give the next id of that department and mark, such as `wjw-xk-004`."""
        stem = f"{department}-{mark}"
        self._last[stem] = self._last.get(stem, 0) + 1
        return f"{stem}-{self._last[stem]:03}"


_MARKS = "|".join([*TYPE_MARKS.values(), *LIST_MARKS.values()])
_ID = re.compile(rf"(?<![a-z0-9-])([a-z][a-z0-9-]{{0,60}}?-(?:{_MARKS}))-([0-9]{{1,6}})(?![0-9])")


def _serials(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    for text in texts:
        for stem, serial in _ID.findall(text):
            yield stem, int(serial)
