"""Verifying editions: the chain, and the signature of each."""

from collections.abc import Iterator, Mapping

from wudan.catalog.chain import Fault, beginning, breaks
from wudan.catalog.model.seal import EDITION_NAMESPACE
from wudan.proof.proof import Check
from wudan.proof.shelf import Shelf, Stated
from wudan.signing.refusal import reason
from wudan.signing.signature import examine
from wudan.signing.signers import Signers
from wudan.words import Words

_BREAKS: Mapping[Fault, Words] = {
    "missing": Words("{edition} 的上一版 {other} 不在了", "the edition before {edition}, {other}, is not there"),
    "altered": Words(
        "{other} 在 {edition} 发布以后改过，校验值对不上", "{other} was altered after {edition} was released"
    ),
    "forked": Words("{edition} 与另一版都接在 {other} 之后", "{edition} and another edition both follow {other}"),
    "unlinked": Words(
        "{edition} 没有写上一版，而更早的 {other} 已经接成链",
        "{edition} names no edition before, the older {other} does",
    ),
}
_STRAY = Words("有签名 {path}，却没有对应的版本", "there is a signature {path} and no edition that it is of")
_FAULTY = Words("{path} 不是能读懂的版本记录", "{path} states no edition that can be read")
_NONE = Words("没有发布过版本", "no edition was released")
_WHOLE = Words("链条完整（{count} 版）", "the chain is whole ({count} editions)")
_FROM = Words("链条从 {first} 起完整（{count} 版）", "the chain is whole from {first} on ({count} editions)")
_BEFORE = Words("{edition} 在有链以前发布，没有链", "{edition} was released before there was a chain")
_NO_CHAIN = Words("各版没有接成链", "the editions form no chain")
_SIGNED = Words("{count} 版有签名", "{count} editions are signed")
_SIGNED_BY = Words("{edition} 的签名有效：{why}", "the signature of {edition} holds: {why}")
_BAD = Words("{edition} 的签名无效：{why}", "the signature of {edition} does not hold: {why}")
_UNSIGNED = Words("{edition} 没有签名", "{edition} is not signed")
_NO_DAY = Words("{edition} 有签名，却没有写批准日期", "{edition} is signed and gives no day of approval")
_NO_SIGNERS = Words("{edition} 有签名，却没有签名人名单可以对照", "{edition} is signed, and nothing says who may sign")
_WITHDRAWN = Words("{edition} 的撤回（撤回不签名）", "that {edition} was withdrawn (withdrawals are not signed)")
_LINES = Words("签名人名单第 {lines} 行读不懂", "line {lines} of the signers cannot be read")
_OWN_SIGNERS = Words(
    "签名人名单可靠（名单与版本取自同一处；请把密钥指纹与另行公布的核对，或者用 --signers 指定自己的名单）",
    "that those signers are the right ones (the file lies beside the editions; compare the fingerprints with those "
    "published elsewhere, or name your own file by --signers)",
)


def prove_editions(shelf: Shelf, own_signers: Signers | None) -> Iterator[Check]:
    """Verify chain and signatures. `own_signers` are those whom the one who verifies trusts, if he brings any.

    Raises KeygenError where something is signed and there is no ssh-keygen.
    """
    yield from _chain(shelf)
    signers = own_signers or shelf.signers
    if signers and signers.unreadable:
        lines = ", ".join(map(str, signers.unreadable))
        yield Check("signature", "unproved", _LINES, {"lines": lines})
    checks = [_signature(one, signers) for one in shelf.editions]
    signed = sum(check.outcome == "proved" for check in checks)
    yield from checks
    if signed:
        yield Check("signature", "proved", _SIGNED, {"count": signed})
        if own_signers is None:
            yield Check("signature", "unproved", _OWN_SIGNERS)
    for one in shelf.editions:
        if one.is_withdrawn:
            yield Check("signature", "unproved", _WITHDRAWN, edition=one.link.id)


def _chain(shelf: Shelf) -> Iterator[Check]:
    found = [
        *(Check("chain", "failed", _FAULTY, {"path": path}) for path in shelf.faulty),
        *(Check("chain", "failed", _STRAY, {"path": path}) for path in shelf.strays),
        *(
            Check("chain", "failed", _BREAKS[one.fault], {"other": one.other}, edition=one.link.id)
            for one in breaks(shelf.links)
        ),
    ]
    yield from found
    first = beginning(shelf.links)
    if first is None:
        yield Check("chain", "unproved", _NO_CHAIN if shelf.editions else _NONE)
        return
    earlier = [link for link in shelf.links if link.order < first.order]
    if not found:
        count = len(shelf.links) - len(earlier)
        words = _FROM if earlier else _WHOLE
        yield Check("chain", "proved", words, {"count": count, **({"first": first.id} if earlier else {})})
    for link in earlier:
        yield Check("chain", "unproved", _BEFORE, edition=link.id)


def _signature(one: Stated, signers: Signers | None) -> Check:
    identity, day = one.link.id, one.link.on
    if one.signature is None:
        return Check("signature", "unproved", _UNSIGNED, edition=identity)
    if signers is None:
        return Check("signature", "unproved", _NO_SIGNERS, edition=identity)
    if not day:
        return Check("signature", "failed", _NO_DAY, edition=identity)
    examined = examine(one.signature, one.statement, EDITION_NAMESPACE, signers, day)
    words, arguments = reason(examined, day)
    why = words.filled(arguments)
    if examined.holds:
        return Check("signature", "proved", _SIGNED_BY, {"why": why}, identity, counts=False)
    return Check("signature", "failed", _BAD, {"why": why}, identity)
