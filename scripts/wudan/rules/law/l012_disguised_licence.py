"""L012: an annual check, a filing or a public service that works as a licence.

Catches items in use that by their name are an annual inspection, an annual review or a filing (年检, 年审, 年度检验,
备案) and are listed as another kind of act while they work as a licence: they end in a certificate or a permit to go
on, or are listed as 行政许可 although a filing is no licence.

Catches public services, too, that allow somebody to do something: by name or result a permission (上岗证, 准入, 核准),
an annual check, a written decision (批文). Those are errors. A certificate that no law or regulation sets and that is
given for a charge, after an examination, or on conditions within a limit to decide is a warning, and so is a permit for
an activity that is listed as 行政确认 or 其他行政权力 and that no law or regulation sets. Helping with a permission
(looking up, replacing, advising) is a service, and papers that show what somebody is (优待证, 借书证) allow nothing.

Why: what is called a filing or a service and can be refused is a licence that nobody set, outside the baseline and
outside the power list.

Source: 行政许可法 第二条, by which letting somebody do something on application and after examination is a licence;
优化营商环境条例 第三十九条; 国务院关于严格控制新设行政许可的通知（国发〔2013〕39号）.

Bad: `name: 诊所年检`, `type: 其他行政权力`, with a result of kind 证照.

Bad: `name: 美发师上岗证办理`, `type: 公共服务`.

Good: `name: 诊所备案` with `result: {name: 备案回执, kind: 其他}`.

中文

本条查出变相的许可：名称是年检、年审、年度检验、备案，却发给证照或者作出准予决定的；备案列为行政许可的。

列为公共服务、实际准予从事某种活动的，也查：名称或者结果是许可、核准、上岗证、准入之类，名称是年检、年审，或者作出批文的，是错
误；没有法律、法规设定，却要收费、考试合格，或者按条件在时限内作出决定才发证照的，是警告。列为行政确认、其他行政权力而没有法律、
法规设定的上岗证之类，也是警告。查询、补办、咨询这类帮忙的，和证明身份、待遇的证件（优待证、借书证），不算。

为什么：可以不准的备案、公共服务，就是没有依据的许可，还逃过了改革基线和权责清单。

依据：《行政许可法》第二条，依申请、经审查、准予从事特定活动的就是许可；《国务院关于严格控制新设行政许可的通知》（国发〔2013〕39号）；《优化营商环境条例》第三十九条。

反例：`name: 诊所年检`，类型其他行政权力，却发给证照。

反例：`name: 美发师上岗证办理`，`type: 公共服务`。

正例：`name: 诊所备案`，`result: {name: 备案回执, kind: 其他}`。

怎样改：备案只收存材料、出具回执；年检改为年度报告；确是法律设定的许可，用法定名称，类型写行政许可；没有法律、法规设定的，停止
实施。
"""

import re
from collections.abc import Iterator, Mapping

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.approval import Approval
from wudan.catalog.permission import Sign, permission_sign
from wudan.law.register import is_set_by_law
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_CHECK = re.compile("年检|年审|年度检验|年度审验|年度验证")
_FILING = re.compile(r"备案(?:（[^）]*）)?$")
_PLACES: Mapping[Sign, tuple[str, ...]] = {
    "named": ("name",),
    "result": ("result", "name"),
    "paper": ("result", "kind"),
    "judged": ("type",),
}


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give an item in use that is called a check, a filing or a service and works as a licence."""
    record = placed.record
    if not record.is_in_use:
        return
    is_check, is_filing = bool(_CHECK.search(record.name)), bool(_FILING.search(record.name))
    gives_permit = record.result is not None and record.result.kind in ("证照", "批文")
    if (is_filing and record.type == "行政许可") or (is_check and record.type != "行政许可" and gives_permit):
        yield _problem(placed, "filing" if is_filing else "check")
    elif is_filing and record.result is not None and record.result.kind == "批文":
        yield _problem(placed, "filing")
    elif record.type != "行政许可":
        yield from _disguised(placed, is_set_by_law=is_set_by_law(record, catalog))


def _disguised(placed: Placed[Approval], *, is_set_by_law: bool) -> Iterator[Problem]:
    """Give an item that its type says is no licence, and that is one by what it does."""
    record = placed.record
    sign = permission_sign(record, is_set_by_law=is_set_by_law)
    is_service = record.type == "公共服务"
    if sign is None:
        return
    arguments = {"name": record.name, "type": record.type, "result": record.result.name if record.result else ""}
    is_certain = is_service and sign != "judged"
    yield problem_at(
        placed,
        *_PLACES[sign],
        message=sign,
        arguments=arguments,
        about=("disguised", sign),
        level="error" if is_certain else None,
    )


def _problem(placed: Placed[Approval], message: str) -> Problem:
    arguments = {"name": placed.record.name}
    return problem_at(placed, "name", message=message, arguments=arguments, about=(message,))


_DISGUISE = Words(
    "法律、法规设定的，类型写行政许可并写上设定依据；没有的，停止实施；只是服务的，名称和结果照实写。",
    "Make it a licence with its law; without one, stop it; if it only helps, say so in name and result.",
)

RULE = ItemRule(
    code="L012",
    level="warning",
    title=Words("变相的许可", "Licence in disguise"),
    messages={
        "check": Message(
            Words(
                "“{name}”以年检、年审的名义起许可的作用。", "'{name}' is called an annual check and works as a licence."
            ),
            Words("改为年度报告，或者取消。", "Make it an annual report, or cancel it."),
        ),
        "filing": Message(
            Words("“{name}”以备案的名义起许可的作用。", "'{name}' is called a filing and works as a licence."),
            Words(
                "备案只收存材料、出具回执；确是许可的，用法定名称。",
                "A filing takes note; a licence has its legal name.",
            ),
        ),
        "named": Message(
            Words(
                "“{name}”列为{type}，名称就是许可。", "'{name}' is listed as {type}; by its name it is a permission."
            ),
            _DISGUISE,
        ),
        "result": Message(
            Words(
                "“{name}”列为{type}，发的“{result}”是准予从事活动的许可。",
                "'{name}' is listed as {type}, and the '{result}' that it gives is a permission.",
            ),
            _DISGUISE,
        ),
        "paper": Message(
            Words(
                "“{name}”列为{type}，却要作出批文“{result}”。",
                "'{name}' is listed as {type} and ends in a written decision, '{result}'.",
            ),
            _DISGUISE,
        ),
        "judged": Message(
            Words(
                "“{name}”列为{type}，没有法律、法规设定，发“{result}”却要收费、考核或者按条件审查。",
                "'{name}' is listed as {type}, no law sets it, and '{result}' is given for a charge or on conditions.",
            ),
            _DISGUISE,
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
)
