"""What a push to the city's repository may bring: the judgement that a server's hook makes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.revision import RevisionSource, has_catalog, is_known
from wudan.diff.difference import Difference
from wudan.findings.finding import Report, make_report
from wudan.findings.judge import judge, judge_change
from wudan.rules.engine.registry import all_rules
from wudan.words import Language

_NONE = frozenset("0")


@dataclass(frozen=True, slots=True)
class Push:
    """One branch that a push moves: the commits before and after, and the name; either commit may be none (zeros)."""

    before: str
    after: str
    name: str

    def updates(self, branch: str) -> bool:
        """Say whether it is this branch that moves."""
        return self.name == f"refs/heads/{branch}"

    @property
    def deletes(self) -> bool:
        """Whether the branch is taken away."""
        return set(self.after) <= _NONE

    @property
    def creates(self) -> bool:
        """Whether the branch is new."""
        return set(self.before) <= _NONE


def read_pushes(lines: Iterable[str]) -> Iterator[Push]:
    """Read what git hands to the hook: a line for each reference, with the old commit, the new one and the name."""
    for line in lines:
        parts = line.split(" ", 2)
        if len(parts) == 3:
            yield Push(parts[0], parts[1], parts[2].rstrip("\n"))


@dataclass(frozen=True, slots=True)
class Server:
    """A repository that receives pushes: where it is, where in it the catalog lies, and its main branch."""

    repository: Path
    folder: str
    main: str

    def source(self, commit: str) -> RevisionSource:
        """Give the catalog of a commit."""
        return RevisionSource(self.repository, commit, f"{self.folder}/")

    def has_catalog(self, commit: str) -> bool:
        """Say whether there is such a commit and a catalog in it."""
        return is_known(self.repository, commit) and has_catalog(self.repository, commit, self.folder)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be said of a push: the findings that it causes, and how many of them refuse it or wait.

    `errors` only the one who pushed can mend; on those that are `undecided` a reviewer decides before they reach main.
    """

    report: Report
    errors: int
    undecided: int


def judge_push(push: Push, server: Server, submitter: str | None, language: Language) -> Judgement | None:
    """Give the findings that a push causes; None where it brings no catalog.

    A new branch is held against the main one, or judged whole where there is none yet. `submitter` is the department
    that pushes, None a reviewer. Departures from the baseline and burdens are for a reviewer to accept: they keep a
    push from main, and may stand on any other branch until he has decided.
    """
    if push.deletes or not server.has_catalog(push.after):
        return None
    after = load_catalog(server.source(push.after))
    rules = list(all_rules().values())
    base = server.main if push.creates else push.before
    if server.has_catalog(base):
        before = load_catalog(server.source(base), beside=after)
        found = judge_change(Difference(before, after), rules, submitter, whole_items=False, is_whole=True)
    else:
        found = judge(after, rules, submitter)
    report = make_report(after, found.standing, language, len(found.accepted))
    errors = [judged for judged in found.standing if judged.is_error]
    undecided = 0 if push.updates(server.main) else sum(judged.rule.is_for_reviewers for judged in errors)
    return Judgement(report, len(errors) - undecided, undecided)
