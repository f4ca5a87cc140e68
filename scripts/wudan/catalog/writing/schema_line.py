"""The first line of a catalog file, by which an editor finds its schema."""

import os.path
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import FileKind

_LINE = re.compile(r"# yaml-language-server: \$schema=(?P<folder>[^\s:]*?)(?P<name>[a-z]+\.json)\s*")


def schema_line(catalog: Catalog, kind: FileKind, path: PurePosixPath) -> Sequence[str]:
    """Give the schema line for a new file, after the pattern of the other files; none where they have none.

    `path` is relative to the catalog folder.
    """
    for file in catalog.files:
        found = _LINE.fullmatch(file.text.partition("\n")[0].rstrip("\r"))
        if found:
            here = PurePosixPath(*PurePosixPath(file.path).parts[1:]).parent
            folder = os.path.normpath(f"/root/catalog/{here}/{found['folder']}")
            relative = os.path.relpath(folder, f"/root/catalog/{path.parent}")
            return (f"# yaml-language-server: $schema={relative}/{kind.id}.json",)
    return ()
