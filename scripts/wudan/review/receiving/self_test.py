"""Whether the hook of a repository guards it: what an administrator asks after the installation."""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from wudan.catalog.reading.revision import run_git
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.pusher import pusher_of
from wudan.review.receiving.server import Server
from wudan.review.receiving.trial import Trial, run_trials
from wudan.words import Language, Words, visible

_MARKS = {"good": "✓", "fault": "✗", "advice": "!"}
_PATH_OF_SSHD = "/usr/local/bin:/usr/bin:/bin"  # what sshd gives to commands unless it is told otherwise


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: in order, a fault, or a piece of advice that keeps nothing from working."""

    state: Literal["good", "fault", "advice"]
    words: Words
    arguments: Mapping[str, object] = field(default_factory=dict)

    def write(self, language: Language) -> str:
        """Give the line in a language, with a mark before it."""
        return f"{_MARKS[self.state]} {self.words.write(language, self.arguments)}"


@dataclass(frozen=True, slots=True)
class SelfTest:
    """All that was looked at."""

    lines: tuple[Line, ...]

    @property
    def works(self) -> bool:
        """Whether the hook guards the repository."""
        return not any(line.state == "fault" for line in self.lines)


def self_test(server: Server, name: str) -> SelfTest:
    """Look at the hook, what it needs, and what git does beside it; then try it on a clone that is thrown away.

    `name` is that of somebody who is to push, empty where none is to be looked up. The repository itself is not
    touched.
    """
    return SelfTest((*_lines(server, name),))


def _lines(server: Server, name: str) -> Iterator[Line]:
    found = run_git(server.repository, "rev-parse", "--git-path", "hooks/pre-receive")
    if found.returncode != 0:
        said = visible(found.stderr.decode("utf-8", "replace").strip())
        yield Line("fault", _NO_REPOSITORY, {"place": server.repository, "said": said})
        return
    yield Line("good", _REPOSITORY, {"place": server.repository})
    hook = server.repository / found.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
    yield _of_hook(hook)
    yield _of_program()
    yield from _of_settings(server)
    yield _of_name(name, server)
    yield from _of_git(server.repository)
    if os.access(hook, os.X_OK) and server.holds_catalog(server.main_tree):
        yield from (_of_trial(trial) for trial in run_trials(server, hook))


def _of_hook(hook: Path) -> Line:
    if not hook.is_file():
        return Line("fault", _NO_HOOK, {"hook": hook})
    return Line("good", _HOOK, {"hook": hook}) if os.access(hook, os.X_OK) else Line("fault", _IDLE, {"hook": hook})


def _of_program() -> Line:
    if found := shutil.which("wudan", path=_PATH_OF_SSHD):
        return Line("good", _PROGRAM, {"program": found})
    return Line("advice", _PROGRAM_APART, {"program": shutil.which("wudan") or "—", "path": _PATH_OF_SSHD})


def _of_settings(server: Server) -> Iterator[Line]:
    arguments = {"main": server.main, "folder": server.folder, "branches": "、".join(server.branches) or "—"}
    if not server.main_commit:
        yield Line("fault", _NO_MAIN, arguments)
        return
    yield Line("good", _MAIN, arguments)
    if server.holds_catalog(server.main_tree):
        yield Line("good", _FOLDER, arguments)
    else:
        yield Line("fault", _NO_FOLDER, arguments)


def _of_name(name: str, server: Server) -> Line:
    if not name:
        return Line("advice", _NO_NAME)
    pusher = pusher_of(name, server)
    return Line("fault" if isinstance(pusher, Objection) else "good", _NAMES[type(pusher) is Objection], {"name": name})


def _of_git(repository: Path) -> Iterator[Line]:
    checks = _setting(repository, "receive.fsckObjects") or _setting(repository, "transfer.fsckObjects")
    yield Line("good", _CHECKED) if checks == "true" else Line("fault", _UNCHECKED)
    if _setting(repository, "receive.denyNonFastForwards") == "true":
        yield Line("advice", _NO_FORCE)
    if _setting(repository, "receive.denyDeletes") == "true":
        yield Line("advice", _NO_DELETION)


def _setting(repository: Path, key: str) -> str:
    return run_git(repository, "config", "--type=bool", "--get", key).stdout.decode().strip()


def _of_trial(trial: Trial) -> Line:
    words = _TRIALS[trial.what][trial.is_as_it_should]
    return Line("good" if trial.is_as_it_should else "fault", words, {"said": trial.said})


_REPOSITORY = Words("仓库：{place}", "Repository: {place}")
_NO_REPOSITORY = Words(
    "{place} 不是可以读取的 git 仓库：{said}。请在服务器上的仓库里运行。",
    "{place} is no git repository that can be read: {said}. Run this in the repository on the server.",
)
_HOOK = Words("钩子已经安装：{hook}", "The hook is installed: {hook}")
_NO_HOOK = Words(
    "git 使用的位置没有钩子：{hook}。请把 hooks/pre-receive 复制到那里，加上可执行权限。"
    "（位置由 core.hooksPath 决定，没有设置的，在仓库的 hooks 文件夹里。）",
    "There is no hook where git looks for it: {hook}. Copy hooks/pre-receive there and make it executable. "
    "(core.hooksPath says where that is; without it, the folder hooks of the repository.)",
)
_IDLE = Words(
    "钩子不能执行，git 会不声不响地跳过它：{hook}。请运行 chmod +x。",
    "The hook is not executable, and git passes over it without a word: {hook}. Run chmod +x on it.",
)
_PROGRAM = Words("wudan 在 sshd 默认的路径里：{program}", "wudan is on the path that sshd gives: {program}")
_PROGRAM_APART = Words(
    "wudan 不在 sshd 默认的路径 {path} 里（这里用的是 {program}）。由 sshd 启动时可能找不到它，那样所有推送都会被拒绝；"
    "请在 /usr/local/bin 里放一个链接，或者在钩子里写全路径。",
    "wudan is not on the path that sshd gives, {path} (here it is {program}). A hook that sshd starts may not find it, "
    "and then refuses every push; put a link into /usr/local/bin, or write the full path into the hook.",
)
_MAIN = Words("主分支：{main}", "Main branch: {main}")
_NO_MAIN = Words(
    "没有主分支 {main}，所有推送都会被拒绝。已有的分支：{branches}。钩子和本命令的 --main 要写主分支的名称；"
    "新仓库由审核人先推送 {main}。",
    "There is no main branch {main}; every push is refused. Branches: {branches}. --main in the hook, and here, names "
    "the main branch; in a new repository a reviewer pushes {main} first.",
)
_FOLDER = Words("目录：{main} 的 {folder}/catalog.yml", "Catalog: {folder}/catalog.yml of {main}")
_NO_FOLDER = Words(
    "{main} 里没有 {folder}/catalog.yml，所有推送都会被拒绝。钩子和本命令的 --folder 要写目录在仓库中的位置。",
    "{main} has no {folder}/catalog.yml; every push is refused. --folder in the hook, and here, says where it is.",
)
_NO_NAME = Words(
    "没有用 --as 写明谁在推送，没有查对。每把密钥的强制命令都要写一个部门编号，或者 reviewer，见 docs/server.md。",
    "No --as was given, so nobody was looked up. The forced command of each key names a department, or reviewer; see "
    "docs/server.md.",
)
_NAMES = {
    False: Words("可以推送的人：{name}", "May push: {name}"),
    True: Words(
        "{name} 不是主分支部门登记里的编号，也不是 reviewer，他的推送都会被拒绝。",
        "{name} is no department of the main branch, nor reviewer; every push of theirs is refused.",
    ),
}
_CHECKED = Words("接收时检查对象：receive.fsckObjects", "Objects are checked on receipt: receive.fsckObjects")
_UNCHECKED = Words(
    "接收时不检查对象，损坏的、伪造的对象会进来。请运行 git config receive.fsckObjects true。",
    "Objects are not checked on receipt; broken or forged ones come in. Run: git config receive.fsckObjects true",
)
_NO_FORCE = Words(
    "设了 receive.denyNonFastForwards：变基过的分支不能再推送。主分支由钩子保护，不靠这个设置。",
    "receive.denyNonFastForwards is set: a branch that was rebased cannot be pushed again. The hook guards main "
    "without it.",
)
_NO_DELETION = Words(
    "设了 receive.denyDeletes：用完的分支不能删除。主分支由钩子保护，不靠这个设置。",
    "receive.denyDeletes is set: branches that are done with cannot be deleted. The hook guards main without it.",
)
_TRIALS: Mapping[str, Mapping[bool, Words]] = {
    "nobody": {
        True: Words("试推送：没有写明是谁的，拒绝了", "Trial: nobody's push was refused"),
        False: Words(
            "试推送：没有写明是谁的，竟然接收了。钩子里不能写死 --as，也不能改动 exec wudan receive 这一行的结果。",
            "Trial: nobody's push was received. The hook must not name anybody by --as, nor change what wudan receive "
            "answers.",
        ),
    },
    "removal": {
        True: Words("试推送：从主分支删去目录的，拒绝了", "Trial: a push that takes the catalog from main was refused"),
        False: Words(
            "试推送：从主分支删去目录的，竟然接收了。钩子没有调用 wudan receive，或者设置不对。",
            "Trial: a push that takes the catalog from main was received. The hook does not call wudan receive, or not "
            "rightly.",
        ),
    },
    "trespass": {
        True: Words("试推送：部门改动别人文件的，拒绝了", "Trial: a department's change of another's file was refused"),
        False: Words(
            "试推送：部门改动别人文件的，竟然接收了。钩子没有用 WUDAN_AS，或者设置不对。",
            "Trial: a department's change of another's file was received. The hook does not use WUDAN_AS, or not "
            "rightly.",
        ),
    },
    "honest": {
        True: Words("试推送：正常的推送，接收了", "Trial: an honest push was received"),
        False: Words(
            "试推送：正常的推送被拒绝了，钩子会拒绝所有人。它说：{said}",
            "Trial: an honest push was refused; the hook refuses everybody. It says: {said}",
        ),
    },
}
