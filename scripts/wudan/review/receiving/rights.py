"""How the files that a push brings are named, and what none of them may be."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from wudan.catalog.reading.history import LINK, PLAIN_FILE, REPOSITORY_WITHIN, RUNNABLE_FILE, Tree
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.server import Server
from wudan.words import Words


def from_catalog(path: str, server: Server) -> str:
    """Give a path as findings name it: from the folder that holds the catalog's, with `../` where it lies outside.

    Bytes that are no UTF-8 become question marks, as in the paths of a catalog that was read.
    """
    path = path.encode("utf-8", "replace").decode()
    if path.startswith(server.prefix):
        return f"{server.source('').name}/{path.removeprefix(server.prefix)}"
    return "/".join([*[".."] * len(PurePosixPath(server.prefix).parent.parts), path])


def unfit_entries(paths: Iterable[str], tree: Tree, server: Server) -> Iterator[Objection]:
    """Give an objection to each of these files in the catalog that is no plain file, whoever brings it."""
    for path in sorted(paths):
        entry = tree.get(path)
        if entry is not None and entry.mode != PLAIN_FILE and path.startswith(server.prefix):
            yield Objection(_UNFIT, {"file": path, "what": _MODES.get(entry.mode, _OTHER)})


_MODES: Mapping[str, Words] = {
    LINK: Words("符号链接", "a symbolic link"),
    REPOSITORY_WITHIN: Words("子模块", "a submodule"),
    RUNNABLE_FILE: Words("可以执行的文件", "a file that can be executed"),
}
_OTHER = Words("特殊文件", "a special file")
_UNFIT = Words(
    "推送没有被接受：{file} 是{what}，目录里只能放普通文件。请换成普通文件再推送"
    "（只是带了可执行权限的，运行 git update-index --chmod=-x 文件名，再提交）。",
    "The push was refused: {file} is {what}; a catalog holds plain files only. Put a plain file in its place "
    "(where only the right to execute is too much: git update-index --chmod=-x FILE, then commit).",
)
