"""A page that carries catalog text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, not yet rendered.

    `address` is relative to the root of the site and ends with a slash; the home page's is empty. `template` is
    the name of the template that makes the body from `context`. `section` says which entry of the main
    navigation is lit. `data` is written as `index.json` beside the page, if there is any.
    """

    address: str
    title: str
    description: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    section: str = ""
    data: Mapping[str, Any] | None = None

    @property
    def base(self) -> str:
        """The way from the page to the root of the site: `../../` for `approvals/wjw-xk-003/`, `` for the home page."""
        return "../" * self.address.count("/")
