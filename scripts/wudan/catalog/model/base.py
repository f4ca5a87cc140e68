"""What every structure of the catalog has in common."""

from typing import Annotated

import msgspec

from wudan.catalog.model.field import about, date, identifier, text
from wudan.catalog.model.values import ItemType, Level, LimitUnit, Status


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One immutable mapping of a catalog file; keys that it does not name are refused."""


class Lasting:
    """What lasts until it is cancelled: an entry of a list, an intermediary service."""

    __slots__ = ()
    status: Status

    @property
    def is_in_use(self) -> bool:
        """Whether it is not cancelled. What is suspended (暂停) is in use: it is checked, counted and shown."""
        return self.status != "取消"


class Citation(Record, frozen=True, kw_only=True):
    """A place in a law or document: name, number, and article or annex item."""

    law: Annotated[str, text("法规名称", "不加书名号；可用 laws.yml 登记的简称", example="公共场所卫生管理条例")]
    number: Annotated[str | None, text("文号", "括号用〔 〕", example="国发〔2015〕27号")] = None
    article: Annotated[str | None, text("条款", "一条引用写一处，如“第四条”“附件第205项”", example="第四条")] = None
    sets: Annotated[bool, about("是否设定依据", "本事项由这一条设定时写 true", example=True)] = False
    note: Annotated[str | None, text("说明", example="2015 年文本")] = None


class Limit(Record, frozen=True, kw_only=True):
    """A length of time: a whole number of working days, calendar days, hours, months or years."""

    count: Annotated[int, about("数量", "当场办结写 0", example=20, minimum=0, maximum=10000)]
    unit: Annotated[LimitUnit, about("单位", "《行政许可法》规定的期限以工作日计算", example="工作日")]
    basis: Annotated[Citation | None, about("期限依据")] = None


class Ended(Record, frozen=True, kw_only=True):
    """Why and when an entry ended, and what took its place."""

    on: Annotated[str, date("终止日期")]
    document: Annotated[str, text("终止文件", example="国发〔2015〕11号")]
    replaced_by: Annotated[tuple[str, ...], about("接替事项", "接替它的事项编号", example=["wjw-xk-008"])] = ()


class Entry(Lasting, Record, frozen=True, kw_only=True):
    """What an entry of any of the five lists has: an identity that never changes, a name, a status."""

    id: Annotated[
        str,
        identifier(
            "事项编号",
            "一经编定永不更改、永不再用，也是网页地址；机构划转、类型调整时不变",
            example="wjw-xk-003",
        ),
    ]
    name: Annotated[str, text("事项名称", example="公共场所卫生许可", element="事项名称", maxLength=200)]
    status: Annotated[Status, about("事项状态", "取消的事项保留条目，不再计数", example="在用", element="事项状态")]
    ended: Annotated[
        Ended | None, about("取消情况", "状态为“取消”时填写；定了日期、还没有到的，也先写上，状态到那一天再改")
    ] = None
    code: Annotated[
        str | None,
        text("实施编码", "31 位；没有赋码的不填", example="11440100007482575H3440118009000", element="实施编码"),
    ] = None
    base_code: Annotated[
        str | None, text("基本编码", "12 位数字和大写字母", example="440118009000", element="基本编码")
    ] = None
    base: Annotated[str | None, identifier("基线编号", "在改革基线中对应的条目", example="r10-0312")] = None
    main_item: Annotated[
        str | None, text("主项名称", "把一个主项的各种情形分列为事项时填写", example="食品（含保健食品）经营许可")
    ] = None
    aliases: Annotated[
        tuple[str, ...], about("别名", "群众搜索时会输入的说法", example=["卫生许可证", "开理发店"])
    ] = ()
    former_names: Annotated[tuple[str, ...], about("曾用名称", example=["公共场所卫生许可证核发"])] = ()
    replaces: Annotated[tuple[str, ...], about("由何事项而来", "合并、拆分前的事项编号", example=["wjw-xk-001"])] = ()
    level: Annotated[Level | None, about("行使层级", example="县级", element="行使层级")] = None
    basis: Annotated[tuple[Citation, ...], about("设定依据", element="设定依据")] = ()
    basis_text: Annotated[
        str | None,
        text("依据原文", "从表格导入、尚未整理成引用的依据文字", example="《公共场所卫生管理条例》第四条"),
    ] = None
    checked_on: Annotated[str | None, date("核对日期", "本条最近一次与实际核对无误的日期")] = None
    secret: Annotated[bool, about("是否涉密", "涉密事项不得放入公开目录", example=False)] = False


class TypedEntry(Entry, frozen=True, kw_only=True):
    """An entry of a list whose entries have one of the types of administrative acts."""

    type: Annotated[ItemType, about("事项类型", example="行政许可", element="事项类型", after="name")]
