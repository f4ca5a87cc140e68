"""`wudan verify` on the editions of a real repository: what is proved, what is not, each tampering told rightly."""

import re
import shutil
from pathlib import Path

import pytest

from tests.proof.conftest import FIRST, SECOND, City
from tests.support.city import city, days, lay_out
from tests.support.command import wudan
from tests.support.repository import commit, git
from tests.support.signing import make_key, signer_line
from wudan.catalog.chain import statement
from wudan.catalog.model.seal import EDITION_NAMESPACE
from wudan.catalog.reading.reader import parse
from wudan.signing.signature import sign


def record(signed: City, identity: str) -> Path:
    return signed.releases / f"{identity}.yml"


def seal(signed: City, identity: str) -> Path:
    return signed.releases / f"{identity}.sig"


def resign(signed: City, identity: str, key: Path, namespace: str = EDITION_NAMESPACE) -> None:
    data = parse("release", record(signed, identity).read_text(encoding="utf-8")).data
    seal(signed, identity).write_bytes(sign(key, statement(data), namespace))


def test_what_is_whole_is_proved_in_one_line(signed: City) -> None:
    proof = signed.verify()
    assert proof.of("failed") == []
    assert "链条完整（2 版）" in proof.summary
    assert "2 版有签名" in proof.summary
    assert "目录就是 r2016-03 批准的清单" in proof.summary
    assert proof.of("unproved") == [one for one in proof.of("unproved") if one.startswith("签名人名单可靠")]
    text = signed.run("verify")
    assert text.rstrip().split("\n")[-1] == proof.summary
    assert "2 editions are signed" in signed.run("verify", "--lang", "en")


def test_with_signers_of_ones_own_nothing_is_left_open(signed: City, tmp_path: Path) -> None:
    trusted = tmp_path / "trusted"
    trusted.write_text(signer_line(signed.keys / "reviewer"), encoding="utf-8")
    assert signed.verify("--strict", "--signers", trusted).of("unproved") == []
    trusted.write_text(signer_line(make_key(tmp_path, "another")), encoding="utf-8")
    proof = signed.verify("--signers", trusted, code=1)
    assert [one for one in proof.of("failed") if "不在签名人名单里" in one] != []


def test_one_edition_is_verified_with_those_that_it_stands_on(signed: City) -> None:
    assert "链条完整（1 版）" in signed.verify(FIRST[0]).summary
    assert "链条完整（2 版）" in signed.verify(SECOND[0]).summary
    assert "目录里也没有版本 r2099" in signed.run("verify", "r2099", code=3)


def test_an_edition_without_a_signature_is_not_proved_and_strictly_fails(signed: City) -> None:
    seal(signed, FIRST[0]).unlink()
    proof = signed.verify()
    assert "没有证明：r2015-12 没有签名" in proof.summary
    assert "1 版有签名" in proof.summary
    signed.verify("--strict", code=1)


def test_a_tampered_list_is_named(signed: City) -> None:
    path = signed.folder / "catalog" / "approvals" / "zjj.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('"visits": 2', '"visits": 3', 1), encoding="utf-8")
    (failed,) = signed.verify(code=1).of("failed")
    assert failed == "目录与 r2016-03 批准的清单不同（approvals/zjj.yml）"


def test_lists_that_history_has_otherwise_are_told(signed: City) -> None:
    file = record(signed, FIRST[0])
    file.write_text(re.sub("hash: [0-9a-f]{64}", f"hash: {'7' * 64}", file.read_text(encoding="utf-8")), "utf-8")
    failed = "；".join(signed.verify(code=1).of("failed"))
    assert "git 历史中没有与 r2015-12 的校验值相符的清单" in failed
    assert "r2015-12 在 r2016-03 发布以后改过" in failed
    assert "r2015-12 的签名无效：内容与签名对不上" in failed
    assert "P008" in wudan("check", folder=signed.folder).stdout
    assert "P008" in signed.run("build", code=1)


def test_a_removed_edition_is_missed_by_the_next_and_by_history(signed: City) -> None:
    record(signed, FIRST[0]).unlink()
    failed = signed.verify(code=1).of("failed")
    assert "r2016-03 的上一版 r2015-12 不在了" in failed
    assert "有签名 releases/r2015-12.sig，却没有对应的版本" in failed
    assert "版本 r2015-12 曾经提交过，现在不在目录里了" in failed


def test_the_last_edition_removed_is_missed_by_history(signed: City) -> None:
    record(signed, SECOND[0]).unlink()
    seal(signed, SECOND[0]).unlink()
    git(signed.folder, "checkout", "--quiet", "HEAD~1", "--", "catalog/approvals")
    commit(signed.folder, "removed")
    assert signed.verify(code=1).of("failed") == ["版本 r2016-03 曾经提交过，现在不在目录里了"]


def test_without_history_it_says_that_the_end_is_not_proved(signed: City) -> None:
    shutil.rmtree(signed.folder / ".git")
    open_questions = signed.verify().of("unproved")
    assert "r2016-03 之后没有别的版本（没有 git 历史）" in open_questions
    assert "r2015-12 的清单（没有当时的 git 历史）" in open_questions


def test_a_foreign_key_is_told(signed: City, tmp_path: Path) -> None:
    resign(signed, SECOND[0], make_key(tmp_path, "stranger"))
    (failed,) = signed.verify(code=1).of("failed")
    assert re.fullmatch(r"r2016-03 的签名无效：密钥 SHA256:\S{43} 不在签名人名单里", failed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ('valid-before="20160101"', "r2016-03 的签名无效：密钥 .*到 20160101 为止有效，2016-03-01 已经过期"),
        ('valid-after="20160101"', "r2015-12 的签名无效：密钥 .*到 20160101 才生效，2015-12-25 还不能签"),
        ('namespaces="git"', "r2015-12 的签名无效：名单没有准许密钥 .*签这一种内容"),
    ],
)
def test_a_key_out_of_its_time_or_purpose_is_told(signed: City, options: str, said: str) -> None:
    line = signer_line(signed.keys / "reviewer", options=options)
    (signed.releases / "allowed_signers").write_text(line, encoding="utf-8")
    assert re.search(said, "；".join(signed.verify(code=1).of("failed")))


