"""The kinds of file that a catalog holds: where each lies, what it holds, who owns it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from wudan.catalog.model.approval import Approval
from wudan.catalog.model.base import Record
from wudan.catalog.model.body import Department, Place
from wudan.catalog.model.city import City
from wudan.catalog.model.decision import Release, Waiver
from wudan.catalog.model.fee import Fee, Fund
from wudan.catalog.model.law import Law
from wudan.catalog.model.negative import NegativeEntry
from wudan.catalog.model.power import Power
from wudan.catalog.model.reform import Adjustment, Baseline
from wudan.catalog.model.register import Intermediary, Standard, Statistics, Word
from wudan.catalog.model.service import Service
from wudan.words import Words


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file. `place` is a file name, or a folder that ends in `/`.

    A file of a kind that is `many` is a sequence of records; any other is one mapping.
    A `per_department` kind names its files after the department or zone that owns them.
    """

    id: str
    zh: str
    en: str
    model: type[Record]
    place: str
    many: bool = True
    per_department: bool = False

    @property
    def name(self) -> Words:
        """What people call it."""
        return Words(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class ListKind(FileKind):
    """One of the five lists. A kind that `ended` names the day and the law that ended it."""

    short: str = ""
    ended: tuple[str, str] | None = None


LISTS: tuple[ListKind, ...] = (
    ListKind(
        "approvals",
        "行政审批事项清单",
        "Approval items",
        Approval,
        "approvals/",
        True,
        True,
        "审批事项",
    ),
    ListKind("powers", "行政权责清单", "Powers and duties", Power, "powers/", True, True, "权责事项"),
    ListKind("fees", "行政事业性收费清单", "Administrative fees", Fee, "fees/", True, True, "收费项目"),
    ListKind("funds", "政府性基金清单", "Government funds", Fund, "funds/", True, True, "政府性基金"),
    ListKind(
        "negative",
        "产业集聚区企业投资项目管理负面清单",
        "Negative list",
        NegativeEntry,
        "negative/",
        True,
        True,
        "负面清单",
        ("2020-01-01", "优化营商环境条例第二十条"),
    ),
)

LIST_IDS: tuple[str, ...] = tuple(kind.id for kind in LISTS)
_LIST_KINDS: Mapping[str, ListKind] = {kind.id: kind for kind in LISTS}

# The waivers for findings in files that no department owns, such as the case figures.
CITY_WAIVERS = "city"

KINDS: Mapping[str, FileKind] = {
    kind.id: kind
    for kind in (
        FileKind("catalog", "目录说明", "Catalog head", City, "catalog.yml", many=False),
        FileKind("departments", "部门", "Departments", Department, "departments.yml"),
        FileKind("places", "办事地点", "Places", Place, "places.yml"),
        FileKind("laws", "法规登记", "Register of laws", Law, "laws.yml"),
        FileKind("standards", "服务标准", "Service standards", Standard, "standards.yml"),
        FileKind("intermediaries", "中介服务", "Intermediary services", Intermediary, "intermediaries.yml"),
        FileKind("lexicon", "词表", "Everyday words", Word, "lexicon.yml"),
        *LISTS,
        FileKind("service", "一件事", "Composite service", Service, "services/", many=False),
        FileKind("baseline", "改革基线", "Reform baseline", Baseline, "baseline/", many=False),
        FileKind("adjustment", "调整决定", "Adjustment", Adjustment, "baseline/adjustments/", many=False),
        FileKind("waivers", "说明保留", "Waivers", Waiver, "waivers/", per_department=True),
        FileKind("release", "发布版本", "Release", Release, "releases/", many=False),
        FileKind("statistics", "办件统计", "Case figures", Statistics, "statistics/", many=False),
    )
}


def list_kind(kind_id: str) -> ListKind:
    """Give the list kind of that id. Raises KeyError when it is not one of the five."""
    return _LIST_KINDS[kind_id]


def kind_of(path: PurePosixPath) -> FileKind | None:
    """Give the kind of the file at `path` (relative to the catalog folder), or None if it belongs nowhere.

    What begins with a dot, file or folder, is not the catalog's: no source lists it.
    """
    if path.suffix != ".yml" or not is_writable(str(path)) or any(part.startswith(".") for part in path.parts):
        return None
    folder = "" if path.parent == PurePosixPath(".") else f"{path.parent}/"
    for kind in KINDS.values():
        if kind.place == str(path) or (kind.place.endswith("/") and folder == kind.place):
            return kind
        if kind.per_department and kind.id != "waivers" and f"{path.parent.parent}/" == kind.place:
            return kind
    return None


def kind_of_folder(path: PurePosixPath) -> FileKind | None:
    """Give the kind that lies in the folder of a file at `path`, which begins with the catalog's name; None if none."""
    folder = "/".join(path.parts[1:-1])
    return next((kind for kind in KINDS.values() if folder and f"{folder}/".startswith(kind.place)), None)


def is_writable(name: str) -> bool:
    """Say whether a file name can be written as UTF-8, so that a finding or an address can name it."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def owner_of(path: PurePosixPath) -> str | None:
    """Give the id of the department or zone whose file this is, or None where files have no such owner."""
    kind = kind_of(path)
    if kind is None or not kind.per_department or (kind.id == "waivers" and path.stem == CITY_WAIVERS):
        return None
    return path.stem if f"{path.parent}/" == kind.place else path.parent.name
