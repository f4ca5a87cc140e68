"""Q001: vague materials and conditions.

Catches materials, conditions and blanks that say 其他材料, 相关材料, 有关证明, 等材料, 视情况, 以窗口为准, 详见窗口
and the like. Names of laws in 《》 pass, and so does a vague word whose meaning the text itself gives in brackets or
after 即 or 包括.

Why: whoever reads 其他材料 comes twice. The words have to say which paper.

Source: 行政许可法 第三十条、第三十一条; 安阳市政务服务条例 第十三条 (local); 国办函〔2017〕115号.

Bad: `{name: 其他相关材料}`.

Good: `{name: 场所平面布局图}`.

中文

本条查出说法含糊的材料和条件：其他材料、相关材料、有关证明、等材料、视情况、以窗口为准、详见窗口等。书名号里的法规名称
不算；含糊的词后面已经说明是什么的（括号、“即”“包括”）不算。

为什么：写“其他材料”，群众就要跑第二趟。要写明是哪一份。

依据：《行政许可法》第三十条、第三十一条；国办函〔2017〕115号。

反例：`{name: 其他相关材料}`。

正例：`{name: 场所平面布局图}`。

怎样改：写出每一份材料的名称；条件写成能够判断的标准。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import Span
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem, place_of
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_KINDS = "材料|资料|证件|证明|手续|文件|证书"
_VAGUE_MATERIAL = re.compile(
    rf"(?:其他|其它|相关|有关|相应|必要的?|所需的?)(?:的|应当提交的|需要提交的|需提供的)?(?:{_KINDS})"
    rf"|(?:等|等等)(?:有关|相关|其他)?(?:{_KINDS})$|^(?:其他|其它|相关|有关)$"
)
_VAGUE_CONDITION = re.compile(
    "视情况|视具体情况|根据实际情况|酌情|以窗口(?:答复|要求|告知|解释)?为准|以(?:实际|现场|主管部门|我局)(?:要求|情况|通知)?为准|"
    "详见窗口|详情咨询|具体(?:咨询|以窗口)|另行通知|其他相关条件|其他有关条件|符合有关规定|符合相关规定|有关要求的其他条件"
)
_QUOTED = re.compile("《[^《》]*》")
_EXPLAINED = re.compile("^(?:（|\\(|：|:|，?(?:即|包括|是指|为))")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give every vague material and condition of an item in use, its cases included."""
    record = placed.record
    if not record.is_in_use:
        return
    yield from _in(placed, record, ())
    for index, part in enumerate(record.parts):
        yield from _in(placed, part, ("parts", index))


def _in(placed: Placed[Approval], holder: object, steps: tuple[str | int, ...]) -> Iterator[Problem]:
    for index, material in enumerate(getattr(holder, "materials", ())):
        path = (*steps, "materials", index, "name")
        yield from _problem(placed, path, material.name, _VAGUE_MATERIAL, "material")
    for index, condition in enumerate(getattr(holder, "conditions", ())):
        path = (*steps, "conditions", index, "text")
        yield from _problem(placed, path, condition.text, _VAGUE_CONDITION, "condition")


def _problem(
    placed: Placed[Approval], path: tuple[str | int, ...], text: str, vague: re.Pattern[str], message: str
) -> Iterator[Problem]:
    found = vague.search(_QUOTED.sub(lambda quoted: "□" * len(quoted[0]), text))
    if found is None or _EXPLAINED.match(text[found.end() :]):
        return
    yield Problem(
        _place(placed, path, text, found.span()),
        message=message,
        arguments={"text": text, "word": found[0]},
        about=Texts((message, text)),
        list=placed.kind.id,
        item=placed.record.id,
    )


def _place(placed: Placed[Approval], path: tuple[str | int, ...], text: str, span: tuple[int, int]) -> Place:
    """Give the place of the vague word itself where the text stands plainly on one line, else of the text."""
    place = place_of(placed, *path)
    if not placed.document.text.startswith(text, place.span.start):
        return place
    start = place.span.start
    return Place(place.file, place.text, Span(start + span[0], start + span[1]), place.path)


RULE = ItemRule(
    code="Q001",
    level="warning",
    title=Words("说法含糊", "Vague words"),
    messages={
        "material": Message(
            Words("材料“{text}”说法含糊（{word}）。", "The material '{text}' is vague ({word})."),
            Words("写明是哪一份材料；有几份的分开写。", "Name the paper; write several apart."),
        ),
        "condition": Message(
            Words("条件“{text}”说法含糊（{word}）。", "The condition '{text}' is vague ({word})."),
            Words("写成申请人自己能够判断的标准。", "Write what applicants can judge for themselves."),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
