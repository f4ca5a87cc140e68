"""A city's repository in which people work, and the server to which they push; git itself does all that is done."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.support.city import HEAD, item
from tests.support.repository import git
from wudan.review.receiving.judging import Judgement, judge_pushes
from wudan.review.receiving.push import Push
from wudan.review.receiving.pusher import Pusher, pusher_of
from wudan.review.receiving.server import server_at

DEPARTMENTS = ("wjw", "zjj", "slj", "jtj", "gaj", "ncj")
OF_REVIEWERS = ("README.md", "catalog/places.yml", "docs/notes.md")
REVIEWER = "reviewer"
_NONE = "0" * 40
_NUMBER = re.compile(r"0371-[0-9]{8}")
_ITEMS = 2
_PLACES = 4


def list_of(department: str) -> str:
    """Give the one list of a department."""
    return f"catalog/approvals/{department}.yml"


FILES = (*map(list_of, DEPARTMENTS), *OF_REVIEWERS)


def lay_out(folder: Path) -> None:
    """Make the repository with its first commit, and the server, which sees its objects."""
    places = [{"id": f"hall-{number}", "name": f"大厅{number}", "kind": "其他", "phone": f"0371-{number:08}"}
              for number in range(_PLACES)]  # fmt: skip
    lists = {list_of(one): [item(one, number) for number in range(1, _ITEMS + 1)] for one in DEPARTMENTS}
    bodies = [{"id": one, "name": f"{one}局", "kind": "政府部门"} for one in DEPARTMENTS]
    data = {"catalog/catalog.yml": HEAD, "catalog/departments.yml": bodies, "catalog/places.yml": places, **lists}
    yard, server = folder / "yard", folder / "server.git"
    texts = {path: json.dumps(one, ensure_ascii=False, indent=1) for path, one in data.items()}
    notes = "\n\n\n".join(f"电话 0371-{number:08}" for number in range(_PLACES))
    for path, text in {**texts, "README.md": notes, "docs/notes.md": notes}.items():
        (yard / path).parent.mkdir(parents=True, exist_ok=True)
        (yard / path).write_text(f"{text}\n", encoding="utf-8")
    git(yard, "init", "--quiet", "--template=", "--initial-branch=start")
    git(yard, "add", "--all")
    git(yard, "commit", "--quiet", "-m", "清单")
    git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(server))
    (server / "objects" / "info" / "alternates").write_text("../../yard/.git/objects\n", encoding="utf-8")
    git(server, "update-ref", "refs/heads/main", git(yard, "rev-parse", "HEAD").stdout.strip())


@dataclass
class Branch:
    """A branch on the server: its name, whose it is, its commit, and who else has changed something on it."""

    name: str
    owner: str
    tip: str
    others: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Pushed:
    """A push, whether it is known to be honest, and how it was judged."""

    what: str
    by: str
    is_honest: bool
    judgement: Judgement

    @property
    def is_judged_rightly(self) -> bool:
        return self.judgement.refuses != self.is_honest


@dataclass
class Workshop:
    """The repository, what is on the server, and what was pushed so far."""

    folder: Path
    random: Random
    branches: list[Branch] = field(default_factory=list)
    pushes: list[Pushed] = field(default_factory=list)
    edits: int = 1_000  # so that no edit writes a number that is there already
    main: str = ""

    def __post_init__(self) -> None:
        self.main = self.git("rev-parse", "HEAD")

    @property
    def yard(self) -> Path:
        return self.folder / "yard"

    @property
    def server(self) -> Path:
        return self.folder / "server.git"

    def git(self, *arguments: str) -> str:
        return git(self.yard, *arguments).stdout.strip()

    def does(self, *arguments: str) -> bool:
        """Say whether git could do it."""
        return git(self.yard, *arguments, check=False).returncode == 0

    def check_out(self, commit: str) -> None:
        self.git("checkout", "--quiet", "--detach", commit)

    def edit(self, path: str) -> None:
        """Change one place of a file; places lie so far apart that git merges changes of two of them."""
        self.edits += 1
        file = self.yard / path
        text = file.read_text(encoding="utf-8")
        place = self.random.choice(list(_NUMBER.finditer(text)))
        file.write_text(f"{text[: place.start()]}0371-{self.edits:08}{text[place.end() :]}", encoding="utf-8")

    def commit(self, author: str, *more: str) -> None:
        """Commit all that was changed, under a name."""
        self.git("add", "--all")
        self.git(
            "commit", "--quiet", "--allow-empty", "-m", author, f"--author={author} <{author}@xinmi.example>", *more
        )

    def content(self, commit: str, path: str) -> str:
        """Name the content of a file in a commit, empty where there is none."""
        return git(self.yard, "rev-parse", "--verify", "--quiet", f"{commit}:{path}", check=False).stdout.strip()

    def was_in_main(self, content: str) -> bool:
        """Say whether main has ever had a content, in any file."""
        return content in {line.split()[0] for line in self.git("rev-list", "--objects", self.main).splitlines()}

    def changed(self, old: str, new: str) -> set[str]:
        return set(self.git("diff", "--name-only", "--no-renames", old, new).splitlines())

    def merge_base(self, commit: str) -> str:
        return self.git("merge-base", self.main, commit)

    def push(self, what: str, by: str, to: Branch | None, *, is_honest: bool, commit: str = "") -> bool:
        """Push what is checked out, or a commit, to a branch (to main where none is named); say if it is received."""
        after = commit or self.git("rev-parse", "HEAD")
        name, before = (to.name, to.tip or _NONE) if to else ("main", self.main)
        server = server_at(self.server, "catalog", "main")
        pusher = pusher_of(by, server)
        assert isinstance(pusher, Pusher)
        (judgement,) = judge_pushes([Push(before, after, f"refs/heads/{name}")], server, pusher, "zh")
        self.pushes.append(Pushed(what, by, is_honest, judgement))
        if judgement.refuses:
            return False
        self._move(to, name, after)
        return True

    def _move(self, to: Branch | None, name: str, after: str) -> None:
        if after == _NONE:
            git(self.server, "update-ref", "-d", f"refs/heads/{name}")
            self.branches = [branch for branch in self.branches if branch is not to]
            return
        git(self.server, "update-ref", f"refs/heads/{name}", after)
        if to is None:
            self.main = after
        else:
            to.tip = after

    def delete(self, what: str, by: str, branch: Branch, *, is_honest: bool) -> bool:
        return self.push(what, by, branch, is_honest=is_honest, commit=_NONE)

    def mains(self) -> list[str]:
        """Give the commits that were main's tip, the newest first."""
        return self.git("rev-list", "--first-parent", self.main).splitlines()

    def unmerged(self, branch: Branch) -> Iterator[str]:
        """Give the files that others than its owner changed on a branch and that main never had so."""
        base = self.merge_base(branch.tip)
        for path in self.changed(base, branch.tip) - {list_of(branch.owner)}:
            content = self.content(branch.tip, path)
            if content and not self.was_in_main(content):
                yield path
