"""Web archives, and what pages of spreadsheet programs say beside the text of their cells."""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.support.importing import import_json, read_catalog
from tests.tables.books import read, refusal, traits
from wudan.tables.formats.web_archive import is_web_archive

PAGE = """<html><head><style>.xl1 {color:red; text-decoration:line-through;} td{x:y}</style></head><table>
<col width=9><col style='display:none'>
<tr><td>部门</td><td>事项名称</td><td>事项类型</td><td>设定依据</td></tr>
<tr><td>wjw</td><td>甲许可</td><td>行政许可</td><td>《甲法》第一条<s>、《乙法》第二条</s></td></tr>
</table></html>"""


def archive(*pages: Any, charset: Any = "utf-8", encoding: Any = "quoted-printable") -> Any:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.make_related()
    for page in ("<html><frameset></frameset></html>", *pages):
        part = EmailMessage()
        part.set_content(page, subtype="html", charset=charset, cte=encoding)
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "quoted-printable"), ("gb2312", "base64")])
def test_an_import_reads_a_web_archive(city: Any, tmp_path: Path, charset: Any, encoding: Any) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(archive(PAGE, charset=charset, encoding=encoding))
    outcome = import_json(city, path)
    assert [finding["level"] for finding in outcome["findings"]] == ["warning", "warning"]
    (item,) = (placed.record for placed in read_catalog(city).approvals)
    assert (item.name, [citation.law for citation in item.basis]) == ("甲许可", ["甲法"])


def test_each_page_of_an_archive_has_sheets_of_its_own(tmp_path: Path) -> None:
    pages = [f"<html><table><tr><td>{name}</td></tr></table></html>" for name in "甲乙"]
    sheets = read(tmp_path, archive(*pages))
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("表1", (("甲",),)), ("表2", (("乙",),))]


def test_an_archive_without_a_table_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, archive("<html>x</html>")).reason == "not_table"
    assert refusal(tmp_path, b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n").reason == "not_table"


def test_lines_that_only_look_like_fields_are_no_archive(tmp_path: Path) -> None:
    lines = b"".join(b"a:%d,b\r\n" % number for number in range(60))
    assert not is_web_archive(lines)
    assert read(tmp_path, lines)[0].rows[59] == ("a:59", "b")


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        ("<td class='a xl1'>甲</td>", "", [("struck", "甲")]),
        ("<td>甲<span class=xl1>乙<span>丙</span></span>丁</td>", "甲丁", [("struck_words", "乙丙")]),
        ("<td>甲<del>乙</del></td>", "甲", [("struck_words", "乙")]),
        ("<td><ruby>许可<rt>xuke</rt></ruby></td>", "许可", None),
        ("<td><img src=x.png></td>", "", [("picture", "")]),
        ("<td>图<img src=x.png></td>", "图", None),
        ("<td x:num='410199005501'>4.10199E+11</td>", "410199005501", None),
        ("<td x:num='1.141019900550124E+30'>1.14102E+30</td>", "", [("digits_lost", "1.141019900550124E+30")]),
        ("<td>1.14102E+30</td>", "", [("digits_lost", "1.14102E+30")]),
        ("<td>#REF!</td>", "", [("cell_error", "#REF!")]),
    ],
)
def test_cells_of_a_page_are_looked_at(tmp_path: Path, cell: Any, text: Any, told: Any) -> None:
    page = PAGE.replace("<td>wjw</td>", cell)
    (sheet,) = read(tmp_path, page.encode())
    assert sheet.text(2, 1) == text
    assert traits(sheet).get("A2") == told


def test_rows_and_columns_that_a_page_does_not_show_are_hidden(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, PAGE.replace("<tr><td>wjw", "<tr style='height:0;display:none'><td>wjw").encode())
    assert sheet.hidden_rows == {2: "hand"}
    assert sheet.hidden_columns == {2}
