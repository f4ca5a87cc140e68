"""Reads the stages of handling in one cell: 受理→审查→决定, or numbered lines; prose is no list of stages."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wudan.catalog.characters import HAN, character_class
from wudan.tables.enumerations import list_entries, split_outside
from wudan.tables.refusal import CellRefusedError

_ARROWS = re.compile(r"\s*(?:[-—─=＝]+[>＞]*|[→⇒➔➜⟶↓►▶»+＋]|[>＞]+)\s*")
_ARROW_BEHIND = re.compile(r"\s*[-—─=]*[→⇒➔➜⟶↓►▶»>＞]+\s*\Z")
_LINES = ";；\n"
_WORDS = "、，,;；/\n"
# Characters; what is longer between marks of a list, or between commas, is a piece of a sentence.
_LONGEST_WORD, _LONGEST_BETWEEN_COMMAS = 10, 6
_LED = re.compile(rf"(?P<stage>[{character_class(HAN)}]{{2,10}}?)(?:阶段|环节)?[：:]\s*(?P<duty>.+)", re.DOTALL)


def read_process(text: str, notes: list[tuple[str, Mapping[str, object]]]) -> list[dict[str, Any]]:
    """Give the stages that a cell lists, in order; where an entry leads with its name (受理：…) the rest is its duty.

    Raises CellRefusedError where the cell is prose: sentences are not cut at their commas.
    """
    listed = list_entries(text, _LINES)
    entries: Sequence[str] = listed.entries
    if listed.lead:
        notes.append(("lead_line", {"text": listed.lead}))
    if not listed.is_numbered:
        entries = _unnumbered(text, entries)
    stages: dict[str, dict[str, Any]] = {}
    if listed.closing:
        notes.append(("closing_line", {"text": listed.closing}))
    for entry in (_ARROW_BEHIND.sub("", entry) for entry in entries):
        led = _LED.fullmatch(entry)
        stage = {"stage": led["stage"], "duty": led["duty"].strip()} if led else {"stage": entry}
        earlier = stages.setdefault(stage["stage"], stage)
        if earlier is not stage and stage.get("duty") not in (None, earlier.get("duty")):
            earlier["duty"] = "\n".join(filter(None, (earlier.get("duty"), stage["duty"])))
    return list(stages.values())


def _unnumbered(text: str, lines: Sequence[str]) -> list[str]:
    by_arrows = [word.strip(" 。；;") for word in _ARROWS.split(text)]
    if len(by_arrows) > 1:
        return [word for word in by_arrows if word]
    if all(_LED.fullmatch(line) for line in lines) and (len(lines) > 1 or "。" not in lines[0]):
        return list(lines)
    words = [word.strip(" 。") for word in split_outside(text, _WORDS) if word.strip(" 。")]
    if (
        len(words) == 1
        and len(blanks := words[0].split()) > 2
        and all(len(word) <= _LONGEST_BETWEEN_COMMAS for word in blanks)
    ):
        return blanks
    longest = _LONGEST_BETWEEN_COMMAS if "，" in text or "," in text else _LONGEST_WORD
    if all(len(word) <= longest for word in words) and "。" not in text.strip().rstrip("。"):
        return words
    if len(lines) > 1 and all("。" not in line for line in lines):
        return list(lines)
    raise CellRefusedError("prose", text=text)
