"""laws.yml: the register that makes citations checkable."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Limit, Record
from wudan.catalog.model.field import about, date, text, web_address
from wudan.catalog.model.values import LawKind


class RecordedLimit(Record, frozen=True, kw_only=True):
    """A time limit that an article of the law itself sets, so that items citing it can be held to it."""

    article: Annotated[str, text("条款", example="第十六条")]
    limit: Annotated[Limit, about("期限", "法条所写的期限", example={"count": 20, "unit": "工作日"})]
    extension: Annotated[
        Limit | None, about("可延长期限", "法条允许延长的，写可以延长多少", example={"count": 10, "unit": "工作日"})
    ] = None
    outside: Annotated[
        tuple[str, ...], about("不计入期限的程序", "法条写明不计算在内的", example=["听证", "专家评审"])
    ] = ()


ProvisionRole = Literal["设定", "条件", "期限", "收费", "程序", "监督", "处罚"]
"""What an article does: set a licence, or state conditions, a limit, a charge, a procedure, supervision, a penalty."""


class Provision(Record, frozen=True, kw_only=True):
    """What one article of a law does, as somebody who read it says; an article may do several things."""

    article: Annotated[str, text("条款", example="第四条")]
    does: Annotated[tuple[ProvisionRole, ...], about("作用", "这一条规定什么", example=["设定"])]


class Successor(Record, frozen=True, kw_only=True):
    """The article in which an article lives on after a revision, or after another law took this one's place."""

    article: Annotated[str, text("原条款", example="第二十九条")]
    now: Annotated[str, text("现条款", example="第三十五条")]
    law: Annotated[str | None, text("现法规", "换了法规的才写", example="食品安全法")] = None
    since: Annotated[str, date("起算日期", "现条款的施行日期")]


class LawVersion(Record, frozen=True, kw_only=True):
    """One version of a law: from when until when, with how many articles."""

    since: Annotated[str, date("施行日期")]
    until: Annotated[str | None, date("失效日期", "从这一天起不再适用")] = None
    label: Annotated[str | None, text("文本", example="2014年修订")] = None
    articles: Annotated[int | None, about("条数", example=29, minimum=1)] = None
    annex_items: Annotated[int | None, about("附件项数", example=500, minimum=1)] = None
    limits: Annotated[tuple[RecordedLimit, ...], about("条文规定的期限")] = ()
    provisions: Annotated[tuple[Provision, ...], about("条文的作用", "读过的条文各规定什么")] = ()
    checked_against: Annotated[
        str | None, text("核对文本", "实际读过的文本；没有读过的不填", example="2011年修正文本")
    ] = None
    verdict: Annotated[
        Literal["有效文本", "后来文本，内容同", "后来文本，条次有变"] | None,
        about("核对结果", example="有效文本"),
    ] = None


class Law(Record, frozen=True, kw_only=True):
    """A law, regulation, decision or normative document, with its versions."""

    name: Annotated[str, text("名称", "法律不加“中华人民共和国”，不加书名号", example="公共场所卫生管理条例")]
    aliases: Annotated[tuple[str, ...], about("简称", example=["许可法"])] = ()
    number: Annotated[str | None, text("文号", example="国发〔1987〕24号")] = None
    kind: Annotated[LawKind, about("类别", example="行政法规")]
    issuer: Annotated[str | None, text("制定机关", example="国务院")] = None
    versions: Annotated[tuple[LawVersion, ...], about("历次文本", "按施行日期排列")] = ()
    replaced_by: Annotated[str | None, text("被何法取代", example="民法典")] = None
    successors: Annotated[tuple[Successor, ...], about("条次沿革", "修订后条次变了的，旧条款对应哪一条")] = ()
    url: Annotated[str | None, web_address("文本地址", example="https://flk.npc.gov.cn/")] = None
    note: Annotated[str | None, text("说明", example="未读过文本")] = None
