"""catalog.yml: which city this is, and by which day and measure its lists are judged."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Record
from wudan.catalog.model.field import about, date, text, web_address
from wudan.catalog.model.values import Level


class Region(Record, frozen=True, kw_only=True):
    """The administrative division that the catalog belongs to."""

    code: Annotated[str, about("行政区划代码", example="410183", pattern=r"^[0-9]{6}$(?!\n)")]
    name: Annotated[str, text("名称", example="新密市")]
    level: Annotated[Level, about("层级", example="县级")]
    city: Annotated[str | None, text("所属市", example="郑州市")] = None
    province: Annotated[str | None, text("所属省", example="河南省")] = None


class Contacts(Record, frozen=True, kw_only=True):
    """How the public reaches the people behind the site."""

    organization: Annotated[str | None, text("主办单位", example="新密市行政服务中心")] = None
    address: Annotated[str | None, text("地址", example="新密市青屏街街道")] = None
    hours: Annotated[str | None, text("办公时间", example="周一至周五 8:30—12:00，14:30—17:30")] = None
    phone: Annotated[str | None, text("咨询电话", example="0371-00000001")] = None
    hotline: Annotated[str | None, text("便民服务热线", example="0371-00000000")] = None
    complaint: Annotated[str | None, text("监督投诉电话", example="0371-00000009")] = None
    report: Annotated[
        str | None, web_address("纠错地址", "“本页纠错”链接的去处", example="https://www.example.cn/report")
    ] = None


class LocalDecision(Record, frozen=True, kw_only=True):
    """A decision of the place itself, with its day and document."""

    on: Annotated[str, date("决定日期")]
    document: Annotated[str, text("文件", example="新密政文〔2015〕98号")]


class City(Record, frozen=True, kw_only=True):
    """The head of a catalog."""

    format: Annotated[Literal[1], about("格式版本", example=1)]
    region: Annotated[Region, about("地区")]
    title: Annotated[str, text("网站名称", example="新密市五单一网")]
    judged_on: Annotated[str | None, date("判定日期", "按这一天的法律判定；不填时为今天", example="2015-12-31")] = None
    profile: Annotated[
        Literal["guide", "list"],
        about("完备程度", "guide 要求办事指南要素齐全，list 只要求清单", example="guide"),
    ] = "guide"
    lists: Annotated[
        tuple[Literal["approvals", "powers", "fees", "funds", "negative"], ...],
        about("实行的清单", example=["approvals", "powers", "fees", "funds", "negative"], minItems=1),
    ] = ("approvals", "powers", "fees", "funds", "negative")
    levels: Annotated[
        dict[
            Annotated[str, about("规则代码", pattern=r"^[A-Z][0-9]{3}$(?!\n)")],
            Literal["error", "warning", "info", "off"],
        ],
        about("规则级别", "与默认不同的级别", example={"Q006": "info"}),
    ] = {}  # noqa: RUF012
    non_licence_ended: Annotated[
        LocalDecision | None, about("取消非行政许可审批类别", "本地决定不再保留这一类别的日期和文件")
    ] = None
    contacts: Annotated[Contacts | None, about("联系方式")] = None
    examples: Annotated[
        tuple[Annotated[str, text("示例词")], ...],
        about("首页示例词", "搜索框下面“试一试”的词；不填时从词表里选", example=["开饭店", "准生证"], maxItems=12),
    ] = ()
    notice: Annotated[str | None, text("页脚说明", "显示在每页页脚", example="本站为演示，电话和窗口均为虚拟")] = None
