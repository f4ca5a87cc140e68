"""The files of the search index, made from the catalog."""

from collections.abc import Mapping

from wudan.catalog.catalog import Catalog
from wudan.search.index import build_index
from wudan.site.search_documents import search_documents

SEARCH_FOLDER = "search-index"


def search_files(catalog: Catalog) -> Mapping[str, bytes]:
    """Give the files that the theme's search reads, by name below the index folder."""
    lexicon = [(placed.record.words, placed.record.terms) for placed in catalog.lexicon]
    return build_index(search_documents(catalog), lexicon)
