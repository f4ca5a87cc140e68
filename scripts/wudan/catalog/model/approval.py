"""行政审批事项清单: an approval item, as complete as a service guide."""

from typing import Annotated

from wudan.catalog.model.base import Citation, Limit, Record, TypedEntry
from wudan.catalog.model.field import about, identifier, reference, text, web_address
from wudan.catalog.model.values import (
    CaseType,
    Channel,
    FirmTopic,
    LimitUnit,
    MaterialForm,
    MaterialKind,
    MaterialSource,
    Necessity,
    OnlineDepth,
    PartKind,
    PersonTopic,
    PowerSource,
    Remedy,
    ResultKind,
    Scope,
    Served,
)


class Condition(Record, frozen=True, kw_only=True):
    """One thing that must hold before the approval can be given."""

    text: Annotated[str, text("条件", "一条写一个条件", example="有与经营规模相适应的固定场所")]
    basis: Annotated[Citation | None, about("依据")] = None


class ExternalApproval(Record, frozen=True, kw_only=True):
    """An approval that another level of government gives."""

    name: Annotated[str, text("名称", example="河道管理范围内建设项目工程建设方案审查")]
    body: Annotated[str | None, text("实施主体", example="郑州市水务局")] = None
    level: Annotated[str | None, text("行使层级", example="市级")] = None


class Precondition(Record, frozen=True, kw_only=True):
    """Something that must be finished before, or alongside, this approval (前置条件)."""

    approval: Annotated[str | None, identifier("前置事项", "本市清单中的事项编号", example="gsj-xk-002")] = None
    external: Annotated[ExternalApproval | None, about("外部事项", "不在本市清单中的前置审批")] = None
    timing: Annotated[str | None, text("先后", "前置、并联或后置", example="前置")] = None
    part: Annotated[str | None, identifier("适用情形", "只对某个情形要求时填写", example="a")] = None
    basis: Annotated[Citation | None, about("依据")] = None


class Material(Record, frozen=True, kw_only=True):
    """One document that the applicant hands in."""

    name: Annotated[str, text("材料名称", "写具体名称，不写“其他材料”", example="卫生检测报告", element="申请材料")]
    kind: Annotated[MaterialKind | None, about("材料类型", example="原件", element="材料类型")] = None
    form: Annotated[MaterialForm | None, about("材料形式", example="纸质", element="材料形式")] = None
    copies: Annotated[int | None, about("份数", example=1, minimum=0, maximum=100)] = None
    required: Annotated[Necessity | None, about("必要性", example="必要", element="材料必要性")] = None
    source: Annotated[MaterialSource | None, about("来源渠道", example="中介机构出具", element="来源渠道")] = None
    issued_by: Annotated[str | None, text("出具单位", "从哪里取得", example="有资质的检测机构")] = None
    issuing_department: Annotated[
        str | None, reference("departments", "核发部门", "由本市部门核发的，填部门编号", example="gsj")
    ] = None
    blank: Annotated[
        str | None,
        web_address("空白表格", "可下载的空白表格地址", example="https://www.example.cn/forms/wjw-xk-003.docx"),
    ] = None
    sample: Annotated[
        str | None,
        web_address("示范文本", "填写样例的地址", example="https://www.example.cn/samples/wjw-xk-003.pdf"),
    ] = None
    note: Annotated[str | None, text("填报须知", example="检测日期在申请前一年内")] = None
    basis: Annotated[Citation | None, about("材料依据")] = None


class Stage(Record, frozen=True, kw_only=True):
    """One step of the process, from acceptance to delivery (办理环节)."""

    stage: Annotated[str, text("环节", example="受理", element="办理流程")]
    office: Annotated[str | None, text("承办机构", example="大厅卫生计生窗口")] = None
    limit: Annotated[Limit | None, about("环节时限")] = None
    duty: Annotated[str | None, text("审查内容", "这一环节做什么", example="核对材料是否齐全、符合法定形式")] = None
    parallel_to: Annotated[str | None, text("并行环节", "与哪个环节同时进行", example="现场核查")] = None


class SpecialProcedure(Record, frozen=True, kw_only=True):
    """Time that does not count towards the limit: hearing, test, expert review (行政许可法 第四十五条)."""

    name: Annotated[str, text("程序名称", example="检验检测")]
    limit: Annotated[Limit | None, about("所需时间")] = None
    basis: Annotated[Citation | None, about("依据")] = None


