"""行政权责清单: a power, with the duties and the accountability that come with it."""

from typing import Annotated, Literal

from wudan.catalog.model.approval import Bodies, Part
from wudan.catalog.model.base import Citation, Limit, Record, TypedEntry
from wudan.catalog.model.field import about, text
from wudan.catalog.model.values import PowerSource, Served


class Duty(Record, frozen=True, kw_only=True):
    """What must be done at one stage of exercising the power (责任事项)."""

    stage: Annotated[str, text("环节", example="受理")]
    duty: Annotated[str, text("责任事项", example="公示应当提交的材料，一次性告知补正内容")]
    office: Annotated[str | None, text("承办科室", example="行政审批科")] = None
    limit: Annotated[Limit | None, about("环节时限")] = None
    basis: Annotated[Citation | None, about("责任依据")] = None


class Accountability(Record, frozen=True, kw_only=True):
    """A failure for which somebody answers (追责情形)."""

    situation: Annotated[str, text("追责情形", example="对符合法定条件的申请不予受理")]
    basis: Annotated[Citation | None, about("追责依据")] = None


class Power(TypedEntry, frozen=True, kw_only=True):
    """A power and the duties by stage that come with it (权责事项)."""

    parts: Annotated[tuple[Part, ...], about("子项和情形")] = ()
    power_source: Annotated[PowerSource | None, about("权力来源", example="法定本级行使", element="权力来源")] = None
    bodies: Annotated[Bodies | None, about("行使主体", "不填时为清单所属部门")] = None
    approvals: Annotated[tuple[str, ...], about("审批事项", "本项权力对应的审批事项编号", example=["wjw-xk-003"])] = ()
    serves: Annotated[tuple[Served, ...], about("行政相对人", example=["企业法人"])] = ()
    procedure: Annotated[Literal["一般程序", "简易程序", "当场决定"] | None, about("程序", example="一般程序")] = None
    duties: Annotated[tuple[Duty, ...], about("责任事项", "按环节先后排列")] = ()
    accountability: Annotated[tuple[Accountability, ...], about("追责情形")] = ()
    phone: Annotated[str | None, text("监督电话", example="0371-00000000")] = None
