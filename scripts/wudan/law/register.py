"""The register of laws as an index: which law a citation names, and what it says of the place that is cited."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Literal

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Citation, Entry, Limit
from wudan.catalog.model.law import Law, LawVersion
from wudan.catalog.model.values import LawKind
from wudan.law.article import read_article
from wudan.law.rank import LAWS_AND_REGULATIONS

_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:公布|制定|修订|修正|修改)?(?:文本|版|本)?")
_SUFFIX = re.compile(r"[（(〔\[]([^（）()〔〕\[\]]{2,30})[）)〕\]]$")
_BRACKETS = str.maketrans(dict.fromkeys("[［【(（", "〔") | dict.fromkeys("]］】)）", "〕"))


class Verdict(Enum):
    """What becomes of a citation. Where nobody can say, it is `UNCHECKED`; nothing is ever guessed."""

    HOLDS = "holds"
    NO_SUCH_ARTICLE = "no such article"
    NOT_YET_IN_FORCE = "not yet in force"
    NO_LONGER_IN_FORCE = "no longer in force"
    UNCHECKED = "cannot be checked"
    UNKNOWN_LAW = "not in the register"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A citation held against the register: the law and the version that it means, and the verdict.

    `is_checked` says whether somebody read a text of that version; without that, no finding may be an error.
    """

    verdict: Verdict
    law: Placed[Law] | None = None
    version: LawVersion | None = None

    @property
    def kind(self) -> LawKind | None:
        """The kind of the law, where the register knows it."""
        return self.law.record.kind if self.law else None

    @property
    def is_checked(self) -> bool:
        """Whether a text of the version was read."""
        return self.version is not None and self.version.checked_against is not None


@dataclass(frozen=True, eq=False)
class LawRegister:
    """All laws of a catalog, found by any of their names or by document number.

    `day` (YYYY-MM-DD) is the day by whose law a citation is judged.
    """

    laws: tuple[Placed[Law], ...]
    day: str
    _resolved: dict[tuple[str, str | None, str | None, str | None], Resolution] = field(default_factory=dict)

    def find(self, name: str, number: str | None = None) -> Placed[Law] | None:
        """Give the law of that name or short name, with or without 中华人民共和国 and 《》, or of that number.

        Of several laws with one name the one with the number is meant.
        """
        named = self._by_name.get(plain_name(name), ()) or self._by_name.get(_without_suffix(plain_name(name)), ())
        wanted = plain_number(number) if number else None
        if wanted and len(named) > 1:
            return next((law for law in named if plain_number(law.record.number or "") == wanted), named[0])
        if named:
            return named[0]
        return self._by_number.get(wanted) if wanted else self._by_number.get(plain_number(name))

    def number_of(self, citation: Citation) -> str:
        """Give the document number of a citation: its own, else the one that the register has; else an empty text."""
        law = self.find(citation.law, citation.number)
        return citation.number or (law.record.number if law else None) or ""

    def names(self) -> Iterator[str]:
        """Give every name and short name by which a law is found."""
        yield from self._by_name

    def resolve(self, citation: Citation) -> Resolution:
        """Say whether a citation holds on the register's day."""
        key = (citation.law, citation.number, citation.article, citation.note)
        if key not in self._resolved:
            self._resolved[key] = self._resolution(citation)
        return self._resolved[key]

    def role_of(self, citation: Citation) -> Literal["sets", "other", "unknown"]:
        """Say whether the cited article sets licences, does something else, or nobody said what it does.

        An article that states conditions or a procedure besides setting says so; one that only supervises, punishes,
        charges or limits sets nothing.
        """
        found, article = self.resolve(citation), read_article(citation.article or "")
        for one in found.version.provisions if found.version and article else ():
            known = read_article(one.article)
            if known and article and (known.number, known.in_annex) == (article.number, article.in_annex):
                return "sets" if {"设定", "条件", "程序"} & set(one.does) else "other"
        return "unknown"

    def version_on(self, law: Law, day: str) -> LawVersion | None:
        """Give the version of a law that is in force on a day."""
        return next((version for version in law.versions if _in_force(version, day)), None)

    def _resolution(self, citation: Citation) -> Resolution:
        placed = self.find(citation.law, citation.number)
        if placed is None:
            return Resolution(Verdict.UNKNOWN_LAW)
        if not placed.record.versions:
            return Resolution(Verdict.UNCHECKED, placed)
        version = self._meant(citation, placed.record)
        if version is None or not _in_force(version, self.day):
            return self._out_of_force(placed, version)
        return Resolution(_article_verdict(citation.article, version), placed, version)

    def _meant(self, citation: Citation, law: Law) -> LawVersion | None:
        """Give the version that a citation names by its year, else the one in force on the day."""
        year = self._year(citation)
        named = [version for version in law.versions if year and year in (version.label or "")]
        if named:
            return next((version for version in named if _in_force(version, self.day)), named[-1])
        return self.version_on(law, self.day)

    def _year(self, citation: Citation) -> str | None:
        """Give the year of the version that is cited; one that belongs to the law's own name is none."""
        own_name = plain_name(citation.law) in self._by_name
        return amended_year(citation.note or "") or (None if own_name else amended_year(citation.law))

    def _out_of_force(self, placed: Placed[Law], version: LawVersion | None) -> Resolution:
        versions = (version,) if version else placed.record.versions
        later = [one for one in versions if one.since > self.day]
        if later and len(later) == len(versions):
            return Resolution(Verdict.NOT_YET_IN_FORCE, placed, later[0])
        ended = [one for one in versions if one.until is not None and one.until <= self.day]
        return Resolution(Verdict.NO_LONGER_IN_FORCE, placed, ended[-1] if ended else versions[-1])

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Placed[Law], ...]]:
        found: dict[str, tuple[Placed[Law], ...]] = {}
        for placed in self.laws:
            for name in (placed.record.name, *placed.record.aliases):
                found[plain_name(name)] = (*found.get(plain_name(name), ()), placed)
        return found

    @cached_property
    def _by_number(self) -> Mapping[str, Placed[Law]]:
        return {plain_number(placed.record.number): placed for placed in self.laws if placed.record.number}