class MeanTime(Record, frozen=True, kw_only=True):
    """A mean time, which need not be a whole number."""

    count: Annotated[float, about("数量", example=5.1, minimum=0, maximum=10000)]
    unit: Annotated[LimitUnit, about("单位", example="工作日")]


class TimeLimit(Record, frozen=True, kw_only=True):
    """How long the approval takes: by law, by promise, and in fact."""

    statutory: Annotated[Limit | None, about("法定办结时限", element="法定办结时限")] = None
    extension: Annotated[Limit | None, about("可延长期限", "经批准可以延长的时间")] = None
    promised: Annotated[Limit | None, about("承诺办结时限", element="承诺办结时限")] = None
    actual_mean: Annotated[MeanTime | None, about("平均实际办理时间")] = None


class Entrustment(Record, frozen=True, kw_only=True):
    """The body that entrusts its power, and on what ground."""

    body: Annotated[str, text("委托机关", example="河南省食品药品监督管理局")]
    basis: Annotated[Citation | None, about("委托依据")] = None


class Bodies(Record, frozen=True, kw_only=True):
    """Who accepts and who decides; where absent, the department that owns the file does both."""

    accepts: Annotated[str | None, reference("departments", "受理机构", example="wjw", element="受理机构")] = None
    decides: Annotated[str | None, reference("departments", "决定机构", example="wjw", element="决定机构")] = None
    joint: Annotated[
        tuple[Annotated[str, reference("departments", "联办机构", example="hbj")], ...],
        about("联办机构", example=["hbj"], element="联办机构"),
    ] = ()
    reports_to: Annotated[str | None, text("上报机关", "上报件由哪个上级机关决定", example="郑州市教育局")] = None
    entrusted_by: Annotated[Entrustment | None, about("委托")] = None


class Part(Record, frozen=True, kw_only=True):
    """A sub-item or a case of an item (子项、情形); what is counted is the item."""

    id: Annotated[str, identifier("分项编号", "在本事项内唯一", example="a")]
    name: Annotated[str, text("分项名称", example="新办")]
    kind: Annotated[PartKind, about("分项类别", example="情形")]
    code: Annotated[str | None, text("业务办理项编码", "33 位", example="11440100007482575H344011800900001")] = None
    conditions: Annotated[tuple[Condition, ...], about("办理条件", "与事项不同时填写")] = ()
    materials: Annotated[tuple[Material, ...], about("申请材料", "与事项不同时填写")] = ()
    time_limit: Annotated[TimeLimit | None, about("办理时限", "与事项不同时填写")] = None


class Topics(Record, frozen=True, kw_only=True):
    """The themes under which firms and persons find the item."""

    firm: Annotated[tuple[FirmTopic, ...], about("法人主题", example=["准营准办"], element="法人主题分类")] = ()
    person: Annotated[tuple[PersonTopic, ...], about("自然人主题", example=["就业创业"], element="自然人主题分类")] = ()


class Validity(Record, frozen=True, kw_only=True):
    """How long the result holds and when its renewal is asked for."""

    term: Annotated[str, text("有效期", example="4年")]
    renewal: Annotated[str | None, text("延续申请", example="届满 30 日前")] = None
    basis: Annotated[Citation | None, about("依据")] = None


class Charge(Record, frozen=True, kw_only=True):
    """Whether the item costs anything, and which entries of the fee and fund lists it charges."""

    charged: Annotated[bool, about("是否收费", example=False, element="是否收费")]
    fees: Annotated[tuple[str, ...], about("收费项目", "收费清单中的编号", example=["wjw-sf-001"])] = ()
    funds: Annotated[tuple[str, ...], about("基金项目", "基金清单中的编号", example=["czj-jj-001"])] = ()
    note: Annotated[str | None, text("收费说明", example="按日计算，不足一日按一日计")] = None


class Result(Record, frozen=True, kw_only=True):
    """What the applicant receives in the end."""

    name: Annotated[str, text("结果名称", example="卫生许可证", element="审批结果名称")]
    kind: Annotated[ResultKind, about("结果类型", example="证照", element="审批结果类型")]
    valid_for: Annotated[str | None, text("有效期", example="4年")] = None
    delivery: Annotated[str | None, text("送达方式", example="窗口领取或者快递送达")] = None


