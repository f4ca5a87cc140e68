"""The stages of a procedure, whatever a department calls them."""

from collections.abc import Mapping

ACCEPTANCE, EXAMINATION, DECISION, DELIVERY = "受理", "审查", "决定", "送达"
INSPECTION, SUPERVISION, ANNOUNCEMENT = "现场核查", "事后监管", "公示"

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    ACCEPTANCE: (
        "申请", "申请受理", "窗口受理", "接件", "收件", "接收", "收件受理", "申请与受理", "受理登记", "受理推荐",
    ),
    EXAMINATION: (
        "审核", "初审", "初步审查", "材料审查", "书面审查", "复审", "审查审核", "实质审查", "复核", "审核公示",
    ),
    INSPECTION: (
        "现场勘查", "现场踏勘", "勘验", "现场勘验", "实地核查", "现场检查", "现场审查", "现场审核", "踏勘",
    ),
    DECISION: (
        "审批", "批准", "核准", "审定", "审批决定", "作出决定", "签批", "办结", "许可决定", "当场决定", "表彰",
    ),
    DELIVERY: (
        "发证", "制证", "颁证", "制证发证", "制证与送达", "办结送达", "送达发证", "告知送达", "取件",
    ),
    SUPERVISION: ("监管", "事中事后监管", "后续监管", "监督检查", "监督管理"),
    ANNOUNCEMENT: ("公开", "信息公开", "公告", "公示公告"),
    "立案": ("受案",),
    "调查取证": ("调查", "取证"),
    "审理": ("案件审理", "审查审理", "案审"),
    "告知": ("事先告知", "处罚告知", "告知当事人", "权利告知"),
    "执行": ("处罚执行", "实施"),
    "检查": ("实施检查", "开展检查"),
    "处理": ("处置", "督促整改", "检查处理", "处理决定"),
}  # fmt: skip
_STANDARD = {synonym: stage for stage, synonyms in _SYNONYMS.items() for synonym in synonyms}


def standard_stage(name: str) -> str:
    """Give the usual name of a stage: 窗口受理 is 受理, 审查责任 is 审查; a name that is no synonym stays as it is."""
    plain = name.strip().removesuffix("责任").removesuffix("阶段").removesuffix("环节")
    return _STANDARD.get(plain, plain)
