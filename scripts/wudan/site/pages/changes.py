"""The pages of the releases: what each edition changed, as it was frozen when it was approved."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from wudan.catalog.model.decision import Release
from wudan.catalog.model.kinds import KINDS, LIST_IDS
from wudan.diff.transitions import EFFECTS, Effect
from wudan.site.parts.history import releases_of
from wudan.site.parts.link import Link
from wudan.site.parts.page import Page
from wudan.site.parts.papers import keys_of, papers_of
from wudan.site.parts.site import HOME, Site
from wudan.site.parts.wording import date_text

CHANGES = Link("changes/", "变化")


# What the public reads; whether a text has to be read by somebody is for reviewers to know.
_EFFECTS: Mapping[Effect, str] = {"burden": "加重", "unclear": "内容改动", "relief": "减轻", "neutral": "其他改动"}


class ChangedItem(msgspec.Struct, frozen=True):
    """What an edition changed of one item: whose it is, in which list, each change in words."""

    department: str
    list: str
    name: str
    messages: tuple[str, ...]
    link: Link | None


class EffectGroup(msgspec.Struct, frozen=True):
    """The changes of one effect on the applicant, item by item; `count` is the number of changes."""

    name: str
    count: int
    items: tuple[ChangedItem, ...]


class TotalRow(msgspec.Struct, frozen=True):
    """What the items of two editions ask of applicants, summed up, and how it changed in words."""

    measure: str
    told: str


class ReleaseRow(msgspec.Struct, frozen=True):
    """An edition in the index of all. `counts` says how many changes of each effect it brought."""

    link: Link
    on: str
    document: str
    approved_by: str
    counts: str
    withdrawn: str
    corrects: str


def changes_pages(site: Site) -> Iterator[Page]:
    """Give the index of the editions and a page for each; none until the first edition."""
    releases = releases_of(site.catalog)
    if not releases:
        return
    rows = tuple(_row(release, is_first=release is releases[-1]) for release in releases)
    yield Page(
        address="changes/",
        title="历次发布的变化",
        description=f"{site.imprint.region}五张清单历次发布的版本和变化，共{len(rows)}个版本。",
        template="changes",
        context={"imprint": site.imprint, "trail": (HOME,), "releases": rows, "keys": keys_of(site.catalog)},
        section="help",
    )
    placed = {one.record.id: one for one in site.catalog.of("release")}
    for release, row in zip(releases, rows, strict=True):
        groups = tuple(_groups(site, release.changes))
        yield Page(
            address=f"changes/{release.id}/",
            title=f"{release.id} 的变化",
            description=f"{site.imprint.region}五张清单 {release.id} 版的变化：{row.counts}。",
            template="release",
            context={
                "imprint": site.imprint,
                "trail": (HOME, CHANGES),
                "release": row,
                "papers": papers_of(site.catalog, placed[release.id]),
                "totals": tuple(_totals(release)),
                "items": max((total.items for total in release.totals), default=0),
                "groups": groups,
            },
            section="help",
            data={"id": release.id, "on": release.on, "hash": release.hash, "changes": list(release.changes)},
        )


def latest_row(site: Site) -> ReleaseRow | None:
    """Give the edition that holds, as the index of editions has it; None before the first."""
    releases = releases_of(site.catalog)
    latest = next((release for release in releases if not release.withdrawn), None)
    return _row(latest, is_first=latest is releases[-1]) if latest else None


def _row(release: Release, *, is_first: bool) -> ReleaseRow:
    return ReleaseRow(
        link=Link(f"changes/{release.id}/", release.id),
        on=date_text(release.on or ""),
        document=release.document or "",
        approved_by=release.approved_by or "",
        counts=counts_text(release.changes, is_first=is_first),
        withdrawn=release.withdrawn or "",
        corrects=release.corrects or "",
    )


def counts_text(changes: Sequence[Mapping[str, Any]], *, is_first: bool) -> str:
    """Say how many changes of each effect an edition brought; the first one brought everything."""
    if is_first and not changes:
        return "首次发布"
    effects = Counter(str(change.get("effect", "")) for change in changes)
    counted = [f"{_EFFECTS[effect]} {effects[effect]} 处" for effect in EFFECTS if effects[effect]]
    return "，".join(counted) or "没有变化"


def _totals(release: Release) -> Iterator[TotalRow]:
    """Give the sums, none where an edition moved none of them."""
    if any(total.before != total.now for total in release.totals):
        for total in release.totals:
            now = f"{total.now:g} {total.unit}"
            difference = total.now - total.before
            told = f"由 {total.before:g} 变为 {now}，{'增加' if difference > 0 else '减少'} {abs(difference):g}"
            yield TotalRow(total.measure, told if difference else f"{now}，不变")


def _groups(site: Site, changes: Sequence[Mapping[str, Any]]) -> Iterator[EffectGroup]:
    for effect in EFFECTS:
        by_item: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        chosen = [change for change in changes if change.get("effect") == effect]
        for change in chosen:
            by_item.setdefault((str(change.get("list", "")), str(change.get("item", ""))), []).append(change)
        if chosen:
            items = tuple(_item(site, *key, told) for key, told in by_item.items())
            yield EffectGroup(_EFFECTS[effect], len(chosen), items)


def _item(site: Site, list_id: str, item: str, changes: Sequence[Mapping[str, Any]]) -> ChangedItem:
    department = site.relations.department(str(changes[0].get("department", "")))
    return ChangedItem(
        department=department.name if department else "",
        list=KINDS[list_id].zh if list_id in KINDS else list_id,
        name=str(changes[0].get("name", item)),
        messages=tuple(str(change.get("message", "")) for change in changes),
        link=next(iter(site.relations.find(list_id, (item,))), None) if list_id in LIST_IDS else None,
    )