class Handling(Record, frozen=True, kw_only=True):
    """A place where the item is handled, or the reason why no window has it (两集中两到位)."""

    place: Annotated[str | None, reference("places", "办理地点", example="hall")] = None
    window: Annotated[int | None, about("窗口号", example=12, minimum=1, maximum=999)] = None
    role: Annotated[str | None, text("办理事务", "咨询、受理、代办、审核、决定、发证", example="受理")] = None
    outside_hall: Annotated[str | None, text("不进大厅的理由", example="需在考试场地现场办理")] = None


class Online(Record, frozen=True, kw_only=True):
    """How far the item can be handled online."""

    depth: Annotated[OnlineDepth | None, about("网上办理深度", example="Ⅱ", element="网上办理深度")] = None
    url: Annotated[str | None, web_address("网上办理地址", example="https://www.example.cn/apply")] = None


class Contact(Record, frozen=True, kw_only=True):
    """Whom to ask and whom to complain to."""

    phone: Annotated[str | None, text("咨询电话", example="0371-00000012", element="咨询方式")] = None
    complaint: Annotated[str | None, text("监督投诉电话", example="0371-00000000", element="监督投诉方式")] = None


class Approval(TypedEntry, frozen=True, kw_only=True):
    """An approval item (行政审批事项)."""

    parts: Annotated[tuple[Part, ...], about("子项和情形")] = ()
    power_source: Annotated[PowerSource | None, about("权力来源", example="法定本级行使", element="权力来源")] = None
    bodies: Annotated[Bodies | None, about("实施主体", "不填时为清单所属部门", element="实施主体")] = None
    serves: Annotated[tuple[Served, ...], about("服务对象", example=["企业法人", "自然人"], element="服务对象")] = ()
    topics: Annotated[Topics | None, about("主题分类")] = None
    scope: Annotated[
        str | None, text("适用范围", "谁在什么情况下办理", example="在本市开办理发店、旅店的单位和个人")
    ] = None
    conditions: Annotated[tuple[Condition, ...], about("办理条件", element="受理条件")] = ()
    preconditions: Annotated[tuple[Precondition, ...], about("前置条件")] = ()
    intermediaries: Annotated[
        tuple[Annotated[str, reference("intermediaries", "中介服务", example="zj-001")], ...],
        about("中介服务", "中介服务清单中的编号", example=["zj-001"], element="中介服务"),
    ] = ()
    materials: Annotated[tuple[Material, ...], about("申请材料", element="申请材料")] = ()
    process: Annotated[tuple[Stage, ...], about("办理流程", element="办理流程")] = ()
    time_limit: Annotated[TimeLimit | None, about("办理时限")] = None
    special_procedures: Annotated[
        tuple[SpecialProcedure, ...], about("特殊程序", "不计入办理时限的程序", element="特殊环节")
    ] = ()
    case_type: Annotated[CaseType | None, about("办件类型", example="承诺件", element="办件类型")] = None
    channels: Annotated[tuple[Channel, ...], about("办理形式", example=["窗口"], element="办理形式")] = ()
    served_across: Annotated[Scope | None, about("通办范围", example="全县", element="通办范围")] = None
    visits: Annotated[
        int | None, about("到办事现场次数", example=1, minimum=0, maximum=20, element="到办事现场次数")
    ] = None
    quota: Annotated[str | None, text("数量限制", "没有限制写“无”", example="无", element="数量限制")] = None
    quota_method: Annotated[str | None, text("数量分配办法", "有数量限制时填写", example="按受理先后顺序")] = None
    validity: Annotated[Validity | None, about("有效期和延续")] = None
    remedy: Annotated[tuple[Remedy, ...], about("救济途径", example=["行政复议", "行政诉讼"])] = ()
    rights: Annotated[str | None, text("申请人权利和义务", example="对不予受理决定有权要求书面说明理由")] = None
    supervision: Annotated[str | None, text("事中事后监管", example="每年至少抽查一次")] = None
    fee: Annotated[Charge | None, about("收费", element="是否收费")] = None
    result: Annotated[Result | None, about("办理结果", element="审批结果")] = None
    handled_at: Annotated[tuple[Handling, ...], about("办理地点", element="办理地点")] = ()
    online: Annotated[Online | None, about("网上办理")] = None
    contact: Annotated[Contact | None, about("咨询和投诉")] = None
