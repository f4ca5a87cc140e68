"""What proves the editions, to be had from the site, so that anybody can verify them without the repository."""

from collections.abc import Mapping

from wudan.catalog.catalog import Catalog
from wudan.catalog.chain import statement
from wudan.catalog.model.seal import SIGNERS, signature_path
from wudan.site.parts.papers import SIGNERS_FILE, signature_file, statement_file


def edition_files(catalog: Catalog) -> Mapping[str, bytes]:
    """Give each file by its path in the site; none until the first edition."""
    files: dict[str, bytes] = {}
    for placed in catalog.of("release"):
        identity = placed.record.id
        files[statement_file(identity)] = statement(placed.document.data)
        if signature_path(identity) in catalog.seals:
            files[signature_file(identity)] = catalog.seals[signature_path(identity)]
    if files and SIGNERS in catalog.seals:
        files[SIGNERS_FILE] = catalog.seals[SIGNERS]
    return files
