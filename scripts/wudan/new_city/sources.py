"""Where the sources of the website lie: inside an installed package, or at the top of a checkout."""

from dataclasses import dataclass
from pathlib import Path

from wudan.catalog.reading.source import SourceError

_PACKAGE = Path(__file__).parent
_CHECKOUT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class SiteSources:
    """The folder with the hand-written pages and the theme, and the settings of MkDocs that belong to it."""

    folder: Path
    settings: Path


def site_sources() -> SiteSources:
    """Give the sources of the website. Raises SourceError where this installation has none."""
    for place in (_PACKAGE, _CHECKOUT):
        sources = SiteSources(place / "site_src", place / "mkdocs.yml")
        if (sources.folder / "theme").is_dir() and sources.settings.is_file():
            return sources
    raise SourceError(
        "这份安装缺少网站的源文件（site_src 和 mkdocs.yml），请重新安装 wudan。",
        "This installation lacks the sources of the website (site_src and mkdocs.yml). Install wudan anew.",
    )
