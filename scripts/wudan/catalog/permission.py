"""Whether an item works as an approval, whatever its type says (行政许可法 第二条)."""

import re
from typing import Literal

from wudan.catalog.model.approval import Approval

Sign = Literal["named", "result", "paper", "judged"]
"""By what an item is known as a permission: name, result, a written decision, a certificate that is judged."""

_ACTIVITY = (
    "上岗|从业|执业|准入|准营|准运|准用|准销|开业|经营|营业|施工|生产|销售|运输|入场|进场|排放|采伐|开采|占用|挖掘"
)
_CARRIER = "证书|证件|牌照|执照|证|牌|卡"
_DONE = r"(?:办理|核发|发放|颁发|申领|申请|换发|延续|变更)*(?:（[^）]*）)?$"
_PERMIT = re.compile(rf"(?:{_ACTIVITY})(?:资格|许可|合格|登记|备案)?(?:{_CARRIER}){_DONE}")
_DECISION = re.compile(
    rf"(?:许可|准许|准予[^，。]{{0,8}}|核准|审批)(?:{_CARRIER}|决定书|决定|书|意见|文件|通知书)?{_DONE}"
    r"|(?:年检|年审|年度检验|年度审验|年度验证)(?:（[^）]*）)?$"
)
# What helps with a permission that somebody has or will ask for is a service indeed.
_HELPING = re.compile(
    "查询|查验|补办|补领|补发|遗失|打印|下载|咨询|代办|帮办|领办|公示|公告|宣传|培训|辅导|预约|指南|提醒"
)
_SUITED = re.compile(
    "(?:考试|考核|培训|评审|验收|测评)[^，。；]{0,8}(?:合格|通过)|(?:合格|通过)[^，。；]{0,4}(?:考试|考核|评审|验收)"
)
# Papers that show what somebody is, owns or may enjoy, and allow no activity.
_OF_STANDING = re.compile(
    "优待|优惠|优抚|残疾|老年|敬老|借书|借阅|阅览|居住|身份|学生|社会保障|社保|市民|荣誉|志愿|献血|独生子女|接种"
)


def permission_sign(item: Approval, *, is_set_by_law: bool) -> Sign | None:
    """Say by what an item that is listed as no licence is known as one, None where nothing says so.

    Any item that no law or regulation sets (`is_set_by_law`) is one if its name or result is a permit for an activity,
    and a public service is, set by law or not. A public service is one, too, if it is called a decision or an annual
    check or ends in one, and if nothing sets it and its certificate is judged: given after an examination, for a
    charge, or on conditions within a limit to decide. A paper that shows what somebody is allows nothing.
    """
    is_service = item.type == "公共服务"
    if not is_service and (is_set_by_law or item.type not in ("行政确认", "其他行政权力") or not item.basis):
        return None
    if _HELPING.search(item.name):
        return None
    result = item.result.name if item.result else ""
    if _PERMIT.search(item.name) or (is_service and _DECISION.search(item.name)):
        return "named"
    if _PERMIT.search(result) or (is_service and _DECISION.search(result)):
        return "result"
    return _sign_of_service(item, is_set_by_law=is_set_by_law) if is_service else None


def _sign_of_service(item: Approval, *, is_set_by_law: bool) -> Sign | None:
    if item.result is None:
        return None
    if item.result.kind == "批文":
        return "paper"
    is_paper_of_right = item.result.kind == "证照" and not _OF_STANDING.search(item.result.name)
    return "judged" if is_paper_of_right and not is_set_by_law and _is_judged(item) else None


def _is_judged(item: Approval) -> bool:
    """Say whether a certificate depends on more than that somebody asks for it and says who he is."""
    if item.fee is not None and item.fee.charged:
        return True
    if item.validity is not None and item.validity.renewal and item.validity.basis is None:
        return True
    return any(_SUITED.search(condition.text) for condition in item.conditions) or (
        item.case_type == "承诺件" and bool(item.conditions)
    )
