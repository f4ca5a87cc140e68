"""Edits such as somebody makes who would have them pass, and honest ones beside them that look alike.

Each is made in the demo city. Of the first kind every one is found by one rule, at the place where it was made; of the
second none is found by anybody.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import pytest

from tests.mutation.city_draft import Draft
from tests.support.city import changes_of
from tests.support.demo import Demo, open_demo

Data = dict[str, Any]
Edit = Callable[[Draft], None]


@dataclass(frozen=True)
class Plausible:
    """An edit; `code` and `place`, the end of a JSON Pointer, say who finds it where, empty where nobody does."""

    name: str
    make: Edit
    code: str = ""
    place: str = ""


def written(kind: str, identity: str, **fields: Any) -> Edit:
    """Write fields of a record; one that is None is taken out, `__` parts the steps to one further down."""

    def make(draft: Draft) -> None:
        record = draft.one(kind, identity)
        for name, value in fields.items():
            *steps, last = name.split("__")
            inner = record
            for step in steps:
                inner = inner.setdefault(step, {})
            if value is None:
                inner.pop(last, None)
            else:
                inner[last] = value

    return make


def more(kind: str, identity: str, field: str, element: Any) -> Edit:
    """Put an element at the end of a list of a record."""

    def make(draft: Draft) -> None:
        draft.one(kind, identity).setdefault(field, []).append(element)

    return make


def cited(law: str, article: str) -> Data:
    return {"law": law, "article": article, "sets": True}


_DISGUISED: Sequence[Plausible] = (
    Plausible(
        "driver's pass as a public service",
        written("approvals", "rsj-gg-001", result={"name": "货车司机从业资格证", "kind": "证照"}),
        "L012",
        "/result/name",
    ),
    Plausible(
        "decision as a public service",
        written("approvals", "gss-gg-002", result={"name": "关于用票的批复", "kind": "批文"}),
        "L012",
        "/result/kind",
    ),
    Plausible(
        "stall permission as a public service",
        written("approvals", "zhj-gg-001", name="组织机构代码证办理和摊位准入证核发"),
        "L012",
        "/name",
    ),
    Plausible(
        "help with a permission", written("approvals", "rsj-gg-001", name="就业登记、失业登记和从业资格证遗失补办")
    ),
    Plausible("reader's card", written("approvals", "wjw-gg-001", result={"name": "借书证", "kind": "证照"})),
    Plausible("register that is open to all", written("approvals", "gss-gg-001", result__name="税务登记表")),
)

_VALIDITY: Sequence[Plausible] = (
    Plausible(
        "licence that ends sooner", written("approvals", "nw-xk-001", validity__term="2年"), "L013", "/valid_for"
    ),
    Plausible(
        "paper that ends sooner", written("approvals", "hbj-xk-003", result__valid_for="十八个月"), "L013", "/valid_for"
    ),
    Plausible(
        "renewal long before", written("approvals", "zjj-xk-003", validity__renewal="届满4个月前"), "L013", "/renewal"
    ),
    Plausible("years in numerals", written("approvals", "nw-xk-001", validity__term="五年", result__valid_for="五年")),
    Plausible("years in months", written("approvals", "lsj-xk-001", result__valid_for="36个月")),
    Plausible("time to ask in", written("approvals", "zjj-xk-003", validity__renewal="届满前60日内")),
)


def member(identity: str, **fields: Any) -> Edit:
    """Write fields of a member of the joint approval of investments."""

    def make(draft: Draft) -> None:
        members = draft.one("service", "lian-shen-lian-ban")["members"]
        next(one for one in members if one.get("approval") == identity).update(fields)

    return make


def proof(name: str, **fields: Any) -> Edit:
    """Ask for one more proof in an item."""
    material = {"name": name, "kind": "原件", "form": "纸质", "copies": 1, "required": "必要", "source": "其他"}
    return more("approvals", "wjw-xk-003", "materials", {**material, **fields})


_MEMBERS: Sequence[Plausible] = (
    Plausible(
        "member promised faster", member("slj-xk-002", limit={"count": 4, "unit": "工作日"}), "X009", "/members/5/limit"
    ),
    Plausible(
        "member promised slower",
        member("cgj-xk-003", limit={"count": 9, "unit": "工作日"}),
        "X009",
        "/members/14/limit",
    ),
    Plausible(
        "member before its precondition", member("hbj-xk-001", after=["ghj-xk-001", "gtj-xk-001"]), "X009", "/after"
    ),
    Plausible("member after more", member("hbj-xk-001", after=["slj-xk-002", "fgw-xk-002"])),
    Plausible("member in days that may be as many", member("cgj-xk-003", limit={"count": 8, "unit": "自然日"})),
    Plausible("member that waits over a step", member("qxj-xk-001", after=["xfd-xk-001"])),
)
_PROOFS: Sequence[Plausible] = (
    Plausible("neighbours vouch for a room", proof("经营场所情况证明", issued_by="所在地居民委员会"), "L007", "/name"),
    Plausible("village vouches for an origin", proof("村委会货物来源证明"), "L007", "/name"),
    Plausible("term inside another", proof("注册后无不良反映证明", issued_by="街道办事处"), "L007", "/name"),
    Plausible("deed", proof("房屋产权证明", issued_by="房管局")),
    Plausible("proof of health", proof("从业人员健康证明", issued_by="疾病预防控制中心")),
    Plausible(
        "proof with its law", proof("村委会意见证明", basis={"law": "公共场所卫生管理条例", "article": "第四条"})
    ),
)

_GROUNDS: Sequence[Plausible] = (
    Plausible(
        "penalty article",
        written("approvals", "nw-xk-004", basis=[cited("农业机械安全监督管理条例", "第五十三条")]),
        "B006",
        "/basis",
    ),
    Plausible(
        "ground that nobody marks",
        written("approvals", "wjw-xk-003", basis=[{"law": "公共场所卫生管理条例", "article": "第四条"}]),
        "B006",
        "/basis",
    ),
    Plausible(
        "another duty",
        written("approvals", "xmj-xk-002", basis=[cited("兽药管理条例", "第五十六条")]),
        "B006",
        "/basis",
    ),
    Plausible(
        "article with its paragraph",
        written("approvals", "wjw-xk-003", basis=[cited("公共场所卫生管理条例", "第四条第一款")]),
    ),
    Plausible(
        "one more citation", more("approvals", "wjw-xk-003", "basis", {"law": "传染病防治法", "article": "第十四条"})
    ),
    Plausible(
        "law without its article",
        written("approvals", "wjw-xk-003", basis=[{"law": "公共场所卫生管理条例", "sets": True}]),
    ),
)

_MONEY: Sequence[Plausible] = (
    Plausible(
        "price of a folder",
        more("approvals", "wjw-xk-003", "conditions", {"text": "材料装入窗口统一发放的档案袋，每个交3元"}),
        "F004",
        "/text",
    ),
    Plausible(
        "risk money before work",
        written("approvals", "cgj-xk-003", fee__note="清运前存入车辆风险金"),
        "F004",
        "/fee/note",
    ),
    Plausible(
        "dues of an association",
        more("approvals", "lsj-xk-001", "conditions", {"text": "已加入粮食行业协会并缴纳会费"}),
        "F004",
        "/text",
    ),
    Plausible("nothing to pay", written("approvals", "lsj-xk-001", fee__note="不收工本费，也不收保证金")),
    Plausible("capital", more("approvals", "lsj-xk-001", "conditions", {"text": "自有资金不少于50万元"})),
    Plausible(
        "what a test firm is paid", written("approvals", "lsj-xk-001", fee__note="检测费付给检测机构，每个样品60元左右")
    ),
)

_UNGROUNDED: Sequence[Plausible] = (
    Plausible(
        "drivers from here alone",
        more("approvals", "lsj-xk-001", "conditions", {"text": "收购员必须是本市户籍"}),
        "L017",
        "/text",
    ),
    Plausible(
        "a branch first",
        more("approvals", "cgj-xk-003", "conditions", {"text": "外地运输企业须在本市设立分公司"}),
        "L017",
        "/text",
    ),
    Plausible(
        "one firm for the survey",
        more("approvals", "lsj-xk-001", "conditions", {"text": "仓房图由中测土地测绘有限公司测量"}),
        "L017",
        "/text",
    ),
    Plausible(
        "a book to buy",
        more("approvals", "lsj-xk-001", "conditions", {"text": "订购粮食法规学习资料并考试合格"}),
        "L017",
        "/text",
    ),
    Plausible(
        "where one lives decides the counter", written("approvals", "lsj-xk-001", scope="户籍在新密市的粮食收购者")
    ),
    Plausible(
        "training of one's choice", more("approvals", "lsj-xk-001", "conditions", {"text": "保管员经过专业培训"})
    ),
    Plausible(
        "outside firms bring theirs", more("approvals", "lsj-xk-001", "conditions", {"text": "外地企业带登记地的执照"})
    ),
)

EDITS: Mapping[str, Sequence[Plausible]] = {
    "disguised": _DISGUISED,
    "validity": _VALIDITY,
    "members": _MEMBERS,
    "proofs": _PROOFS,
}
ALL = [(kind, edit) for kind, edits in EDITS.items() for edit in edits]


@cache
def demo() -> Demo:
    return open_demo()


@cache
def found_before() -> frozenset[tuple[str, str]]:
    return frozenset(demo().findings)


@pytest.mark.parametrize(("kind", "edit"), ALL, ids=lambda value: getattr(value, "name", value))
def test_who_would_have_it_pass_is_found_at_the_place_and_who_is_honest_is_not(kind: str, edit: Plausible) -> None:
    draft = Draft(demo(), Random(0))  # noqa: S311 (nothing is kept secret by it)
    edit.make(draft)
    findings = demo().judged(demo().changed(draft.changes()))
    new = [finding for finding in findings if (finding.code, finding.fingerprint) not in found_before()]
    if edit.code:
        assert [finding.code for finding in new] == [edit.code], kind
        assert new[0].pointer.endswith(edit.place)
    else:
        assert new == [], kind


@pytest.mark.parametrize("edit", [edit for edit in _DISGUISED if edit.code], ids=lambda edit: edit.name)
def test_adding_an_approval_that_is_called_a_service_weighs_on_applicants(edit: Plausible) -> None:
    draft = Draft(demo(), Random(0))  # noqa: S311 (nothing is kept secret by it)
    edit.make(draft)
    with_it = demo().changed(draft.changes())
    (item,) = [
        placed.record
        for placed in with_it.approvals
        if placed.record != demo().catalog.by_id["approvals", placed.record.id].record
    ]
    gone = Draft(demo(), Random(0))  # noqa: S311
    record = gone.one("approvals", item.id)
    gone.file_of(record).remove(record)
    (added,) = [
        change
        for change in changes_of(demo().changed(gone.changes()), with_it)
        if change.record.identity == item.id and change.kind == "added"
    ]
    assert added.effect == "burden"


@pytest.mark.parametrize("kind", EDITS)
def test_every_kind_has_three_of_each(kind: str) -> None:
    caught = [edit for edit in EDITS[kind] if edit.code]
    assert len(caught) >= 3
    assert len(EDITS[kind]) - len(caught) >= 3
