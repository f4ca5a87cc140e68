"""The files of a catalog in canonical form: what each should be, and how it is put in the place of what it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from wudan.catalog.catalog import CatalogFile
from wudan.catalog.model.kinds import kind_of, owner_of
from wudan.catalog.reading.load import NOT_CATALOG
from wudan.catalog.reading.reader import MAX_BYTES, decode, parse
from wudan.catalog.reading.source import Source, SourceFile
from wudan.catalog.refusal import Refusal, RefusedError
from wudan.catalog.writing.canonical import canonical_text


class ChangedDataError(Exception):
    """The canonical form of a file does not read back as the same data. Nothing may be written then."""


@dataclass(frozen=True, slots=True, eq=False)
class Formatted:
    """A file as it was read, and its canonical text; None where the file could not be read."""

    path: PurePosixPath
    file: CatalogFile
    text: str | None

    @property
    def is_canonical(self) -> bool:
        """Say whether the file is in canonical form already."""
        return self.text == self.file.text


def format_files(source: Source, files: Iterable[SourceFile]) -> Iterator[Formatted]:
    """Give the canonical form of each file that belongs to a file kind; links and other files are passed over.

    Raises OSError when a file cannot be opened, ChangedDataError for an error of this program.
    """
    for file in files:
        if not file.is_link and file.path.name not in NOT_CATALOG and kind_of(file.path) is not None:
            yield _format_file(source, file)


def _format_file(source: Source, file: SourceFile) -> Formatted:
    path = str(PurePosixPath(source.name) / file.path)
    kind, owner = kind_of(file.path), owner_of(file.path)
    text = ""
    try:
        if file.size > MAX_BYTES:
            raise RefusedError(Refusal("size", 0, {"size": file.size, "limit": MAX_BYTES}))
        text = decode(source.read(file))
        document = parse(path, text)
    except RefusedError as error:
        return Formatted(file.path, CatalogFile(path, kind, owner, text, refusal=error.refusal), None)
    wanted = canonical_text(kind, document) if kind else text
    if wanted != text and parse(path, wanted).data != document.data:
        raise ChangedDataError(path)
    return Formatted(file.path, CatalogFile(path, kind, owner, text, document), wanted)
