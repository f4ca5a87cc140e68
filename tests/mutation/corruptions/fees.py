"""What goes wrong in fees and funds."""

from tests.mutation.city_draft import Draft, at
from tests.mutation.corruption import raises
from tests.mutation.entries import in_use, law


@raises("F004")
def charge_in_words(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and at(item, "fee", "charged") is False)
    said = ["须先缴存履约保证金", "按规定每份收取9元", "自愿赞助公益事业"]
    draft.random.choice(item["process"])["duty"] = draft.random.choice(said)


@raises("F001")
def fee_set_by_the_county(draft: Draft) -> None:
    draft.pick("fees", lambda fee: in_use(fee) and "set_by" in fee)["set_by"] = draft.random.choice(["市", "县"])


@raises("F002", "L003")  # the rule that it cites may be one to come
def fund_of_the_city(draft: Draft) -> None:
    fund = draft.pick("funds", in_use)
    fund["document"] = {"number": "新密政文〔2015〕9号", "issuer": "新密市人民政府"}
    fund["basis"] = [{"law": law(draft, "部门规章")}]


@raises("F003")
def stopped_fee_still_charged(draft: Draft) -> None:
    kind = draft.random.choice(["fees", "funds"])
    entry = draft.pick(kind, lambda entry: entry["status"] == "在用" and "stopped" not in entry)
    entry["stopped"] = {"on": "2015-01-01", "document": "财税〔2014〕101号"}
