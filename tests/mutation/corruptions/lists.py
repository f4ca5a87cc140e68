"""What goes wrong between the lists."""

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import ended, in_use, licence, running_service
from wudan.catalog.stages import standard_stage


@raises("X001", "X002")
def power_that_forgets_its_item(draft: Draft) -> None:
    draft.pick("powers", lambda power: in_use(power) and power.get("approvals"))["approvals"] = []


@raises("X002")
def power_of_an_unknown_item(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: licence(power) and power.get("approvals"))
    power["approvals"].append("wjw-xk-999")


@raises("X003", "B013")
def charge_without_an_entry(draft: Draft) -> None:
    draft.pick("approvals", in_use)["fee"] = {"charged": True}


@raises("X003", "B013")
def charge_of_an_unknown_fee(draft: Draft) -> None:
    draft.pick("approvals", in_use)["fee"] = {"charged": True, "fees": ["wjw-sf-999"]}


@raises("X004")
def licence_fee_that_nobody_charges(draft: Draft) -> None:
    charged = {one for item in draft.all("approvals") for one in at(item, "fee", "fees") or ()}
    fee = draft.pick("fees", lambda fee: in_use(fee) and fee["id"] not in charged)
    fee |= {"nature": "许可收费", "basis": [{"law": "行政许可法", "article": "第五十八条"}]}


@raises("X005")
def duty_left_out(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: licence(power) and power.get("procedure") == "一般程序")
    stage = draft.random.choice(["受理", "审查", "决定", "送达"])
    power["duties"] = [duty for duty in power["duties"] if standard_stage(duty["stage"]) != stage]


@raises("X005")
def power_without_duties(draft: Draft) -> None:
    del draft.pick("powers", lambda power: power.get("duties"))["duties"]


@raises("X006")
def power_without_accountability(draft: Draft) -> None:
    del draft.pick("powers", lambda power: power.get("accountability"))["accountability"]


@raises("X007", "B007 B015")
def unknown_precondition(draft: Draft) -> None:
    item = draft.pick("approvals", in_use)
    item.setdefault("preconditions", []).append(
        {"approval": "wjw-xk-999", "timing": "前置", "basis": {"law": "行政许可法", "article": "第十二条"}}
    )


@raises("X007")
def precondition_without_a_body(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: any("external" in one for one in item.get("preconditions", ())))
    external = next(one["external"] for one in item["preconditions"] if "external" in one)
    del external[draft.random.choice(["body", "level"])]


@raises("X007", "B007 B015")
def precondition_missing_in_the_list_of_its_body(draft: Draft) -> None:
    owner, item = draft.owned("approvals", lambda item: licence(item) and "preconditions" not in item)
    body = draft.one("departments", draft.random.choice([one for one in ("gsj", "wjw", "zjj", "jtys") if one != owner]))
    item["preconditions"] = [
        {"external": {"name": "经营场所核准", "body": body["name"], "level": "县级"}, "timing": "前置",
         "basis": {"law": "行政许可法", "article": "第十二条"}}
    ]  # fmt: skip


@raises("X008", "B007 B015")
def circle_of_preconditions(draft: Draft) -> None:
    items = draft.random.sample(draft.all("approvals", licence), draft.random.randint(2, 3))
    for item, other in zip(items, [*items[1:], items[0]], strict=True):
        basis = {"law": "行政许可法", "article": "第十二条"}
        item.setdefault("preconditions", []).append({"approval": other["id"], "timing": "前置", "basis": basis})


@raises("X009", "T005")
def unknown_member(draft: Draft) -> None:
    member = draft.random.choice(running_service(draft)["members"])
    member.pop("name", None)
    member["approval"] = "gsj-xk-999"


@raises("X009", "T005")
def member_twice(draft: Draft) -> None:
    members = running_service(draft)["members"]
    members.append(dict(draft.random.choice(members)))


@raises("X009", "T005")
def member_that_waits_for_nobody(draft: Draft) -> None:
    draft.random.choice(running_service(draft)["members"])["after"] = ["gsj-xk-999"]


@raises("X009", "T005")
def member_faster_than_its_item(draft: Draft) -> None:
    slow = [one for one in running_service(draft)["members"] if at(one, "limit", "count") and one["limit"]["count"] > 6]
    members = slow or [
        one for one in draft.one("service", "lian-shen-lian-ban")["members"] if one["limit"]["count"] > 6
    ]
    draft.random.choice([one for one in members if "approval" in one])["limit"]["count"] -= 5


@raises("X010", "N004")
def item_outside_the_hall(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item.get("level") == "县级")
    item["handled_at"] = [{"place": "town-dawei", "role": "受理、决定"}]


@raises("X011")
def township_item_without_a_township(draft: Draft) -> None:
    def is_in_the_hall_alone(item: Record) -> bool:
        return in_use(item) and all(one.get("place") == "hall" for one in item.get("handled_at", ()))

    draft.pick("approvals", is_in_the_hall_alone)["level"] = "镇（乡、街道）级"


@raises("X011")
def village_station_that_decides(draft: Draft) -> None:
    village = draft.pick("places", lambda place: place["kind"] == "村级便民服务站")["id"]
    item = draft.pick("approvals", lambda item: in_use(item) and item.get("handled_at"))
    item["handled_at"].append({"place": village, "role": "受理、决定"})


@raises("X012")
def restriction_that_leads_nowhere(draft: Draft) -> None:
    entry = draft.pick("negative", in_use)
    entry["measure"] = "限制"
    entry.pop("approvals", None)


@raises("X013")
def everyday_word_for_nothing(draft: Draft) -> None:
    draft.pick("lexicon")["terms"].append(f"已经没有的事项{draft.random.randint(1, 99)}")


@raises("X014", "N004")
def successor_that_does_not_exist(draft: Draft) -> None:
    ended(draft, ended={"on": "2015-10-01", "document": "国发〔2015〕57号", "replaced_by": ["qlcy-fm-999"]})
