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
_NUMBER = re.compile(
    r"(?:[①-⑳⑴-⒛]|[(（](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）][.、．]?"
    r"|[0-9]{1,3}(?:[、．)）]|\.(?![0-9]))|[一二三四五六七八九十]{1,3}[、．.])\s*"
)
_ENDS = re.compile(r"[。.；;，,、:：*＊※#★☆△\s]+\Z")
_STARTS = re.compile(r"\A[*＊※#★☆△\s]+")


def fold_name(name: str) -> str:
    """Give the form in which two names of one thing are equal, however they are written.

    Full and half width, blanks, characters that nobody sees, kinds of brackets and quotation marks make no
    difference, nor do a number before the name (1. （一） ①) and marks around it (。 *). A name of nothing else
    keeps them.
    """
    text = _STARTS.sub("", HIDDEN.sub("", name)).translate(_DIGITS)
    bare = _ENDS.sub("", _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text)
    return fold_writing(bare) or fold_writing(name)


def fold_writing(text: str) -> str:
    """Give the form in which two writings of one text are equal: width, blanks, brackets, quotation marks, dashes."""
    plain = _BLANK.sub("", normalize("NFKC", HIDDEN.sub("", text))).casefold()
    plain = plain.translate(_BRACKETS).translate(_QUOTES)
    return _DOTS.sub("·", _DASHES.sub("-", plain))


def is_same_text(one: str, other: str) -> bool:
    """Say whether two texts differ in their writing alone, or in the order of their lines."""
    return one == other or _lines(one) == _lines(other)


def _lines(text: str) -> list[str]:
    if "\n" not in text:
        return [fold_name(text)]
    return sorted(fold_name(line) for line in text.split("\n"))
