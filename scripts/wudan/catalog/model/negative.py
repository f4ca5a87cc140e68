"""产业集聚区企业投资项目管理负面清单: what may not, or only under conditions, be invested in."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Entry, Record
from wudan.catalog.model.field import about, text


class Industry(Record, frozen=True, kw_only=True):
    """A class of the national classification of economic activities (GB/T 4754)."""

    code: Annotated[
        str,
        about(
            "行业代码",
            "一位字母，或字母后二至四位数字",
            example="C3011",
            pattern=r"^[A-T]([0-9]{2,4})?$(?!\n)",
        ),
    ]
    edition: Annotated[
        Literal["GB/T 4754-2002", "GB/T 4754-2011", "GB/T 4754-2017"],
        about("分类版本", example="GB/T 4754-2011"),
    ]
    name: Annotated[str | None, text("行业名称", example="水泥制造")] = None


class NegativeEntry(Entry, frozen=True, kw_only=True):
    """One entry of a zone's negative list (负面清单)."""

    nature: Annotated[
        Literal["市场准入", "投资管理", "产业禁限", "生态环境"] | None, about("清单性质", example="产业禁限")
    ] = None
    industry: Annotated[tuple[Industry, ...], about("国民经济行业")] = ()
    measure: Annotated[Literal["禁止", "限制"] | None, about("管理措施", example="禁止")] = None
    requirement: Annotated[str | None, text("具体要求", example="不得新建水泥熟料生产线")] = None
    exceptions: Annotated[str | None, text("例外情形", example="等量置换的技术改造项目除外")] = None
    approvals: Annotated[
        tuple[str, ...], about("对应审批", "限制类项目要办理的审批事项编号", example=["fgw-xk-001"])
    ] = ()
