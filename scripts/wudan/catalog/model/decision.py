"""What reviewers decide: departures they accept, editions they approve."""

from typing import Annotated, Any

from wudan.catalog.model.base import Record
from wudan.catalog.model.field import about, date, identifier, text


class AcceptedBurden(Record, frozen=True, kw_only=True):
    """Where a reviewer accepted that something weighs more on applicants (同意加重)."""

    list: Annotated[str, text("清单", example="approvals")]
    item: Annotated[str, text("编号", example="wjw-xk-003")]
    field: Annotated[str | None, text("字段", "整项加重的不写", example="materials[消防检查意见]")] = None


class Waiver(Record, frozen=True, kw_only=True):
    """A departure that a reviewer accepted, until a day (说明保留)."""

    fingerprint: Annotated[
        str, about("问题指纹", example="b005-3f9c1a2b4d5e6f70", pattern=r"^[a-z0-9]+-[0-9a-f]{16}$(?!\n)")
    ]
    concerns: Annotated[str | None, text("所指问题", "给人看的说明", example="B005 wjw-xk-003 实施主体不同")] = None
    burden: Annotated[AcceptedBurden | None, about("所加重之处", "同意加重负担（P007）时写明")] = None
    reason: Annotated[str | None, text("保留理由", example="机构改革过渡期内仍由原机构办理")] = None
    document: Annotated[str | None, text("依据文件", example="新编〔2015〕12号")] = None
    approver: Annotated[str | None, text("批准单位", example="市编办")] = None
    until: Annotated[str, date("有效期至")]


class Total(Record, frozen=True, kw_only=True):
    """What the approval items of two editions ask of applicants, summed up (合计)."""

    measure: Annotated[str, text("项目", example="承诺时限")]
    unit: Annotated[str, text("单位", example="个工作日")]
    before: Annotated[float, about("上一版", example=1012)]
    now: Annotated[float, about("这一版", example=976)]
    items: Annotated[int, about("事项数", "两版都有并且都写明的事项", example=122)]


class Previous(Record, frozen=True, kw_only=True):
    """The edition before, by its id and the hash of what it states (上一版)."""

    release: Annotated[str, identifier("版本编号", example="r2015-12")]
    record: Annotated[
        str, about("版本记录校验值", "SHA-256，十六进制", example="0" * 64, pattern=r"^[0-9a-f]{64}$(?!\n)")
    ]


class Release(Record, frozen=True, kw_only=True):
    """An edition that the city government approved (发布版本)."""

    id: Annotated[str, identifier("版本编号", "与文件名相同", example="r2015-12")]
    on: Annotated[str | None, date("批准日期")] = None
    document: Annotated[str | None, text("批准文件", example="新密政文〔2015〕45号")] = None
    approved_by: Annotated[str | None, text("批准机关", example="新密市人民政府")] = None
    notice_since: Annotated[str | None, date("公示起始日期", "批准前向社会公示的第一天")] = None
    notice_until: Annotated[str | None, date("公示截止日期", "批准前向社会公示的最后一天")] = None
    legal_review: Annotated[str | None, date("合法性审查日期", "法制机构审查通过的日期")] = None
    hash: Annotated[str, about("内容校验值", "SHA-256，十六进制", example="0" * 64, pattern=r"^[0-9a-f]{64}$(?!\n)")]
    previous: Annotated[Previous | None, about("上一版", "第一版不写；由 wudan release 写入，不要手工修改")] = None
    corrects: Annotated[str | None, identifier("勘误", "更正哪个版本", example="r2015-12")] = None
    withdrawn: Annotated[str | None, text("撤回理由", example="数据有误")] = None
    totals: Annotated[tuple[Total, ...], about("合计", "与上一版相比，只算两版都有的审批事项")] = ()
    changes: Annotated[tuple[dict[str, Any], ...], about("变化")] = ()
