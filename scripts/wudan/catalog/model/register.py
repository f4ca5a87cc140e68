"""The smaller registers: standards, intermediary services, everyday words, case figures."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Citation, Lasting, Record
from wudan.catalog.model.field import about, date, identifier, reference, text
from wudan.catalog.model.values import Status


class Standard(Record, frozen=True, kw_only=True):
    """One standard of the service centre's system (服务标准)."""

    number: Annotated[str, text("标准编号", example="XMFW/T 201-2015")]
    name: Annotated[str, text("标准名称", example="窗口服务规范")]
    system: Annotated[
        Literal["服务通用基础标准体系", "服务保障标准体系", "服务提供标准体系"],
        about("所属体系", example="服务提供标准体系"),
    ]
    subsystem: Annotated[str | None, text("子体系", example="服务质量控制")] = None
    change: Annotated[Literal["新制定", "修订", "沿用", "废止"] | None, about("变动", example="修订")] = None
    since: Annotated[str | None, date("实施日期")] = None


class Intermediary(Lasting, Record, frozen=True, kw_only=True):
    """A service that an applicant must buy from a third party for an approval (中介服务)."""

    id: Annotated[str, identifier("中介服务编号", example="zj-001")]
    name: Annotated[str, text("中介服务名称", example="施工图设计文件审查")]
    status: Annotated[Status, about("状态", "清理规范后不再要求的写“取消”", example="在用")] = "在用"
    base: Annotated[str | None, identifier("基线编号", "在改革基线中对应的条目", example="r10-0901")] = None
    approvals: Annotated[tuple[str, ...], about("涉及审批", example=["zjj-xk-001"])] = ()
    provider: Annotated[str | None, text("实施机构", example="有资质的审图机构")] = None
    provider_nature: Annotated[
        Literal["企业", "事业单位", "社会组织", "不限"] | None, about("机构性质", example="不限")
    ] = None
    basis: Annotated[tuple[Citation, ...], about("设定依据")] = ()
    price: Annotated[
        Literal["政府定价", "政府指导价", "市场调节价"] | None, about("收费方式", example="市场调节价")
    ] = None
    note: Annotated[str | None, text("说明", example="申请人可以自行完成，也可以委托")] = None


class Word(Record, frozen=True, kw_only=True):
    """Everyday words and the official terms that they stand for (词表)."""

    words: Annotated[
        tuple[Annotated[str, text("说法", example="开饭店")], ...],
        about("群众说法", example=["开饭店", "开餐馆"], minItems=1),
    ]
    terms: Annotated[
        tuple[Annotated[str, text("对应词", example="食品经营许可")], ...],
        about("清单用语", "事项名称，或者名称中的词", example=["食品经营许可"], minItems=1),
    ]


class Counts(Record, frozen=True, kw_only=True):
    """Numbers of cases, in cases."""

    pending_before: Annotated[int | None, about("期初在办", "单位为件", example=3, minimum=0)] = None
    accepted: Annotated[int, about("受理", "单位为件", example=243534, minimum=0)]
    finished: Annotated[int, about("办结", "单位为件", example=243532, minimum=0)]
    immediate: Annotated[int | None, about("即办件", "单位为件", example=214612, minimum=0)] = None
    promised: Annotated[int | None, about("承诺件", "单位为件", example=28324, minimum=0)] = None
    reported: Annotated[int | None, about("上报件", "单位为件", example=596, minimum=0)] = None
    rate: Annotated[
        float | None, about("办结率", "照原件所印，单位为百分之一", example=99.0, minimum=0, maximum=100)
    ] = None


Measure = Literal[
    "审批事项", "进厅事项", "权责事项", "收费项目", "政府性基金", "负面清单条目", "服务标准",
    "部门", "窗口", "乡镇便民服务中心", "村级便民服务站",
]  # fmt: skip


class Claim(Record, frozen=True, kw_only=True):
    """A published count that the lists must bear out."""

    subject: Annotated[str, text("统计事项", example="进驻大厅的审批服务项目")]
    count: Annotated[float, about("数量", example=122)]
    unit: Annotated[str | None, text("单位", example="项")] = None
    measure: Annotated[Measure | None, about("清单口径", "可以由清单算出的填写，由程序核对", example="进厅事项")] = None
    on: Annotated[str | None, date("统计日期", "不填时为截止日期")] = None


class Share(Record, frozen=True, kw_only=True):
    """One part of a total."""

    name: Annotated[str, text("分项", example="行政许可")]
    count: Annotated[float, about("数量", example=130)]


class Total(Record, frozen=True, kw_only=True):
    """A published total and the parts that must make it."""

    subject: Annotated[str, text("合计事项", example="权责事项合计")]
    total: Annotated[float, about("合计", example=3064)]
    parts: Annotated[tuple[Share, ...], about("分项", minItems=1)]


class Balance(Record, frozen=True, kw_only=True):
    """The balance of a self-check: from the baseline to what is there now, in items (自查统计表)."""

    department: Annotated[str | None, reference("departments", "部门", "不填时为全市", example="wjw")] = None
    baseline: Annotated[int, about("基线事项", "单位为项", example=12, minimum=0)]
    cancelled: Annotated[int, about("取消", "单位为项", example=1, minimum=0)] = 0
    delegated: Annotated[int, about("下放", "单位为项", example=1, minimum=0)] = 0
    converted: Annotated[int, about("转为其他类型", "单位为项", example=0, minimum=0)] = 0
    net_merged: Annotated[int, about("合并净减", "原项数减现项数", example=1, minimum=0)] = 0
    taken_over: Annotated[int, about("承接", "单位为项", example=1, minimum=0)] = 0
    added: Annotated[int, about("新增", "单位为项", example=0, minimum=0)] = 0
    net_split: Annotated[int, about("拆分净增", "现项数减原项数", example=0, minimum=0)] = 0
    present: Annotated[int, about("现有事项", "单位为项", example=10, minimum=0)]


class Statistics(Record, frozen=True, kw_only=True):
    """Case figures of one period, as printed by their source."""

    id: Annotated[str, identifier("统计编号", "与文件名相同", example="y2015-01-10")]
    title: Annotated[str, text("标题", example="2015年1—10月办件统计")]
    since: Annotated[str, date("起始日期")]
    until: Annotated[str, date("截止日期")]
    source: Annotated[str, text("出处", example="市行政服务中心2015年工作总结")]
    cases: Annotated[Counts | None, about("办件数量")] = None
    claims: Annotated[tuple[Claim, ...], about("其他统计数")] = ()
    totals: Annotated[tuple[Total, ...], about("合计与分项")] = ()
    balances: Annotated[tuple[Balance, ...], about("自查平衡")] = ()
    note: Annotated[str | None, text("说明", example="办结数为原文所印")] = None
