"""C001: a code of the wrong length, with a character it cannot have, or with a wrong check character.

Catches faults in the item codes and in the credit codes of departments. A credit code ends in a check character
computed from the other seventeen, so most slips of the pen show; the likely right one is given. Nothing is said where
no code is given: before 2016 bodies had none.

Source: GB 32100-2015 (credit codes), GB/T 39554.1-2020 (item codes).

Bad: `code: "11440100007482575A3440118009000"` (check character A).

Good: `code: "11440100007482575H3440118009000"`.

中文

本条查出事项编码和部门信用代码中的错误：位数不对，含有不该有的字符，校验码不符。信用代码的最后一位由前十七位算出，
多数笔误都能发现，并给出可能的正确写法。没有填写编码的不查：2016 年以前机构还没有统一社会信用代码。

依据：GB 32100-2015，GB/T 39554.1-2020。

反例：`code: "11440100007482575A3440118009000"`，校验码是 A。

正例：`code: "11440100007482575H3440118009000"`。

怎样改：与赋码通知核对；只差最后一位的，多半是前面某一位抄错。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.code import CodeFault, base_fault, code_fault, credit_fault
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give each faulty code of items, of their parts, and of departments."""
    for placed in catalog.entries():
        record, list_id = placed.record, placed.kind.id
        if record.code and (fault := code_fault(record.code)):
            yield _problem(place_of(placed, "code"), fault, list_id, record.id)
        if record.base_code and (fault := base_fault(record.base_code)):
            yield _problem(place_of(placed, "base_code"), fault, list_id, record.id)
        for index, part in enumerate(getattr(record, "parts", ())):
            if part.code and (fault := code_fault(part.code)):
                yield _problem(place_of(placed, "parts", index, "code"), fault, list_id, record.id)
    for department in catalog.departments.values():
        code = department.record.code
        if code and (fault := credit_fault(code)):
            yield _problem(place_of(department, "code"), fault, "departments", department.record.id)


def _problem(place: Place, fault: CodeFault, list_id: str, item: str) -> Problem:
    arguments = {"piece": fault.piece, "count": len(fault.piece), "likely": fault.likely}
    return Problem(
        place,
        message=fault.reason,
        arguments=arguments,
        about=Texts((fault.reason, fault.piece)),
        list=list_id,
        item=item,
    )


_COMPARE = Words("与赋码通知核对。", "Compare it with the notice that gave it.")

RULE = CatalogRule(
    code="C001",
    level="warning",
    title=Words("编码有误", "Faulty code"),
    messages={
        "length": Message(
            Words(
                "编码有 {count} 位，应当是 31 位（分项 33 位）。",
                "The code has {count} characters; it must have 31 (33 for a part).",
            ),
            _COMPARE,
        ),
        "credit_length": Message(
            Words(
                "信用代码“{piece}”有 {count} 位，应当是 18 位。",
                "The credit code '{piece}' has {count} characters; it must have 18.",
            ),
            _COMPARE,
        ),
        "credit_alphabet": Message(
            Words(
                "信用代码“{piece}”含有不该有的字符。", "The credit code '{piece}' has a character that it cannot have."
            ),
            Words(
                "只有数字和大写字母，没有 I、O、S、V、Z。", "It has digits and capital letters, but no I, O, S, V, Z."
            ),
        ),
        "check_character": Message(
            Words(
                "信用代码“{piece}”的校验码不符，可能是“{likely}”。",
                "The check character of '{piece}' is wrong; perhaps it is '{likely}'.",
            ),
            Words(
                "与赋码通知核对；也可能是前面某一位抄错。",
                "Compare it with the notice; an earlier character may be the wrong one.",
            ),
        ),
        "level": Message(
            Words(
                "编码第 19 位“{piece}”应当是行使层级 1 至 6。",
                "The 19th character '{piece}' must be a level from 1 to 6.",
            ),
            _COMPARE,
        ),
        "base": Message(
            Words(
                "基本编码“{piece}”应当是 12 位数字和大写字母。",
                "The base code '{piece}' must be 12 digits and capital letters.",
            ),
            _COMPARE,
        ),
        "part": Message(
            Words("业务办理项编码的末两位“{piece}”应当是数字。", "The last two characters '{piece}' must be digits."),
            _COMPARE,
        ),
    },
    check=check,
    page=__doc__,
)
