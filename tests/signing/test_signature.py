"""Signatures of real keys, examined by the real ssh-keygen: each reason why one does not hold is told."""

import base64
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.signing import make_key, signer_line
from wudan.signing.keygen import KeygenError, SigningError
from wudan.signing.signature import examine, sign
from wudan.signing.signers import read_signers
from wudan.signing.wire import LONGEST, UnreadableError, read_signature

NAMESPACE = "wudan-release@v1"
STATEMENT = "清单\n".encode()
DAY = "2015-12-28"


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_key(tmp_path_factory.mktemp("keys"), "reviewer")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_key(tmp_path_factory.mktemp("keys"), "stranger")


@pytest.fixture(scope="module")
def signature(key: Path) -> bytes:
    return sign(key, STATEMENT, NAMESPACE)


@pytest.mark.parametrize(
    ("options", "verdict"),
    [
        ("", "good"),
        (f'namespaces="{NAMESPACE}"', "good"),
        ('namespaces="git,wudan-*"', "good"),
        ('valid-after="20151228",valid-before="20151229"', "good"),
        ('namespaces="git"', "not_for_this"),
        ('valid-after="20151229"', "not_yet"),
        ('valid-before="20151228"', "expired"),
        ('valid-before="20151228",namespaces="wudan-release@v1"', "expired"),
    ],
)
def test_a_key_signs_for_what_and_when_it_may(key: Path, signature: bytes, options: str, verdict: str) -> None:
    signers = read_signers(signer_line(key, options=options).encode())
    assert signers.unreadable == ()
    assert examine(signature, STATEMENT, NAMESPACE, signers, DAY).verdict == verdict


def test_a_foreign_key_an_altered_text_and_another_purpose_are_told_apart(
    key: Path, other: Path, signature: bytes
) -> None:
    signers = read_signers(signer_line(key).encode())
    foreign = examine(sign(other, STATEMENT, NAMESPACE), STATEMENT, NAMESPACE, signers, DAY)
    assert foreign.verdict == "foreign"
    shown = subprocess.run(["ssh-keygen", "-l", "-f", f"{other}.pub"], capture_output=True, text=True, check=True)
    assert foreign.fingerprint == shown.stdout.split()[1]
    assert examine(signature, STATEMENT + b" ", NAMESPACE, signers, DAY).verdict == "altered"
    assert examine(sign(key, STATEMENT, "git"), STATEMENT, NAMESPACE, signers, DAY).verdict == "other_namespace"
    assert examine(b"no signature", STATEMENT, NAMESPACE, signers, DAY).verdict == "unreadable"


def test_the_good_one_of_several_lines_of_a_key_counts(key: Path, other: Path, signature: bytes) -> None:
    lines = signer_line(other) + signer_line(key, "old@x", 'valid-before="20150101"') + "# new\n\n" + signer_line(key)
    examined = examine(signature, STATEMENT, NAMESPACE, read_signers(lines.encode()), DAY)
    assert examined.signer.name == "bianban@xinmi.example"
    assert examined.holds


def test_lines_that_cannot_be_read_allow_nobody_and_are_counted(key: Path) -> None:
    lines = 'a\n"b c" ssh-ed25519 AAAA extra words\nd ssh-ed25519 A!\n\x1b[31m ssh-ed25519 AAAA\n' + signer_line(key)
    signers = read_signers(lines.encode())
    assert signers.unreadable == (1, 3, 4)
    assert [one.principals for one in signers.signers] == ["b c", "bianban@xinmi.example"]


@pytest.mark.parametrize("kind", ["ecdsa", "rsa"])
def test_keys_of_other_kinds_sign_too(tmp_path: Path, kind: str) -> None:
    key = make_key(tmp_path, "key", kind=kind)
    signers = read_signers(signer_line(key).encode())
    assert examine(sign(key, STATEMENT, NAMESPACE), STATEMENT, NAMESPACE, signers, DAY).holds


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[str]:
    """An agent of our own, and where it listens."""
    socket = str(tmp_path / "agent")
    with subprocess.Popen(["ssh-agent", "-D", "-a", socket], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield socket
        process.terminate()


def test_an_agent_signs_where_the_public_half_is_named(
    tmp_path: Path, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = make_key(tmp_path, "key")
    monkeypatch.setenv("SSH_AUTH_SOCK", agent)
    subprocess.run(["ssh-add", "-q", str(key)], check=True)
    key.unlink()
    signers = read_signers(signer_line(key).encode())
    assert examine(sign(Path(f"{key}.pub"), STATEMENT, NAMESPACE), STATEMENT, NAMESPACE, signers, DAY).holds


def test_a_passphrase_is_asked_for_as_ssh_keygen_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    phrase = base64.b64encode(os.urandom(12)).decode()
    key = make_key(tmp_path, "key", phrase)
    answer = tmp_path / "answer"
    answer.write_text(f"#!/bin/sh\necho '{phrase}'\n")
    answer.chmod(0o700)
    monkeypatch.setenv("SSH_ASKPASS", str(answer))
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
    assert sign(key, STATEMENT, NAMESPACE).startswith(b"-----BEGIN SSH SIGNATURE-----")
    answer.write_text("#!/bin/sh\necho wrong\n")
    with pytest.raises(SigningError, match=r"没有用 .* 签名"):
        sign(key, STATEMENT, NAMESPACE)


def test_a_key_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match="没有密钥文件"):
        sign(tmp_path / "none", STATEMENT, NAMESPACE)


def test_without_ssh_keygen_its_package_is_named(key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(KeygenError, match="apt-get install openssh-client") as told:
        sign(key, STATEMENT, NAMESPACE)
    assert told.value.exit_code == 3


@given(st.binary(max_size=300))
def test_no_bytes_are_taken_for_a_signature_that_are_none(content: bytes) -> None:
    lines = base64.encodebytes(b"SSHSIG" + content).decode()
    armoured = f"-----BEGIN SSH SIGNATURE-----\n{lines}-----END SSH SIGNATURE-----\n".encode()
    for text in (content, armoured):
        with suppress(UnreadableError):
            assert isinstance(read_signature(text).key, bytes)


def test_a_signature_larger_than_any_is_not_read() -> None:
    with pytest.raises(UnreadableError):
        read_signature(b"-" * (LONGEST + 1))
