"""Keys of SSH, made where a test wants them and gone with its folder."""

import subprocess
from pathlib import Path

from wudan.catalog.model.seal import EDITION_NAMESPACE
from wudan.site.engine.manifest import SITE_NAMESPACE

NAMESPACES = f"{EDITION_NAMESPACE},{SITE_NAMESPACE}"


def make_key(folder: Path, name: str, passphrase: str = "", kind: str = "ed25519") -> Path:
    """Make a key and give the file of its private half; the public one has `.pub` behind it."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", name, "-f", str(path)], check=True)
    return path


def public(key: Path) -> str:
    """Give type and content of the public half."""
    return " ".join(Path(f"{key}.pub").read_text(encoding="utf-8").split()[:2])


def signer_line(key: Path, name: str = "bianban@xinmi.example", options: str = f'namespaces="{NAMESPACES}"') -> str:
    """Give the line of allowed_signers for a key."""
    return f"{name} {options} {public(key)}\n".replace("  ", " ")
