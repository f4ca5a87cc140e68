"""What ends a command and is no bug: the message for the user, and the exit code."""

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
