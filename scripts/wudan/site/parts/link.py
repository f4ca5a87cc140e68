"""Where a name on a page leads, and what may stand in an address at all."""

import re
from functools import lru_cache

import msgspec

NOWHERE = "#"

_TELEPHONE = re.compile(r"\+?[0-9][0-9 -]{2,20}[0-9]")
_ADMITTED = re.compile(
    r"https?://[^\s\\]+"  # another site
    r"|tel:[+0-9-]+"
    r"|(?!//)(?:[^\s\\:/?#]*(?:[/?#][^\s\\]*)?)"  # within this site: no scheme, no other host
)


class Link(msgspec.Struct, frozen=True):
    """A name and the address that it leads to, relative to the root of the site.

    `note` is what a reader should know before following, such as that the item was cancelled.
    """

    address: str
    name: str
    note: str = ""


class Dial(msgspec.Struct, frozen=True):
    """A telephone number with its label; `address` is empty where the text is no plain number."""

    label: str
    number: str
    address: str = ""


@lru_cache(maxsize=8192)
def admit(address: str) -> str:
    """Give the address back if it may be linked to, else one that leads nowhere.

    Admitted are http and https addresses, `tel:` numbers and addresses relative to the page.
    """
    return address if _ADMITTED.fullmatch(address) else NOWHERE


def dial(label: str, number: str) -> Dial:
    """Give a telephone number that can be dialled by a touch, where the text is a plain number."""
    if _TELEPHONE.fullmatch(number):
        return Dial(label, number, "tel:" + number.replace(" ", ""))
    return Dial(label, number)
