"""S005: a file is not in canonical form.

Catches every departure from the one way in which a catalog file is written: the order of the keys, indentation by
two blanks, small structures in brackets on one line of up to 110 columns, quotation marks only where a text needs them,
one empty line between records, line feeds, one line feed at the end.

Why: where everybody writes alike, a difference shows what somebody changed and nothing else.

Bad:

    - name: "公共场所卫生许可"
      id: wjw-xk-003

Good:

    - id: wjw-xk-003
      name: 公共场所卫生许可

To mend: run `wudan fmt`. Data and comments stay as they are.

中文

本条查出写法不统一的文件：键的先后，缩进（两个空格），短的内容写在一行的括号里（一行不超过 110 列，一个汉字算两列），
只有必要时才加引号，两条记录之间空一行，换行符用 LF，文件末尾正好一个换行。

为什么：大家写法一样，比对时看到的就只有真正改动的内容。

怎样改：运行 wudan fmt，由程序改写；数据和注释都不变。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.characters import HIDDEN
from wudan.catalog.writing.canonical import canonical_text
from wudan.catalog.writing.lines import first_difference, line_edits
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Edit, Fix, Problem, place_at
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

_SHOWN = 60


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give one problem for a file that is not canonical, from the first place where it departs to the last.

    A file with hidden characters is S007's as long as it has them.
    """
    if file.document is None or file.kind is None:
        return
    text = file.document.text
    wanted = canonical_text(file.kind, file.document)
    if text == wanted or HIDDEN.search(text):
        return
    start = first_difference(text, wanted)
    line = _line_at(wanted, start)
    edits = tuple(Edit(file.path, span, new) for span, new in line_edits(text, wanted))
    yield Problem(
        place_at(file, start, max(start + 1, *(edit.span.end for edit in edits))),
        message="message" if line else "superfluous",
        arguments={"line": line},
        about=Texts((file.path,)),
        fix=Fix(edits, _FIX),
    )


def _line_at(text: str, offset: int) -> str:
    """Give the line of the canonical text that stands where the file departs from it, cut to a length to be read."""
    line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0].strip()
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


_FIX = Words("改为规范写法，数据和注释不变", "Write it in canonical form; data and comments stay")

RULE = FileRule(
    code="S005",
    level="warning",
    title=Words("不是规范写法", "Not in canonical form"),
    messages={
        "message": Message(
            Words("从这里起不是规范写法，应当是“{line}”。", "Not canonical from here on; it should read '{line}'."),
            Words("运行 wudan fmt，由程序改写全文。", "Run 'wudan fmt'; it rewrites the file."),
        ),
        "superfluous": Message(
            Words("从这里起不是规范写法，空行或者换行不对。", "Not canonical from here on: empty lines or line ends."),
            Words("运行 wudan fmt，由程序改写全文。", "Run 'wudan fmt'; it rewrites the file."),
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
    mends_last=True,
    fixable=True,
)
