"""The six aspects in which an item is held against its entry: name, basis, body, preconditions, process, limit.

Each function gives the departures in one aspect, none where they agree. Rules turn departures into findings, the
comparison into cells of the reviewer's table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wudan.baseline.names import plain_item_name
from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import DataPath
from wudan.catalog.model.approval import Approval, Precondition
from wudan.catalog.model.base import Citation
from wudan.catalog.model.reform import BaselineEntry
from wudan.catalog.stages import standard_stage
from wudan.catalog.wording import limit_text
from wudan.catalog.working_days import working_days
from wudan.law.article import Article, read_article
from wudan.law.rank import RANKS
from wudan.law.register import LawRegister, law_register, plain_name

_YEAR_OF_NUMBER = re.compile(r"〔((?:19|20)[0-9]{2})〕")


@dataclass(frozen=True, slots=True)
class Departure:
    """One way in which an item departs: where in the item, and what is new there.

    `is_backed` says that a law or decision newer than the baseline is cited for it; `is_sure` is False where
    limits in different units leave it open. `is_milder` marks what needs no more than a remark.
    """

    path: DataPath
    what: str
    was: str = ""
    now: str = ""
    is_backed: bool = False
    is_sure: bool = True
    is_milder: bool = False


def is_same_body(catalog: Catalog, now: str | None, before: str) -> bool:
    """Say whether a body is the one before, or its successor in departments.yml."""
    if now == before:
        return True
    successor = catalog.departments.get(now or "")
    former = catalog.departments.get(before)
    names = {before} | ({former.record.name, *former.record.former_names} if former else set())
    return successor is not None and any(one.body in names for one in successor.record.succeeds)


def lost_bases(catalog: Catalog, placed: Placed[Approval], entry: BaselineEntry) -> Iterator[Departure]:
    """Give each setting basis of the entry that the item no longer has, and the sinking of their rank.

    An article counts as well: the item may cite the one that the register names as its successor. An item of which
    nothing is said to set it, where the baseline has it, stands on nothing.
    """
    register = catalog.derived(law_register)
    cited = placed.record.basis
    present = {_law_key(register, basis) for basis in cited}
    if cited and any(basis.sets for basis in entry.basis) and not any(basis.sets for basis in cited):
        was = "、".join(citation_text(basis) for basis in _setting(entry.basis))
        yield Departure(("basis",), "unset", was=was)
        return
    for basis in _setting(entry.basis):
        key = _law_key(register, basis)
        if key not in present:
            succeeded = _is_succeeded(register, key, present) or _is_article_succeeded(register, basis, cited)
            yield Departure(("basis",), "lost", was=citation_text(basis), is_milder=succeeded)
        elif other := _other_article(register, basis, [one for one in cited if _law_key(register, one) == key]):
            succeeded = _is_article_succeeded(register, basis, cited)
            yield Departure(
                ("basis",), "article", was=citation_text(basis), now=citation_text(other), is_milder=succeeded
            )
    before, now = _best_rank(register, _setting(entry.basis)), _best_rank(register, _setting(placed.record.basis))
    if before and now and now > before:
        yield Departure(("basis",), "sunk", was=_ranked(before), now=_ranked(now))


def added_preconditions(catalog: Catalog, placed: Placed[Approval], entry: BaselineEntry) -> Iterator[Departure]:
    """Give each precondition of the item that the entry does not have."""
    before = {_precondition_key(catalog, one) for one in entry.preconditions}
    for index, precondition in enumerate(placed.record.preconditions):
        if _precondition_key(catalog, precondition) not in before:
            backed = _is_newer(catalog, precondition.basis, entry)
            name = precondition_name(catalog, precondition)
            yield Departure(("preconditions", index), "added", now=name, is_backed=backed)


def added_stages(catalog: Catalog, placed: Placed[Approval], entry: BaselineEntry) -> Iterator[Departure]:
    """Give each stage of the item that the entry does not have under any of its names."""
    if not entry.process:
        return
    before = {standard_stage(stage.stage) for stage in entry.process}
    backed = any(_is_newer(catalog, basis, entry) for basis in placed.record.basis)
    for index, stage in enumerate(placed.record.process):
        if standard_stage(stage.stage) not in before:
            yield Departure(("process", index, "stage"), "added", now=stage.stage, is_backed=backed)


def longer_limits(catalog: Catalog, placed: Placed[Approval], entry: BaselineEntry) -> Iterator[Departure]:
    """Give the promise and the statutory limit where they are, or perhaps are, longer than the entry's."""
    limit, before = placed.record.time_limit, entry.time_limit
    if limit is None or before is None:
        return
    year = catalog.year
    for key in ("promised", "statutory"):
        now, was = getattr(limit, key), getattr(before, key)
        if now is None or was is None:
            continue
        interval, was_interval = working_days(now, year), working_days(was, year)
        if now.unit == was.unit:
            sure = perhaps = now.count > was.count
        else:
            sure, perhaps = interval.surely_longer(was_interval), interval.perhaps_longer(was_interval)
        if perhaps:
            backed = _is_newer(catalog, now.basis, entry)
            path = ("time_limit", key)
            yield Departure(path, key, limit_text(was), limit_text(now), backed, is_sure=sure)


