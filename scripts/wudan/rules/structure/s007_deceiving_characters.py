"""S007: characters that nobody sees, or that pass for others.

Catches control characters, characters that turn the direction of writing, invisible and zero-width characters, blanks
of unusual kinds, characters of private use or none, also when they are written as escapes; and, in ids, codes,
addresses and telephone numbers, letters and digits that look like those of ASCII: Cyrillic, Greek, full-width.

Why: a reviewer approves what is shown. A character that is not shown, or shows something else, makes a
text that nobody has approved, and that no search finds. (Unicode Technical Reports 36 and 39.)

Bad:

    name: "公共场所\\u200b卫生许可"

Good:

    name: 公共场所卫生许可

To mend: delete the character, or type the text again by hand; `wudan check --fix` does it. A character of private use
stands for something that only its author knows, so it must be typed again.

中文

本条查出看不见或者冒充别的字的字符：控制字符，改变书写方向的字符，零宽字符，特殊的空格，自造字和无效字符（写成转义的也算）；
在编号、编码、网址、电话里，还有样子像英文字母和数字的西里尔字母、希腊字母、全角字符。

为什么：审核的人批准的是看到的内容。看不见的字符会使实际内容与看到的不同，也查不到、对不上。
这些字符多半是从网页或者文档里粘贴来的。

怎样改：删去，或者手工重新录入；也可以运行 wudan check --fix，由程序改。
自造字是什么字，只有录入的人知道，请改用通行的字。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.characters import HIDDEN, LOOKALIKE, LOOKALIKES, code_point, kind_of_hidden
from wudan.catalog.document import DataPath, Document, Span, pointer
from wudan.catalog.walk import item_at, path_at, texts_with
from wudan.catalog.writing.scalar import is_plain
from wudan.catalog.writing.written import Change, splice, written_offsets
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Edit, Fix, Place, Problem, place_at
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "\t": "\t",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give each run of hidden characters, each escape for one, and each run of look-alikes in formal values.

    A file that the reader refused for another reason is left to S001.
    """
    if file.document is None:
        if file.refusal is not None and file.refusal.reason == "forbidden":
            yield from _hidden(file)
        return
    yield from _hidden(file)
    if "\\" in file.text:
        yield from _escaped(file, file.document)
    yield from _lookalikes(file, file.document)


def _hidden(file: CatalogFile) -> Iterator[Problem]:
    for found in HIDDEN.finditer(file.text):
        kind = kind_of_hidden(found[0]) or ""
        yield _problem(file, Span(*found.span()), kind, found[0], _removal(file, found))


def _removal(file: CatalogFile, found: re.Match[str]) -> str | None:
    """Give what should stand instead of hidden characters; None where that cannot be known or would make no text."""
    instead = _instead_of(found[0])
    if instead is None:
        return None
    if file.document is None:
        return instead
    path = path_at(file.document, found.start())
    value = file.document.value(path)
    start, end = file.document.span(path)
    is_unquoted = isinstance(value, str) and start <= found.start() < end and file.text[start] not in "|>\"'"
    if is_unquoted and not is_plain(HIDDEN.sub("", value).strip(), in_flow=True):
        return None
    return instead


def _escaped(file: CatalogFile, document: Document) -> Iterator[Problem]:
    starts = sorted({offset for marks in document.marks for offset in marks} | {document.start})
    for start in starts:
        scalar = _DOUBLE_QUOTED.match(file.text, start)
        if scalar is None or "\\" not in scalar[0]:
            continue
        for found in _ESCAPE.finditer(file.text, scalar.start(), scalar.end()):
            character = _meant(found)
            kind = "control" if character in {"\t", "\r"} else kind_of_hidden(character)
            if kind:
                yield _problem(file, Span(*found.span()), kind, character, _instead_of(character))


def _meant(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2] or escape[3]
    return chr(int(number, 16)) if number else _SHORT_ESCAPES.get(escape[4], "")


