"""The pinyin of names: which syllable each Han character is read as, without tones."""

import functools
import unicodedata
from collections.abc import Mapping

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT


def spell(run: str) -> tuple[str, ...]:
    """Give one syllable a character of `run`, `""` where no reading is known.

    Phrases of pypinyin's dictionary, the longest first from the left, decide how a character of several
    readings is read; elsewhere its first reading counts. `ü` is written `v`, as it is typed.
    """
    syllables: list[str] = []
    longest = _longest_phrases()
    while len(syllables) < len(run):
        start = len(syllables)
        for size in range(min(longest.get(run[start : start + 2], 1), len(run) - start), 1, -1):
            phrase = _phrase(run[start : start + size])
            if phrase:
                syllables.extend(phrase)
                break
        else:
            syllables.append(_character(run[start]))
    return tuple(syllables)


@functools.cache
def _longest_phrases() -> Mapping[str, int]:
    """Give the length of the longest phrase, in characters, by its first two characters."""
    longest: dict[str, int] = {}
    for phrase in PHRASES_DICT:
        beginning = phrase[:2]
        longest[beginning] = max(longest.get(beginning, 0), len(phrase))
    return longest


@functools.cache
def _phrase(phrase: str) -> tuple[str, ...]:
    readings = PHRASES_DICT.get(phrase, ())
    return tuple(_plain(reading[0]) for reading in readings) if len(readings) == len(phrase) else ()


@functools.cache
def _character(character: str) -> str:
    return _plain(PINYIN_DICT.get(ord(character), "").split(",")[0])


def _plain(reading: str) -> str:
    """Give a reading such as `lǚ` in the letters a to z: `lv`."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")
