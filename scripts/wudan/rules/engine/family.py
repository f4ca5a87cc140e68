"""The families of rules, by the first letter of their codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from wudan.words import Words


@dataclass(frozen=True, slots=True)
class Family:
    """A family: its name, and what its rules protect."""

    name: Words
    protects: Words


FAMILIES: Mapping[str, Family] = {
    "S": Family(
        Words("数据格式", "Data"),
        Words("文件读得懂、写法统一，编号和引用对得上。", "Files can be read, look alike, and refer to what exists."),
    ),
    "C": Family(
        Words("编码", "Codes"),
        Words("事项编码和信用代码写对、不重复。", "Codes are well-formed and belong to one item."),
    ),
    "X": Family(
        Words("清单之间", "Between the lists"),
        Words("审批、权责、收费、服务和地点互相对得上。", "Approvals, powers, fees, services and places agree."),
    ),
    "B": Family(
        Words("改革基线", "Reform baseline"),
        Words("目录之外无审批，取消、下放的落到实处。", "Nothing outside the baseline; what was cut stays cut."),
    ),
    "L": Family(
        Words("法律依据", "Law"),
        Words("依据有效、条款存在、有权设定。", "Citations are in force, exist, and may set what they set."),
    ),
    "F": Family(
        Words("收费和基金", "Fees and funds"),
        Words("该由谁设立的由谁设立，停征的不再收。", "Set by whom the law says; not collected once stopped."),
    ),
    "T": Family(
        Words("办理时限", "Time limits"),
        Words("承诺不超法定，各环节加得起来。", "Promises keep within the law, and stages add up."),
    ),
    "Q": Family(
        Words("指南质量", "Quality of the guide"),
        Words("群众看得懂、办得成，不泄露个人信息。", "People understand and succeed; no personal data gets out."),
    ),
    "N": Family(
        Words("统计数字", "Figures"),
        Words("公布的数字自己对得上，也和清单对得上。", "Published figures agree with themselves and the lists."),
    ),
    "P": Family(
        Words("审批和发布", "Approval and release"),
        Words("谁同意的、依据什么、到什么时候，都有据可查。", "Who agreed, on what ground, until when."),
    ),
}


def family_of(code: str) -> Family:
    """Give the family of a rule. Raises KeyError for a code that begins with no known letter."""
    return FAMILIES[code[0]]
