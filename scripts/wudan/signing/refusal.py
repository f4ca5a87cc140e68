"""What is said of a signature that does not hold."""

from collections.abc import Mapping

from wudan.signing.keygen import SigningError
from wudan.signing.signature import Examined, Verdict, examine
from wudan.signing.signers import Signers
from wudan.words import Words

REASONS: Mapping[Verdict, Words] = {
    "good": Words("签名人 {name}，密钥 {fingerprint}", "signed by {name} with the key {fingerprint}"),
    "unreadable": Words("签名文件不是 ssh-keygen 写的，读不懂", "the file is no signature of ssh-keygen"),
    "other_namespace": Words(
        "签名是为别的用途（{namespace}）作的，不是为这里作的", "it was signed for another purpose ({namespace})"
    ),
    "altered": Words(
        "内容与签名对不上：签名以后改过，或者签名不是这份内容的", "what is signed and what is here are not the same"
    ),
    "foreign": Words("密钥 {fingerprint} 不在签名人名单里", "the key {fingerprint} is not among those that may sign"),
    "not_for_this": Words(
        "名单没有准许密钥 {fingerprint}（{name}）签这一种内容",
        "the key {fingerprint} ({name}) may not sign for this purpose",
    ),
    "not_yet": Words(
        "密钥 {fingerprint}（{name}）到 {after} 才生效，{day} 还不能签",
        "the key {fingerprint} ({name}) is valid from {after} on, which is after {day}",
    ),
    "expired": Words(
        "密钥 {fingerprint}（{name}）到 {before} 为止有效，{day} 已经过期",
        "the key {fingerprint} ({name}) was valid until {before}, which is before {day}",
    ),
    "refused": Words("ssh-keygen 不认可密钥 {fingerprint}", "ssh-keygen does not accept the key {fingerprint}"),
}


def reason(examined: Examined, day: str) -> tuple[Words, dict[str, str]]:
    """Give what is said of a signature, with its arguments; `day` is the one for which the key was to be valid."""
    signer = examined.signer
    return REASONS[examined.verdict], {
        "fingerprint": examined.fingerprint,
        "namespace": examined.namespace,
        "day": day,
        "name": signer.name if signer else "",
        "after": signer.after if signer else "",
        "before": signer.before if signer else "",
    }


def refuse_unfit(signature: bytes, content: bytes, namespace: str, signers: Signers, day: str) -> None:
    """Raise SigningError where a signature just made would not be accepted by those who verify it."""
    examined = examine(signature, content, namespace, signers, day)
    if not examined.holds:
        words, arguments = reason(examined, day)
        said = words.filled(arguments)
        raise SigningError(
            f"没有签名，也没有写入任何文件：{said.zh}。请审核人先在 allowed_signers 中加上或者更正这把公钥。",
            f"Nothing was signed or written: {said.en}. A reviewer first has to put the key into allowed_signers.",
        )
