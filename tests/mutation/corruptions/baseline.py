"""How a city departs from the baseline of the reform."""

import re
from collections.abc import Callable

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import counted_stage, in_use, licence, promise, statutory


def baseline_item(draft: Draft, suits: Callable[[Record], object] = licence) -> Record:
    """Give an item in use that stands for an entry of the effective baseline."""
    return draft.pick("approvals", lambda item: item.get("base") in draft.demo.baseline.standing and suits(item))


def decide(draft: Draft, *changes: Record, **more: object) -> None:
    """Add a decision of a day on which all others have taken effect."""
    draft.write_data(
        "baseline/adjustments/2015-12-20-test.yml",
        {"document": "新密政文〔2015〕199号", "title": "关于调整审批事项的决定", "issuer": "新密市人民政府",
         "date": "2015-12-20", **more, "changes": list(changes)},
    )  # fmt: skip


def new_entry(identity: str, item: Record, **more: object) -> Record:
    return {"id": identity, "name": item["name"], "type": item["type"], "body": "wjw", **more}


@raises("B000", "P002")
def no_baseline(draft: Draft) -> None:
    draft.write(draft.path("baseline"), None)


@raises("B001", "B002 B011 B012")  # an entry that a decision made is missed by another rule
def item_without_its_entry(draft: Draft) -> None:
    del baseline_item(draft)["base"]


@raises("B001", "X001 Q009 N004")
def item_that_nobody_decided(draft: Draft) -> None:
    item = draft.pick("approvals", licence)
    copy = {key: value for key, value in item.items() if key not in ("base", "conditions", "aliases")}
    copy |= {"id": "new-xk-901", "name": "临时经营许可", "conditions": [{"text": "有固定的场所和必要的设备"}]}
    draft.file_of(item).append(copy)


@raises("B002")
def entry_that_nobody_lists(draft: Draft) -> None:
    draft.pick("baseline")["entries"].append(
        {"id": "r10-9001", "name": "临时占用场地许可", "type": "行政许可", "body": "wjw"}
    )


@raises("B002", "X001 X002 X003 X007 X009 X012 Q009 N004 S004")
def item_left_out(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: not draft.demo.baseline.standing[item["base"]].decisions)
    draft.file_of(item).remove(item)


@raises("B003")
def cancelled_item_in_use(draft: Draft) -> None:
    decide(draft, {"kind": "cancel", "from": [baseline_item(draft)["base"]]})


@raises("B003")
def cancelled_case_in_use(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: licence(item) and item.get("parts"))
    part = draft.random.choice(item["parts"])["name"]
    decide(draft, {"kind": "cancel", "from": [item["base"]], "part": True, "parts": [part]})


@raises("B004")
def other_name(draft: Draft) -> None:
    item = baseline_item(draft)
    item["name"] = f"新密市{item['name']}"


@raises("B004")
def name_with_a_level(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: licence(item) and "（" not in item["name"])
    item["name"] += "（县级）"


@raises("B005")
def other_body(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: licence(item) and at(item, "bodies", "decides"))
    body = item["bodies"]["decides"]
    item["bodies"]["decides"] = draft.pick(
        "departments", lambda one: one["kind"] == "政府部门" and one["id"] != body and not one.get("succeeds")
    )["id"]


@raises("B005", "B007 L010")
def entry_of_another_body(draft: Draft) -> None:
    item = baseline_item(draft)
    entry = {"id": item["base"], "name": item["name"], "type": item["type"], "body": "mzj"}
    decide(draft, {"kind": "transfer", "from": [item["base"]], "to": [entry]})


@raises("B006", "L004 L011")
def setting_basis_dropped(draft: Draft) -> None:
    def has_others(item: Record) -> bool:
        entry = draft.demo.baseline.standing[item["base"]].entry
        setting = {one.law for one in entry.basis if one.sets}
        return licence(item) and bool(setting) and any(one["law"] not in setting for one in item["basis"])

    item = baseline_item(draft, has_others)
    laws = {one.law for one in draft.demo.baseline.standing[item["base"]].entry.basis if one.sets}
    item["basis"] = [one for one in item["basis"] if one["law"] not in laws]


@raises("B007")
def precondition_added(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: licence(item) and "登记" not in item["name"])
    external = {"name": "场地安全评估审批", "body": "河南省安全生产监督管理局", "level": "省级"}
    item.setdefault("preconditions", []).append(
        {"external": external, "timing": "前置", "basis": {"law": "行政许可法", "article": "第十二条"}}
    )


@raises("B008")
def stage_added(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: licence(item) and counted_stage(item))
    stage = counted_stage(item)
    assert stage is not None
    added = {"stage": "领导会签", "office": "局办公室", "limit": dict(stage["limit"]), "parallel_to": stage["stage"]}
    item["process"].insert(item["process"].index(stage) + 1, added)


def has_room(item: Record) -> bool:
    """Say whether a longer promise of an item would still be lawful, and its stages can be given the time."""
    return promise(item) > 1 and statutory(item) > promise(item) and at(counted_stage(item) or {}, "limit") is not None


