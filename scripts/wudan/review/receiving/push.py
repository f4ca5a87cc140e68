"""What git hands to the hook: one line for each reference that a push moves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wudan.failure import Failure

BRANCHES = "refs/heads/"
TAGS = "refs/tags/"
_LINE = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) (refs/[^\n]+)\n?")
_NONE = frozenset("0")


class NoPushError(Failure):
    """What stands on standard input is not what git gives to a pre-receive hook."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Push:
    """One reference that a push moves: the objects before and after, and the name; either object may be none."""

    before: str
    after: str
    name: str

    def is_branch(self, branch: str) -> bool:
        """Say whether it is this branch that moves."""
        return self.name == f"{BRANCHES}{branch}"

    @property
    def is_of_a_branch(self) -> bool:
        """Whether a branch moves."""
        return self.name.startswith(BRANCHES)

    @property
    def is_of_a_tag(self) -> bool:
        """Whether a tag moves."""
        return self.name.startswith(TAGS)

    @property
    def short_name(self) -> str:
        """The name as people write it."""
        return self.name.removeprefix(BRANCHES).removeprefix(TAGS)

    @property
    def deletes(self) -> bool:
        """Whether the reference is taken away."""
        return set(self.after) <= _NONE

    @property
    def creates(self) -> bool:
        """Whether the reference is new."""
        return set(self.before) <= _NONE


def read_pushes(lines: Iterable[str]) -> Iterator[Push]:
    """Read the lines. Raises NoPushError where there is none, as for any other hook, or one that git does not write."""
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007 (counted to know whether there was one)
        found = _LINE.fullmatch(line)
        if not found:
            raise _NO_PUSH
        yield Push(found[1], found[2], found[3])
    if not count:
        raise _NO_PUSH


_NO_PUSH = NoPushError(
    "标准输入中没有 git 写给 pre-receive 钩子的内容，什么也没有检查，不接收。"
    "本命令只能由 hooks/pre-receive 调用，不能用在 update 等其他钩子里；"
    "要看钩子装得对不对，运行 wudan receive --self-test。",
    "Standard input holds nothing that git writes to a pre-receive hook; nothing was judged, so nothing is received. "
    "Only hooks/pre-receive may call this, no other hook; wudan receive --self-test says whether it is well installed.",
)
