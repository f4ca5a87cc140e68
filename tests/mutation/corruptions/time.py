"""What goes wrong in the time that a decision takes."""

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import counted_stage, in_use, licence, promise, running_service, statutory


@raises("T001", "B009 T002 T003")
def promise_longer_than_the_law(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: promise(item) and statutory(item))
    item["time_limit"]["promised"]["count"] = statutory(item) + draft.random.randint(1, 9)


@raises("T001", "L011")
def law_shorter_than_the_promise(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: promise(item) > 1 and statutory(item))
    item["time_limit"]["statutory"]["count"] = promise(item) - 1


@raises("T002")
def stage_longer_than_planned(draft: Draft) -> None:
    def is_counted(item: Record) -> bool:
        return (
            promise(item) > 1 and item["case_type"] == "承诺件" and at(counted_stage(item) or {}, "limit") is not None
        )

    stage = counted_stage(draft.pick("approvals", is_counted))
    assert stage is not None
    stage["limit"]["count"] += draft.random.randint(1, 5)


@raises("T003")
def immediate_item_that_takes_days(draft: Draft) -> None:
    draft.pick("approvals", lambda item: promise(item) > 1 and item["case_type"] == "承诺件")["case_type"] = "即办件"


@raises("T003")
def reported_item_that_names_no_body(draft: Draft) -> None:
    draft.pick("approvals", lambda item: in_use(item) and item["case_type"] == "承诺件")["case_type"] = "上报件"


@raises("T003", "Q010")
def promise_left_out(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: promise(item) and item["case_type"] == "承诺件")
    del item["time_limit"]["promised"]


@raises("T004")
def special_procedure_without_days(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: at((item.get("special_procedures") or [{}])[0], "limit"))
    del item["special_procedures"][0]["limit"]


@raises("T005")
def service_slower_than_its_way(draft: Draft) -> None:
    running_service(draft)["promised"]["count"] += draft.random.randint(1, 9)


@raises("T006")
def visit_that_stops_the_clock(draft: Draft) -> None:
    draft.pick("approvals", licence).setdefault("special_procedures", []).append(
        {"name": draft.random.choice(["现场核查", "领导会签", "网上公示"]), "limit": {"count": 10, "unit": "工作日"}}
    )