@raises("B009")
def longer_promise(draft: Draft) -> None:
    def is_as_in_the_baseline(item: Record) -> bool:
        limit = draft.demo.baseline.standing[item["base"]].entry.time_limit
        return has_room(item) and bool(limit and limit.promised and limit.promised.count <= promise(item))

    item = baseline_item(draft, is_as_in_the_baseline)
    more = draft.random.randint(1, statutory(item) - promise(item))
    item["time_limit"]["promised"]["count"] += more
    stage = counted_stage(item)
    assert stage is not None
    stage["limit"]["count"] += more


@raises("B010", "B014")
def approval_that_is_no_licence(draft: Draft) -> None:
    baseline_item(draft)["type"] = "非行政许可审批"


@raises("B011")
def delegated_item_kept(draft: Draft) -> None:
    change = {"kind": "delegate_down", "from": [baseline_item(draft)["base"]], "to_level": "镇（乡、街道）级"}
    decide(draft, change)


@raises("B011")
def delegated_item_not_taken_over(draft: Draft) -> None:
    item = draft.pick("approvals", licence)
    decide(draft, {"kind": "take_over", "to": [new_entry("r10-9002", item)], "from_level": "市级", "to_level": "县级"})


@raises("B012")
def merged_on_paper_only(draft: Draft) -> None:
    first, second = draft.random.sample(draft.all("approvals", licence), 2)
    decide(draft, {"kind": "merge", "from": [first["base"], second["base"]], "to": [new_entry("r10-9003", first)]})


@raises("B012")
def split_on_paper_only(draft: Draft) -> None:
    item = baseline_item(draft)
    entries = [new_entry(f"r10-900{number}", item) for number in (4, 5)]
    decide(draft, {"kind": "split", "from": [item["base"]], "to": entries})


@raises("B012", "B002 B006 B007 B008 B009 B011 B013")
def split_without_a_decision(draft: Draft) -> None:
    path = draft.random.choice(["approvals/wjw.yml", "approvals/zjj.yml", "approvals/jtys.yml"])
    first, second = draft.random.sample([item for item in draft.data(path) if licence(item) and item.get("base")], 2)
    second["base"] = first["base"]


@raises("B013")
def fee_added(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: at(item, "fee", "charged") is False)
    item["fee"] = {"charged": True, "fees": [draft.pick("fees", lambda fee: fee["status"] == "在用")["id"]]}


@raises("B013")
def fee_raised(draft: Draft) -> None:
    fee = draft.pick("fees", lambda fee: in_use(fee) and "amount" in fee)
    fee["base"] = "r10-9006"
    amount = {"least": fee["amount"]["least"], "most": fee["amount"]["most"] - 0.5}
    entry = {"id": "r10-9006", "list": "fees", "name": fee["name"], "body": "zjj", "amount": amount}
    draft.pick("baseline")["entries"].append(entry)


@raises("B014")
def licence_called_something_else(draft: Draft) -> None:
    baseline_item(draft)["type"] = draft.random.choice(["其他行政权力", "行政确认", "公共服务"])


@raises("B015", "B007")
def precondition_to_registration(draft: Draft) -> None:
    item = baseline_item(draft, lambda item: re.search("(?:公司|企业|个体工商户|合作社).*登记", item["name"]))
    external = {"name": "文化经营许可", "body": "河南省文化厅", "level": "省级"}
    item.setdefault("preconditions", []).append(
        {"external": external, "timing": "前置", "basis": {"law": "行政许可法", "article": "第十二条"}}
    )


@raises("B016", "X002 X003 X007 X009 X012 N004")
def cancelled_and_left_alone(draft: Draft) -> None:
    item = baseline_item(draft)
    decide(draft, {"kind": "cancel", "from": [item["base"]]})
    item |= {"status": "取消", "ended": {"on": "2015-12-20", "document": "新密政文〔2015〕199号"}}
    item.pop("supervision", None)


@raises("B017")
def preliminary_examination_kept(draft: Draft) -> None:
    item = baseline_item(draft)
    item["case_type"] = "上报件"
    item.setdefault("bodies", {})["reports_to"] = "河南省人民政府"
    decide(draft, {"kind": "cancel", "from": [item["base"]]}, binds=["省级"])


@raises("B018")
def decision_on_an_unknown_entry(draft: Draft) -> None:
    decide(draft, {"kind": draft.random.choice(["cancel", "suspend", "post"]), "from": ["r10-9999"]})


@raises("B018")
def decision_older_than_the_baseline(draft: Draft) -> None:
    decide(draft, {"kind": "post", "from": [baseline_item(draft)["base"]]}, date="2012-05-04")


@raises("B018")
def entry_added_twice(draft: Draft) -> None:
    item = baseline_item(draft)
    decide(draft, {"kind": "add", "to": [new_entry(item["base"], item)]})


@raises("B006", "L011")
def setting_basis_by_another_article(draft: Draft) -> None:
    def sets(citation: Record) -> bool:
        return bool(citation.get("sets")) and citation.get("article", "").endswith("条")

    entry = draft.pick("approvals", lambda item: in_use(item) and item.get("base") and any(map(sets, item["basis"])))
    law = next(citation["law"] for citation in entry["basis"] if sets(citation))
    for citation in entry["basis"]:
        if citation["law"] == law:
            citation["article"] = "第三条" if citation.get("article") == "第二条" else "第二条"


@raises("B006", "L011")
def nothing_sets_it_any_more(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item.get("base") and len(item["basis"]) > 0)
    for citation in item["basis"]:
        citation.pop("sets", None)
