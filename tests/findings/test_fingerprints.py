"""A finding that was waived stays waived: no change of the code changes a fingerprint."""

from tests.findings.fingerprints import TABLE, digests


def test_every_fingerprint_is_what_it_was() -> None:
    known = dict(line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())

    assert dict(digests()) == known
