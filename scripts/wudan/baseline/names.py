"""When two names of items are the same name, written in another way."""

import re
import unicodedata

# A place may add whose level an item is; the item is the same.
_LEVEL = re.compile(r"（?(?:县级|市级|区级|县（市）级|本级)(?:权限)?）?$")
_MARKS = re.compile(r"[\s，,、；;：:。．.“”\"'‘’《》<>\-—–·]")


def differs_in_form(name: str, other: str) -> bool:
    """Say whether two different names differ in brackets, width, punctuation or an added （县级） alone."""
    return name != other and plain_item_name(name) == plain_item_name(other)


def plain_item_name(name: str) -> str:
    """Give a name without what does not tell items apart: width, kinds of brackets, punctuation, level."""
    text = unicodedata.normalize("NFKC", name).translate(_BRACKETS)
    return _MARKS.sub("", _LEVEL.sub("", text.strip()))


_BRACKETS = str.maketrans(dict.fromkeys("([{〔［【", "（") | dict.fromkeys(")]}〕］】", "）"))
