"""A synthetic city of any size: complete guides of about 2 KB of YAML each, in 33 department files.

It is in canonical form and without fault, but for one finding that is planted in every department file.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wudan.catalog.model.kinds import KINDS
from wudan.catalog.writing.canonical import write_records

DEPARTMENTS = 33
LAWS = 150
PLANTED = "其他相关材料"  # Q001
_NOUNS = "食品药品医疗机构公共场所建设工程道路运输企业个体工商户林木采伐取水排污人防地下室户外广告特种设备烟草专卖"
_ACTS = ("经营许可", "设立登记", "变更审批", "延续许可", "备案核准", "资格认定", "使用批准", "执业注册")
_WORDS = (
    "申请人", "场所", "面积", "设备", "人员", "资格", "证明", "合同", "图纸", "检测", "报告", "规划",
    "用地", "安全", "消防", "环境", "质量", "管理", "制度", "负责", "岗位", "培训", "设施", "流程", "标准", "记录",
    "档案", "登记", "合格", "有效",
)  # fmt: skip
_STAGES = ("受理", "审查", "现场核查", "决定", "送达")


def write_city(folder: Path, items: int, *, six_aspects: bool = True, seed: int = 20151231) -> Path:
    """Write a catalog of that many approval items below `folder`, and give the catalog folder.

    Its baseline has an entry for each item: with all that is compared, or, without `six_aspects`, with name, type and
    body alone, so that 50,000 of them fit the 5 MB that a file may have.
    """
    chance = random.Random(seed)  # noqa: S311
    catalog = folder / "catalog"
    (catalog / "approvals").mkdir(parents=True)
    (catalog / "baseline").mkdir()
    names = [f"d{number:02}" for number in range(DEPARTMENTS)]
    laws = [f"{_name(chance)}{number}管理条例" for number in range(LAWS)]
    _write(catalog, "catalog", "catalog.yml", [_HEAD])
    _write(catalog, "departments", "departments.yml", [
        {"id": name, "name": f"示例市第{number + 1}局", "kind": "政府部门"} for number, name in enumerate(names)
    ])  # fmt: skip
    windows = [{"number": number + 1, "department": name} for number, name in enumerate(names)]
    hall = {"id": "hall", "name": "示例市行政服务中心", "kind": "政务大厅", "windows": windows}
    _write(catalog, "places", "places.yml", [hall])
    _write(catalog, "laws", "laws.yml", [
        {"name": law, "kind": "行政法规", "versions": [{"since": "2008-01-01", "articles": 60}]} for law in laws
    ])  # fmt: skip
    entries: list[dict[str, Any]] = []
    for number, name in enumerate(names):
        count = len(range(number, items, DEPARTMENTS))
        listed = list(_items(chance, name, number, count, laws))
        entries.extend(_entry(item, name, six_aspects=six_aspects) for item in listed)
        if listed:
            listed[0]["materials"][0] |= {"name": PLANTED}
        _write(catalog, "approvals", f"approvals/{name}.yml", listed)
    _write(catalog, "baseline", "baseline/round-10.yml", [_BASELINE | {"entries": entries}])
    return catalog


_HEAD = {
    "format": 1,
    "region": {"code": "410183", "name": "示例市", "level": "县级"},
    "title": "示例市五单一网",
    "judged_on": "2015-12-31",
    "profile": "guide",
    "lists": ["approvals"],
}
_BASELINE = {
    "id": "round-10",
    "title": "示例市改革目录",
    "as_of": "2013-12-31",
    "document": "示政文〔2013〕1号",
    "covers": ["行政许可", "行政确认", "其他行政权力"],
}


def _entry(item: dict[str, Any], body: str, *, six_aspects: bool) -> dict[str, Any]:
    """Make the entry of the baseline that an item stands for."""
    entry = {"id": item["base"], "name": item["name"], "type": item["type"], "body": body}
    if six_aspects:
        entry |= {
            "basis": item["basis"],
            "process": [{"stage": stage} for stage in _STAGES],
            "time_limit": {"statutory": item["time_limit"]["statutory"], "promised": {"count": 15, "unit": "工作日"}},
        }
    return entry


def _items(
    chance: random.Random, department: str, window: int, count: int, laws: Sequence[str]
) -> Iterator[dict[str, Any]]:
    for serial in range(1, count + 1):
        promised = chance.randint(3, 15)
        days = {"审查": promised - 2}
        yield {
            "base": f"r10-{department}-{serial}",
            "id": f"{department}-xk-{serial:04}",
            "name": _name(chance) + chance.choice(_ACTS) + f"（{serial}类）",
            "type": chance.choice(["行政许可", "行政确认", "其他行政权力"]),
            "status": "在用",
            "aliases": ["办" + _name(chance), "开" + _name(chance)],
            "level": "县级",
            "basis": [{"law": chance.choice(laws), "article": f"第{chance.choice('四五六七八九十')}条", "sets": True}],
            "checked_on": "2015-11-20",
            "power_source": "法定本级行使",
            "serves": chance.sample(["自然人", "企业法人", "事业法人", "其他组织"], 2),
            "topics": {"firm": [chance.choice(["准营准办", "设立变更", "交通运输", "医疗卫生"])]},
            "conditions": [{"text": _sentence(chance)} for _ in range(3)],
            "materials": [
                {
                    "name": _name(chance) + chance.choice(["章程", "图纸", "报告", "合同"]) + str(place),
                    "kind": chance.choice(["原件", "复印件"]), "form": "纸质", "copies": chance.randint(1, 3),
                    "required": "必要", "source": "申请人自备",
                }
                for place in range(5)
            ],
            "process": [
                {
                    "stage": stage, "office": f"大厅{window + 1}号窗口",
                    "limit": {"count": days.get(stage, 1), "unit": "工作日"}, "duty": _sentence(chance),
                }
                for stage in _STAGES
            ],
            "time_limit": {
                "statutory": {"count": 20, "unit": "工作日"}, "promised": {"count": promised, "unit": "工作日"},
            },
            "case_type": "承诺件",
            "channels": ["窗口"],
            "visits": chance.randint(0, 2),
            "quota": "无",
            "remedy": ["行政复议", "行政诉讼"],
            "fee": {"charged": False},
            "result": {"name": _name(chance) + "许可证", "kind": "证照"},
            "handled_at": [{"place": "hall", "window": window + 1, "role": "受理"}],
            "contact": {"phone": "0371-00000001", "complaint": "0371-00000000"},
        }  # fmt: skip


def _name(chance: random.Random) -> str:
    start = chance.randrange(0, len(_NOUNS) - 4)
    return _NOUNS[start : start + chance.randint(2, 4)]


def _sentence(chance: random.Random) -> str:
    return "".join(chance.choices(_WORDS, k=chance.randint(8, 14))) + "，" + "".join(chance.choices(_WORDS, k=6))


def _write(catalog: Path, kind: str, path: str, records: Sequence[dict[str, Any]]) -> None:
    (catalog / path).write_text(write_records(KINDS[kind], records), encoding="utf-8")
