"""The ranks of law: what may set what."""

from collections.abc import Mapping

from wudan.catalog.model.values import LawKind

# From the highest to the lowest (立法法 第八十七条至第九十一条). A decision of the State Council stands beside its
# regulations, for either may set a licence (行政许可法 第十四条).
RANKS: Mapping[LawKind, int] = {
    "法律": 1,
    "行政法规": 2,
    "国务院决定": 2,
    "地方性法规": 3,
    "部门规章": 4,
    "省政府规章": 4,
    "市政府规章": 5,
    "规范性文件": 6,
}

# 行政许可法 第十四条至第十七条: what may set a licence. A provincial rule may set one for a year.
SETS_LICENCE: frozenset[LawKind] = frozenset({"法律", "行政法规", "国务院决定", "地方性法规", "省政府规章"})

# 行政许可法 第四十二条、第二十九条 and others speak of 法律、法规; a decision of the State Council stands beside these.
LAWS_AND_REGULATIONS: frozenset[LawKind] = frozenset({"法律", "行政法规", "国务院决定", "地方性法规"})
