"""The MkDocs plugin: MkDocs renders the hand-written pages and the shells, everything else is made from the catalog.

With the theme folder, this module, `rendering`, `refusal`, `build` and `serve` are all that knows MkDocs.
"""

import logging
import os
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.yaml import yaml_load

from wudan.failure import Failure
from wudan.site.edition import Edition, read_edition
from wudan.site.engine.lean import without_indentation
from wudan.site.engine.policy import with_policy
from wudan.site.engine.publish import Staging
from wudan.site.error import SiteError
from wudan.site.mkdocs.refusal import Refused
from wudan.site.mkdocs.serve import prepare_server
from wudan.site.mkdocs.theme_link import theme_link
from wudan.site.rendering import Rendering
from wudan.site.signing import sign_site

LOG = logging.getLogger("mkdocs.plugins.wudan")
_LAST = event_priority(-100)


class WudanConfig(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in mkdocs.yml."""

    catalog = c.Dir(default="catalog")
    """The catalog folder, from the folder of mkdocs.yml."""

    preview = c.Type(bool, default=False)
    """Whether to build what has not been approved, with a banner on every page; WUDAN_PREVIEW=1 does the same."""


class WudanPlugin(BasePlugin[WudanConfig]):  # type: ignore[no-untyped-call]
    """Builds the site of a catalog, beside the published one, and publishes it when it is whole."""

    def __init__(self) -> None:
        self._read: Edition | None = None
        self._staging: Staging | None = None
        self._site_dir = ""
        self._rendering: Rendering | None = None
        self._serves = False
        self.sign_with: Path | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether this is the development server."""
        self._serves = command == "serve"

    @_LAST
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the catalog, plan the pages, and turn the build to a staging folder."""
        self._abandon()
        if self._serves:
            config.site_url = _configured_site_url(config)  # what is served is what would be published
        try:
            self._read = read_edition(Path(self.config.catalog), preview=self._wants_preview)
            _refuse_inside(Path(self.config.catalog), Path(config.site_dir))
            staging = Staging(Path(config.site_dir))
            staging.open()
        except Failure as error:
            raise Refused(error) from error
        self._staging, self._site_dir = staging, config.site_dir
        config.site_dir = str(staging.folder)
        return config

    @_LAST
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a shell for each kind of page, and leave out what the theme brings and this site never uses."""
        try:
            self._rendering = Rendering(self.built, config, files)
        except SiteError as error:
            raise Refused(error) from error
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """Give the theme `imprint`, every text of it escaped, and `preview`, and links that fit every page."""
        env.trim_blocks = env.lstrip_blocks = True  # Material's indentation: over a kilobyte a page
        env.filters["url"] = theme_link
        env.globals.update(imprint=self.built.escaped_imprint(), preview=self.built.is_preview)
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put placeholders where a shell has its title, description and address."""
        return self._shells.with_placeholders(page, markdown)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put a placeholder where a shell has its body."""
        return self._shells.with_body(page, html)

    @_LAST
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give every page its policy; keep the shells."""
        return self._shells.keep(page, with_policy(without_indentation(output)))

    @_LAST
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give the pages that are no documents, such as 404.html, their policy."""
        return with_policy(without_indentation(output_content)) if template_name.endswith(".html") else output_content

    @_LAST
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp the pages, check that the site is whole, and publish it."""
        if self._staging is None:
            return
        try:
            self._shells.finish(self._staging.folder)
            _refuse_warnings(config)
            if self.sign_with:
                sign_site(self._staging.folder, self.built, self.sign_with)
            self._staging.publish()
        except Failure as error:
            raise Refused(error) from error
        self._staging, config.site_dir = None, self._site_dir
        LOG.info("网站已生成：%s，共 %d 个网页。", Path(self._site_dir).name, len(self.built.pages))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave the published site as it is."""
        self._abandon()

    def on_shutdown(self) -> None:
        """Leave nothing behind of a build that was broken off."""
        self._abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Build anew when the catalog or the theme changes, and keep the last good site when that fails."""
        watched = [Path(self.config.catalog)]
        if config.theme.custom_dir:
            watched.append(Path(config.theme.custom_dir))
        return prepare_server(server, watched)

    @property
    def built(self) -> Edition:
        """The edition that is being built, or was built last. Raises RuntimeError before the first build."""
        if self._read is None:
            raise RuntimeError("The catalog is read when the build begins.")
        return self._read

    @property
    def _wants_preview(self) -> bool:
        return self.config.preview or os.environ.get("WUDAN_PREVIEW", "") not in ("", "0")

    def _abandon(self) -> None:
        if self._staging is not None:
            self._staging.abandon()
            self._staging = None

    @property
    def _shells(self) -> Rendering:
        if self._rendering is None:
            raise RuntimeError("The shells are planned when the files are gathered.")
        return self._rendering


def _refuse_inside(catalog: Path, target: Path) -> None:
    if target.resolve().is_relative_to(catalog.resolve()):
        raise SiteError(
            f"网站不能放在目录文件夹 {catalog.name} 里面。请用 --out 另选文件夹。",
            f"The site cannot lie inside the catalog folder {catalog.name}; choose another with --out.",
        )


def _configured_site_url(config: MkDocsConfig) -> str | None:
    with Path(config.config_file_path).open("rb") as file:
        return yaml_load(file).get("site_url")


def _refuse_warnings(config: MkDocsConfig) -> None:
    """MkDocs itself looks at its warnings only when the site has been published."""
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    if config.strict and any(counter.get_counts() for counter in counters):
        raise SiteError(
            "有警告（见上），严格模式下不发布。原来的网站没有改动。",
            "There were warnings (see above), and strict mode publishes none. The published site is unchanged.",
        )
