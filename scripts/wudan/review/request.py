"""What a reviewer reads about a change: what it means, what it causes, and what is to be decided."""

from dataclasses import dataclass

from wudan.catalog.catalog import Catalog
from wudan.diff.compare import compare
from wudan.diff.formats.wording import FRAME_LISTS
from wudan.diff.report import DiffReport, WrittenChange, report_of
from wudan.findings.finding import Finding, Report, make_report
from wudan.findings.problem import LEVELS
from wudan.findings.ratchet import Change
from wudan.findings.words import Language
from wudan.rules.judge import judge_change
from wudan.rules.registry import all_rules


@dataclass(frozen=True, slots=True)
class Review:
    """A change of the lists: its difference in substance, and the findings that it causes.

    `base` is the revision it is held against, as the reviewer named it.
    """

    base: str
    diff: DiffReport
    caused: Report

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed and nothing is wrong because of it."""
        return not self.diff.changes and not self.caused.findings

    @property
    def fails(self) -> bool:
        """Whether the change causes an error."""
        return self.caused.reaches("error")

    @property
    def trespasses(self) -> tuple[Finding, ...]:
        """Changes to files by somebody who does not own them."""
        return tuple(finding for finding in self.caused.findings if finding.code == "P005")

    @property
    def departures(self) -> tuple[Finding, ...]:
        """Departures from the effective baseline, which a reviewer accepts or sends back; remarks are none."""
        return tuple(one for one in self.caused.findings if one.code.startswith("B") and one.level != "info")

    @property
    def others(self) -> tuple[Finding, ...]:
        """All other findings that the change causes, errors first."""
        told = {id(finding) for finding in (*self.trespasses, *self.departures)}
        rest = [finding for finding in self.caused.findings if id(finding) not in told]
        return tuple(sorted(rest, key=lambda finding: LEVELS.index(finding.level)))

    @property
    def frame(self) -> tuple[WrittenChange, ...]:
        """Changes of what moves the rules themselves: levels, baseline, laws, waivers, departments."""
        return tuple(change for change in self.diff.changes if change.list in FRAME_LISTS)


def review(base: str, before: Catalog, after: Catalog, submitter: str | None, language: Language) -> Review:
    """Hold a catalog against what it was. `submitter` is the department that changed it; None is a reviewer."""
    found = judge_change(Change(before, after), list(all_rules().values()), submitter, whole_items=False, is_whole=True)
    names = {id_: placed.record.name for side in (before, after) for id_, placed in side.departments.items()}
    return Review(
        base,
        report_of(compare(before, after), names, language),
        make_report(after, found.standing, language, len(found.accepted)),
    )
