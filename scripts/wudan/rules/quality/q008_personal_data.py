"""Q008: personal data in public text.

Catches identity card numbers with a valid check character, personal mobile numbers, and bank card numbers (with the
prefix of a Chinese bank and a valid check digit) in any text of the catalog. Credit codes, item codes and the
`duty_phone` of a place are public and pass.

Why: what is published stays published, and it hits the person.

Source: 政府信息公开条例 (personal privacy); GB 11643-1999; ISO/IEC 7812-1.

Bad: `note: 联系人张某，13812345678`.

Good: `note: 联系大厅12号窗口`.

中文

本条查出公开文字中的个人信息：校验正确的身份证号码、个人手机号码、银行卡号。统一社会信用代码、事项编码和地点的值班电话
不算。

为什么：公布出去就收不回来，受害的是个人。

依据：《政府信息公开条例》关于个人隐私的规定；GB 11643-1999。

反例：`note: 联系人张某，13812345678`。

正例：`note: 联系大厅12号窗口`。

怎样改：删去；需要联系方式的，写单位的固定电话。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.document import DataPath, Document, Span
from wudan.catalog.model.kinds import FileKind
from wudan.catalog.walk import item_at, texts_with
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, place_in
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words

_DIGITS = re.compile(r"(?<![0-9A-Za-z.:/_-])(?:[0-9]{17}[0-9Xx]|1[3-9][0-9]{9}|62[0-9]{14,17})(?![0-9A-Za-z])")
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_FIRST_YEAR, _END_YEAR = 1880, 2100
_PUBLIC = frozenset({"duty_phone", "code", "base_code"})


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give every number of a person in a file."""
    if file.document is None or file.kind is None or not _DIGITS.search(file.document.text):
        return
    for path, text, _ in texts_with(file.kind, file.document, _DIGITS):
        if path and path[-1] in _PUBLIC:
            continue
        for found in _DIGITS.finditer(text):
            if what := _what(found[0]):
                yield _problem(file.kind, file.document, path, found[0], what)


def _what(number: str) -> str | None:
    if len(number) == 18 and _is_identity(number.upper()):
        return "identity"
    if len(number) == 11:
        return "mobile"
    return "card" if number.startswith("62") and len(number) >= 16 and _is_card(number) else None


def _is_card(number: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415 (hardly a file holds such a number)

    return bool(luhn.is_valid(number))


def _is_identity(number: str) -> bool:
    """Say whether a number is that of an identity card (GB 11643-1999): province, day of birth, check character.

    The county is no test: people have the code of the place where they were registered, whenever it was founded.
    """
    from stdnum.cn import ric  # noqa: PLC0415 (hardly a file holds such a number)
    from stdnum.exceptions import ValidationError  # noqa: PLC0415

    try:
        year = ric.get_birth_date(number).year
    except ValidationError:
        return False
    is_lifetime = _FIRST_YEAR <= year < _END_YEAR
    return bool(_PROVINCE.match(number)) and is_lifetime and ric.calc_check_digit(number) == number[-1]


def _problem(kind: FileKind, document: Document, path: DataPath, number: str, what: str) -> Problem:
    place = place_in(document, path)
    start = document.text.find(number, place.span.start)
    if start >= 0:
        place = Place(place.file, place.text, Span(start, start + len(number)), place.path)
    masked = number[:3] + "*" * (len(number) - 5) + number[-2:]
    keys = tuple(step for step in path if isinstance(step, str))
    return Problem(
        place,
        message=what,
        arguments={"masked": masked},
        about=Texts((what, masked, *keys)),
        list=kind.id,
        item=item_at(kind, document, path),
    )


_HELP = Words("删去；需要联系方式的，写单位的固定电话。", "Remove it; give the office's own number instead.")

RULE = FileRule(
    code="Q008",
    level="error",
    title=Words("公开了个人信息", "Personal data in public"),
    messages={
        "identity": Message(Words("含有身份证号码 {masked}。", "It holds an identity card number, {masked}."), _HELP),
        "mobile": Message(Words("含有个人手机号码 {masked}。", "It holds a personal mobile number, {masked}."), _HELP),
        "card": Message(Words("含有银行卡号 {masked}。", "It holds a bank card number, {masked}."), _HELP),
    },
    check=check,
    page=__doc__,
)
