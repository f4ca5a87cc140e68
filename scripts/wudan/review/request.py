"""What a reviewer reads about a change: what it means, what it causes, and what is to be decided."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wudan.baseline.comparison import comparison_of
from wudan.catalog.catalog import Catalog
from wudan.comparison.aspect import Aspect, aspects_of
from wudan.diff.burden import result_of
from wudan.diff.change import Change
from wudan.diff.difference import Difference
from wudan.diff.formats.wording import FRAME_LISTS
from wudan.diff.report import DiffReport, WrittenChange, report_of
from wudan.findings.finding import Finding, Report, make_report
from wudan.findings.judge import judge_change
from wudan.findings.waiver import Sorted
from wudan.level import LEVELS
from wudan.rules.engine.registry import all_rules
from wudan.words import Language


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The finding that a burden is, and whether a reviewer has accepted it."""

    fingerprint: str
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class BaselineEntryView:
    """What the baseline has for an item: the entry's id, and its six aspects beside those of the list."""

    id: str
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A change of the lists: its difference in substance, and the findings that it causes.

    `base` is the revision it is held against, as the reviewer named it. `acceptances` are the burdens by the
    fingerprint of their change, `entries` the baseline's entries by the id of the changed item. `page` is the address
    of the full page, for formats that have no room for all; empty where there is none.
    """

    base: str
    diff: DiffReport
    caused: Report
    acceptances: Mapping[str, Acceptance]
    entries: Mapping[str, BaselineEntryView]
    page: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed and nothing is wrong because of it."""
        return not self.diff.changes and not self.caused.findings

    @property
    def fails(self) -> bool:
        """Whether the change causes an error."""
        return self.caused.reaches("error")

    @property
    def is_undecided(self) -> bool:
        """Whether all that stands against the change is for a reviewer to accept or to send back."""
        errors = [finding for finding in self.caused.findings if finding.level == "error"]
        return bool(errors) and all(all_rules()[finding.code].is_for_reviewers for finding in errors)

    @property
    def undecided(self) -> int:
        """How many errors are for a reviewer to decide on."""
        return sum(
            finding.level == "error" and all_rules()[finding.code].is_for_reviewers for finding in self.caused.findings
        )

    @property
    def trespasses(self) -> tuple[Finding, ...]:
        """Changes to files by somebody who does not own them."""
        return tuple(finding for finding in self.caused.findings if all_rules()[finding.code].is_trespass)

    @property
    def departures(self) -> tuple[Finding, ...]:
        """Departures from the effective baseline, which a reviewer accepts or sends back; remarks are none."""
        return tuple(one for one in self.caused.findings if all_rules()[one.code].is_departure and one.level != "info")

    @property
    def others(self) -> tuple[Finding, ...]:
        """All other findings that the change causes, errors first. Burdens are told with their change."""
        told = {id(finding) for finding in (*self.trespasses, *self.departures)}
        rest = [
            finding
            for finding in self.caused.findings
            if id(finding) not in told and not all_rules()[finding.code].is_burden
        ]
        return tuple(sorted(rest, key=lambda finding: LEVELS.index(finding.level)))

    @property
    def frame(self) -> tuple[WrittenChange, ...]:
        """Changes of what moves the rules themselves: levels, baseline, laws, waivers, departments."""
        return tuple(change for change in self.diff.changes if change.list in FRAME_LISTS)

    def to_accept(self, changes: Sequence[WrittenChange]) -> tuple[str, ...]:
        """Give the fingerprints under which a reviewer accepts the burdens among changes, where nobody has yet."""
        known = (self.acceptances.get(change.fingerprint) for change in changes)
        return tuple(one.fingerprint for one in known if one and not one.is_accepted)


def review(base: str, difference: Difference, submitter: str | None, language: Language, page: str = "") -> Review:
    """Hold a catalog against what it was.

    `submitter` is the department that changed it, None a reviewer; `page` the address of the full page.
    """
    after, changes = difference.after, difference.changes
    found = judge_change(difference, list(all_rules().values()), submitter, whole_items=False, is_whole=True)
    return Review(
        base,
        report_of(changes, difference.names, language, difference.reckoning),
        make_report(after, found.standing, language, len(found.accepted)),
        _acceptances(changes, found),
        _entries(after, {change.record.identity for change in changes if change.record.kind.id == "approvals"}),
        page,
    )


def _acceptances(changes: Sequence[Change], found: Sorted) -> Mapping[str, Acceptance]:
    """Give the burdens among changes that are findings: each is known by what its finding is about."""
    burdens = {
        (judged.problem.list, judged.problem.item, judged.problem.about.values): Acceptance(
            judged.fingerprint, accepted
        )
        for accepted, every in ((False, found.standing), (True, found.accepted))
        for judged in every
        if judged.rule.is_burden
    }
    known = {}
    for change in changes:
        if change.effect == "burden":
            burden = burdens.get((change.record.kind.id, change.record.identity, result_of(change)))
            if burden:
                known[change.fingerprint] = burden
    return known


def _entries(catalog: Catalog, items: Collection[str]) -> Mapping[str, BaselineEntryView]:
    comparison = catalog.derived(comparison_of)
    if comparison is None:
        return {}
    return {
        pair.item.record.id: BaselineEntryView(pair.standing.entry.id, aspects_of(catalog, pair))
        for pair in comparison.pairs
        if pair.item.record.id in items
    }
