"""The frozen reform baseline and the decisions that adjust it."""

from typing import Annotated, Literal

import msgspec

from wudan.catalog.model.approval import Charge, Precondition, Stage, TimeLimit
from wudan.catalog.model.base import Citation, Record
from wudan.catalog.model.fee import Amount
from wudan.catalog.model.field import about, date, identifier, reference, text
from wudan.catalog.model.values import ItemType, Level

ChangeKind = Literal[
    "cancel", "delegate_down", "take_over", "merge", "split", "rename", "transfer", "convert",
    "amend", "suspend", "resume", "add", "restore", "post",
]  # fmt: skip
ListKindId = Literal["approvals", "powers", "fees", "funds", "negative", "intermediaries"]


class BaselineEntry(Record, frozen=True, kw_only=True):
    """An item as the reform baseline has it: the six aspects that a review compares."""

    id: Annotated[str, identifier("基线编号", example="r10-0312")]
    list: Annotated[ListKindId, about("清单", example="approvals")] = "approvals"
    name: Annotated[str, text("事项名称", example="公共场所卫生许可")]
    type: Annotated[ItemType | None, about("事项类型", example="行政许可")] = None
    body: Annotated[str, reference("departments", "实施主体", example="wjw")]
    basis: Annotated[tuple[Citation, ...], about("设定依据")] = ()
    preconditions: Annotated[tuple[Precondition, ...], about("前置条件")] = ()
    process: Annotated[tuple[Stage, ...], about("审批流程")] = ()
    time_limit: Annotated[TimeLimit | None, about("办理时限")] = None
    parts: Annotated[tuple[str, ...], about("子项名称")] = ()
    level: Annotated[Level | None, about("行使层级", "不填时为本级", example="县级")] = None
    fee: Annotated[Charge | None, about("收费", "审批事项是否收费", example={"charged": False})] = None
    amount: Annotated[Amount | None, about("收费金额", "收费项目的标准，单位为元")] = None


class Baseline(Record, frozen=True, kw_only=True):
    """The result of one round of reform, frozen (改革基线)."""

    id: Annotated[str, identifier("基线编号", "与文件名相同", example="round-10")]
    title: Annotated[str, text("基线名称", example="第十轮行政审批制度改革目录")]
    as_of: Annotated[str, date("基准日期")]
    document: Annotated[str, text("公布文件", example="郑政文〔2013〕118号")]
    covers: Annotated[tuple[ItemType, ...], about("覆盖类型", "只比较这些类型的事项", example=["行政许可"])]
    registration_preconditions: Annotated[
        tuple[str, ...],
        about("保留的登记前置", "国家目录中仍作为企业登记前置的审批；不填时不核对", example=["危险化学品经营许可"]),
    ] = ()
    entries: Annotated[tuple[BaselineEntry, ...], about("事项")]


class Change(Record, frozen=True, kw_only=True):
    """One change that a decision makes to the baseline."""

    kind: Annotated[ChangeKind, about("调整方式", example="cancel")]
    list: Annotated[ListKindId, about("清单", example="approvals")] = "approvals"
    from_: Annotated[tuple[str, ...], about("原条目", "基线编号", example=["r10-0312"])] = msgspec.field(
        default=(), name="from"
    )
    to: Annotated[tuple[BaselineEntry, ...], about("调整后条目", "写全")] = ()
    part: Annotated[bool, about("是否部分调整", example=False)] = False
    parts: Annotated[tuple[str, ...], about("所涉子项", "部分调整时，写被调整的子项名称", example=["公园"])] = ()
    from_level: Annotated[Level | None, about("原层级", example="市级")] = None
    to_level: Annotated[Level | None, about("调整后层级", example="县级")] = None
    converted_to: Annotated[str | None, text("转为何类型", example="备案")] = None
    effective_on: Annotated[str | None, date("生效日期", "不填时为文件日期")] = None
    status: Annotated[
        Literal["in_force", "pending_law"], about("状态", "等待修改法律的写 pending_law", example="in_force")
    ] = "in_force"
    note: Annotated[str | None, text("说明", example="只取消公园、体育场馆部分")] = None


class Adjustment(Record, frozen=True, kw_only=True):
    """One decision that adjusts the baseline (调整决定)."""

    document: Annotated[str, text("文号", example="国发〔2015〕11号")]
    title: Annotated[str, text("文件名称", example="国务院关于取消和调整一批行政审批项目等事项的决定")]
    issuer: Annotated[str, text("发文机关", example="国务院")]
    date: Annotated[str, date("文件日期")]
    binds: Annotated[tuple[Level, ...], about("约束层级", "只对这些层级生效；不填为本级", example=["县级"])] = ()
    demo: Annotated[bool, about("是否演示", "没有真实依据、仅作演示的写 true", example=False)] = False
    changes: Annotated[tuple[Change, ...], about("调整内容")]
