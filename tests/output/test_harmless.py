"""Texts of a catalog in Markdown, in logs and in workbooks: shown as they are, doing nothing."""

import html
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wudan.output.github import command
from wudan.output.harmless import code, harmless
from wudan.output.sheet import OutColumn, OutSheet
from wudan.output.workbook import MAX_CELL_CHARACTERS, write_workbook

TEXTS = st.text("甲乙 ab*_`#@<>&[]()!|~-=1:,%", min_size=1, max_size=30)


@given(TEXTS)
def test_a_text_is_one_paragraph_without_markup(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(f"甲{harmless(text)}乙")
    inside = page.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in inside
    assert html.unescape(inside).replace("\u2060", "").split() == f"甲{text}乙".split()


@given(TEXTS)
def test_a_code_span_shows_its_text_whatever_backticks_are_in_it(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(f"甲{code(text)}乙")
    assert page.count("<code>") == 1
    assert html.unescape(page.partition("<code>")[2].partition("</code>")[0]).split() == text.split()


@pytest.mark.parametrize("text", ["@all", "#12", "GH-3"])
def test_nobody_is_mentioned_and_no_number_is_a_link(text: str) -> None:
    assert text not in html.unescape(harmless(text))


@given(st.text("甲a:,%\n\r ", max_size=20), st.text("甲a:,%\n\r ", max_size=20))
def test_a_command_is_one_line_with_its_properties_and_its_message(title: str, message: str) -> None:
    written = command("warning", {"file": "a.yml", "title": title}, message)
    assert "\n" not in written
    assert "\r" not in written
    properties = written.removeprefix("::warning ").partition("::")[0]
    assert [one.partition("=")[0] for one in properties.split(",")] == ["file", "title"]
    assert ":" not in properties


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'甲", "甲", "2015-11-20", "007"])
def test_every_cell_is_a_text(text: str) -> None:
    content = write_workbook([OutSheet("表", [OutColumn("列")], [[text]])])
    (cell,) = [
        cell for row in openpyxl.load_workbook(BytesIO(content))["表"].iter_rows() for cell in row if cell.value == text
    ]
    assert cell.data_type == "s"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    content = write_workbook([OutSheet("表", [OutColumn("列")], [["长" * (MAX_CELL_CHARACTERS + 1)]])])
    values = [
        str(cell.value)
        for row in openpyxl.load_workbook(BytesIO(content))["表"].iter_rows()
        for cell in row
        if cell.value
    ]
    assert max(map(len, values)) == MAX_CELL_CHARACTERS


def test_a_workbook_needs_a_sheet() -> None:
    with pytest.raises(ValueError, match="sheet"):
        write_workbook([])
