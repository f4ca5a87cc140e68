"""The sitemap: every address of the site, without dates. (sitemaps.org, protocol 0.9.)"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

MOST_ADDRESSES = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemaps(site_url: str, addresses: Sequence[str], most: int = MOST_ADDRESSES) -> Iterator[tuple[str, bytes]]:
    """Give the name and content of each sitemap file; with more addresses than one may hold, an index leads to them.

    `site_url` ends with a slash; `addresses` are relative to it.
    """
    urls = [site_url + quote(address) for address in sorted(addresses)]
    if len(urls) <= most:
        yield "sitemap.xml", _list("urlset", "url", urls)
        return
    names: list[str] = []
    for start in range(0, len(urls), most):
        names.append(f"sitemap-{len(names) + 1}.xml")
        yield names[-1], _list("urlset", "url", urls[start : start + most])
    yield "sitemap.xml", _list("sitemapindex", "sitemap", [site_url + name for name in names])


def _list(root: str, entry: str, urls: Sequence[str]) -> bytes:
    lines = (f"<{entry}><loc>{escape(url)}</loc></{entry}>\n" for url in urls)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{"".join(lines)}</{root}>\n'.encode()
    )
