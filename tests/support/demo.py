"""The demonstration city in memory, and what the rules say of it after some of its files were changed.

What a change does not touch is read once: the files keep their documents and records, untouched records their
citations, untouched laws their register, and rules that look at one file alone are asked about an untouched file only
once. A test holds this shortcut to what the whole way finds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tests.support.memory_source import MemorySource
from tests.support.root import CATALOG
from wudan.baseline.effective import EffectiveBaseline, effective_baseline
from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.citations import Cited, all_citations, citations_of
from wudan.catalog.model.kinds import KINDS
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import FolderSource
from wudan.findings.finding import Finding, make_report
from wudan.findings.judge import judge
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import FileRule, Rule

Content = str | bytes | None
"""What a file is to hold; None where it is to go."""

Changes = Mapping[str, Content]
"""Files by their path from the catalog folder, as they are to be."""


@dataclass(frozen=True)
class Demo:
    """The demonstration city as it is, and as it would be after changes."""

    contents: Mapping[str, bytes]

    @cached_property
    def catalog(self) -> Catalog:
        return load_catalog(MemorySource(self.contents))

    @cached_property
    def texts(self) -> Mapping[str, str]:
        return {path: content.decode() for path, content in self.contents.items()}

    @cached_property
    def files(self) -> Mapping[str, CatalogFile]:
        return {file.path.removeprefix("catalog/"): file for file in self.catalog.files}

    @cached_property
    def baseline(self) -> EffectiveBaseline:
        found = effective_baseline(self.catalog)
        assert found is not None
        return found

    @cached_property
    def findings(self) -> Counter[tuple[str, str]]:
        return counted(self.judged(self.catalog))

    def after(self, changes: Changes) -> dict[str, bytes]:
        """Give the files as they are after changes."""
        after = dict(self.contents)
        for path, content in changes.items():
            if content is None:
                del after[path]
            else:
                after[path] = content.encode() if isinstance(content, str) else content
        return after

    def changed(self, changes: Changes) -> Catalog:
        """Give the catalog after changes; of the untouched files nothing is read again."""
        after = self.after(changes)
        fresh = load_catalog(MemorySource({path: after[path] for path in changes if path in after}))
        new = {file.path.removeprefix("catalog/"): file for file in fresh.files}
        order = [str(file.path) for file in MemorySource(after).files()]
        files = [new.get(path) or self.files[path] for path in order if path in new or path in self.files]
        records: dict[str, tuple[Any, ...]] = {}
        for kind_id in self.catalog.records:
            known = _by_document([*self.catalog.of(kind_id), *fresh.of(kind_id)])
            records[kind_id] = tuple(placed for file in files for placed in known.get(id(file.document), ()))
        derived: dict[Callable[[Catalog], Any], Any] = {all_citations: self._citations_in(records)}
        changed = Catalog("catalog", tuple(files), records, _derived=derived)
        if changed.laws == self.catalog.laws and changed.judged_on == self.catalog.judged_on:
            derived[law_register] = self.catalog.derived(law_register)
        return changed

    def judged(self, catalog: Catalog) -> tuple[Finding, ...]:
        """Give the findings in a catalog that shares files with this city; both languages have words for them."""
        return judged(catalog, [_remembering(rule, self._known) for rule in all_rules().values()])

    def _citations_in(self, records: Mapping[str, tuple[Any, ...]]) -> tuple[Cited, ...]:
        return tuple(
            cited
            for kind_id in KINDS
            for placed in records.get(kind_id, ())
            for cited in (self._citations[id(placed)] if id(placed) in self._citations else _citations_inside(placed))
        )

    @cached_property
    def _citations(self) -> dict[int, tuple[Cited, ...]]:
        return {id(placed): _citations_inside(placed) for kind_id in KINDS for placed in self.catalog.of(kind_id)}

    @cached_property
    def _known(self) -> dict[tuple[str, int], list[Problem]]:
        return {
            (rule.code, id(file)): list(rule.check(file, self.catalog))
            for rule in all_rules().values()
            if isinstance(rule, FileRule) and _sees_one_file(rule)
            for file in self.catalog.files
        }


def judged(catalog: Catalog, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    standing = judge(catalog, list(rules)).standing
    make_report(catalog, standing, "en")
    return make_report(catalog, standing, "zh").findings


def counted(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.code, finding.fingerprint) for finding in findings)


def open_demo() -> Demo:
    source = FolderSource(CATALOG)
    return Demo({str(file.path): source.read(file) for file in source.files()})


def _citations_inside(placed: Placed[Any]) -> tuple[Cited, ...]:
    return tuple((placed, path, citation) for path, citation in citations_of(placed))


def _by_document(records: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for placed in records:
        found.setdefault(id(placed.document), []).append(placed)
    return found


def _sees_one_file(rule: FileRule) -> bool:
    return rule.code != "S006"  # S006 asks for the departments as well


def _remembering(rule: Rule, known: Mapping[tuple[str, int], list[Problem]]) -> Rule:
    if not (isinstance(rule, FileRule) and _sees_one_file(rule)):
        return rule

    def check(file: CatalogFile, catalog: Catalog) -> Iterable[Problem]:
        problems = known.get((rule.code, id(file)))
        return rule.check(file, catalog) if problems is None else problems

    return replace(rule, check=check)
