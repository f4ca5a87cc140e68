"""What goes wrong in a record: its schema, its id, what it refers to, what it holds twice."""

from tests.mutation.city_draft import Draft, at
from tests.mutation.consequences import GONE, REFERRED
from tests.mutation.corruption import raises
from tests.mutation.entries import promise


@raises("S002", GONE)
def misspelt_key(draft: Draft) -> None:
    record = draft.pick(draft.random.choice(["approvals", "powers", "fees", "places", "departments", "negative"]))
    key = draft.random.choice([key for key in record if len(key) > 3 and "_" not in key])
    place = draft.random.randrange(len(key) - 1)
    wrong = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
    record[wrong if wrong != key else key[:-1]] = record.pop(key)


@raises("S002", f"{GONE} X013")
def missing_name(draft: Draft) -> None:
    del draft.pick(draft.random.choice(["approvals", "powers", "funds", "intermediaries", "departments"]))["name"]


@raises("S002", GONE)
def value_outside_the_enumeration(draft: Draft) -> None:
    kind, key, value = draft.random.choice(
        [("approvals", "case_type", "承诺"), ("approvals", "status", "正在用"), ("powers", "type", "许可"),
         ("fees", "nature", "罚款"), ("negative", "measure", "禁"), ("places", "kind", "大厅")]
    )  # fmt: skip
    draft.pick(kind, lambda record: key in record)[key] = value


@raises("S002", GONE)
def text_for_a_number(draft: Draft) -> None:
    draft.pick("approvals", promise)["time_limit"]["promised"]["count"] = "八"


@raises("S002", GONE)
def day_that_does_not_exist(draft: Draft) -> None:
    kind = draft.random.choice(["approvals", "powers", "fees", "funds", "negative"])
    draft.pick(kind, lambda record: "checked_on" in record)["checked_on"] = "2015-02-30"


@raises("S002", GONE)
def empty_value(draft: Draft) -> None:
    record = draft.pick(draft.random.choice(["approvals", "powers", "fees"]))
    record[draft.random.choice([key for key in record if key not in ("id", "checked_on")])] = None


@raises("S002", GONE)
def number_below_zero(draft: Draft) -> None:
    draft.pick("approvals", promise)["time_limit"]["promised"]["count"] = -3


@raises("S003", REFERRED)
def malformed_id(draft: Draft) -> None:
    record = draft.pick(draft.random.choice(["approvals", "powers", "fees", "departments", "places"]))
    record["id"] = draft.random.choice([record["id"].upper(), record["id"].replace("-", "_") + "_", "卫许一"])


@raises("S003", f"{REFERRED} F003")
def id_of_another(draft: Draft) -> None:
    kind = draft.random.choice(["approvals", "powers", "fees", "places", "departments", "intermediaries"])
    record = draft.pick(kind)
    record["id"] = draft.pick(kind, lambda other: other["id"] != record["id"])["id"]


@raises("S004", "B005 L010")
def unknown_department(draft: Draft) -> None:
    record = draft.pick("approvals", lambda record: at(record, "bodies", "accepts"))
    record["bodies"]["accepts"] = draft.random.choice(["wsj", "nobody", "zj"])


@raises("S004", "X010 X011")
def unknown_place(draft: Draft) -> None:
    record = draft.pick("approvals", lambda record: len(record.get("handled_at", ())) > 1)
    record["handled_at"][-1]["place"] = draft.random.choice(["hal", "town-daweii", "nowhere"])


@raises("S004", "X010")
def unknown_window(draft: Draft) -> None:
    record = draft.pick("approvals", lambda record: record["handled_at"][0].get("window"))
    record["handled_at"][0]["window"] = draft.random.randint(60, 99)


@raises("S004", "B002 B011 B012")
def unknown_baseline_entry(draft: Draft) -> None:
    draft.pick("approvals", lambda record: record.get("base"))["base"] = "r10-9876"


@raises("S004")
def unknown_rule_in_the_levels(draft: Draft) -> None:
    draft.pick("catalog")["levels"] = {"B099": "warning"}


@raises("S004", "N004")
def window_of_an_unknown_department(draft: Draft) -> None:
    place = draft.pick("places", lambda place: place.get("windows"))
    draft.random.choice(place["windows"])["department"] = "nobody"


@raises("S009", "Q003 Q009")
def material_twice(draft: Draft) -> None:
    record = draft.pick("approvals", lambda record: len(record.get("materials", ())) > 1)
    first, second = draft.random.sample(record["materials"], 2)
    second["name"] = first["name"]


@raises("S009")
def stage_twice(draft: Draft) -> None:
    duties = draft.pick("powers", lambda record: len(record.get("duties", ())) > 1)["duties"]
    duties.append(dict(draft.random.choice(duties)))


@raises("S009")
def condition_twice(draft: Draft) -> None:
    conditions = draft.pick("approvals", lambda record: record.get("conditions"))["conditions"]
    conditions.append(dict(draft.random.choice(conditions)))
