"""The fingerprint of every problem that the demo city, the draft and the examples of the rules hold.

Run as a program it writes `fingerprints.tsv` anew: `python -m tests.findings.fingerprints`. That is right for a rule
or an example that is new, and wrong for a change of the code: a fingerprint that changes ends every waiver keyed by it.
"""

import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.draft.expectations import CATALOG as DRAFT
from tests.support.rule_examples import all_cases
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.diff.difference import Difference
from wudan.findings.judge import judge, judge_change
from wudan.findings.waiver import Sorted
from wudan.rules.engine.registry import all_rules

TABLE = Path(__file__).parent / "fingerprints.tsv"
DEMO = Path(__file__).parents[2] / "catalog"
DAYS = ("", "2013-12-31", "2017-06-30", "2020-06-30", "2026-06-30")


def digests() -> Iterator[tuple[str, str]]:
    """Give the name of each city that is judged, and one hash over the fingerprints of its problems."""
    for day in DAYS:
        for name, folder in (("demo", DEMO), ("draft", DRAFT)):
            yield f"{name} {day}".strip(), digest(judged(load_catalog(open_folder(folder), day or None)))
    with tempfile.TemporaryDirectory() as temporary:
        for number, case in enumerate(all_cases()):
            place = Path(temporary, str(number))
            catalog = load_catalog(open_folder(case.lay_out(place)))
            before = case.lay_out_before(place)
            found = changed(load_catalog(open_folder(before)), catalog, case.submitter) if before else judged(catalog)
            yield case.name, digest(found)


def judged(catalog: Catalog) -> Sorted:
    return judge(catalog, list(all_rules().values()))


def changed(before: Catalog, after: Catalog, submitter: str | None) -> Sorted:
    rules = list(all_rules().values())
    return judge_change(Difference(before, after), rules, submitter, whole_items=False, is_whole=True)


def digest(found: Sorted) -> str:
    """Give one hash over the fingerprints of all problems, accepted ones too, with how many there are."""
    every = sorted(judged.fingerprint for judged in (*found.standing, *found.accepted))
    return f"{len(every)} {sha256(' '.join(every).encode()).hexdigest()[:16]}"


if __name__ == "__main__":
    TABLE.write_text("".join(f"{name}\t{one}\n" for name, one in digests()), encoding="utf-8")
