"""Q005: a phone number or complaint channel that is missing or malformed.

Catches items in use of a guide without a number to ask or to complain at, where catalog.yml gives none for all items
either, and numbers, in items, powers, services, departments and places, that are none: a fixed line is area code,
hyphen and 7 or 8 digits, an extension follows after 转; service numbers (12345, 400…) and, for `duty_phone`, mobiles
pass. Several numbers are separated by 、. A number that only lacks the hyphen, or has blanks or brackets for it, can be
mended.

Why: a wrong digit and nobody can ask.

Source: 咨询方式 and 监督投诉方式 of GB/T 39554.2-2020.

Bad: `phone: "(0371) 69820000"`.

Good: `phone: 0371-69820000`.

中文

本条查出缺少或者写错的电话：办事指南没有咨询电话、监督投诉电话（catalog.yml 也没有全市统一的），以及事项、权力、一件事、
部门、地点中不成号码的电话。固定电话写区号、短横、7 至 8 位号码，分机写“转”；12345、400 等服务号码可以；几个号码用顿号
隔开。只是少了短横、多了空格或者括号的，可以由程序改。

为什么：号码错一位，群众就问不到人。

依据：GB/T 39554.2-2020 的咨询方式、监督投诉方式。

反例：`phone: "(0371) 69820000"`。

正例：`phone: 0371-69820000`。

怎样改：写成 0371-69820000；没有专门电话的，写部门的电话。
"""

import re
from collections.abc import Iterator
from typing import Any

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.writing.written import Change, splice
from wudan.rules.engine.problem import Edit, Fix, Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_FIXED = r"0[1-9][0-9]{1,2}-[1-9][0-9]{6,7}|0[1-9][0-9]{1,2}-0{4}[0-9]{4}"  # the second is a number of a demonstration
_SERVICE = r"1[0-9]{2,4}|[48]00-?[0-9]{3}-?[0-9]{4}|96[0-9]{3,4}"
_NUMBER = re.compile(rf"(?:{_FIXED}|{_SERVICE})(?:转[0-9]{{1,5}})?")
_MOBILE = re.compile("1[3-9][0-9]{9}")
_LOOSE = re.compile(r"[（(]?\s*(0[1-9][0-9]{1,2})\s*[）)]?[\s—–―_－]*([0-9]{7,8})")
_PHONES = ("phone", "complaint", "hotline")
_MISSING = {"phone": Words("咨询电话", "number to ask"), "complaint": Words("监督投诉电话", "number to complain at")}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every number that is missing or is none."""
    contacts = catalog.city.contacts if catalog.city else None
    for placed in catalog.of("catalog"):
        if contacts:
            yield from _malformed(placed, contacts, ("contacts",))
    for kind_id in ("departments", "places", "powers"):
        for placed in catalog.of(kind_id):
            yield from _malformed(placed, placed.record, ())
    for placed in catalog.of("service"):
        if placed.record.contact:
            yield from _malformed(placed, placed.record.contact, ("contact",))
    for placed in catalog.approvals:
        if not placed.record.is_in_use:
            continue
        if placed.record.contact:
            yield from _malformed(placed, placed.record.contact, ("contact",))
        for key, words in _MISSING.items() if catalog.publishes_guides else ():
            if not getattr(placed.record.contact, key, None) and not getattr(contacts, key, None):
                yield _problem(placed, ("name",), "missing", (key,), {"name": placed.record.name, "what": words})


def _malformed(placed: Placed[Any], holder: Any, steps: tuple[str, ...]) -> Iterator[Problem]:
    for key in (*_PHONES, "duty_phone"):
        text = getattr(holder, key, None)
        if not text or all(_is_number(part, key) for part in text.split("、")):
            continue
        better = "、".join(_LOOSE.sub(r"\1-\2", part.strip()) for part in re.split("[、,，;；/]", text))
        can_mend = all(_is_number(part, key) for part in better.split("、"))
        fix = _fix(placed, (*steps, key), text, better) if can_mend else None
        arguments = {"text": text, "better": better}
        yield _problem(placed, (*steps, key), "form" if fix else "malformed", (key, text), arguments, fix=fix)


def _is_number(text: str, key: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or (key == "duty_phone" and _MOBILE.fullmatch(text)))


def _fix(placed: Placed[Any], steps: tuple[str, ...], text: str, better: str) -> Fix | None:
    replacements = splice(placed.document, (*placed.path, *steps), [Change(0, len(text), better)])
    if replacements is None:
        return None
    edits = tuple(Edit(placed.document.path, span, new) for span, new in replacements)
    return Fix(edits, Words("写成规范的号码", "Write the number in its regular form"))


def _problem(
    placed: Placed[Any],
    steps: tuple[str, ...],
    message: str,
    values: tuple[str, ...],
    arguments: dict[str, object],
    *,
    fix: Fix | None = None,
) -> Problem:
    return problem_at(placed, *steps, message=message, arguments=arguments, about=values, fix=fix)


RULE = CatalogRule(
    code="Q005",
    level="warning",
    title=Words("电话缺少或者写错", "Phone number missing or malformed"),
    messages={
        "missing": Message(
            Words("“{name}”没有{what}。", "'{name}' has no {what}."),
            Words("在 contact 写上电话。", "Add it in contact."),
        ),
        "malformed": Message(
            Words("“{text}”不成电话号码。", "'{text}' is no phone number."),
            Words("写成 0371-69820000 的形式，几个号码用顿号隔开。", "Write it like 0371-69820000."),
        ),
        "form": Message(
            Words("电话“{text}”应当写作“{better}”。", "The number '{text}' should read '{better}'."),
            Words("改成规范的写法（wudan check --fix）。", "Write it so (wudan check --fix)."),
        ),
    },
    check=check,
    page=__doc__,
    fixable=True,
)
