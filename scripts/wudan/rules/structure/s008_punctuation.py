"""S008: irregular punctuation or width of characters in Chinese text.

Catches brackets of document numbers other than 〔〕, half-width signs `, ; : ? ! ( )` next to Chinese characters,
full-width digits and Latin letters, and blanks at the ends of a text or between Chinese characters. Ids, codes,
addresses, telephone numbers, dates and times are left alone.

Why: people search for what they see. `国发[2015]27号` and 国发〔2015〕27号 are one document and two different texts.
(GB/T 9704-2012 on document numbers, GB/T 15834-2011 on punctuation.)

Bad:

    document: 国发[2015]27号
    name: 公共场所卫生许可(新办)

Good:

    document: 国发〔2015〕27号
    name: 公共场所卫生许可（新办）

To mend: put the regular characters in; `wudan check --fix` does it.

中文

本条查出文字里不规范的标点和字符宽度：文号的括号不是〔〕，汉字旁边用了半角的逗号、分号、冒号、问号、叹号、圆括号，
数字、字母用了全角，文字两端或者汉字之间有空格。编号、编码、网址、电话、日期、时间不在此列。

为什么：群众照看到的字来查。“国发[2015]27号”和“国发〔2015〕27号”是同一份文件，写法不同就查不到一起。

怎样改：换成规范的字符；也可以运行 wudan check --fix，由程序改。
"""

from collections.abc import Iterator, Sequence

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.document import DataPath, Document, Span
from wudan.catalog.walk import item_at, texts_with
from wudan.catalog.writing.punctuation import SUSPECT, irregularities
from wudan.catalog.writing.written import Change, changed, splice, written_offsets
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Edit, Fix, Place, Problem
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

_CONTEXT = 8


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give one problem for each text with something irregular, at the first place in it."""
    if file.document is None or file.kind is None:
        return
    for found in texts_with(file.kind, file.document, SUSPECT):
        changes = [] if found.is_formal else irregularities(found.text)
        if not changes:
            continue
        before, after = _excerpts(found.text, changes)
        yield Problem(
            _place(file.document, found.path, changes[0]),
            arguments={"before": before, "after": after, "count": len(changes)},
            about=Texts((file.path, found.text)),
            list=file.kind.id,
            item=item_at(file.kind, file.document, found.path),
            fix=_fix(file.document, found.path, changes),
        )


def _place(document: Document, path: DataPath, change: Change) -> Place:
    offsets = written_offsets(document, path)
    if offsets is None:
        return Place(document.path, document, document.span(path), path)
    return Place(document.path, document, Span(offsets[change.start], offsets[change.end]), path)


def _excerpts(text: str, changes: Sequence[Change]) -> tuple[str, str]:
    """Give the neighbourhood of the first change on its line, before and after the changes that lie in it."""
    first = changes[0]
    start = max(text.rfind("\n", 0, first.start) + 1, first.start - _CONTEXT)
    line_end = text.find("\n", first.end)
    end = min(len(text) if line_end < 0 else line_end, first.end + _CONTEXT)
    inside = [Change(change.start - start, change.end - start, change.text) for change in changes if change.end <= end]
    return text[start:end], changed(text[start:end], inside)


def _fix(document: Document, path: DataPath, changes: Sequence[Change]) -> Fix | None:
    replacements = splice(document, path, changes)
    if replacements is None:
        return None
    return Fix(tuple(Edit(document.path, span, text) for span, text in replacements), _FIX)


_FIX = Words("换成规范的标点和字符", "Put the regular characters in")

RULE = FileRule(
    code="S008",
    level="warning",
    title=Words("标点或者字符宽度不规范", "Irregular punctuation or width of characters"),
    messages={
        "message": Message(
            Words(
                "标点或者字符宽度不规范（本处共 {count} 处）：“{before}”应当写作“{after}”。",
                "Irregular characters ({count} in this text): '{before}' should read '{after}'.",
            ),
            Words(
                "文号用〔〕，汉字旁边用全角标点，数字、字母用半角，多余的空格删去。",
                "Use tortoise-shell brackets in document numbers, full-width signs next to Chinese characters, "
                "half-width digits and letters, and no superfluous blanks.",
            ),
        )
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
    fixable=True,
)
