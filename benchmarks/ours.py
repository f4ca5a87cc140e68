"""One build of ours in a process of its own, cold; prints the seconds of its phases as JSON."""

import json
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()


def main(project: Path) -> None:
    from wudan.site import rendering  # noqa: PLC0415 (loading it is part of the time)
    from wudan.site.mkdocs.build import build_site  # noqa: PLC0415

    spent: dict[str, float] = {}
    make_index = rendering.search_files

    def timed_index(catalog):  # type: ignore[no-untyped-def]
        started = time.perf_counter()
        files = make_index(catalog)
        spent["index"] = time.perf_counter() - started
        return files

    rendering.search_files = timed_index
    build_site(project)
    spent["total"] = time.perf_counter() - STARTED
    print(json.dumps(spent))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
