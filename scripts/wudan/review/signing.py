"""Signing an edition: by a key that `allowed_signers` of the catalog names for just that."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from wudan.catalog.catalog import Catalog
from wudan.catalog.chain import statement
from wudan.catalog.model.seal import EDITION_NAMESPACE, SIGNERS, signature_path
from wudan.catalog.reading.reader import parse
from wudan.signing.keygen import SigningError
from wudan.signing.refusal import refuse_unfit
from wudan.signing.signature import sign
from wudan.signing.signers import read_signers

_ENDING = ".yml"


def signature_of(catalog: Catalog, texts: Mapping[PurePosixPath, str], key: Path) -> dict[PurePosixPath, str]:
    """Give the signature of an edition that is about to be written, by its path below the catalog folder.

    `texts` holds the text of the release file. What is signed is the statement, whatever the layout of the file.
    Raises SigningError where the catalog does not say who may sign, where the key is not among those, or where it is
    not for the day of the edition; KeygenError where there is no ssh-keygen.
    """
    ((path, text),) = texts.items()
    data = parse(str(path), text).data
    signature = sign_allowed(catalog, key, statement(data), EDITION_NAMESPACE, data["on"])
    return {PurePosixPath(signature_path(path.name.removesuffix(_ENDING))): signature.decode()}


def sign_allowed(catalog: Catalog, key: Path, content: bytes, namespace: str, day: str) -> bytes:
    """Give a signature, made only for who may sign. Raises SigningError and KeygenError as above."""
    signers = catalog.seals.get(SIGNERS)
    if signers is None:
        raise SigningError(
            f"目录里没有 {SIGNERS}，不知道谁可以签名。请审核人先写好这个文件，每行一位：签名人 "
            f'namespaces="{namespace}" 公钥。',
            f"The catalog has no {SIGNERS} that says who may sign. A reviewer writes it, one signer a line: name "
            f'namespaces="{namespace}" public key.',
        )
    signature = sign(key, content, namespace)
    refuse_unfit(signature, content, namespace, read_signers(signers), day)
    return signature
