"""departments.yml and places.yml: who acts, and where."""

from typing import Annotated, Literal

from wudan.catalog.model.base import Record
from wudan.catalog.model.field import about, date, identifier, reference, text, web_address
from wudan.catalog.model.values import BodyNature, Level

REVIEWER = "reviewer"
"""Who pushes under this name has the reviewers' right; no body can bear it as its id."""


class Succession(Record, frozen=True, kw_only=True):
    """A body whose work came to this one."""

    body: Annotated[str, text("原机构", "部门编号或者原名称", example="新密市卫生局")]
    since: Annotated[str, date("承接日期")]
    document: Annotated[str | None, text("文件", example="新密市机构改革方案")] = None


class Department(Record, frozen=True, kw_only=True):
    """A body that owns list files, or is named in them; also a zone with a negative list."""

    id: Annotated[str, identifier("部门编号", "名称的拼音缩写，一经编定不再更改", example="wjw")]
    name: Annotated[str, text("部门名称", example="新密市卫生和计划生育委员会", element="实施主体")]
    short_name: Annotated[str | None, text("简称", example="市卫生计生委")] = None
    former_names: Annotated[tuple[str, ...], about("曾用名称", example=["新密市卫生局"])] = ()
    kind: Annotated[
        Literal["人民政府", "政府部门", "派出机构", "垂直管理机构", "事业单位", "产业集聚区", "其他机构"],
        about("机构类别", example="政府部门"),
    ]
    nature: Annotated[BodyNature | None, about("实施主体性质", example="法定机关", element="实施主体性质")] = None
    level: Annotated[Level | None, about("层级", example="县级")] = None
    code: Annotated[
        str | None, text("统一社会信用代码", "18 位", example="11440100007482575H", element="实施主体编码")
    ] = None
    summary: Annotated[str | None, text("职责简介", example="负责卫生、计划生育管理")] = None
    address: Annotated[str | None, text("地址", example="新密市行政服务中心")] = None
    phone: Annotated[str | None, text("办公电话", example="0371-00000012")] = None
    complaint: Annotated[str | None, text("监督投诉电话", example="0371-00000000")] = None
    website: Annotated[str | None, web_address("网址", example="https://www.example.cn")] = None
    succeeds: Annotated[tuple[Succession, ...], about("承接机构")] = ()
    ended: Annotated[str | None, date("撤销日期")] = None


class Window(Record, frozen=True, kw_only=True):
    """A numbered window of a hall, and whose it is."""

    number: Annotated[int, about("窗口号", example=12, minimum=1, maximum=999)]
    name: Annotated[str | None, text("窗口名称", example="卫生计生窗口")] = None
    department: Annotated[str | None, reference("departments", "进驻部门", example="wjw")] = None
    floor: Annotated[str | None, text("楼层", example="一楼")] = None


class Opening(Record, frozen=True, kw_only=True):
    """When a place is open."""

    days: Annotated[str, text("日期", example="周一至周五（法定节假日除外）")]
    hours: Annotated[str, text("时间", example="8:30—12:00，14:30—17:30")]


class Place(Record, frozen=True, kw_only=True):
    """A hall, a branch hall, a township centre or a village station (三级便民服务网络)."""

    id: Annotated[str, identifier("地点编号", example="hall")]
    name: Annotated[str, text("地点名称", example="新密市行政服务中心")]
    kind: Annotated[
        Literal["政务大厅", "分中心", "乡镇便民服务中心", "村级便民服务站", "其他"],
        about("地点类别", example="政务大厅"),
    ]
    parent: Annotated[str | None, reference("places", "上级地点", example="hall")] = None
    area_code: Annotated[
        str | None,
        about("行政区划代码", example="410183103", pattern=r"^[0-9]{6}([0-9]{3}([0-9]{3})?)?$(?!\n)"),
    ] = None
    address: Annotated[str | None, text("地址", example="新密市青屏街街道")] = None
    opening: Annotated[tuple[Opening, ...], about("办公时间", element="办理时间")] = ()
    phone: Annotated[str | None, text("电话", example="0371-00000001")] = None
    duty_phone: Annotated[str | None, text("值班电话", "可以是公务手机", example="0371-00000002")] = None
    windows: Annotated[tuple[Window, ...], about("窗口")] = ()
    note: Annotated[str | None, text("说明", example="双休日一楼大厅有人值班")] = None
