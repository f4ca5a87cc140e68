"""Building and publishing the site from a program, with the same configuration and the same result as MkDocs."""

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from wudan.site.engine.publish import unwritable
from wudan.site.error import SiteError
from wudan.site.mkdocs.plugin import WudanPlugin
from wudan.site.mkdocs.refusal import Refused
from wudan.site.mkdocs.terminal import log_shown


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that was published: its folder, the number of pages made from the catalog, whether it is a preview."""

    folder: Path
    pages: int
    is_preview: bool


def build_site(
    project: Path,
    out: Path | None = None,
    *,
    preview: bool = False,
    catalog: Path | None = None,
    sign_with: Path | None = None,
) -> BuiltSite:
    """Build the site of the folder that holds mkdocs.yml, and publish it in one step.

    `out` and `catalog` stand in for the folders that mkdocs.yml names; `sign_with` is the key that signs the manifest.
    Raises SigningError and KeygenError where it cannot, SiteError when the site cannot be built
    or published, and SourceError when there is no catalog; in both cases the site published before is untouched.
    """
    config = _load(project, out)
    plugin = config.plugins.get("wudan")
    if not isinstance(plugin, WudanPlugin):
        raise SiteError("mkdocs.yml 的 plugins 中没有 wudan。", "mkdocs.yml does not list the plugin wudan.")
    plugin.config.preview = plugin.config.preview or preview
    plugin.sign_with = sign_with
    if catalog is not None:
        plugin.config.catalog = str(catalog.absolute())
    folder = Path(config.site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with log_shown(logging.WARNING):
            build(config)
    except Refused as refused:
        raise refused.error from None
    except MkDocsException as error:
        raise _failed(error) from error
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        config.plugins.on_shutdown()
    edition = plugin.built
    return BuiltSite(folder, len(edition.pages), edition.is_preview)


def _load(project: Path, out: Path | None) -> MkDocsConfig:
    file = project / "mkdocs.yml"
    if not file.is_file():
        raise SiteError(
            f"{project} 中没有 mkdocs.yml，无法生成网站。请在项目文件夹中运行。",
            f"There is no mkdocs.yml in {project}. Run this in the folder of the project.",
        )
    try:
        return load_config(config_file=str(file), site_dir=str(out.absolute()) if out else None)
    except MkDocsException as error:
        raise _failed(error) from error


def _failed(error: MkDocsException) -> SiteError:
    return SiteError(
        f"网站没有生成：{error.format_message()}。原来的网站没有改动。",
        f"The site was not built: {error.format_message()}. The published site is unchanged.",
    )
