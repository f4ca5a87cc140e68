"""What proves an edition on its page: hashes, the edition before, the signature, and where each can be had."""

from collections.abc import Iterator

import msgspec

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.chain import link_of
from wudan.catalog.model.decision import Release
from wudan.catalog.model.seal import SIGNERS, signature_path
from wudan.signing.signers import Signer, read_signers
from wudan.signing.wire import UnreadableError, read_signature
from wudan.site.parts.link import Link

SIGNERS_FILE = "changes/allowed_signers"


class Papers(msgspec.Struct, frozen=True):
    """The proof of an edition. `record` is the hash of what it states, `signed_by` the fingerprint of the key."""

    hash: str
    record: str
    statement: Link
    before: Link | None = None
    before_record: str = ""
    signature: Link | None = None
    signed_by: str = ""


class Key(msgspec.Struct, frozen=True):
    """A key that may sign: for whom, its fingerprint, and when it is valid, in words."""

    name: str
    fingerprint: str
    valid: str


def statement_file(identity: str) -> str:
    """Give the address of what an edition states, as it was signed."""
    return f"changes/{identity}/edition.json"


def signature_file(identity: str) -> str:
    """Give the address of the signature of what an edition states."""
    return f"{statement_file(identity)}.sig"


def papers_of(catalog: Catalog, placed: Placed[Release]) -> Papers:
    """Gather what proves an edition. It says whether there is a signature, not whether it holds."""
    release = placed.record
    before = release.previous
    signature = catalog.seals.get(signature_path(release.id))
    has_page = before is not None and any(one.record.id == before.release for one in catalog.of("release"))
    return Papers(
        hash=release.hash,
        record=link_of(release, placed.document.data).record,
        statement=Link(statement_file(release.id), "edition.json"),
        before=Link(f"changes/{before.release}/", before.release) if before and has_page else None,
        before_record=before.record if before else "",
        signature=Link(signature_file(release.id), "edition.json.sig") if signature else None,
        signed_by=_fingerprint(signature) if signature else "",
    )


def keys_of(catalog: Catalog) -> tuple[Key, ...]:
    """Give the keys that may sign, in the order of the file."""
    signers = read_signers(catalog.seals.get(SIGNERS, b"")).signers
    return tuple(Key(one.principals, one.fingerprint, "，".join(_validity(one))) for one in signers)


def _validity(signer: Signer) -> Iterator[str]:
    if signer.after:
        yield f"自 {signer.after} 起有效"
    if signer.before:
        yield f"到 {signer.before} 为止有效"


def _fingerprint(signature: bytes) -> str:
    try:
        return read_signature(signature).fingerprint
    except UnreadableError:
        return ""
