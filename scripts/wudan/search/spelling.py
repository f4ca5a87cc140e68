"""The pinyin of names: which syllable each Han character is read as, without tones."""

import csv
import functools
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

_TABLE = Path(__file__).parent / "readings.tsv"

# What a piece of a name costs. Words of the field are what names are made of; a phrase of the general dictionary may
# lie across the border of two of them (工商行政 holds 商行), and is taken where no such word claims its characters.
_WORD, _PHRASE, _CHARACTER = 2, 3, 4

Syllables = tuple[str, ...]


class _Way(NamedTuple):
    """The cheapest way to read a run from some place to its end: its cost, and the syllables of its first piece."""

    cost: int
    piece: Syllables


def spell(run: str) -> Syllables:
    """Give one syllable a character of `run`, `""` where no reading is known.

    The run is cut into words of the field (`readings.tsv`), phrases of pypinyin's dictionary and single characters so
    that it costs the least; of ways that cost the same the one with the longest first piece counts. A character
    alone is read in its first reading. `ü` is written `v`, as it is typed.
    """
    ways = {len(run): _Way(0, ())}
    for start in reversed(range(len(run))):
        found = (_Way(cost + ways[start + len(piece)].cost, piece) for cost, piece in _pieces(run, start))
        ways[start] = min(found, key=lambda way: (way.cost, -len(way.piece)))
    syllables: list[str] = []
    while len(syllables) < len(run):
        syllables += ways[len(syllables)].piece
    return tuple(syllables)


def _pieces(run: str, start: int) -> Iterator[tuple[int, Syllables]]:
    """Give what can stand at a place of a run: the cost, and a syllable for each of its characters."""
    yield _CHARACTER, (_character(run[start]),)
    words = field_words()
    longest = min(_longest_pieces().get(run[start : start + 2], 1), len(run) - start)
    for size in range(2, longest + 1):
        text = run[start : start + size]
        if word := words.get(text):
            yield _WORD, word
        elif phrase := _phrase(text):
            yield _PHRASE, phrase


@functools.cache
def field_words() -> Mapping[str, Syllables]:
    """Give the words of the field with their readings: places of the province, trades, words of the law.

    Source: 现代汉语词典 for words; for places the readings that the places themselves use.
    """
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["word"]: tuple(row["reading"].split()) for row in csv.DictReader(file, delimiter="\t")}


@functools.cache
def _longest_pieces() -> Mapping[str, int]:
    """Give the length of the longest word or phrase, in characters, by its first two characters."""
    longest: dict[str, int] = {}
    for phrase in (*PHRASES_DICT, *field_words()):
        beginning = phrase[:2]
        longest[beginning] = max(longest.get(beginning, 0), len(phrase))
    return longest


@functools.cache
def _phrase(phrase: str) -> Syllables:
    readings = PHRASES_DICT.get(phrase, ())
    return tuple(_plain(reading[0]) for reading in readings) if len(readings) == len(phrase) else ()


@functools.cache
def _character(character: str) -> str:
    return _plain(PINYIN_DICT.get(ord(character), "").split(",")[0])


def _plain(reading: str) -> str:
    """Give a reading such as `lǚ` in the letters a to z: `lv`."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")
