"""`make bench`: every benchmark in one run."""

import os
import sys

from benchmarks import checking, diffing, publishing, refusing, search_index

if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    refusing.run()
    checking.run()
    diffing.run()
    publishing.run()
    print("The search index beside Pagefind, on the same texts:", flush=True)
    sys.argv[1:] = ["--items", "10000"]
    search_index.main()
