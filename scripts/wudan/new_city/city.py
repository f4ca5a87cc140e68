"""The folder of a new city: what stands in each of its files."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import jinja2

from wudan.catalog.model.kinds import KINDS
from wudan.catalog.model.schema import schema_text
from wudan.catalog.writing.scalar import block_text, quoted
from wudan.new_city.sources import SiteSources

_SKELETON = Path(__file__).parent / "skeleton"
_TEMPLATES = {
    "readme.jinja": "README.md",
    "gitignore.jinja": ".gitignore",
    "ci_run.jinja": ".ci/run",
    "catalog_readme.jinja": "catalog/README.md",
}
_LIST_FOLDERS = ("approvals", "powers", "fees", "funds")
# Pages of the checkout that speak of its own city are not those of another, nor are sections marked as of the demo.
_OWN_CITY = re.compile("新密|郑州|xinmi", re.IGNORECASE)
_OWN_SECTION = re.compile(r"^## [^\n]*\{#demo\}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_SITE_LINE = re.compile(r"^(site_name|site_description|copyright):.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewCity:
    """Name, six-digit code and profile (`list` or `guide`) of the city to be."""

    name: str
    code: str
    profile: str

    @property
    def title(self) -> str:
        """The name of the website."""
        return f"{self.name}五单一网"

    @property
    def level(self) -> str:
        """The level that the code tells (GB/T 2260): four zeros at its end are a province, two a prefecture."""
        if self.code.endswith("0000"):
            return "省级"
        return "市级" if self.code.endswith("00") else "县级"


def city_files(city: NewCity, sources: SiteSources) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Give path and content of every file of a new city. Raises OSError."""
    yield from _skeleton(city)
    for folder in _LIST_FOLDERS:
        yield PurePosixPath("catalog", folder, ".gitkeep"), b""
    for kind in KINDS.values():
        yield PurePosixPath("catalog", ".schemas", f"{kind.id}.json"), schema_text(kind).encode()
    yield PurePosixPath("mkdocs.yml"), _settings(city, sources).encode()
    yield PurePosixPath("site_src", "docs", ".gitkeep"), b""
    for path in sorted(sources.folder.rglob("*")):
        if path.is_file() and not _is_of_own_city(path):
            yield PurePosixPath("site_src", *path.relative_to(sources.folder).parts), _for_any_city(path)


def _skeleton(city: NewCity) -> Iterator[tuple[PurePosixPath, bytes]]:
    # The templates make YAML and Markdown, no HTML; every value goes through a filter that quotes it for YAML.
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_SKELETON),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )
    environment.filters |= {"plain": block_text, "quoted": quoted}
    for template in sorted(environment.list_templates()):
        path = _TEMPLATES.get(template, f"catalog/{template.removesuffix('.jinja')}")
        text = environment.get_template(template).render(
            name=city.name, code=city.code, level=city.level, title=city.title, profile=city.profile
        )
        yield PurePosixPath(path), text.encode()


def _settings(city: NewCity, sources: SiteSources) -> str:
    """Give the settings of MkDocs with the names of the new city."""
    values = {
        "site_name": city.title,
        "site_description": f"{city.name}行政审批事项、行政权责、收费和基金清单",
        "copyright": city.name,
    }
    text = sources.settings.read_text(encoding="utf-8")
    return _SITE_LINE.sub(lambda line: f"{line[1]}: {json.dumps(values[line[1]], ensure_ascii=False)}", text)


def _is_of_own_city(path: Path) -> bool:
    return path.suffix == ".md" and _OWN_CITY.search(path.read_text(encoding="utf-8")) is not None


def _for_any_city(path: Path) -> bytes:
    """Give the content of a file without what it says of the demo city alone."""
    content = path.read_bytes()
    return _OWN_SECTION.sub("", content.decode("utf-8")).encode() if path.suffix == ".md" else content
