"""What goes wrong in the guide that people read."""

import re
from collections.abc import Callable
from random import Random

from stdnum import luhn

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import ended, in_use


def any_material(draft: Draft, suits: Callable[[Record], object]) -> Record:
    item = draft.pick("approvals", lambda item: in_use(item) and any(map(suits, item.get("materials", ()))))
    return draft.random.choice([material for material in item["materials"] if suits(material)])


@raises("Q001")
def vague_material(draft: Draft) -> None:
    word = draft.random.choice(
        ["其他材料", "其他相关材料", "有关证明文件", "主管部门要求的相关资料", "登记机关规定的其他文件"]
    )
    any_material(draft, lambda one: not one.get("issued_by") and not one.get("blank"))["name"] = word


@raises("Q001")
def vague_condition(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item.get("conditions"))
    words = ["，具体详见窗口", "，其余以窗口答复为准", "，视情况确定", "，以及有关要求的其他条件"]
    draft.random.choice(item["conditions"])["text"] += draft.random.choice(words)


@raises("Q002")
def material_from_nowhere(draft: Draft) -> None:
    del any_material(draft, lambda one: "source" in one and not one["name"].endswith("表"))["source"]


@raises("Q002", "Q009")
def paper_that_nobody_issues(draft: Draft) -> None:
    material = any_material(draft, lambda one: one.get("source") == "政府部门核发")
    for key in ("issued_by", "issuing_department"):
        material.pop(key, None)


@raises("Q003")
def form_without_a_blank(draft: Draft) -> None:
    def is_form(material: Record) -> bool:
        return bool(re.search("(?:申请|登记|审批|备案)表$", material["name"])) and "blank" in material

    del any_material(draft, is_form)["blank"]


@raises("Q004")
def stage_without_an_office(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item["case_type"] != "即办件")
    del draft.random.choice(item["process"])["office"]


@raises("Q004")
def stage_without_a_limit(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item["case_type"] != "即办件")
    del draft.random.choice(item["process"])["limit"]


@raises("Q005")
def telephone_number_that_is_none(draft: Draft) -> None:
    kind = draft.random.choice(["departments", "places", "powers"])
    number = draft.random.choice(["(0371) 00001023", "0371 00001023", "037100001023", "0371-123", "见公告栏"])
    draft.pick(kind, lambda one: "phone" in one)["phone"] = number


@raises("Q005")
def item_with_half_a_number(draft: Draft) -> None:
    draft.pick("approvals", lambda item: in_use(item) and at(item, "contact", "phone"))["contact"]["phone"] = (
        "0371-0000"
    )


@raises("Q006")
def unchecked_for_years(draft: Draft) -> None:
    kind = draft.random.choice(["approvals", "powers", "fees", "funds", "negative"])
    entry = draft.pick(kind, lambda entry: in_use(entry) and "checked_on" in entry)
    entry["checked_on"] = draft.random.choice(["2014-12-30", "2013-05-01", "2016-01-01"])


@raises("Q007", "B004 L012")
def name_of_another_item(draft: Draft) -> None:
    path = draft.random.choice(["approvals/wjw.yml", "approvals/zjj.yml", "approvals/jtys.yml"])
    first, second = draft.random.sample([item for item in draft.data(path) if in_use(item)], 2)
    second["name"] = first["name"]


@raises("Q007", "Q009")
def text_of_another_item(draft: Draft) -> None:
    def is_long(item: Record) -> bool:
        return in_use(item) and sum(len(one["text"]) for one in item.get("conditions", ())) > 60

    first, second = draft.random.sample(draft.all("approvals", is_long), 2)
    second |= {"conditions": first["conditions"], "materials": first["materials"]}


def identity_number(random: Random) -> str:
    body = (
        f"410183{random.randint(1950, 1999)}0{random.randint(1, 9)}{random.randint(10, 28)}{random.randint(100, 999)}"
    )
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]


@raises("Q008")
def personal_data(draft: Draft) -> None:
    card = f"622848{''.join(draft.random.choices('0123456789', k=12))}"
    number = draft.random.choice(
        [identity_number(draft.random), f"138{draft.random.randint(10_000_000, 99_999_999)}",
         card + luhn.calc_check_digit(card)]
    )  # fmt: skip
    entry = draft.pick(draft.random.choice(["places", "intermediaries", "statistics"]))
    entry["note"] = f"联系人李某，{number}"


@raises("Q009")
def paper_of_another_department(draft: Draft) -> None:
    owner, item = draft.owned("approvals", lambda item: in_use(item) and item.get("materials"))
    item["materials"].append(
        {"name": "营业执照副本", "kind": "复印件", "form": "纸质", "copies": 1, "required": "必要",
         "source": "政府部门核发", "issued_by": "本市部门", "issuing_department": "wjw" if owner != "wjw" else "gsj"}
    )  # fmt: skip


@raises("Q010")
def element_left_out(draft: Draft) -> None:
    key = draft.random.choice(
        ["visits", "serves", "power_source", "result", "conditions", "level", "case_type", "process"]
    )
    del draft.pick("approvals", lambda item: in_use(item) and item.get(key) is not None)[key]


@raises("Q011", "N004")
def cancelled_and_nothing_said(draft: Draft) -> None:
    ended(draft)


@raises("Q012")
def ended_long_ago_and_in_use(draft: Draft) -> None:
    entry = draft.pick("negative", in_use)
    entry["ended"] = {"on": "2014-08-01", "document": "新政〔2014〕8号"}
