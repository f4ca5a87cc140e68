"""A composite service: several items that an applicant gets in one go (一件事)."""

from typing import Annotated, Literal

from wudan.catalog.model.approval import Contact, Handling, Material
from wudan.catalog.model.base import Ended, Limit, Record
from wudan.catalog.model.field import about, date, identifier, reference, text
from wudan.catalog.model.values import Served


class Member(Record, frozen=True, kw_only=True):
    """One item that the service brings together."""

    approval: Annotated[str | None, identifier("事项", "审批事项清单中的编号", example="gsj-xk-002")] = None
    name: Annotated[str | None, text("事项名称", "清单以外的事务填写名称", example="公章刻制备案")] = None
    department: Annotated[str | None, reference("departments", "办理部门", example="gsj")] = None
    limit: Annotated[Limit | None, about("办理时限", "在本服务中的时限")] = None
    after: Annotated[
        tuple[str, ...], about("先办事项", "须先办完的成员（事项编号或名称）", example=["gsj-xk-002"])
    ] = ()
    result: Annotated[str | None, text("结果名称", example="营业执照")] = None


class Service(Record, frozen=True, kw_only=True):
    """A composite service such as 三证一章, kept in a file of its own."""

    id: Annotated[str, identifier("服务编号", "与文件名相同", example="san-zheng-yi-zhang")]
    name: Annotated[str, text("服务名称", example="三证一章联办")]
    summary: Annotated[str | None, text("服务简介", example="一个窗口受理，四个部门并联办理")] = None
    aliases: Annotated[tuple[str, ...], about("别名", example=["开公司"])] = ()
    lead: Annotated[str, reference("departments", "牵头部门", example="gsj")]
    mode: Annotated[Literal["并联", "串联", "混合"], about("办理方式", example="并联")]
    serves: Annotated[tuple[Served, ...], about("服务对象", example=["企业法人"])] = ()
    members: Annotated[tuple[Member, ...], about("联办事项")]
    materials: Annotated[tuple[Material, ...], about("共用材料", "只交一份")] = ()
    promised: Annotated[Limit, about("承诺办结时限")]
    before: Annotated[Limit | None, about("改革前时限")] = None
    since: Annotated[str, date("起始日期")]
    until: Annotated[str | None, date("终止日期")] = None
    ended: Annotated[Ended | None, about("终止情况")] = None
    document: Annotated[str | None, text("依据文件", example="新密市人民政府办公室文件")] = None
    handled_at: Annotated[tuple[Handling, ...], about("办理地点")] = ()
    contact: Annotated[Contact | None, about("咨询和投诉")] = None
    checked_on: Annotated[str | None, date("核对日期")] = None
