"""One build of ours in a process of its own, cold; prints the seconds of its phases as JSON."""

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from wudan.catalog.catalog import Catalog

STARTED = time.perf_counter()


def main(project: Path) -> None:
    from wudan.site.mkdocs.build import build_site  # noqa: PLC0415 (loading it is part of the time)
    from wudan.site.search_files import search_files  # noqa: PLC0415

    spent: dict[str, float] = {}

    def timed_index(catalog: "Catalog") -> Mapping[str, bytes]:
        started = time.perf_counter()
        files = search_files(catalog)
        spent["index"] = time.perf_counter() - started
        return files

    with patch("wudan.site.rendering.search_files", timed_index):
        build_site(project)
    spent["total"] = time.perf_counter() - STARTED
    print(json.dumps(spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