def test_a_signature_made_for_something_else_is_told(signed: City) -> None:
    resign(signed, SECOND[0], signed.keys / "reviewer", "git")
    (failed,) = signed.verify(code=1).of("failed")
    assert failed == "r2016-03 的签名无效：签名是为别的用途（git）作的，不是为这里作的"


def test_signatures_without_anybody_who_may_sign_are_not_proved(signed: City) -> None:
    (signed.releases / "allowed_signers").unlink()
    assert "r2015-12、r2016-03 有签名，却没有签名人名单可以对照" in signed.verify().summary


def test_a_withdrawal_breaks_neither_chain_nor_signature(signed: City) -> None:
    signed.run("release", "--withdraw", SECOND[0], "--reason", "公示期内有异议")
    commit(signed.folder)
    proof = signed.verify(code=1)
    assert proof.of("failed") == ["目录与 r2015-12 批准的清单不同（approvals/wjw.yml）"]
    assert "r2016-03 的撤回（撤回不签名）" in proof.of("unproved")
    later = ("r2016-04", "2016-04-01")
    signed.release(later)
    assert "release: r2016-03" in record(signed, later[0]).read_text(encoding="utf-8")
    assert signed.verify().of("failed") == []


def test_a_key_that_may_not_sign_releases_nothing(signed: City, tmp_path: Path) -> None:
    lists = city()
    lists["approvals/wjw.yml"][0]["visits"] = 1
    lists["approvals/wjw.yml"][0]["time_limit"]["promised"] = days(5)
    lay_out(lists, signed.folder)
    edition = ("r2016-05", "2016-05-01")
    before = sorted(signed.releases.iterdir())
    said = signed.release(edition, "--sign", make_key(tmp_path, "stranger"), code=1)
    assert "不在签名人名单里" in said
    assert "没有密钥文件" in signed.release(edition, "--sign", tmp_path / "none", code=1)
    (signed.releases / "allowed_signers").rename(tmp_path / "allowed_signers")
    assert "没有 releases/allowed_signers" in signed.release(edition, "--sign", signed.keys / "reviewer", code=1)
    (tmp_path / "allowed_signers").rename(signed.releases / "allowed_signers")
    assert sorted(signed.releases.iterdir()) == before
    signed.release(edition, "--sign", signed.keys / "reviewer")
    assert "3 版有签名" in signed.verify().summary


def test_a_city_without_a_chain_goes_on_with_one(signed: City) -> None:
    for identity in (FIRST[0], SECOND[0]):
        text = record(signed, identity).read_text(encoding="utf-8")
        record(signed, identity).write_text(re.sub(r"previous: .*\n", "", text), encoding="utf-8")
        seal(signed, identity).unlink()
    commit(signed.folder, "as it was before")
    assert "没有证明：各版没有接成链" in signed.verify().summary
    signed.release(("r2016-05", "2016-05-01"))
    proof = signed.verify()
    assert proof.of("failed") == []
    assert "链条从 r2016-03 起完整（2 版）" in proof.summary
    assert "r2015-12 在有链以前发布，没有链" in proof.summary


def test_a_link_in_place_of_signers_is_no_file_of_the_catalog(signed: City) -> None:
    signers = signed.releases / "allowed_signers"
    signers.rename(signed.folder / "elsewhere")
    signers.symlink_to(signed.folder / "elsewhere")
    assert "r2015-12、r2016-03 有签名，却没有签名人名单可以对照" in signed.verify().summary
    assert "S006" in wudan("check", folder=signed.folder).stdout


@pytest.mark.parametrize("name", ["allowed_signers", "r2016-03.sig"])
def test_signers_and_signatures_are_the_reviewers_own(signed: City, name: str) -> None:
    with (signed.releases / name).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    said = signed.run("check", "--since", "HEAD", "--as", "wjw", code=1)
    assert f"wjw 改动了 catalog/releases/{name}，它属于审核人" in said
    signed.run("check", "--since", "HEAD")


def test_texts_of_records_and_signers_cannot_act_on_a_terminal(signed: City, tmp_path: Path) -> None:
    key = make_key(tmp_path, "stranger")
    name = '"\x1b]0;title\x07$(touch${IFS}/tmp/x)"'
    lines = signer_line(signed.keys / "reviewer") + signer_line(key, name) + "::error::x ssh-ed25519\n"
    (signed.releases / "allowed_signers").write_text(lines, encoding="utf-8")
    resign(signed, SECOND[0], key)
    said = signed.run("verify", code=1)
    assert all(character.isprintable() or character == "\n" for character in said)
    assert "签名人名单第 2, 3 行读不懂" in said


def test_where_there_is_nothing_to_verify_it_says_so(tmp_path: Path) -> None:
    done = wudan("verify", folder=tmp_path)
    assert done.returncode == 3
    assert "找不到目录文件夹" in done.stderr
    done = wudan("verify", "nothing", folder=tmp_path)
    assert (done.returncode, "没有文件夹 nothing" in done.stderr) == (3, True)
    (tmp_path / "empty").mkdir()
    done = wudan("verify", "empty", folder=tmp_path)
    assert (done.returncode, "没有 manifest.json" in done.stderr) == (3, True)