def citation_text(citation: Citation) -> str:
    """Give a citation as one writes it: 《公共场所卫生管理条例》第四条."""
    return f"《{plain_name(citation.law)}》{citation.article or ''}"


def precondition_name(catalog: Catalog, precondition: Precondition) -> str:
    """Give the name of what must come before: of the item it refers to, else of the external approval."""
    placed = catalog.by_id.get(("approvals", precondition.approval or ""))
    if placed:
        return placed.record.name
    return precondition.external.name if precondition.external else precondition.approval or ""


def law_is_newer(register: LawRegister, citation: Citation | None, day: str) -> bool:
    """Say whether a citation is of a law first in force, or a document issued, after a day."""
    if citation is None:
        return False
    law = register.find(citation.law, citation.number)
    if law and law.record.versions:
        return min(version.since for version in law.record.versions) > day
    number = (law.record.number if law else None) or citation.number or ""
    found = _YEAR_OF_NUMBER.search(number)
    return found is not None and found[1] > day[:4]


def _is_newer(catalog: Catalog, citation: Citation | None, entry: BaselineEntry) -> bool:  # noqa: ARG001
    as_of = min((placed.record.as_of for placed in catalog.of("baseline")), default="")
    return law_is_newer(catalog.derived(law_register), citation, as_of)


def _setting(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Give the citations that set the item; all of them where none is marked."""
    every = tuple(citations)
    return tuple(citation for citation in every if citation.sets) or every


def _law_key(register: LawRegister, citation: Citation) -> str:
    law = register.find(citation.law, citation.number)
    return law.record.name if law else plain_name(citation.law)


def _is_succeeded(register: LawRegister, name: str, present: set[str]) -> bool:
    """Say whether one of the laws present took the place of the law of that name."""
    law = register.find(name)
    successor = register.find(law.record.replaced_by) if law and law.record.replaced_by else None
    return successor is not None and successor.record.name in present


def _other_article(register: LawRegister, basis: Citation, same_law: Sequence[Citation]) -> Citation | None:
    """Give what the item cites of a law instead of the article that sets it; None where that is among them.

    Where either side names no article, or another place than one, nobody can say. What the register knows to set
    nothing is found for itself, whatever the baseline has.
    """
    was = read_article(basis.article or "")
    articles = [read_article(one.article or "") for one in same_law]
    if was is None or not all(articles) or any(one and _is_place(one, was) for one in articles):
        return None
    other = next((one for one in same_law if one.sets), same_law[0])
    return None if register.role_of(other) == "other" else other


def _is_article_succeeded(register: LawRegister, basis: Citation, cited: Iterable[Citation]) -> bool:
    """Say whether one of the citations is of the article in which the article of a basis lives on."""
    law, was = register.find(basis.law, basis.number), read_article(basis.article or "")
    if law is None or was is None:
        return False
    now = {
        (plain_name(one.law or law.record.name), place.number, place.in_annex)
        for one in law.record.successors
        if one.since <= register.day and (old := read_article(one.article)) and _is_place(old, was)
        if (place := read_article(one.now))
    }
    return any(
        (plain_name(_law_key(register, one)), place.number, place.in_annex) in now
        for one in cited
        if (place := read_article(one.article or ""))
    )


def _is_place(one: Article, other: Article) -> bool:
    return (one.number, one.in_annex, one.inserted) == (other.number, other.in_annex, other.inserted)


def _best_rank(register: LawRegister, citations: Iterable[Citation]) -> int | None:
    """Give the highest rank among the laws cited; None when the rank of any of them is not known."""
    laws = [register.find(citation.law, citation.number) for citation in citations]
    if not laws or not all(laws):
        return None
    return min(RANKS[law.record.kind] for law in laws if law)


def _ranked(rank: int) -> str:
    return "、".join(kind for kind, value in RANKS.items() if value == rank)


def _precondition_key(catalog: Catalog, precondition: Precondition) -> str:
    """Give what makes two preconditions the same: the name of what must come before, however it is referred to."""
    return plain_item_name(precondition_name(catalog, precondition))
