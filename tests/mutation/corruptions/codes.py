"""What goes wrong in the codes of items and departments."""

from random import Random

from stdnum.cn import uscc

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import in_use


def credit_code(random: Random) -> str:
    body = f"11410183{''.join(random.choices('0123456789', k=9))}"
    return body + uscc.calc_check_digit(body)


def item_code(draft: Draft, record: Record) -> str:
    """Give a right code for an item."""
    level = "4" if record.get("level") == "县级" else "5"
    return f"{credit_code(draft.random)}{level}{''.join(draft.random.choices('0123456789', k=12))}"


def pick_coded(draft: Draft) -> tuple[str, Record]:
    return draft.owned("approvals", lambda record: in_use(record) and "code" not in record)


@raises("C001", "C002")
def wrong_check_character(draft: Draft) -> None:
    _, record = pick_coded(draft)
    code = item_code(draft, record)
    record["code"] = code[:17] + draft.random.choice([one for one in "0123456789ABCD" if one != code[17]]) + code[18:]


@raises("C001", "C002")
def code_too_short(draft: Draft) -> None:
    _, record = pick_coded(draft)
    record["code"] = item_code(draft, record)[:-1]


@raises("C001")
def wrong_credit_code_of_a_department(draft: Draft) -> None:
    code = credit_code(draft.random)
    draft.pick("departments")["code"] = code[:9] + ("1" if code[9] != "1" else "2") + code[10:]


@raises("C002")
def code_of_another_level(draft: Draft) -> None:
    _, record = pick_coded(draft)
    code = item_code(draft, record)
    record["code"] = f"{code[:18]}{draft.random.choice('23')}{code[19:]}"


@raises("C002")
def code_of_another_body(draft: Draft) -> None:
    owner, record = pick_coded(draft)
    record["code"] = item_code(draft, record)
    draft.one("departments", at(record, "bodies", "decides") or owner)["code"] = credit_code(draft.random)


@raises("C003", "C002")
def code_of_another_department(draft: Draft) -> None:
    owner, record = pick_coded(draft)
    other_owner, other = owner, record
    while other_owner == owner:
        other_owner, other = draft.owned("approvals", lambda one: one.get("level") == record.get("level"))
    record["code"] = other["code"] = item_code(draft, record)
