"""Makes the reviewer's table of a catalog and what the rules about the baseline find in it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wudan.baseline.comparison import Comparison, Pair, comparison_of, fate_of
from wudan.baseline.decision import Decision
from wudan.baseline.effective import Departed, Standing
from wudan.baseline.merging import is_merged_away
from wudan.baseline.names import differs_in_form
from wudan.catalog.catalog import Catalog, Placed
from wudan.comparison.aspect import Aspect, aspects_of, body_name
from wudan.comparison.row import (
    ComparisonTable,
    DecisionLine,
    DepartmentTable,
    Departure,
    Outcome,
    Row,
    Summary,
)
from wudan.findings.judged import Judged
from wudan.findings.waiver import Sorted
from wudan.rules.engine.about import OfEntry
from wudan.rules.engine.problem import Place, place_in, place_of
from wudan.rules.engine.rule import BaselineRule
from wudan.words import Language

_DECIDED: Mapping[str, Outcome] = {
    "merge": "merged", "split": "split", "take_over": "taken_over", "delegate_down": "taken_over",
}  # fmt: skip
_OTHER_LISTS = ("fees", "funds", "intermediaries")


def compare(catalog: Catalog, found: Sorted, language: Language, department: str = "") -> ComparisonTable | None:
    """Hold each department's lists against the effective baseline, item by item; None where there is no baseline.

    `found` is the judgement of the catalog by the rules about the baseline at least; `department` leaves the others
    out.
    """
    comparison = catalog.derived(comparison_of)
    if comparison is None:
        return None
    rows: dict[str, list[Row]] = defaultdict(list)
    for owner, row in _Rows(catalog, comparison, found, language).all():
        rows[owner].append(row)
    order = [*catalog.departments, *(owner for owner in rows if owner not in catalog.departments)]
    tables = tuple(
        _department(catalog, owner, rows[owner]) for owner in order if rows[owner] and department in ("", owner)
    )
    return ComparisonTable(tables, _summary(comparison, tables))


def _department(catalog: Catalog, owner: str, rows: list[Row]) -> DepartmentTable:
    counts = dict(Counter[str](row.outcome for row in rows))
    open_ones = sum(len(row.open_departures) for row in rows)
    return DepartmentTable(owner, body_name(catalog, owner), counts, open_ones, tuple(rows))


def _summary(comparison: Comparison, tables: tuple[DepartmentTable, ...]) -> Summary:
    baseline = comparison.baseline
    rows = [row for table in tables for row in table.rows]
    compared = {*comparison.outside, *(pair.item for pair in comparison.pairs), *(one.item for one in comparison.kept)}
    in_use = [item for item in comparison.catalog.approvals if item.record.is_in_use]
    return Summary(
        baseline=baseline.placed.record.id,
        title=baseline.placed.record.title,
        as_of=baseline.as_of,
        judged_on=baseline.day,
        departments=len(tables),
        rows=len(rows),
        counts=dict(Counter[str](row.outcome for row in rows)),
        open=sum(len(row.open_departures) for row in rows),
        accepted=sum(one.accepted_by is not None for row in rows for one in row.departures),
        uncovered=sum(item not in compared for item in in_use),
    )


@dataclass(frozen=True, eq=False)
class _Rows:
    """Makes the rows of one comparison, each with the department that answers for it."""

    catalog: Catalog
    comparison: Comparison
    found: Sorted
    language: Language

    def all(self) -> Iterator[tuple[str, Row]]:
        """Give every row: items in use in the order of the files, then what nobody lists, then what has gone."""
        for pair in self.comparison.pairs:
            yield _owner(pair.item), self._pair(pair)
        for kept in self.comparison.kept:
            yield _owner(kept.item), self._gone(kept.departed, kept.item)
        for item in self.comparison.outside:
            yield _owner(item), self._row(place_of(item, "id"), "outside", item=item)
        for standing in self.comparison.missing:
            yield standing.entry.body, self._missing(standing)
        kept_entries = {kept.departed.standing.entry.id for kept in self.comparison.kept}
        for entry_id, departed in self.comparison.baseline.departed.items():
            is_item = departed.standing.entry.list == "approvals"
            if is_item and entry_id not in kept_entries and fate_of(departed.decision) != "renamed":
                tombstone = self.comparison.tombstones.get(entry_id)
                yield departed.standing.entry.body, self._gone(departed, tombstone)
        for list_id in _OTHER_LISTS:
            yield from self._of_other_list(list_id)

    def _pair(self, pair: Pair) -> Row:
        aspects = aspects_of(self.catalog, pair)
        departures = self._departures(pair.item, pair.standing.entry.id)
        verdicts = {aspect.verdict for aspect in aspects}
        serious = any(one.level != "info" for one in departures)
        outcome: Outcome = _agreement(pair.standing)
        if serious or "differs" in verdicts:
            outcome = "differs"
        elif departures or "form" in verdicts:
            outcome = "form"
        elif outcome == "same" and "eased" in verdicts:
            outcome = "eased"
        place = place_of(pair.item, "id")
        return self._row(place, outcome, item=pair.item, standing=pair.standing, aspects=aspects)

    def _gone(self, departed: Departed, item: Placed[Any] | None) -> Row:
        fate = fate_of(departed.decision)
        outcome: Outcome = "differs" if fate == "renamed" else fate
        place = place_of(item, "id") if item else _entry_place(departed.standing)
        return self._row(place, outcome, item=item, standing=departed.standing, decision=departed.decision)

    def _missing(self, standing: Standing) -> Row:
        outcome: Outcome = "missing"
        if standing.is_suspended:
            outcome = "suspended"
        elif is_merged_away(self.comparison, standing):
            outcome = "merged"
        return self._row(_entry_place(standing), outcome, standing=standing)

    def _of_other_list(self, list_id: str) -> Iterator[tuple[str, Row]]:
        """Give fees, funds and intermediary services: they are held against the baseline by name alone."""
        baseline = self.comparison.baseline
        items = {placed.record.base: placed for placed in self.catalog.of(list_id) if placed.record.base}
        for entry_id, standing in baseline.standing.items():
            if standing.entry.list == list_id:
                item = items.get(entry_id)
                outcome: Outcome = "missing"
                if item:
                    now, was = item.record.name, standing.entry.name
                    outcome = "same" if now == was else "form" if differs_in_form(now, was) else "differs"
                    if any(one.level != "info" for one in self._departures(item, entry_id)):
                        outcome = "differs"
                place = place_of(item, "id") if item else _entry_place(standing)
                owner = (item.owner if item else None) or standing.entry.body
                yield owner, self._row(place, outcome, item=item, standing=standing)
        for entry_id, departed in baseline.departed.items():
            if departed.standing.entry.list == list_id and fate_of(departed.decision) != "renamed":
                item = items.get(entry_id)
                yield (item.owner if item else None) or departed.standing.entry.body, self._gone(departed, item)

    def _row(
        self,
        place: Place,
        outcome: Outcome,
        *,
        item: Placed[Any] | None = None,
        standing: Standing | None = None,
        aspects: tuple[Aspect, ...] = (),
        decision: Decision | None = None,
    ) -> Row:
        entry = standing.entry if standing else None
        decisions = [*(standing.decisions if standing else ()), *([decision] if decision else [])]
        return Row(
            list=item.kind.id if item else entry.list if entry else "approvals",
            item=item.record.id if item else "",
            name=item.record.name if item else "",
            entry=entry.id if entry else "",
            entry_name=entry.name if entry else "",
            outcome=outcome,
            aspects=aspects,
            decisions=tuple(
                DecisionLine(one.document, one.effective_on, one.words.write(self.language)) for one in decisions
            ),
            departures=self._departures(item, entry.id if entry else ""),
            file=place.file,
            line=place.position.line,
            column=place.position.column,
        )

    def _departures(self, item: Placed[Any] | None, entry: str) -> tuple[Departure, ...]:
        own = self._by_item.get((item.kind.id, item.record.id), []) if item else self._by_entry.get(entry, [])
        return tuple(own)

    @cached_property
    def _by_item(self) -> Mapping[tuple[str, str], list[Departure]]:
        found: dict[tuple[str, str], list[Departure]] = defaultdict(list)
        for judged, departure in self._all_departures:
            if judged.problem.item:
                found[judged.problem.list, judged.problem.item].append(departure)
        return found

    @cached_property
    def _by_entry(self) -> Mapping[str, list[Departure]]:
        """The departures that belong to no item, by the entry that they are about."""
        found: dict[str, list[Departure]] = defaultdict(list)
        for judged, departure in self._all_departures:
            if not judged.problem.item and isinstance(judged.problem.about, OfEntry):
                found[judged.problem.about.entry].append(departure)
        return found

    @cached_property
    def _all_departures(self) -> tuple[tuple[Judged, Departure], ...]:
        waivers = {placed.record.fingerprint: placed.record for placed in self.catalog.of("waivers")}
        standing = [(judged, None) for judged in self.found.standing]
        accepted = [(judged, waivers[judged.fingerprint].document or "") for judged in self.found.accepted]
        return tuple(
            (judged, _departure(judged, document, self.language))
            for judged, document in (*standing, *accepted)
            if isinstance(judged.rule, BaselineRule)
        )


def _departure(judged: Judged, document: str | None, language: Language) -> Departure:
    problem = judged.problem
    message = judged.rule.messages[problem.message]
    return Departure(
        code=judged.rule.code,
        level=judged.level,
        message=message.words.write(language, problem.arguments),
        help=message.help.write(language, problem.arguments),
        fingerprint=judged.fingerprint,
        accepted_by=document,
    )


def _agreement(standing: Standing) -> Outcome:
    """Say what an item that agrees with its entry is called: what the last decision about the entry did."""
    decided = standing.decided(*_DECIDED)
    return _DECIDED[decided.change.kind] if decided else "same"


def _entry_place(standing: Standing) -> Place:
    return place_in(standing.document, (*standing.path, "name"))


def _owner(item: Placed[Any]) -> str:
    return item.owner or item.decider or ""
