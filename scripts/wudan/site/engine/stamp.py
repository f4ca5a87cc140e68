"""From planned pages to files: render the body, stamp it into its shell, write it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from wudan.site.engine.manifest import SiteFile, make_folder, write_file
from wudan.site.engine.shell import Shell
from wudan.site.error import SiteError
from wudan.site.parts.page import Page
from wudan.workers import fork_map

# No folder that begins with a dot, no empty one, nothing that a path or an address could take for something else.
_ADDRESS = re.compile(r"(?:[^\x00-\x20/\\?#%:.][^\x00-\x20/\\?#%:]*/)*")


@dataclass(frozen=True, slots=True)
class ShellKind:
    """Which shell a page needs: how many folders deep it lies, and which entry of the navigation is lit."""

    depth: int
    section: str


def shell_kind(page: Page) -> ShellKind:
    """Give the kind of shell that a page is stamped from."""
    return ShellKind(page.address.count("/"), page.section)


@dataclass(frozen=True, slots=True)
class Stamper:
    """Makes the files of a page: `body` renders it, `shells` holds a shell for each kind, `folder` takes the files."""

    shells: Mapping[ShellKind, Shell]
    body: Callable[[Page], str]
    folder: Path

    def write(self, page: Page) -> tuple[SiteFile, ...]:
        """Write `index.html`, and `index.json` where the page has data. Raises OSError."""
        html = self.shells[shell_kind(page)].stamp(
            title=page.title, description=page.description, address=page.address, body=self.body(page)
        )
        make_folder(self.folder, page.address)
        files = (write_file(self.folder, f"{page.address}index.html", html),)
        if page.data is None:
            return files
        data = msgspec.json.encode(page.data) + b"\n"
        return (*files, write_file(self.folder, f"{page.address}index.json", data))

    def write_all(self, pages: Sequence[Page]) -> tuple[SiteFile, ...]:
        """Write the files of all pages, on all processors, and give them in the order of the pages. Raises OSError."""
        return tuple(file for files in fork_map(self.write, pages) for file in files)


def check_addresses(pages: Iterable[Page], taken: Iterable[str]) -> None:
    """Raise SiteError when two pages have one address, or one that is no plain path; `taken` are the hand-written."""
    counts = Counter(page.address for page in pages)
    for address in counts:
        if not _ADDRESS.fullmatch(address):
            raise SiteError(f"“{address}”不能作为网页地址。", f"'{address}' cannot be the address of a page.")
    twice = [address for address, count in counts.items() if count > 1]
    twice += [address for address in taken if address in counts]
    if twice:
        raise SiteError(
            f"有两个网页用同一个地址：/{twice[0]}。编号重复的，请先运行 wudan check。",
            f"Two pages have the same address: /{twice[0]}. If an id stands twice, wudan check says where.",
        )
