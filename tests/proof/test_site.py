"""`wudan verify SITE`: a byte altered, files too few or too many, a manifest replaced, paths that lead elsewhere."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.proof.conftest import SECOND, City
from tests.support.repository import commit
from tests.support.signing import make_key
from wudan.signing.signature import sign
from wudan.site.engine.manifest import SITE_NAMESPACE

PAGE = "approvals/wjw-xk-001/index.html"


def alter(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def rewrite_manifest(site: Path) -> None:
    """Make the manifest say what lies in the site now, as somebody would who altered it."""
    path = site / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["files"] = [
        {"path": one["path"], "sha256": sha256(content).hexdigest(), "size": len(content)}
        for one in manifest["files"]
        if (content := (site / one["path"]).read_bytes()) is not None
    ]
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_a_site_as_it_was_built_is_proved_against_a_fresh_build(signed: City) -> None:
    proof = signed.verify("site")
    assert proof.of("failed") == []
    assert re.search(
        r"网站 \d+ 个文件与清单一致，网站显示的是 r2016-03，网站清单有签名，\d+ 个文件与按目录重新生成的一致",
        proof.summary,
    )


def test_a_citizen_without_the_catalog_is_told_what_is_not_proved(site_alone: City) -> None:
    proof = site_alone.verify("site")
    assert proof.of("failed") == []
    assert "链条完整（2 版），2 版有签名，网站" in proof.summary
    assert "没有证明：签名人名单可靠" in proof.summary
    assert "网页由批准的清单生成、是不是最新一版（手边没有目录）" in proof.summary


def test_a_page_altered_by_one_byte_is_named(site_alone: City) -> None:
    alter(site_alone.site / PAGE)
    assert site_alone.verify("site", code=1).of("failed") == [f"{PAGE} 被改动过"]
    said = site_alone.run("verify", "site", code=1)
    assert said.rstrip().split("\n")[-1].startswith(f"没有通过（1 处）：{PAGE} 被改动过；")


def test_missing_and_extra_files_and_links_are_named(site_alone: City) -> None:
    site = site_alone.site
    (site / PAGE).unlink()
    (site / "extra.html").write_text("x", encoding="utf-8")
    (site / "404.html").rename(site_alone.folder / "404.html")
    (site / "404.html").symlink_to(site_alone.folder / "404.html")
    (site / "more").symlink_to("/")
    failed = site_alone.verify("site", code=1).of("failed")
    assert sorted(failed) == sorted([
        f"{PAGE} 缺失", "extra.html 是多出来的",
        "404.html 是链接或者别的东西，不是普通文件", "more 是链接或者别的东西，不是普通文件",
    ])  # fmt: skip


def test_a_manifest_replaced_with_the_page_breaks_its_signature(site_alone: City) -> None:
    alter(site_alone.site / PAGE)
    rewrite_manifest(site_alone.site)
    assert site_alone.verify("site", code=1).of("failed") == [
        "网站清单的签名无效：内容与签名对不上：签名以后改过，或者签名不是这份内容的"
    ]


def test_with_the_catalog_a_page_is_found_though_manifest_and_signature_went_with_it(signed: City) -> None:
    alter(signed.site / PAGE)
    rewrite_manifest(signed.site)
    (signed.site / "manifest.json.sig").unlink()
    proof = signed.verify("site", code=1)
    assert proof.of("failed") == [f"{PAGE} 与按目录重新生成的不同"]
    assert "网站清单没有签名" in proof.of("unproved")
    assert "网页由批准的清单生成（没有重新生成）" in signed.verify("site", "--no-build").of("unproved")


def test_a_manifest_signed_by_a_stranger_or_for_something_else_is_told(site_alone: City, tmp_path: Path) -> None:
    signature = site_alone.site / "manifest.json.sig"
    manifest = (site_alone.site / "manifest.json").read_bytes()
    signature.write_bytes(sign(make_key(tmp_path, "stranger"), manifest, SITE_NAMESPACE))
    assert "不在签名人名单里" in site_alone.verify("site", code=1).summary
    signature.write_bytes(sign(site_alone.keys / "reviewer", manifest, "wudan-release@v1"))
    assert "签名是为别的用途（wudan-release@v1）作的" in site_alone.verify("site", code=1).summary


def test_an_edition_taken_from_the_site_or_stated_otherwise_is_told(signed: City) -> None:
    changes = signed.site / "changes"
    other = changes / SECOND[0] / "edition.json"
    other.write_text(other.read_text(encoding="utf-8").replace("新密市人民政府", "某某"), encoding="utf-8")
    shutil.rmtree(changes / "r2015-12")
    (changes / "allowed_signers").unlink()
    failed = signed.verify("site", "--no-build", code=1).of("failed")
    assert "网站上没有 r2015-12 的版本记录" in failed
    assert "网站上 r2016-03 的版本记录与目录里的不同" in failed
    assert "网站上的签名人名单与目录里的不同" in failed


def test_a_site_that_lags_behind_is_told(signed: City) -> None:
    signed.release(("r2016-05", "2016-05-01"))
    failed = signed.verify("site", "--no-build", code=1).of("failed")
    assert "网站显示的是 r2016-03，不是最新的 r2016-05" in failed


def test_a_site_is_not_built_anew_of_lists_that_nobody_approved(signed: City) -> None:
    path = signed.folder / "catalog" / "approvals" / "zjj.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('"visits": 2', '"visits": 3', 1), encoding="utf-8")
    proof = signed.verify("site", code=1)
    assert proof.of("failed") == ["目录与 r2016-03 批准的清单不同（approvals/zjj.yml）"]
    assert "网页由批准的清单生成（目录或者版本没有通过核对，没有重新生成）" in proof.of("unproved")


def hostile_paths(site: Path) -> list[str]:
    path = site / "manifest.json"
    manifest = json.loads(path.read_bytes())
    bad = ["../outside", "/etc/hostname", "a//b", "a/../b", "./a", "", "a\\b", "\u202eevil\x1b[31m"]
    manifest["files"] += [{"path": one, "sha256": "0" * 64, "size": 1} for one in bad]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    return bad


def test_paths_that_lead_out_of_the_site_are_named_and_not_opened(site_alone: City) -> None:
    (site_alone.folder / "outside").write_text("x", encoding="utf-8")
    bad = hostile_paths(site_alone.site)
    (site_alone.site / "manifest.json.sig").unlink()
    failed = site_alone.verify("site", code=1).of("failed")
    assert [one for one in failed if one.endswith("不合法，没有去看")] == [
        f"网站清单里的路径“{one}”不合法，没有去看" for one in bad[:-1]
    ]
    assert failed[-1] == "\\u{202E}evil\\u{001B}[31m 缺失"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"files": 1}', b'{"files": [], "more": 1}', b"\xff", b"[" * 100_000, b'{"files": []}']
)
def test_a_manifest_that_is_none_is_a_failure_and_no_crash(site_alone: City, content: bytes) -> None:
    (site_alone.site / "manifest.json").write_bytes(content)
    assert site_alone.verify("site", code=1).of("failed") != []


def link_to_folder(site: Path) -> None:
    shutil.rmtree(site / "changes")
    (site / "changes").symlink_to("/")


def link_to_manifest(site: Path) -> None:
    (site / "manifest.json").rename(site.parent / "manifest.json")
    (site / "manifest.json").symlink_to("../manifest.json")


def not_an_edition(site: Path) -> None:
    (site / "changes" / SECOND[0] / "edition.json").write_bytes(b"[" * 100_000)


@pytest.mark.parametrize("harm", [link_to_folder, link_to_manifest, not_an_edition])
def test_links_and_records_that_are_none_are_told(site_alone: City, harm: Callable[[Path], None]) -> None:
    harm(site_alone.site)
    assert site_alone.verify("site", code=1).of("failed") != []


def test_a_preview_is_not_signed_and_shows_no_edition(signed: City) -> None:
    said = signed.run("build", "--preview", "--sign", signed.keys / "reviewer", code=1)
    assert "预览没有经过批准，不签名" in said
    signed.run("build", "--preview")
    proof = signed.verify("site", code=1)
    assert proof.of("failed") == ["网站清单没有写是哪一版：是预览，不是发布的网站"]
    assert "网页由批准的清单生成（网站显示的不是最新一版，没有重新生成）" in proof.of("unproved")


def test_a_site_that_cannot_be_built_anew_is_not_proved_and_it_says_why(signed: City) -> None:
    with (signed.folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("no_such_setting_of_mkdocs: [\n")
    assert any("重新生成时出错" in one for one in signed.verify("site").of("unproved"))


def test_a_key_that_may_not_sign_publishes_no_site(signed: City, tmp_path: Path) -> None:
    before = (signed.site / "manifest.json").read_bytes()
    said = signed.run("build", "--sign", make_key(tmp_path, "stranger"), code=1)
    assert "不在签名人名单里" in said
    assert (signed.site / "manifest.json").read_bytes() == before
    assert (signed.site / "manifest.json.sig").exists()


def test_what_proves_an_edition_stands_on_its_page_and_beside_it(signed: City) -> None:
    page = (signed.site / "changes" / SECOND[0] / "index.html").read_text(encoding="utf-8")
    statement = (signed.site / "changes" / SECOND[0] / "edition.json").read_bytes()
    assert sha256(statement).hexdigest() in page
    assert json.loads(statement)["previous"]["record"] in page
    assert re.search(r"密钥指纹 <code>SHA256:\S{43}</code>", page)
    assert (signed.site / "changes" / SECOND[0] / "edition.json.sig").read_bytes() == (
        signed.releases / f"{SECOND[0]}.sig"
    ).read_bytes()
    assert "bianban@xinmi.example" in (signed.site / "changes" / "index.html").read_text(encoding="utf-8")


def test_a_site_that_a_link_publishes_is_verified_as_the_folder_that_it_means(signed: City) -> None:
    signed.site.rename(signed.folder / ".site.a")
    signed.site.symlink_to(".site.a")
    commit(signed.folder)
    assert signed.verify("site", "--no-build").of("failed") == []
