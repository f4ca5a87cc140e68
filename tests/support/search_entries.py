"""Entries of a made-up city for the tests of the search, with all that makes texts hard to find."""

import random

from wudan.search.document import SearchDocument

_OBJECTS = ("食品", "药品", "公共场所", "医疗机构", "建设工程", "林木", "户外广告", "危险化学品", "道路", "特种设备")
_ACTS = ("经营许可", "卫生许可", "施工许可", "采伐审批", "设立登记", "校验", "重新审核", "行政确认")
_FORMS = ("", "（新办）", "(变更)", "〔延续〕", " ＧＳＰ认证", "·注销", "、补证", "Ⅲ类")
_PIECES = (
    "申请人应当提交身份证明",
    "场所面积不少于２０㎡",
    "依据《公共场所卫生管理条例》第四条",
    "营业执照复印件1份",
    "办理时限为 5 个工作日",
    "在会计行业工作满\n    三年",
    "重要银行还款长度",
    "网址 https://example.gov.cn/Wsjl",
    "电话0371－69８５０００",
    "ＡＢＣ－123/4",
    "Café Σίσυφος ㎏ ﬁn e\u0301",
    "𠮷野家 与 𡈽地",
    "……—— ，。",
    "一二三四五六七",
    "即日办结ⅰ①½",
)
_DEPARTMENTS = ("卫计委", "市场监管局", "住建局", "林业局", "银行监管分局")
_TOPICS = ("开办企业", "医疗卫生", "住房保障", "设立变更")


def documents(count: int, seed: int = 1) -> list[SearchDocument]:
    """Give that many entries; equal arguments give equal entries."""
    chance = random.Random(seed)  # noqa: S311
    return [_document(chance, serial) for serial in range(count)]


def _document(chance: random.Random, serial: int) -> SearchDocument:
    list_ = chance.choice(["approvals", "approvals", "powers"])
    department = chance.choice(_DEPARTMENTS)
    topics = tuple(sorted(chance.sample(_TOPICS, chance.randrange(3))))
    name = chance.choice(_OBJECTS) + chance.choice(_ACTS) + chance.choice(_FORMS)
    id_ = f"d{chance.randrange(5)}-xk-{serial:03}"
    return SearchDocument(
        list=list_,
        id=id_,
        address=f"{list_}/{id_}/",
        name=name,
        aliases=tuple("开" + chance.choice(_OBJECTS) + "店" for _ in range(chance.randrange(3))),
        former_names=(f"{name[:5]}证（511Z0）",) if chance.random() < 0.2 else (),
        codes=(f"511Z0{chance.randrange(10**7):07}-5116{chance.randrange(4)}", id_),
        department=department,
        topics=topics,
        materials=tuple(chance.choices(_PIECES, k=chance.randrange(3))),
        text=tuple(_sentence(chance) for _ in range(chance.randrange(4))),
        facets={
            "list": ("审批事项" if list_ == "approvals" else "权责事项",),
            "department": (department,),
            "topic": topics,
            "days": (chance.choice(["5个工作日以内", "10个工作日以内", "当场办结"]),),
        },
    )


def _sentence(chance: random.Random) -> str:
    return chance.choice(["", "，", " ", "\n"]).join(chance.choices((*_PIECES, *_OBJECTS), k=chance.randrange(1, 5)))
