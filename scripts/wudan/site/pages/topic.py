"""The pages of topics: the items that firms or persons find under one theme."""

from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from wudan.catalog.catalog import Placed
from wudan.catalog.model.values import FirmTopic, PersonTopic
from wudan.site.parts.link import Link
from wudan.site.parts.listing import by_department, tally
from wudan.site.parts.page import Page
from wudan.site.parts.site import HOME, Site

TOPICS = Link("topics/", "主题")


class Audience(msgspec.Struct, frozen=True):
    """Those whom topics serve, with the order of their topics."""

    id: str
    zh: str
    topics: tuple[str, ...]


class Topic(msgspec.Struct, frozen=True):
    """A topic and the number of items under it that are not cancelled."""

    link: Link
    count: int


AUDIENCES = (
    Audience("person", "个人办事", get_args(PersonTopic)),
    Audience("firm", "法人办事", get_args(FirmTopic)),
)


def topic_pages(site: Site) -> Iterator[Page]:
    """Give the page of all topics and the page of each topic under which there is an item."""
    yield Page(
        address="topics/",
        title="主题",
        description=f"按主题查找{site.imprint.region}的办事事项：个人办事和法人办事。",
        template="topics",
        context={"imprint": site.imprint, "trail": (HOME,), "audiences": topics(site)},
        section="topics",
    )
    for audience in AUDIENCES:
        for topic, entries in _entries(site, audience).items():
            yield _page(site, audience, topic, entries)


def topics(site: Site) -> tuple[tuple[Audience, tuple[Topic, ...]], ...]:
    """Give the topics that have items, for persons and for firms, in the order of the standard."""
    return tuple(
        (
            audience,
            tuple(
                Topic(Link(topic_address(audience, topic), topic), len(entries))
                for topic, entries in _entries(site, audience).items()
            ),
        )
        for audience in AUDIENCES
    )


def topic_address(audience: Audience, topic: str) -> str:
    """Give the address of a topic; its name stands in it as it is, for it never changes."""
    return f"topics/{audience.id}/{topic}/"


def _entries(site: Site, audience: Audience) -> dict[str, list[Placed[Any]]]:
    found: dict[str, list[Placed[Any]]] = {topic: [] for topic in audience.topics}
    for placed in site.entries.get("approvals", ()):
        if placed.record.topics and placed.record.is_in_use:
            for topic in getattr(placed.record.topics, audience.id):
                found[topic].append(placed)
    return {topic: entries for topic, entries in found.items() if entries}


def _page(site: Site, audience: Audience, topic: str, entries: list[Placed[Any]]) -> Page:
    services: dict[str, Link] = {}
    for placed in entries:
        ways = site.relations.sources.get(("approvals", placed.record.id), {})
        services.update((link.address, link) for link in ways.get("services", ()) if not link.note)
    return Page(
        address=topic_address(audience, topic),
        title=f"{topic}（{audience.zh}）",
        description=f"{site.imprint.region}“{topic}”主题下的办事事项，共{len(entries)}项。",
        template="topic",
        context={
            "imprint": site.imprint,
            "trail": (HOME, TOPICS),
            "topic": topic,
            "audience": audience,
            "groups": by_department(site, entries),
            "tally": tally(entries),
            "services": tuple(services.values()),
        },
        section="topics",
    )
