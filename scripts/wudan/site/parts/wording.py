"""How numbers, limits, days and citations are worded in Chinese."""

from collections.abc import Mapping

import msgspec

from wudan.catalog.model.approval import MeanTime
from wudan.catalog.model.base import Citation, Limit
from wudan.catalog.model.fee import Document
from wudan.catalog.model.law import Law
from wudan.catalog.wording import limit_text as length_text

_NUMERALS = "〇一二三四五六七八九十"


class Cited(msgspec.Struct, frozen=True):
    """A citation as it is printed; `address` leads to the text of the law, where the register knows one."""

    text: str
    address: str = ""
    sets: bool = False
    note: str = ""


def limit_text(limit: Limit | MeanTime) -> str:
    """Word a length of time: `8个工作日`; `当场办结` for none at all."""
    if limit.count == 0:
        return "当场办结"
    return length_text(limit)


def date_text(day: str) -> str:
    """Word a day given as `2015-11-20`: `2015年11月20日`. A text that is no such day is given back."""
    parts = day.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return day
    year, month, date = (int(part) for part in parts)
    return f"{year}年{month}月{date}日"


def numeral(number: int) -> str:
    """Write a whole number from 0 to 99 with Chinese numerals, any other with digits."""
    if not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def title_text(title: str) -> str:
    """Put the marks 《》 around the title of a law or document that does not have them."""
    return title if title.startswith("《") else f"《{title}》"


def cited(citation: Citation, laws: Mapping[str, Law], *, numbered: bool = False) -> Cited:
    """Word a citation; the register of laws, by name and alias, gives the full name and the address.

    A `numbered` one names the document number too, which a page need not repeat at every line.
    """
    law = laws.get(citation.law)
    name = law.name if law else citation.law
    number = (citation.number or (law.number if law else None)) if numbered else None
    text = title_text(name) + (f"（{number}）" if number else "") + (citation.article or "")
    return Cited(text, (law.url or "") if law else "", citation.sets, citation.note or "")


def document_text(document: Document) -> str:
    """Word an official document: issuer, title and number, as far as they are known."""
    title = title_text(document.title) if document.title else ""
    if title and document.number:
        return f"{document.issuer or ''}{title}（{document.number}）"
    return (document.issuer or "") + title + (document.number or "")
