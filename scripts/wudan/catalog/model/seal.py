"""Files of a catalog that hold no records: the signatures of editions, and who may sign. Both are ssh-keygen's."""

from pathlib import PurePosixPath

RELEASES = "releases"
SIGNERS = f"{RELEASES}/allowed_signers"
EDITION_NAMESPACE = "wudan-release@v1"
"""What a signature of an edition is for; it names the form of the statement that is signed."""


def signature_path(identity: str) -> str:
    """Give where the signature of an edition lies, from the catalog folder."""
    return f"{RELEASES}/{identity}.sig"


def is_seal(path: PurePosixPath) -> bool:
    """Say whether a file (by its path from the catalog folder) is a signature, or says who may sign."""
    return str(path) == SIGNERS or (str(path.parent) == RELEASES and path.suffix == ".sig")
