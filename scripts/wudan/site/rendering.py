"""The shells while MkDocs renders them, and the making of the site once it has."""

import shutil
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from wudan.site.edition import Edition
from wudan.site.edition_files import edition_files
from wudan.site.engine.manifest import Manifest, SiteFile, make_folder, take_stock, write_file, write_manifest
from wudan.site.engine.render import Renderer
from wudan.site.engine.shell import Placeholders, Shell, ShellError, cut_shell, seal_placeholders
from wudan.site.engine.sitemap import write_sitemaps
from wudan.site.engine.stamp import ShellKind, Stamper, check_addresses, shell_kind
from wudan.site.error import SiteError
from wudan.site.feeds import feed_files
from wudan.site.search_files import SEARCH_FOLDER, search_files

_SHELL = "_shell"
_UNUSED = (
    "assets/javascripts/lunr/*",  # Material's own search, which is off
    "assets/javascripts/workers/*",
    "*.map",
    "sitemap.xml",
    "templates/*",  # the bodies' templates, in the same folder as the theme
)


class Rendering:
    """One build: knows which of MkDocs' pages are shells, keeps what MkDocs makes of them, and stamps."""

    def __init__(self, edition: Edition, config: MkDocsConfig, files: Files) -> None:
        self._edition = edition
        self._site_url = _with_slash(config.site_url)
        self._templates = Path(config.theme.custom_dir or "") / "templates"
        self._placeholders = _placeholders(edition, config)
        self._rendered: dict[ShellKind, Shell] = {}
        self._written_by_hand = [_address(file) for file in files.documentation_pages()]
        check_addresses(edition.pages, self._written_by_hand)
        _leave_out_unused(files, config)
        kinds = dict.fromkeys(shell_kind(page) for page in edition.pages)
        self._kinds = {_shell_source(number, kind): kind for number, kind in enumerate(kinds)}
        for source in self._kinds:
            files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))

    def with_placeholders(self, page: MkDocsPage, markdown: str) -> str:
        """Give a shell its placeholders; leave any other page as it is."""
        kind = self._kinds.get(page.file.src_uri)
        if kind is not None:
            word = self._placeholders.word
            page.meta = {"title": word("title"), "description": word("description"), "section": kind.section}
            page.canonical_url = self._site_url and self._site_url + word("address")
        return markdown

    def with_body(self, page: MkDocsPage, html: str) -> str:
        """Give a shell its body's placeholder; leave any other page as it is."""
        return self._placeholders.word("body") if page.file.src_uri in self._kinds else html

    def keep(self, page: MkDocsPage, html: str) -> str:
        """Keep a rendered shell, cut up; give the HTML back, for MkDocs to write. Raises ShellError."""
        source = page.file.src_uri
        if source in self._kinds:
            if _SHELL in html:
                raise ShellError("theme shows the address of the page that it renders; a shell has none of its own")
            self._rendered[self._kinds[source]] = cut_shell(html, self._placeholders)
        return html

    def finish(self, folder: Path) -> None:
        """Make the site whole: pages, search, sitemap, manifest. Raises SiteError when something is missing."""
        for source in self._kinds:
            if source.startswith(_SHELL):
                shutil.rmtree(folder / source.split("/")[0])
        stamper = Stamper(self._rendered, Renderer(self._templates).body, folder)
        written = stamper.write_all(self._edition.pages)
        others = {f"{SEARCH_FOLDER}/{name}": file for name, file in search_files(self._edition.catalog).items()}
        others |= self._sitemaps()
        others |= feed_files(self._edition.catalog, self._site_url)
        others |= edition_files(self._edition.catalog)
        for parent in {path.rpartition("/")[0] for path in others}:
            make_folder(folder, parent)
        written += tuple(write_file(folder, path, content) for path, content in others.items())
        files = take_stock(folder, written)
        self._check(files)
        shown = self._edition.link
        write_manifest(folder, Manifest(files, shown.id, shown.record) if shown else Manifest(files))

    def _sitemaps(self) -> dict[str, bytes]:
        if not self._site_url:
            return {}
        addresses = [page.address for page in self._edition.pages] + self._written_by_hand
        return dict(write_sitemaps(self._site_url, addresses))

    def _check(self, files: tuple[SiteFile, ...]) -> None:
        paths = {file.path for file in files}
        for path in ("index.html", "404.html", *(f"{address}index.html" for address in self._written_by_hand)):
            if path not in paths:
                raise SiteError(
                    f"生成的网站缺少 {path}，没有发布。原来的网站没有改动。",
                    f"The site lacks {path} and was not published. The published site is unchanged.",
                )


def _placeholders(edition: Edition, config: MkDocsConfig) -> Placeholders:
    texts = [file.text for file in edition.catalog.files]
    if config.config_file_path:
        texts.append(Path(config.config_file_path).read_text("utf-8"))
    return seal_placeholders(texts)


def _shell_source(number: int, kind: ShellKind) -> str:
    """Give the source of a shell, as deep as its pages: links of the theme are made from there."""
    if kind.depth == 0:
        return "index.md"
    return f"{_SHELL}{number}/{'deeper/' * (kind.depth - 1)}index.md"


def _leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    for file in list(files):
        if file.src_dir in config.theme.dirs and any(fnmatch(file.src_uri, pattern) for pattern in _UNUSED):
            files.remove(file)
    config.theme.static_templates.discard("sitemap.xml")


def _address(file: File) -> str:
    return file.dest_uri.removesuffix("index.html")


def _with_slash(url: str | None) -> str:
    return f"{url.rstrip('/')}/" if url else ""
