"""Names as people say them: read by a person, and held."""

from pathlib import Path
from unicodedata import normalize

import pytest
from pypinyin.constants import PINYIN_DICT

from wudan.search.spelling import field_words, spell

NAMES = [line.split("\t") for line in (Path(__file__).parent / "pinyin.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("name", "spoken"), NAMES)
def test_a_name_is_read_as_people_say_it(name: str, spoken: str) -> None:
    assert " ".join(spell(name)) == spoken


def test_three_hundred_names_are_held() -> None:
    assert len(NAMES) > 300


def test_every_word_of_the_field_has_a_syllable_that_each_of_its_characters_can_have() -> None:
    for word, reading in field_words().items():
        assert len(word) == len(reading), word
        for character, syllable in zip(word, reading, strict=True):
            assert syllable in possible(character), (word, character)


def possible(character: str) -> set[str]:
    """Give the syllables that the dictionary knows for a character, without tones."""
    return {plain(syllable) for syllable in PINYIN_DICT[ord(character)].split(",")}


def plain(syllable: str) -> str:
    letters = normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")


@pytest.mark.parametrize(
    ("name", "syllable", "place"),
    [("工商行政", "xing", 2), ("进行行政处罚", "xing", 1), ("种植户", "zhong", 0), ("银行业务", "hang", 1)],
)
def test_no_phrase_is_taken_across_the_border_of_two_words(name: str, syllable: str, place: int) -> None:
    assert spell(name)[place] == syllable
