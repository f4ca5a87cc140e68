"""Whose site this is and which edition it shows: what stands on every page."""

import msgspec

from wudan.catalog.catalog import Catalog
from wudan.catalog.content import latest_release
from wudan.catalog.model.city import City, Contacts
from wudan.site.parts.labels import label
from wudan.site.parts.link import Dial, Link, dial

UNPUBLISHED = "预览"


class Imprint(msgspec.Struct, frozen=True):
    """The city, how it is reached, and the edition of its lists."""

    title: str
    region: str
    edition: str
    edition_on: str = ""
    judged_on: str = ""
    organization: str = ""
    address: str = ""
    hours: str = ""
    report: str = ""
    notice: str = ""
    phone: Dial | None = None
    hotline: Dial | None = None
    complaint: Dial | None = None
    lists: tuple[Link, ...] = ()


def imprint_of(catalog: Catalog, edition: str | None = None) -> Imprint:
    """Gather the imprint. `edition` is the id of the edition shown, where it is not the latest release."""
    city = catalog.city
    release = latest_release(catalog)
    contacts = (city.contacts if city else None) or Contacts()
    return Imprint(
        title=city.title if city else "五单一网",
        region=city.region.name if city else "",
        edition=edition or (release.id if release else UNPUBLISHED),
        edition_on=(release.on if release else None) or "",
        judged_on=_judged_on(city),
        organization=contacts.organization or "",
        address=contacts.address or "",
        hours=contacts.hours or "",
        report=contacts.report or "",
        notice=(city.notice if city else None) or "",
        phone=_dial("phone", contacts.phone),
        hotline=_dial("hotline", contacts.hotline),
        complaint=_dial("complaint", contacts.complaint),
        lists=tuple(Link(f"{kind.id}/", kind.zh) for kind in catalog.lists),
    )


def _judged_on(city: City | None) -> str:
    return (city.judged_on if city else None) or ""


def _dial(key: str, number: str | None) -> Dial | None:
    return dial(label(f"Contacts.{key}"), number) if number else None
