"""Sections in a limited room: what is shown is whole, and what found no room is counted."""

import re
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from wudan.output.fitting import Section, fitted
from wudan.words import Words

LEFT_OUT = Words("还有{count}处", "{count} more")


def numbered(sizes: list[list[tuple[int, int]]]) -> list[Section]:
    """Give sections whose entries have that many characters besides a number of their own, and tell of so many."""
    numbers = count()
    return [
        Section(f"# {place}\n", [(f"〔{next(numbers)}〕{'甲' * size}", things) for size, things in entries], "\n--\n")
        for place, entries in enumerate(sizes)
    ]


SECTIONS = st.builds(
    numbered, st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=12), max_size=4)
)


def left_out(text: str) -> int:
    found = re.search(r"还有(\d+)处", text)
    return int(found[1]) if found else 0


@given(SECTIONS, st.integers(150, 400))
def test_the_text_keeps_to_its_room(sections: list[Section], room: int) -> None:
    assert len("".join(fitted(sections, room, LEFT_OUT, "zh"))) <= room


@given(SECTIONS)
def test_with_room_enough_everything_is_shown_and_nothing_counted(sections: list[Section]) -> None:
    text = "".join(fitted(sections, 100_000, LEFT_OUT, "zh"))
    assert text == "".join(
        one.opening + "".join(entry for entry, _ in one.entries) + one.closing for one in sections if one.entries
    )


@given(SECTIONS, st.integers(150, 400))
def test_what_is_not_shown_is_counted(sections: list[Section], room: int) -> None:
    text = "".join(fitted(sections, room, LEFT_OUT, "zh"))
    assert left_out(text) == sum(things for one in sections for entry, things in one.entries if entry not in text)


@given(SECTIONS, st.integers(150, 400))
def test_after_the_first_that_found_no_room_nothing_is_shown(sections: list[Section], room: int) -> None:
    text = "".join(fitted(sections, room, LEFT_OUT, "zh"))
    shown = [entry in text for one in sections for entry, _ in one.entries]
    assert shown == sorted(shown, reverse=True)
