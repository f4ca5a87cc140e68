"""The stages at which each type of power has duties, and those that a special procedure leaves out."""

from collections.abc import Mapping

from wudan.catalog.model.values import ItemType

# 中办发〔2015〕21号 asks for duties by stage; the stages are those of the Acts on licences (行政许可法 第四章),
# penalties (行政处罚法 第五章) and coercion (行政强制法 第三章), and of common practice for the others.
USUAL_STAGES: Mapping[ItemType, tuple[str, ...]] = {
    "行政许可": ("受理", "审查", "决定", "送达", "事后监管"),
    "行政处罚": ("立案", "调查取证", "审理", "告知", "决定", "送达", "执行"),
    "行政强制": ("决定", "执行"),
    "行政征收": ("告知", "征收"),
    "行政给付": ("受理", "审查", "决定", "给付"),
    "行政检查": ("检查", "处理"),
    "行政确认": ("受理", "审查", "决定", "送达"),
    "行政奖励": ("审查", "决定"),
    "行政裁决": ("受理", "审理", "裁决", "送达"),
    "其他行政权力": ("受理", "审查"),
}

LEFT_OUT: Mapping[str, frozenset[str]] = {
    "当场决定": frozenset({"审查", "审理", "立案", "催告", "公示"}),
    "简易程序": frozenset({"立案", "审理", "催告"}),
}
