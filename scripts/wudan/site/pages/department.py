"""The pages of departments: what they do, how they are reached, all that they have in the lists."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.body import Department
from wudan.catalog.model.kinds import ListKind
from wudan.site.parts.handling import window_text
from wudan.site.parts.history import departments_with_feed
from wudan.site.parts.labels import label
from wudan.site.parts.link import Dial, Link, dial
from wudan.site.parts.listing import Row, Tally, rows, tally
from wudan.site.parts.page import Page
from wudan.site.parts.relations import short_name
from wudan.site.parts.site import HOME, Fact, Site
from wudan.site.parts.wording import date_text

DEPARTMENTS = Link("departments/", "部门")


class Owned(msgspec.Struct, frozen=True):
    """What a department has in one list."""

    kind: ListKind
    rows: tuple[Row, ...]
    tally: Tally


class Listed(msgspec.Struct, frozen=True):
    """A department in the directory, with the number of its approval items and of all its entries."""

    link: Link
    approvals: int
    entries: int


def department_pages(site: Site) -> Iterator[Page]:
    """Give the directory of departments and the page of each."""
    owned = _owned(site)
    yield _directory(site, owned)
    for id_, placed in site.catalog.departments.items():
        yield _page(site, placed, owned.get(id_, ()))


def directory(site: Site) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """Give the departments by kind, those that were dissolved apart."""
    return _grouped(site, _owned(site))


def _owned(site: Site) -> dict[str, tuple[Owned, ...]]:
    by_list: dict[str, dict[str, list[Placed[Any]]]] = defaultdict(lambda: defaultdict(list))
    for kind_id, entries in site.entries.items():
        for placed in entries:
            by_list[placed.owner or ""][kind_id].append(placed)
    return {
        owner: tuple(
            Owned(kind, rows(site, lists[kind.id]), tally(lists[kind.id]))
            for kind in site.catalog.lists
            if kind.id in lists
        )
        for owner, lists in by_list.items()
    }


def _grouped(site: Site, owned: dict[str, tuple[Owned, ...]]) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    found: dict[str, list[Listed]] = {}
    for id_, placed in site.catalog.departments.items():
        heading = "已撤销的机构" if _is_dissolved(site, placed.record) else placed.record.kind
        counts = {part.kind.id: part.tally.items for part in owned.get(id_, ())}
        link = Link(f"departments/{id_}/", placed.record.name)
        found.setdefault(heading, []).append(Listed(link, counts.get("approvals", 0), sum(counts.values())))
    return tuple((heading, tuple(listed)) for heading, listed in found.items())


def _is_dissolved(site: Site, department: Department) -> bool:
    """Say whether a body no longer exists on the judged day."""
    return department.ended is not None and department.ended <= site.catalog.judged_on


def _directory(site: Site, owned: dict[str, tuple[Owned, ...]]) -> Page:
    groups = _grouped(site, owned)
    count = sum(len(listed) for _, listed in groups)
    return Page(
        address="departments/",
        title="部门",
        description=f"{site.imprint.region}{count}个部门和单位的职责、电话、窗口和清单事项。",
        template="departments",
        context={"imprint": site.imprint, "trail": (HOME,), "groups": groups, "count": count},
        section="departments",
    )


def _page(site: Site, placed: Placed[Department], owned: tuple[Owned, ...]) -> Page:
    department = placed.record
    counts = "，".join(f"{part.kind.short}{part.tally.items}项" for part in owned)
    return site.record_page(
        placed,
        folder="departments",
        template="department",
        section="departments",
        name=department.name,
        description=f"{department.name}的职责、联系方式、办事窗口和清单事项{'：' if counts else ''}{counts}。",
        context=lambda: {
            "department": department,
            "trail": (HOME, DEPARTMENTS),
            "facts": tuple(_facts(department)),
            "dials": (*_dials(department), *((site.imprint.hotline,) if site.imprint.hotline else ())),
            "ended": date_text(department.ended) if department.ended else "",
            "is_dissolved": _is_dissolved(site, department),
            "succeeds": tuple(
                (site.relations.department(row.body), row.body, date_text(row.since), row.document or "")
                for row in department.succeeds
            ),
            "successors": _successors(site, department),
            "windows": _windows(site, department.id),
            "owned": owned,
            "has_feed": department.id in departments_with_feed(site.catalog),
        },
    )


def _facts(department: Department) -> Iterator[Fact]:
    for key in ("kind", "nature", "level", "code", "address"):
        if value := getattr(department, key):
            yield Fact(label(f"Department.{key}"), value)


def _dials(department: Department) -> Iterator[Dial]:
    for key in ("phone", "complaint"):
        if number := getattr(department, key):
            yield dial(label(f"Department.{key}"), number)


def _successors(site: Site, department: Department) -> tuple[Link, ...]:
    """Find the bodies to which a dissolved department's work went."""
    names = {department.id, department.name, *department.former_names}
    return tuple(
        Link(f"departments/{id_}/", short_name(placed.record))
        for id_, placed in site.catalog.departments.items()
        if id_ != department.id and any(row.body in names for row in placed.record.succeeds)
    )


def _windows(site: Site, department_id: str) -> tuple[tuple[Link, str], ...]:
    numbers: dict[str, list[int]] = defaultdict(list)
    places: dict[str, Link] = {}
    for link, number in site.relations.windows.get(department_id, ()):
        places[link.address] = link
        numbers[link.address].append(number)
    return tuple((places[address], window_text(numbers[address])) for address in places)
