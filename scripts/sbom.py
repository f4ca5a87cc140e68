"""Writes what is installed with the project, and under which licences: a bill of materials and a table.

`make sbom` writes `build/sbom.cdx.json` (CycloneDX 1.6, held against its schema) and `build/licences.tsv`. Read are the
packages of this environment that `wudan` asks for, and what the site ships of its theme: the scripts that are bundled
in it, as its source maps name them, and the sets that its icons are from. Nothing is asked of the network, so that
two runs on one lock give the same bytes.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "wudan"
THEME = "mkdocs-material"
SCOPES = {"core": "required", "site": "optional", "tables": "optional", "figures": "optional", "dev": "excluded"}
"""What each part of the project means to those who install it, in the words of CycloneDX; work on it comes last."""

PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD License", "CC0-1.0", "ISC", "MIT", "PSF-2.0", "W3C",
    "Zlib",
}  # fmt: skip
"""Licences of which a project under Apache-2.0 may take code along with no more than a notice."""

# What packages say in their own words, where that is one licence and no other.
_SAID = {
    "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause", "ISC License": "ISC", "ISC License (ISCL)": "ISC",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "MIT License": "MIT", "MIT license": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "PSFL": "PSF-2.0",
}  # fmt: skip
_SAYS_NOTHING = {"", "UNKNOWN", "LGPL"}  # LGPL: of which version, the classifier says

# What the theme has of others, by the names that these have on npm, as their own packages say.
_BUNDLED = {
    "clipboard": "MIT", "escape-html": "MIT", "focus-visible": "W3C", "material-design-color": "MIT",
    "rxjs": "Apache-2.0", "tslib": "0BSD",
}  # fmt: skip
_ICONS = {
    "fontawesome": ("@fortawesome/fontawesome-free", "CC-BY-4.0"),
    "material": ("@mdi/svg", "Apache-2.0"),
    "octicons": ("@primer/octicons", "MIT"),
    "simple": ("simple-icons", "CC0-1.0"),
}


@dataclass(frozen=True)
class Part:
    """Something that is installed: a package, or what one brings along of others."""

    name: str
    version: str
    scope: str
    licence: str
    kind: str = "pypi"
    needs: frozenset[str] = frozenset()
    brings: tuple["Part", ...] = field(default=())

    @property
    def is_permissive(self) -> bool:
        """Say whether all of its licences, or one of those to choose from, ask for no more than a notice."""
        choices = (choice.split(" AND ") for choice in self.licence.split(" OR "))
        return any(all(one.strip("() ") in PERMISSIVE for one in choice) for choice in choices)

    @cached_property
    def component(self) -> Component:
        """The part in the words of CycloneDX."""
        group, _, name = self.name.rpartition("/")
        purl = PackageURL(self.kind, group or None, name, self.version or None)
        return Component(
            name=name,
            group=group or None,
            version=self.version or None,
            bom_ref=str(purl),
            purl=purl,
            scope=ComponentScope(self.scope),
            licenses=[LicenseFactory().make_from_string(self.licence)],
            components=[part.component for part in self.brings],
        )


def installed() -> dict[str, Part]:
    """Give every package that the project asks for and this environment has, by name, in alphabetical order."""
    found: dict[str, Part] = {}
    for extra, scope in SCOPES.items():
        for name in sorted(_needed(PROJECT, {extra}) - {PROJECT}):
            for reached in sorted(_reached(name)):
                if reached not in found:
                    found[reached] = _part(reached, scope)
    return dict(sorted(found.items()))


def bill(parts: Mapping[str, Part]) -> str:
    """Give the bill of materials as JSON. Raises ValueError where it breaks the schema of CycloneDX."""
    whole = Component(
        name=PROJECT, version=distribution(PROJECT).version, type=ComponentType.APPLICATION, bom_ref=PROJECT,
        licenses=[LicenseFactory().make_from_string("Apache-2.0")],
    )  # fmt: skip
    bom = Bom(components=[part.component for part in parts.values()])
    bom.metadata.component = whole
    asked = {name for extra in SCOPES for name in _needed(PROJECT, {extra})}
    bom.register_dependency(whole, [parts[name].component for name in sorted(asked & parts.keys())])
    for part in parts.values():
        bom.register_dependency(part.component, [parts[name].component for name in sorted(part.needs & parts.keys())])
    written = json.loads(JsonV1Dot6(bom).output_as_string())
    del written["serialNumber"], written["metadata"]["timestamp"]  # which would differ each time
    text = json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(str(problem))
    return text


def table(parts: Mapping[str, Part]) -> str:
    """Give name, version, scope and licence of all parts as tab-separated text, and of which notice is not enough."""
    rows = ["name\tversion\tscope\tlicence\tnote"]
    for part in (one for package in parts.values() for one in (package, *package.brings)):
        note = "" if part.is_permissive else "not permissive, see docs/licences.md"
        rows.append(f"{part.name}\t{part.version}\t{part.scope}\t{part.licence}\t{note}".rstrip())
    return "\n".join(rows) + "\n"


def _part(name: str, scope: str) -> Part:
    found = distribution(name)
    brings = tuple(_shipped(found, scope)) if name == THEME else ()
    return Part(name, found.version, scope, _licence(found), needs=frozenset(_needed(name, set())), brings=brings)


def _needed(name: str, extras: set[str]) -> set[str]:
    """Give what a package asks for here, by itself and for extras, with what the extras of those ask for."""
    needed: set[str] = set()
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        if requirement.marker and not any(requirement.marker.evaluate({"extra": one}) for one in extras | {""}):
            continue
        other = canonicalize_name(requirement.name)
        needed |= {other} - {name}
        if requirement.extras and _is_here(other):
            needed |= _needed(other, requirement.extras)
    return needed


def _reached(name: str) -> set[str]:
    """Give a package and all that it asks for, as far as it is here."""
    reached, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one in reached or not _is_here(one):
            continue
        reached.add(one)
        waiting += _needed(one, set())
    return reached


def _is_here(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _licence(found: Distribution) -> str:
    """Give the licence as SPDX has it, where the package says it so or clearly; else in its own words."""
    texts = {key: found.metadata.get_all(key) or [] for key in ("License-Expression", "License", "Classifier")}
    said = [*texts["License-Expression"], *(text.strip().split("\n")[0] for text in texts["License"])]
    said += [text.rpartition(" :: ")[2] for text in texts["Classifier"] if text.startswith("License ::")]
    licence: str = next(text for text in said if text not in _SAYS_NOTHING)
    return _SAID.get(licence, licence)


def _shipped(theme: Distribution, scope: str) -> Iterator[Part]:
    """Give what the pages of the site take of others with the theme. Raises KeyError for what nobody has looked up."""
    templates = Path(str(theme.locate_file("material/templates")))
    styles = sorted(templates.glob("assets/stylesheets/*.css"))
    sources: set[str] = set()
    for path in (*templates.glob("assets/javascripts/bundle.*.map"), *templates.glob("assets/stylesheets/*.map")):
        names = "\n".join(json.loads(path.read_text(encoding="utf-8"))["sources"])
        sources |= set(re.findall(r"node_modules/((?:@[^/\n]+/)?[^/\n]+)", names))
    for name in sorted(sources):
        yield Part(name, "", scope, _BUNDLED[name], kind="npm")
    drawn = set(re.findall(r" d=[\"']([^\"']+)", "".join(unquote(path.read_text(encoding="utf-8")) for path in styles)))
    for folder in sorted(path for path in (templates / ".icons").iterdir() if path.is_dir()):
        if any(_lines(icon) and _lines(icon) <= drawn for icon in folder.rglob("*.svg")):
            name, licence = _ICONS[folder.name]
            yield Part(name, "", scope, licence, kind="npm")


def _lines(icon: Path) -> set[str]:
    return set(re.findall(r' d="([^"]+)"', icon.read_text(encoding="utf-8")))


def main(folder: Path) -> None:
    """Write both files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = installed()
    (folder / "sbom.cdx.json").write_text(bill(parts), encoding="utf-8")
    (folder / "licences.tsv").write_text(table(parts), encoding="utf-8")
    print(f"{folder}/sbom.cdx.json, {folder}/licences.tsv: {len(parts)} packages")


if __name__ == "__main__":
    main(Path(*sys.argv[1:] or ["build"]))
