"""The ways in which a city's files go wrong: what each does to them, and the rule that has to notice.

A corruption is one slip, or one thing done wrong. `also` names the codes that may rise with its own, because the slip
does break more than one thing: an item that is renamed departs from its baseline and from its power.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from stdnum import luhn
from stdnum.cn import uscc

from tests.mutation.demo import Changes, Demo
from tests.mutation.draft import Draft, Record, at
from wudan.catalog.stages import standard_stage


@dataclass(frozen=True)
class Corruption:
    name: str
    code: str
    also: frozenset[str]
    make: Callable[[Draft], None]

    def of(self, demo: Demo, seed: int) -> Changes:
        """Give the files that are changed, as they are then."""
        draft = Draft(demo, Random(seed))  # noqa: S311 (nothing is kept secret by it)
        self.make(draft)
        return draft.changes()


CORRUPTIONS: list[Corruption] = []

# What goes with a file that cannot be read, or a record that breaks its schema: counts, remarks, what was waived.
GONE = "N001 N004 Q009 S005 X001 X004"

# What refers to an id that is another now, or not there any more.
REFERRED = f"{GONE} S004 S006 X002 X003 X004 X007 X009 X012"


def raises(code: str, also: str = "") -> Callable[[Callable[[Draft], None]], Callable[[Draft], None]]:
    def register(make: Callable[[Draft], None]) -> Callable[[Draft], None]:
        CORRUPTIONS.append(Corruption(make.__name__, code, frozenset(also.split()), make))
        return make

    return register


def in_use(record: Record) -> bool:
    return bool(record.get("status") != "取消")


def licence(record: Record) -> bool:
    return in_use(record) and record["type"] == "行政许可"


def promise(record: Record) -> int:
    """Give the promised working days of an item in use, 0 where it promises none in that unit."""
    limit = at(record, "time_limit", "promised")
    return limit["count"] if in_use(record) and limit and limit["unit"] == "工作日" else 0


def statutory(record: Record) -> int:
    limit = at(record, "time_limit", "statutory")
    return limit["count"] if in_use(record) and limit and limit["unit"] == "工作日" else 0


def counted_stage(record: Record) -> Record | None:
    """Give the stage of examination, whose days count into the promise."""
    return next((stage for stage in record["process"] if standard_stage(stage["stage"]) == "审查"), None)


# --- text ---------------------------------------------------------------------------------------------------------

PLAIN = re.compile(r"(?m)^( *(?:- )?[a-z_]+: )([\u4e00-\u9fff][^\n\"'#]*)$")
"""A line with a key and a plain Chinese text."""


def edit_line(draft: Draft, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str], path: str = "") -> None:
    """Put something else for any match in a file that has one."""
    paths = [path] if path else [one for one, text in draft.demo.texts.items() if pattern.search(text)]
    path = draft.random.choice(paths)
    text = draft.demo.texts[path]
    found = draft.random.choice(list(pattern.finditer(text)))
    draft.write(path, text[: found.start()] + instead(found) + text[found.end() :])


@raises("S001", GONE)
def tab_for_blanks(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^ {4}(?=\w)"), lambda _: "\t")


@raises("S001", GONE)
def tab_after_a_colon(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1].rstrip()}\t{found[2]}")


@raises("S001", GONE)
def anchor(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}&name {found[2]}")


@raises("S001", GONE)
def alias(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}*name")


@raises("S001", GONE)
def tag(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}!!str {found[2]}")


@raises("S001", GONE)
def merge_key(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  (?=[a-z_]+: )"), lambda found: f"{found[0]}<<: {{name: 甲}}\n{found[0]}")


@raises("S001", GONE)
def duplicate_key(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  [a-z_]+: [^\n|>]*$"), lambda found: f"{found[0]}\n{found[0]}")


@raises("S001", GONE)
def second_document(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)(?<=\n\n)- "), lambda found: f"---\n{found[0]}")


@raises("S001", GONE)
def directive(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, f"%YAML 1.1\n---\n{draft.demo.texts[path]}")


@raises("S001", GONE)
def open_bracket(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)[\]}]$"), lambda _: "")


@raises("S001", GONE)
def open_quotation(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f'{found[1]}"{found[2]}')


@raises("S001", GONE)
def wide_colon(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^(  [a-z_]+): (?=[\u4e00-\u9fff])"), lambda found: f"{found[1]}：")


@raises("S001", GONE)
def wrong_indentation(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  (?=[a-z_]+: [^\n]*\n  [a-z_])"), lambda _: " ")


@raises("S001", GONE)
def bad_bytes(draft: Draft) -> None:
    path = draft.path()
    content = draft.demo.contents[path]
    place = draft.random.randrange(100, len(content))
    draft.write(path, content[:place] + b"\xff" + content[place:])


@raises("S001", GONE)
def gbk(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].encode("gb18030"))


@raises("S001", GONE)
def byte_order_mark(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, f"\ufeff{draft.demo.texts[path]}")


@raises("S001", GONE)
def too_deep(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}{'[' * 45}{']' * 45}")


@raises("S001", GONE)
def too_large(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path] + f"# {'长' * 100}\n" * 17_000)


@raises("S005")
def two_blanks_after_a_colon(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]} {found[2]}")


@raises("S005")
def needless_quotation_marks(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}'{found[2]}'")


@raises("S005")
def no_line_feed_at_the_end(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].rstrip("\n"))


@raises("S005")
def line_breaks_of_another_system(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].replace("\n", "\r\n"))


@raises("S006")
def stray_file(draft: Draft) -> None:
    name = draft.random.choice(["清单.xlsx", "approvals/wjw.yml~", "fees/notes.txt", "new/wjw.yml", "powers/wjw.yaml"])
    draft.write(name, "[]\n")


@raises("S006")
def file_of_an_unknown_department(draft: Draft) -> None:
    kind = draft.random.choice(["approvals", "powers", "fees", "funds"])
    draft.write(f"{kind}/{draft.random.choice(['wjj', 'nobody', 'zjjj'])}.yml", "[]\n")


@raises("S006")
def id_other_than_the_file_name(draft: Draft) -> None:
    record = draft.pick(draft.random.choice(["service", "statistics", "baseline"]))
    record["id"] += "-x"


# Texts on which nothing else depends: they are neither names that others know nor references.
LOOSE = re.compile(r"(?m)^( +(?:- )?(?:note|duty|payer|standard|summary|scope|purpose): )([\u4e00-\u9fff][^\n\"'#]*)$")


def insert(found: re.Match[str], random: Random, what: str) -> str:
    place = random.randrange(1, len(found[2]))
    return f"{found[1]}{found[2][:place]}{what}{found[2][place:]}"


@raises("S007")
def zero_width_character(draft: Draft) -> None:
    hidden = draft.random.choice("\u200b\u200c\u2060\u00ad")
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, hidden))


@raises("S007")
def turned_direction(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\u202e"))


@raises("S007")
def unusual_blank(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\u00a0"))


@raises("S007")
def character_of_private_use(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\ue123"))


@raises("S007", GONE)
def control_character(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\x07"))


@raises("S007")
def hidden_character_in_a_comment(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[0]} # 已核\u200b对")


@raises("S007")
def cyrillic_letter_in_an_address(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(https://xinmi.ex)a(mple/)"), lambda found: f"{found[1]}а{found[2]}")


@raises("S007", "Q005 S005")  # what looks like no number needs no quotation marks
def wide_digit_in_a_telephone_number(draft: Draft) -> None:
    edit_line(draft, re.compile(r'(phone: "0371-)0'), lambda found: f"{found[1]}０")


@raises("S008")
def half_width_comma(draft: Draft) -> None:
    edit_line(
        draft,
        re.compile(r"(?m)^( +(?:note|duty|payer|scope): [\u4e00-\u9fff]+)，(?=[\u4e00-\u9fff][^\n\"'#]*$)"),
        lambda found: f"{found[1]},",
    )


@raises("S008")
def mixed_brackets(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^( +(?:note|duty|payer): [\u4e00-\u9fff]*)（"), lambda found: f"{found[1]}(")


@raises("S008")
def brackets_of_a_document_number(draft: Draft) -> None:
    left, right = draft.random.choice(["[]", "()", "（）", "【】", "［］", "（〕", "〔）"])
    number = re.compile(r"(?m)^( +(?:- )?[a-z]+: [\u4e00-\u9fff]+)〔([0-9]{4})〕(?=[0-9]+号)")
    edit_line(draft, number, lambda found: f"{found[1]}{left}{found[2]}{right}")


@raises("S008")
def wide_digits(draft: Draft) -> None:
    number = "".join(draft.random.choices("０１２３４５６７８９", k=3))
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, number))


@raises("S008")
def blank_between_characters(draft: Draft) -> None:
    edit_line(
        draft,
        re.compile(r"(?m)^( +(?:note|duty|payer|scope): [\u4e00-\u9fff]+)(?=[\u4e00-\u9fff][^\n\"'#]*$)"),
        lambda found: f"{found[1]} ",
    )


# --- schema and references ----------------------------------------------------------------------------------------


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


# --- codes --------------------------------------------------------------------------------------------------------


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


# --- the lists against each other ---------------------------------------------------------------------------------


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


def running_service(draft: Draft) -> Record:
    service = draft.pick("service")
    for key in ("until", "ended"):
        service.pop(key, None)
    return service


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


def ended(draft: Draft, **how: object) -> None:
    """Cancel any entry of the negative list, which nothing refers to."""
    entry = draft.pick("negative", in_use)
    entry.update({"status": "取消", **how})


@raises("X014", "N004")
def successor_that_does_not_exist(draft: Draft) -> None:
    ended(draft, ended={"on": "2015-10-01", "document": "国发〔2015〕57号", "replaced_by": ["qlcy-fm-999"]})


# --- the baseline -------------------------------------------------------------------------------------------------


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


# --- the law ------------------------------------------------------------------------------------------------------


def law(draft: Draft, *kinds: str) -> str:
    """Give the name of any law of these kinds that is in force."""
    name: str = draft.pick("laws", lambda law: law["kind"] in kinds)["name"]
    return name


@raises("L001")
def misspelt_law(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: in_use(power) and power.get("duties", [{}])[0].get("basis"))
    citation = power["duties"][0]["basis"]
    citation["law"] = f"{citation['law'][:-1]}伊"


@raises("L001")
def law_struck_off_the_register(draft: Draft) -> None:
    citation = draft.random.choice(draft.pick("powers", lambda power: power.get("accountability"))["accountability"])
    law = draft.pick("laws", lambda law: law["name"] == citation["basis"]["law"])
    draft.file_of(law).remove(law)


@raises("L002")
def article_that_does_not_exist(draft: Draft) -> None:
    counted = {
        law["name"] for law in draft.all("laws") if any("articles" in version for version in law.get("versions", ()))
    }

    def cites(power: Record) -> bool:
        return any(at(duty, "basis", "law") in counted and "article" in duty["basis"] for duty in power["duties"])

    power = draft.pick("powers", lambda power: "duties" in power and cites(power))
    duty = next(duty for duty in power["duties"] if at(duty, "basis", "law") in counted and "article" in duty["basis"])
    duty["basis"]["article"] = "第九百九十九条"


def cited_law(draft: Draft) -> Record:
    power = draft.pick("powers", lambda power: in_use(power) and power.get("basis"))
    names = {one["law"] for one in power["basis"]}
    return draft.pick("laws", lambda law: law["name"] in names)


@raises("L003")
def repealed_law(draft: Draft) -> None:
    cited_law(draft)["versions"] = [{"since": "2000-01-01", "until": "2015-01-01"}]


@raises("L003")
def law_of_next_year(draft: Draft) -> None:
    law = cited_law(draft)
    law["versions"] = [{"since": draft.random.choice(["2016-02-01", "2016-10-01"])}]


@raises("L004", "B006 L013")
def licence_set_by_a_circular(draft: Draft) -> None:
    item = draft.pick("approvals", licence)
    item["basis"] = [{"law": law(draft, "部门规章"), "sets": True}, {"law": law(draft, "规范性文件")}]


@raises("L005", "B009")
def long_limit_without_a_law(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: licence(item) and statutory(item))
    item["time_limit"]["statutory"] = {"count": draft.random.randint(46, 90), "unit": "工作日"}


@raises("L006")
def licence_fee_without_a_law(draft: Draft) -> None:
    charged = {one for item in draft.all("approvals", in_use) for one in at(item, "fee", "fees") or ()}
    fee = draft.pick("fees", lambda fee: in_use(fee) and fee["id"] in charged)
    fee |= {"nature": "许可收费", "basis": [{"law": law(draft, "规范性文件", "部门规章")}]}


@raises("L007")
def intermediary_service_without_a_ground(draft: Draft) -> None:
    service = draft.pick("intermediaries", in_use)
    if draft.random.random() < 0.5:
        del service["basis"]
    else:
        service["basis"] = [{"law": law(draft, "规范性文件")}]


@raises("L007")
def certificate_without_a_ground(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item.get("materials"))
    item["materials"].append(
        {"name": draft.random.choice(["无违法记录证明", "婚姻状况证明", "居民委员会同意证明"]), "kind": "原件",
         "form": "纸质", "copies": 1, "required": "必要", "source": "其他", "issued_by": "户籍所在地的单位"}
    )  # fmt: skip


@raises("L008")
def penalty_set_by_a_circular(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: in_use(power) and power["type"] == "行政处罚")
    power["basis"] = [{"law": law(draft, "规范性文件")}]


@raises("L009")
def coercion_set_by_a_rule(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: in_use(power) and power["type"] == "行政强制")
    power["basis"] = [{"law": law(draft, "部门规章", "规范性文件")}]


@raises("L009")
def coercion_entrusted(draft: Draft) -> None:
    power = draft.pick("powers", lambda power: in_use(power) and power["type"] == "行政强制")
    power["power_source"] = draft.random.choice(["上级委托", "同级委托"])


@raises("L010")
def institution_that_gives_licences(draft: Draft) -> None:
    body = draft.one("departments", draft.owned("approvals", licence)[0])
    body["kind"] = draft.random.choice(["事业单位", "其他机构"])
    body.pop("nature", None)


@raises("L011")
def limit_other_than_the_law_says(draft: Draft) -> None:
    known = {law["name"] for law in draft.all("laws") if law.get("versions")}

    def cites(item: Record) -> bool:
        basis = at(item, "time_limit", "statutory", "basis")
        return statutory(item) > 8 and bool(basis) and basis["law"] in known and "article" in basis

    item = draft.pick("approvals", cites)
    basis = item["time_limit"]["statutory"]["basis"]
    limit = {"count": statutory(item) // 2, "unit": "工作日"}
    for version in draft.pick("laws", lambda law: law["name"] == basis["law"])["versions"]:
        version["limits"] = [{"article": basis["article"], "limit": limit}]


@raises("L012", "B004 B014 B006 Q007")
def annual_check_that_gives_a_permit(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item["type"] in ("行政确认", "其他行政权力"))
    item["name"] = f"{item['name']}年检"
    item["result"]["kind"] = "证照"


@raises("L013")
def validity_without_a_law(draft: Draft) -> None:
    del draft.pick("approvals", lambda item: licence(item) and at(item, "validity", "basis"))["validity"]["basis"]


@raises("L014")
def quota_without_a_method(draft: Draft) -> None:
    item = draft.pick("approvals", in_use)
    item["quota"] = f"全市 {draft.random.randint(10, 99)} 个"
    item.pop("quota_method", None)


@raises("L015")
def two_versions_at_once(draft: Draft) -> None:
    law = draft.pick("laws", lambda law: len(law.get("versions", ())) > 1)
    first, *others = sorted(law["versions"], key=lambda version: version["since"])
    law["versions"] = [first, {"since": first["since"].replace("-01", "-02"), "until": first.get("until")}, *others]
    law["versions"] = [{key: value for key, value in version.items() if value} for version in law["versions"]]


@raises("L016")
def a_law_registered_twice(draft: Draft) -> None:
    law = draft.pick("laws", lambda law: "number" in law)
    twin = {key: value for key, value in law.items() if key in ("name", "kind", "issuer")}
    draft.file_of(law).append(twin)


# --- fees and funds -----------------------------------------------------------------------------------------------


@raises("F001")
def fee_set_by_the_county(draft: Draft) -> None:
    draft.pick("fees", lambda fee: in_use(fee) and "set_by" in fee)["set_by"] = draft.random.choice(["市", "县"])


@raises("F002")
def fund_of_the_city(draft: Draft) -> None:
    fund = draft.pick("funds", in_use)
    fund["document"] = {"number": "新密政文〔2015〕9号", "issuer": "新密市人民政府"}
    fund["basis"] = [{"law": law(draft, "部门规章")}]


@raises("F003")
def stopped_fee_still_charged(draft: Draft) -> None:
    kind = draft.random.choice(["fees", "funds"])
    entry = draft.pick(kind, lambda entry: entry["status"] == "在用" and "stopped" not in entry)
    entry["stopped"] = {"on": "2015-01-01", "document": "财税〔2014〕101号"}


# --- limits -------------------------------------------------------------------------------------------------------


@raises("T001", "B009 T002 T003")
def promise_longer_than_the_law(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: promise(item) and statutory(item))
    item["time_limit"]["promised"]["count"] = statutory(item) + draft.random.randint(1, 9)


@raises("T001")
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


# --- guides -------------------------------------------------------------------------------------------------------


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


# --- figures, releases, waivers -----------------------------------------------------------------------------------


def sound_figures(draft: Draft) -> Record:
    def is_sound(statistics: Record) -> bool:
        cases = statistics.get("cases") or {}
        parts = [cases.get(key) for key in ("immediate", "promised", "reported")]
        return None not in parts and sum(parts) == cases["finished"]

    cases: Record = draft.pick("statistics", is_sound)["cases"]
    return cases


@raises("N001")
def part_that_does_not_fit(draft: Draft) -> None:
    sound_figures(draft)[draft.random.choice(["immediate", "promised", "reported"])] += draft.random.randint(1, 900)


@raises("N001")
def total_that_does_not_fit(draft: Draft) -> None:
    sound_figures(draft)["finished"] -= draft.random.randint(1, 900)


@raises("N002")
def more_finished_than_accepted(draft: Draft) -> None:
    cases = sound_figures(draft)
    cases["accepted"] = cases["finished"] - draft.random.randint(1, 900)


@raises("N003")
def rate_of_another_year(draft: Draft) -> None:
    sound_figures(draft)["rate"] = draft.random.choice([98, 97.5, 12])


@raises("N004")
def count_that_the_lists_do_not_have(draft: Draft) -> None:
    statistics = draft.pick("statistics", lambda one: any("measure" in claim for claim in one.get("claims", ())))
    claim = next(claim for claim in statistics["claims"] if "measure" in claim)
    claim["count"] += draft.random.choice([-2, -1, 1, 7])


@raises("N005")
def balance_that_does_not_close(draft: Draft) -> None:
    balance = draft.pick("statistics", lambda one: one.get("balances"))["balances"][0]
    balance[draft.random.choice([key for key, value in balance.items() if isinstance(value, int)])] += 1


RELEASE = {
    "id": "r2015-12", "on": "2015-12-28", "document": "新密政文〔2015〕120号", "approved_by": "新密市人民政府",
    "notice_since": "2015-12-01", "notice_until": "2015-12-10", "legal_review": "2015-12-15", "hash": "0" * 64,
}  # fmt: skip


@raises("P001")
def release_without_approval(draft: Draft) -> None:
    missing = draft.random.choice(["on", "document", "approved_by"])
    draft.write_data("releases/r2015-12.yml", {key: value for key, value in RELEASE.items() if key != missing})


@raises("P001")
def release_before_its_review(draft: Draft) -> None:
    key = draft.random.choice(["notice_since", "notice_until", "legal_review"])
    draft.write_data("releases/r2015-12.yml", {**RELEASE, key: "2015-12-30"})


def waive(draft: Draft, without: str = "", **own: str) -> None:
    """Add a waiver for a finding of the city."""
    fingerprint = draft.random.choice([one for code, one in draft.demo.findings if not code.startswith("P")])
    waiver = {"fingerprint": fingerprint, "reason": "过渡期内保留", "document": "新编〔2015〕12号",
              "approver": "市编办", "until": "2016-06-30", **own}  # fmt: skip
    draft.write_data("waivers/wjw.yml", [{key: value for key, value in waiver.items() if key != without}])


@raises("P002")
def waiver_that_accepts_nothing(draft: Draft) -> None:
    waive(draft, fingerprint=f"b009-{draft.random.getrandbits(64):016x}")


@raises("P003")
def waiver_past_its_day(draft: Draft) -> None:
    waive(draft, until=draft.random.choice(["2015-12-30", "2014-06-30"]))


@raises("P004")
def waiver_without_a_ground(draft: Draft) -> None:
    waive(draft, without=draft.random.choice(["reason", "document", "approver"]))


@raises("P006")
def secret_entry(draft: Draft) -> None:
    draft.pick(draft.random.choice(["approvals", "powers", "fees", "funds", "negative"]))["secret"] = True
