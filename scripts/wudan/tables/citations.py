"""Reads the legal basis in a cell: citations where it is nothing but citations, else text."""

import re
from collections.abc import Iterator
from typing import Any

# Every repetition is bounded: a cell may hold anything.
_NUMERAL = "[0-9零〇一二三四五六七八九十百千]{1,9}"
_ARTICLE = (
    rf"(?:附件|附表)?第{_NUMERAL}(?:条(?:之{_NUMERAL})?|项|号)"
    rf"(?:第{_NUMERAL}款)?(?:第[（(]?{_NUMERAL}[）)]?项)?"
)
_LAW = r"《(?P<law>[^《》]{1,100}(?:《[^《》]{0,100}》[^《》]{0,100}){0,3})》"
_BRACKETS = r"(?:\s*[（(](?P<remark>[^（）()]{2,60})[）)])?"
_CITATION = re.compile(rf"{_LAW}{_BRACKETS}\s*(?P<articles>{_ARTICLE}(?:\s*[、，,和及]\s*{_ARTICLE})*)?")
_DOCUMENT = re.compile(rf"{_LAW}{_BRACKETS}")
_ARTICLES = re.compile(_ARTICLE)
_NUMBER = re.compile(r"[0-9]{1,6}\s?号(?:令|公告)?$|令第?[0-9]{1,6}号?$")
_BETWEEN = re.compile(
    r"(?:[\s、，,;；。.和及]|依据|根据|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9一二三四五六七八九十]{1,3}[.、．])*"
)
_OPENING = str.maketrans("[［【", "〔〔〔")
_CLOSING = str.maketrans("]］】", "〕〕〕")


def read_citations(text: str) -> list[dict[str, Any]] | None:
    """Give the citations that a text consists of, or None where it holds anything else as well.

    A citation has `law`, and `number`, `article` and `note` where the text states them. A law that is cited with
    several articles gives one citation for each. 中华人民共和国 before the name of a law is left out.
    """
    found = list(_CITATION.finditer(text))
    if not found:
        return None
    ends = [0, *(citation.end() for citation in found)]
    starts = [*(citation.start() for citation in found), len(text)]
    between = (text[end:start] for end, start in zip(ends, starts, strict=True))
    if not all(_BETWEEN.fullmatch(piece) for piece in between):
        return None
    return list(_unique(citation for match in found for citation in _citations(match)))


def read_document(text: str) -> dict[str, Any]:
    """Give title and number of an official document as a cell names it."""
    found = _DOCUMENT.fullmatch(text.strip())
    if found and (found["remark"] is None or _NUMBER.search(found["remark"])):
        number = {"number": _number(found["remark"])} if found["remark"] else {}
        return {"title": found["law"].strip()} | number
    return {"number": _number(text)} if _NUMBER.search(text.strip()) else {"title": text.strip()}


def _citations(found: re.Match[str]) -> Iterator[dict[str, Any]]:
    head = {"law": found["law"].strip().removeprefix("中华人民共和国")}
    note = {}
    if remark := found["remark"]:
        if _NUMBER.search(remark.strip()):
            head["number"] = _number(remark)
        else:
            note["note"] = remark.strip()
    articles = _ARTICLES.findall(found["articles"] or "")
    yield from ({**head, "article": article, **note} for article in articles)
    if not articles:
        yield head | note


def _number(text: str) -> str:
    """Give a document number with its year in the brackets of the standard (GB/T 9704-2012)."""
    return re.sub(r"\s+", "", text).translate(_OPENING).translate(_CLOSING)


def _unique(citations: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for citation in citations:
        if citation not in seen:
            seen.append(citation)
            yield citation