def law_register(catalog: Catalog) -> LawRegister:
    """Give the register of a catalog, judged by the catalog's day; use it through `catalog.derived`."""
    return LawRegister(catalog.laws, catalog.judged_on)


def recorded_limit(found: Resolution, citation: Citation) -> Limit | None:
    """Give the limit that the register records for the cited article."""
    article = read_article(citation.article or "")
    if found.version is None or article is None:
        return None
    for one in found.version.limits:
        known = read_article(one.article)
        if known and (known.number, known.in_annex) == (article.number, article.in_annex):
            return one.limit
    return None


def is_set_by_law(item: Entry, catalog: Catalog) -> bool:
    """Say whether a law, a regulation or a decision of the State Council is among what an entry says sets it.

    Without a register nobody can say that none is, and what the entry says is believed.
    """
    if not catalog.laws:
        return any(one.sets for one in item.basis)
    register = catalog.derived(law_register)
    return any(register.resolve(one).kind in LAWS_AND_REGULATIONS for one in item.basis if one.sets)


def is_from_law(citation: Citation, catalog: Catalog) -> bool:
    """Say whether a citation is of a law, a regulation or a decision of the State Council, or nobody knows of what."""
    kind = catalog.derived(law_register).resolve(citation).kind
    return kind is None or kind in LAWS_AND_REGULATIONS


def plain_name(name: str) -> str:
    """Give the name of a law without 《》, blanks and 中华人民共和国, its brackets full-width."""
    text = name.strip().strip("《》").replace(" ", "").replace("(", "（").replace(")", "）")
    return text.removeprefix("中华人民共和国")


def plain_number(number: str) -> str:
    """Give a document number with 〔〕 around its year, without blanks (GB/T 9704-2012)."""
    return re.sub(r"\s+", "", number).translate(_BRACKETS).replace("〔〕", "")


def amended_year(text: str) -> str | None:
    """Give the year of the version that a text names, as 土地管理法（2004修正） or 2004年修正文本, else None."""
    suffix = _SUFFIX.search(text)
    found = _YEAR.fullmatch((suffix[1] if suffix else text).strip())
    return found[1] if found else None


def _without_suffix(name: str) -> str:
    suffix = _SUFFIX.search(name)
    return name[: suffix.start()] if suffix and _YEAR.fullmatch(suffix[1]) else name


def _in_force(version: LawVersion, day: str) -> bool:
    return version.since <= day and (version.until is None or day < version.until)


def _article_verdict(text: str | None, version: LawVersion) -> Verdict:
    if text is None:
        return Verdict.HOLDS
    article = read_article(text)
    count = version.annex_items if article and article.in_annex else version.articles
    if article is None or article.inserted or count is None:
        return Verdict.UNCHECKED
    return Verdict.HOLDS if 1 <= article.number <= count else Verdict.NO_SUCH_ARTICLE
