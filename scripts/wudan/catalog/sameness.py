"""When two texts are the same text in another writing: width, blanks, brackets, numbering and end marks set aside."""

import re
from unicodedata import normalize

from wudan.catalog.characters import HIDDEN

_BLANK = re.compile(r"\s+")
_BRACKETS = str.maketrans("〔[{【〖〕]}】〗", "(((((" + ")))))")
_QUOTES = str.maketrans("“”„‟‘’「」『』＂", '"' * 11)
_DASHES = re.compile("[-‐-―─−]+")
_DOTS = re.compile("[·•・‧∙]")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# Marks that people put at a name to say something beside it: delegated, new, ticked off.
_MARKS = "*＊※#★☆△▲▽▼○●◎◇◆□■√✓•"
# 一、二类放射源 and 2、3号楼 begin with no number of their own: a like number follows, and what both count.
_COUNTED = "[类级等期号种款档、]"
_NUMBER = re.compile(
    r"(?:[①-⑳⑴-⒛㈠-㈩]|[(（](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）][.、．]?"
    rf"|[0-9]{{1,3}}(?:、(?![0-9]{{1,3}}{_COUNTED})|[．)）]|\.(?![0-9]))"
    rf"|[一二三四五六七八九十]{{1,3}}(?:、(?![一二三四五六七八九十]{{1,3}}{_COUNTED})|[．.]))\s*"
)
_ENDS = re.compile(rf"[。.；;，,、:：{_MARKS}\s]+\Z")
_STARTS = re.compile(rf"\A[{_MARKS}\s]+")


def fold_name(name: str) -> str:
    """Give the form in which two names of one thing are equal, however they are written.

    Full and half width, case, blanks, characters that nobody sees, kinds of brackets and quotation marks make no
    difference, nor do a number before the name (1. （一） ①) and marks around it (。 *). A name of nothing else
    keeps them.
    """
    return _folded(name).casefold()


def is_same_text(one: str, other: str) -> bool:
    """Say whether two texts differ in their writing alone, case aside, or in the order of their lines."""
    return one == other or _lines(one) == _lines(other)


def better_writing(old: str, new: str) -> str:
    """Give the writing that stays of two of one text: the old one, unless the new one lacks a number or marks on it."""
    is_marked, stays_marked = (unmarked(text) != text.strip() for text in (old, new))
    return new if is_marked and not stays_marked else old


def unmarked(text: str) -> str:
    """Give a text without the number before it and the marks around it."""
    bare = _STARTS.sub("", HIDDEN.sub("", text)).translate(_DIGITS)
    return _ENDS.sub("", _NUMBER.sub("", bare, count=1) if _NUMBER.match(bare) else bare)


def _folded(text: str) -> str:
    return _writing(unmarked(text)) or _writing(text)


def _writing(text: str) -> str:
    """Give a text with one width, one kind of bracket, quotation mark, dash and dot, and no blanks."""
    plain = _BLANK.sub("", normalize("NFKC", HIDDEN.sub("", text))).translate(_BRACKETS).translate(_QUOTES)
    return _DOTS.sub("·", _DASHES.sub("-", plain))


def _lines(text: str) -> list[str]:
    return sorted(_folded(line) for line in text.split("\n")) if "\n" in text else [_folded(text)]
