"""What ends a command and is no bug: the message for the user, and the exit code."""

import errno
from collections.abc import Mapping
from typing import ClassVar


class Failure(Exception):  # noqa: N818 (the error that it is has a name of its own in each room)
    """Something a command cannot go on from. The message is for the user, in both languages."""

    exit_code: ClassVar[int] = 1

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        """Give both languages, the Chinese first."""
        return f"{self.zh}\n{self.en}"


class Hindrance(Failure):
    """The system would not let a file be opened, read or written."""

    exit_code = 3


# By the number of the error: what is wrong, and what its reader can do about it.
_TROUBLES: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: (
        "磁盘已满，或者文件数已到上限。请腾出空间后再试",
        "the disk is full, or holds as many files as it can; make room and try again",
    ),
    errno.EDQUOT: ("超出了磁盘配额。请腾出空间后再试", "the disk quota is used up; make room and try again"),
    errno.EFBIG: ("超出了允许的文件大小。请放宽限制后再试", "the file grows larger than allowed; raise the limit"),
    errno.EACCES: ("没有权限。请换一个有权限的账号，或者修改权限", "no permission; use another account or change it"),
    errno.EPERM: ("没有权限。请换一个有权限的账号，或者修改权限", "no permission; use another account or change it"),
    errno.EROFS: ("所在的磁盘是只读的。请换一个可以写入的位置", "the disk is read-only; choose another place"),
    errno.ENOENT: ("文件或者文件夹不存在。请核对路径", "there is no such file or folder; look at the path"),
    errno.ENOTDIR: ("路径中有一段不是文件夹。请核对路径", "a part of the path is no folder; look at the path"),
    errno.EISDIR: ("这是文件夹，不是文件。请核对路径", "this is a folder and no file; look at the path"),
    errno.ENAMETOOLONG: ("名称太长。请改短", "the name is too long; shorten it"),
    errno.EMFILE: ("同时打开的文件太多。请放宽限制后再试", "too many open files; raise the limit"),
    errno.ENFILE: ("同时打开的文件太多。请稍后再试", "too many open files on this machine; try again later"),
    errno.EIO: ("磁盘读写出错。请检查磁盘", "the disk could not be read or written; check it"),
}


def trouble(error: OSError) -> tuple[str, str]:
    """Give what is wrong and what to do about it, in Chinese and in English, without a full stop."""
    reason = error.strerror or str(error) or type(error).__name__
    return _TROUBLES.get(error.errno or 0, (reason, reason))


def hindrance(error: OSError) -> Hindrance:
    """Give the failure that an error of the system comes to: which file, what is wrong, what to do."""
    zh, en = trouble(error)
    name = str(error.filename) if error.filename is not None else ""
    return Hindrance(f"{name}：{zh}。" if name else f"{zh}。", f"{name}: {en}." if name else f"{en}.")
