"""Edits that mean nothing: order of keys, comments, quotation marks, line breaks in lists, brackets or blocks.

A record is written anew in another hand; what it says stays. No rule but S005 may notice.
"""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.support.demo import Changes, Demo
from wudan.catalog.reading.reader import parse
from wudan.catalog.writing.scalar import is_plain, number_text, quoted

COMMENTS = [
    "# 已与窗口核对",
    "# TODO: 下次更新",
    "#",
    "# - id: wjw-xk-999",
    "# 电话 13812345678 另查",
    "# 待定: {a, b]",
]
KEY = re.compile(r"[a-z_]+")


@dataclass
class Hand:
    """A way of writing YAML; each habit is followed at random places."""

    random: Random
    shuffles: bool = False
    comments: bool = False
    quotes: bool = False
    escapes: bool = False
    blocks: bool = False
    brackets: bool = False
    breaks: bool = False
    gaps: bool = False

    def record(self, record: dict[str, Any], *, in_list: bool) -> str:
        """Write a record of a file, as an element of its list or as the whole of it."""
        lines = self.mapping(record, 2 if in_list else 0)
        if in_list:
            first = next(index for index, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#")
            lines[first] = f"- {lines[first][2:]}"
        return "".join(f"{line}\n" for line in lines)

    def mapping(self, mapping: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in self.items(mapping):
            lines += self.between(indent)
            lines += self.pair(f"{' ' * indent}{self.key(key)}:", value, indent)
        return lines

    def pair(self, head: str, value: Any, indent: int) -> list[str]:
        if not isinstance(value, (dict, list)) or not value:
            return [f"{head} {self.flow(value, indent, in_flow=False)}{self.remark()}"]
        if not self.is_block(value):
            return [f"{head} {self.flow(value, indent)}{self.remark()}"]
        below = self.mapping(value, indent + 2) if isinstance(value, dict) else self.sequence(value, indent + 2)
        return [f"{head}{self.remark()}", *below]

    def sequence(self, sequence: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for value in sequence:
            lines += self.between(indent)
            if isinstance(value, dict) and value and self.is_block(value):
                below = self.mapping(value, indent + 2)
                first = next(i for i, line in enumerate(below) if line.strip() and line.lstrip()[0] != "#")
                below[first] = f"{' ' * indent}- {below[first][indent + 2 :]}"
                lines += below
            else:
                is_flow = isinstance(value, (dict, list)) and bool(value)
                lines.append(f"{' ' * indent}- {self.flow(value, indent, in_flow=is_flow)}{self.remark()}")
        return lines

    def flow(self, value: Any, indent: int, *, in_flow: bool = True) -> str:
        if isinstance(value, dict):
            pairs = [f"{self.key(key)}: {self.flow(one, indent)}" for key, one in self.items(value)]
            return f"{{{self.joined(pairs, indent)}}}"
        if isinstance(value, list):
            return f"[{self.joined([self.flow(one, indent) for one in value], indent)}]"
        return self.text(value, in_flow=in_flow) if isinstance(value, str) else number_text(value)

    def joined(self, parts: list[str], indent: int) -> str:
        if not (self.breaks and parts and self.happens()):
            return ", ".join(parts)
        pad = "\n" + " " * (indent + 4)
        remark = f"  {self.random.choice(COMMENTS)}" if self.comments else ""
        return pad + f",{remark}{pad}".join(parts) + "\n" + " " * (indent + 2)

    def items(self, mapping: dict[str, Any]) -> list[tuple[str, Any]]:
        items = list(mapping.items())
        if self.shuffles:
            self.random.shuffle(items)
        return items

    def key(self, key: str) -> str:
        return f'"{key}"' if not KEY.fullmatch(key) or key == "on" or (self.quotes and self.happens(0.1)) else key

    def text(self, text: str, *, in_flow: bool) -> str:
        if self.escapes and self.happens(0.3):
            return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'
        if "\n" in text or not (self.quotes and self.happens()):
            return text if is_plain(text, in_flow=in_flow) else quoted(text)
        return quoted(text) if self.happens() else "'" + text.replace("'", "''") + "'"

    def is_block(self, value: dict[str, Any] | list[Any]) -> bool:
        """Say whether a collection is written as a block; long ones are, unless brackets are the habit."""
        if self.blocks or self.brackets:
            return self.happens(0.9 if self.blocks and not self.brackets else 0.1)
        return len(str(value)) > 60

    def between(self, indent: int) -> list[str]:
        lines = [""] * self.random.randint(1, 2) if self.gaps and self.happens(0.2) else []
        return lines + ([" " * indent + self.random.choice(COMMENTS)] if self.comments and self.happens(0.2) else [])

    def remark(self) -> str:
        return f" {self.random.choice(COMMENTS)}" if self.comments and self.happens(0.2) else ""

    def happens(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance


@dataclass(frozen=True)
class Harmless:
    name: str
    make: Callable[[str, Any, Random], str]

    def of(self, demo: Demo, seed: int) -> Changes:
        """Give the file that is changed, as it is then. What it says is the same."""
        random = Random(seed)  # noqa: S311 (nothing is kept secret by it)
        path = random.choice(list(demo.files))
        document = demo.files[path].document
        assert document is not None
        text = self.make(document.text, document.data, random)
        assert parse(path, text).data == document.data
        return {path: text}


def rewritten(**habits: bool) -> Callable[[str, Any, Random], str]:
    """Give the edit by which some records of a file are written in another hand."""

    def make(text: str, data: Any, random: Random) -> str:
        hand = Hand(random, **habits)
        if not isinstance(data, list):
            return text.partition("\n")[0] + "\n" + hand.record(deepcopy(data), in_list=False)
        head, *records = re.split(r"(?m)^(?=- )", text)
        for index in random.sample(range(len(records)), min(len(records), 3)):
            gap = "\n" if records[index].endswith("\n\n") else ""
            records[index] = hand.record(data[index], in_list=True) + gap
        return head + "".join(records)

    return make


def line_by_line(change: Callable[[str, Random], str]) -> Callable[[str, Any, Random], str]:
    """Give the edit that is made on some lines of a file which hold a key with a scalar."""

    def make(text: str, data: Any, random: Random) -> str:
        lines = text.split("\n")
        places = [index for index, line in enumerate(lines) if re.fullmatch(r" *(?:- )?[a-z_]+: [^|>\[{].*", line)]
        for index in random.sample(places, min(len(places), 5)):
            lines[index] = change(lines[index], random)
        return "\n".join(lines)

    return make


def comment_above(line: str, random: Random) -> str:
    indent = random.choice([0, 2, 4, 9])
    return f"{' ' * indent}{random.choice(COMMENTS)}\n{line}"


HARMLESS = [
    Harmless("keys_in_another_order", rewritten(shuffles=True)),
    Harmless("comments_above", line_by_line(comment_above)),
    Harmless("comments_beside", line_by_line(lambda line, random: f"{line}  {random.choice(COMMENTS)}")),
    Harmless("empty_lines", line_by_line(lambda line, random: "\n" * random.randint(1, 3) + line)),
    Harmless("blanks_at_the_end_of_a_line", line_by_line(lambda line, random: line + " " * random.randint(1, 3))),
    Harmless("blanks_after_the_colon", line_by_line(lambda line, _: line.replace(": ", ":   ", 1))),
    Harmless("line_breaks_of_another_system", lambda text, *_: text.replace("\n", "\r\n")),
    Harmless("comment_at_the_end", lambda text, _, random: f"{text}\n{random.choice(COMMENTS)}"),
    Harmless("marker_at_the_start", lambda text, *_: text.replace("\n", "\n---\n", 1)),
    Harmless("quotation_marks", rewritten(quotes=True)),
    Harmless("escapes", rewritten(escapes=True)),
    Harmless("blocks", rewritten(blocks=True)),
    Harmless("brackets", rewritten(brackets=True)),
    Harmless("line_breaks_in_brackets", rewritten(brackets=True, breaks=True)),
    Harmless("comments_within_brackets", rewritten(brackets=True, breaks=True, comments=True)),
    Harmless(
        "another_hand",
        rewritten(
            shuffles=True, comments=True, quotes=True, escapes=True, blocks=True, brackets=True, breaks=True, gaps=True
        ),
    ),
]