def _instead_of(characters: str) -> str | None:
    kinds = {kind_of_hidden(character) for character in characters}
    if "private" in kinds:
        return None
    return " " if "blank" in kinds or "\t" in characters else ""


def _lookalikes(file: CatalogFile, document: Document) -> Iterator[Problem]:
    if file.kind is None or not ("\\" in file.text or LOOKALIKE.search(file.text)):
        return
    for value in texts_with(file.kind, document, LOOKALIKE):
        if not value.is_formal:
            continue
        changes = [
            Change(*found.span(), "".join(LOOKALIKES[character] for character in found[0]))
            for found in LOOKALIKE.finditer(value.text)
        ]
        yield from _problems_of_value(file, document, value.path, value.text, changes)


def _problems_of_value(
    file: CatalogFile, document: Document, path: DataPath, text: str, changes: list[Change]
) -> Iterator[Problem]:
    """Give a problem for each run; the fix of the first mends the value as a whole."""
    offsets = written_offsets(document, path)
    replacements = splice(document, path, changes)
    for place, change in enumerate(changes):
        whole = document.span(path)
        span = whole if offsets is None else Span(offsets[change.start], offsets[change.end])
        fix = None
        if replacements and place == 0:
            fix = Fix(tuple(Edit(file.path, *replacement) for replacement in replacements), _RETYPED)
        yield Problem(
            Place(file.path, document, span, path),
            message="lookalike",
            arguments={
                "character": text[change.start],
                "code": code_point(text[change.start]),
                "wanted": change.text[0],
            },
            about=Texts((file.path, text, str(place))),
            list=file.kind.id if file.kind else "",
            item=item_at(file.kind, document, path) if file.kind else "",
            fix=fix,
        )


def _problem(file: CatalogFile, span: Span, kind: str, characters: str, instead: str | None) -> Problem:
    path = path_at(file.document, span.start) if file.document else ()
    item = item_at(file.kind, file.document, path) if file.document and file.kind else ""
    place = place_at(file, span.start, span.end)
    return Problem(
        Place(place.file, place.text, place.span, path),
        message=kind,
        arguments={"code": code_point(characters[0]), "count": len(characters)},
        about=Texts((file.path, pointer(path), code_point(characters[0]))),
        list=file.kind.id if file.kind else "",
        item=item,
        fix=None if instead is None else Fix((Edit(file.path, span, instead),), _REMOVED),
    )


_REMOVED = Words("删去看不见的字符，或者换成普通空格", "Delete the hidden characters, or put a plain blank")
_RETYPED = Words("换成普通的字母和数字", "Put plain letters and digits")


def _message(zh: str, en: str) -> Message:
    return Message(
        Words(f"这里有{zh}（{{code}}，连续 {{count}} 个）。", f"Here is {en} ({{code}}, {{count}} in a row)."),
        Words("删去它；不确定的，手工重新录入整段文字。", "Delete it; if in doubt, type the whole text again by hand."),
    )


RULE = FileRule(
    code="S007",
    level="error",
    title=Words("看不见的字符，或者形近的字母", "Hidden characters or look-alike letters"),
    messages={
        "control": _message("控制字符", "a control character"),
        "bidirectional": _message("改变书写方向的字符", "a character that turns the direction of writing"),
        "blank": _message("特殊的空格或者换行", "a blank or line break of an unusual kind"),
        "invisible": _message("看不见的字符", "an invisible character"),
        "private": Message(
            Words(
                "这里有自造字或者无效字符（{code}，连续 {count} 个），别人的电脑上显示不出来。",
                "Here is a character of private use or none ({code}, {count} in a row); others cannot read it.",
            ),
            Words("改用通行的字，手工录入。", "Type a character that everybody has."),
        ),
        "lookalike": Message(
            Words(
                "“{character}”（{code}）样子像“{wanted}”，却是另一个字符。",
                "'{character}' ({code}) looks like '{wanted}' and is another character.",
            ),
            Words("在英文输入状态下重新录入这个值。", "Type the value again with a plain Latin keyboard."),
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
    tells_unread=True,
    fixable=True,
)
