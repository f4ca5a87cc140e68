"""行政事业性收费清单 and 政府性基金清单."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Entry, Record
from wudan.catalog.model.field import about, date, reference, text


class Document(Record, frozen=True, kw_only=True):
    """An official document by title and number."""

    title: Annotated[str | None, text("文件名称", example="关于公共场所卫生监测收费标准的通知")] = None
    number: Annotated[str | None, text("文号", example="豫发改收费〔2004〕110号")] = None
    issuer: Annotated[str | None, text("发文机关", example="河南省发展和改革委员会")] = None


class Amount(Record, frozen=True, kw_only=True):
    """An amount of money, or the span that the standard allows."""

    least: Annotated[float, about("下限", "单位为元", example=50, minimum=0)]
    most: Annotated[float, about("上限", "单位为元；固定金额时与下限相同", example=50, minimum=0)]


class FeeEntry(Record, frozen=True, kw_only=True):
    """A sub-entry of a fee; three levels are written 1、（1）、①."""

    number: Annotated[str, text("序号", "如 1、（1）、①", example="（1）")]
    name: Annotated[str, text("子项名称", example="一类场所")]
    standard: Annotated[str | None, text("收费标准", example="每次 80 元")] = None
    amount: Annotated[Amount | None, about("金额", "单位为元")] = None


class Stopped(Record, frozen=True, kw_only=True):
    """The day from which a fee is no longer collected, and the document that says so."""

    on: Annotated[str, date("停征日期")]
    document: Annotated[str, text("停征文件", example="财税〔2014〕101号")]


class Fee(Entry, frozen=True, kw_only=True):
    """An administrative fee (行政事业性收费)."""

    nature: Annotated[
        Literal["许可收费", "资源有偿使用", "补偿", "检验检测", "服务"] | None,
        about("收费性质", example="检验检测"),
    ] = None
    collector: Annotated[str | None, reference("departments", "执收单位", "不填时为清单所属部门", example="wjw")] = None
    payer: Annotated[str | None, text("缴费人", example="申请公共场所卫生许可的单位和个人")] = None
    standard: Annotated[str | None, text("收费标准", example="每个监测点 80 元")] = None
    unit: Annotated[str | None, text("计费单位", example="元/点")] = None
    amount: Annotated[Amount | None, about("金额", "单位为元")] = None
    entries: Annotated[tuple[FeeEntry, ...], about("收费子项", "按序号排列")] = ()
    project_document: Annotated[Document | None, about("立项文件")] = None
    standard_document: Annotated[Document | None, about("标准文件")] = None
    set_by: Annotated[Literal["中央", "省", "市", "县"] | None, about("设立级次", example="中央")] = None
    money: Annotated[
        Literal["缴入中央国库", "缴入中央和地方国库", "缴入地方国库", "缴入财政专户"] | None,
        about("资金管理方式", example="缴入地方国库"),
    ] = None
    burdens_firms: Annotated[bool | None, about("是否涉企收费", example=True)] = None
    exemptions: Annotated[str | None, text("减免规定", example="小微企业免征")] = None
    stopped: Annotated[Stopped | None, about("停征情况")] = None


class Fund(Entry, frozen=True, kw_only=True):
    """A government fund (政府性基金)."""

    payer: Annotated[str | None, text("缴纳人", example="销售水泥的生产企业")] = None
    collector: Annotated[str | None, reference("departments", "征收单位", "不填时为清单所属部门", example="czj")] = None
    standard: Annotated[str | None, text("征收标准", example="实际销售额的 3%")] = None
    purpose: Annotated[str | None, text("基金用途", example="农田水利建设")] = None
    term: Annotated[str | None, text("征收期限", example="至 2020-12-31")] = None
    document: Annotated[Document | None, about("设立文件")] = None
    money: Annotated[
        Literal["缴入中央国库", "缴入中央和地方国库", "缴入地方国库"] | None,
        about("资金管理方式", example="缴入地方国库"),
    ] = None
    stopped: Annotated[Stopped | None, about("停征情况")] = None
