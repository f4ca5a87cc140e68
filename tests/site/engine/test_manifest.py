import json
from hashlib import sha256
from pathlib import Path

import pytest

from wudan.site.engine.manifest import (
    MANIFEST,
    MANIFEST_SIGNATURE,
    Manifest,
    make_folder,
    read_manifest,
    take_stock,
    write_file,
    write_manifest,
)
from wudan.site.error import SiteError


def test_the_manifest_lists_every_file_but_itself_and_its_signature_by_path(tmp_path: Path) -> None:
    make_folder(tmp_path, "b/")
    written = write_file(tmp_path, "b/index.html", b"page")
    (tmp_path / "a.css").write_bytes(b"p{}")

    write_manifest(tmp_path, Manifest(take_stock(tmp_path, [written]), "r2015-12", "0" * 64))
    (tmp_path / MANIFEST_SIGNATURE).write_bytes(b"signature")
    write_manifest(tmp_path, Manifest(take_stock(tmp_path, [written]), "r2015-12", "0" * 64))

    assert json.loads((tmp_path / MANIFEST).read_bytes()) == {
        "edition": "r2015-12",
        "record": "0" * 64,
        "files": [
            {"path": "a.css", "sha256": sha256(b"p{}").hexdigest(), "size": 3},
            {"path": "b/index.html", "sha256": sha256(b"page").hexdigest(), "size": 4},
        ],
    }
    assert read_manifest(tmp_path).files == take_stock(tmp_path, [])


def test_a_missing_or_truncated_file_is_noticed(tmp_path: Path) -> None:
    make_folder(tmp_path, "a/")
    make_folder(tmp_path, "b/")
    written = [write_file(tmp_path, "a/index.html", b"page"), write_file(tmp_path, "b/index.html", b"page")]

    (tmp_path / "a/index.html").write_bytes(b"pa")
    with pytest.raises(SiteError, match=r"a/index\.html"):
        take_stock(tmp_path, written)

    (tmp_path / "a/index.html").write_bytes(b"page")
    (tmp_path / "b/index.html").unlink()
    with pytest.raises(SiteError, match=r"b/index\.html"):
        take_stock(tmp_path, written)
