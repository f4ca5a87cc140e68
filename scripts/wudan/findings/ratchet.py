"""The ratchet: of all problems, those that a change causes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.identity import identity
from wudan.findings.judged import Judged
from wudan.rules.engine.problem import Problem


@dataclass(frozen=True, eq=False)
class Change:
    """The catalog before and after a change."""

    before: Catalog
    after: Catalog

    def touches(self, problem: Problem, *, whole_items: bool) -> bool:
        """Say whether the change touched the field that a problem is about, or, more widely, its item."""
        if not problem.place.path and not whole_items:
            return False  # it is about the whole file, and was there before
        file = self._files.get(problem.place.file)
        if file is None or file.kind is None or file.document is None or not file.kind.many:
            return self._touches_file(problem.place.file)
        first, *rest = problem.place.path or ("",)
        record = file.document.value((first,)) if isinstance(first, int) else None
        if not isinstance(record, dict):
            return self._touches_file(problem.place.file)
        old = self._before.get((file.kind.id, identity(record)))
        if whole_items or old is None or not rest:
            return bool(old != record)
        return bool(old.get(rest[0]) != record.get(rest[0]))  # the whole value of the key, for lists move as one

    def _touches_file(self, path: str) -> bool:
        old = next((file.text for file in self.before.files if file.path == path), None)
        new = self._files.get(path)
        return new is None or bool(old != new.text)

    @cached_property
    def _files(self) -> Mapping[str, CatalogFile]:
        return {file.path: file for file in self.after.files}

    @cached_property
    def _before(self) -> Mapping[tuple[str, str], Any]:
        return dict(_records(self.before))


def caused_by(
    change: Change, now: Iterable[Judged], before: Iterable[Judged], *, whole_items: bool
) -> Iterator[Judged]:
    """Give the problems that a change causes: those that were not there before, and those in fields that it touched.

    With `whole_items` every problem of an item that the change touched anywhere counts: who changes an item leaves
    it in order.
    """
    known = Counter(judged.fingerprint for judged in before)
    for judged in now:
        if known[judged.fingerprint] > 0:
            known[judged.fingerprint] -= 1
            if not change.touches(judged.problem, whole_items=whole_items):
                continue
        yield judged


def changed_files(change: Change) -> list[str]:
    """Give the paths of the files that differ, were added or were removed, in order."""
    before, after = _contents(change.before), _contents(change.after)
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _contents(catalog: Catalog) -> Mapping[str, object]:
    """Give what each file holds by path, signatures and signers with them."""
    seals = {f"{catalog.name}/{path}": content for path, content in catalog.seals.items()}
    return {file.path: _content(file) for file in catalog.files} | seals


def _content(file: CatalogFile) -> tuple[str, object, bool]:
    return file.text, file.refusal, file.is_link


def _records(catalog: Catalog) -> Iterator[tuple[tuple[str, str], Any]]:
    for file in catalog.files:
        if file.kind and file.kind.many and file.document and isinstance(file.document.data, list):
            for record in file.document.data:
                if isinstance(record, dict):
                    yield (file.kind.id, identity(record)), record
