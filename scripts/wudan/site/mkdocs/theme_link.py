"""Links that the theme makes: the same from every page of one depth, or a shell could not stand for them all."""

from typing import Any
from urllib.parse import urlsplit

import jinja2


@jinja2.pass_context
def theme_link(context: Any, value: object) -> str:
    """Give the link from the page to the address `value`, relative to the root of the site; another stays as it is.

    MkDocs' own filter of this name shortens a link by the folders that it has in common with the page.
    """
    address = str(value)  # Material passes on names that are not defined
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith(("/", "#")):
        return address
    base = "" if context["base_url"] == "." else f"{context['base_url'].rstrip('/')}/"
    return base + ("" if base and address == "." else address) or "./"
