"""Edits that people make to lists, each with what the difference has to say of it."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.support.city import Lists, days, item

Told = tuple[str, str, str]
"""Kind of change, item, effect."""

Script = Callable[[Lists, Random, set[str]], Told]
SCRIPTS: list[Script] = []


def script(make: Script) -> Script:
    SCRIPTS.append(make)
    return make


def pick(lists: Lists, random: Random, used: set[str]) -> Any:
    """Give an item that no other edit has touched, and the file it stands in."""
    free = [(path, one) for path, file in sorted(lists.items()) for one in file if one["id"] not in used]
    path, one = random.choice(free)
    used.add(one["id"])
    return path, one


@script
def shorter_promise(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["time_limit"]["promised"] = days(random.randint(1, 7))
    return "limit_shortened", one["id"], "relief"


@script
def longer_promise(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["time_limit"]["promised"] = days(random.randint(9, 19))
    return "limit_lengthened", one["id"], "burden"


@script
def limit_in_calendar_days(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["time_limit"]["promised"] = days(11, "自然日")
    return "limit_differs", one["id"], "unclear"


@script
def promise_dropped(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    del one["time_limit"]["promised"]
    return "limit_dropped", one["id"], "burden"


@script
def material_more(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["materials"].insert(random.randint(0, 2), {"name": "消防检查意见", "kind": "原件"})
    return "asked", one["id"], "burden"


@script
def material_less(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    del one["materials"][1]
    return "not_asked", one["id"], "relief"


@script
def material_renamed(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["materials"][0]["name"] += "（一式两份）"
    return "called_otherwise", one["id"], "unclear"


@script
def more_copies(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["materials"][0]["copies"] = 3
    return "stricter", one["id"], "burden"


@script
def original_instead_of_copy(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["materials"][1]["kind"] = "原件"
    return "stricter", one["id"], "burden"


@script
def stage_more(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["process"].insert(2, {"stage": "专家论证", "limit": days(5)})
    return "asked", one["id"], "burden"


@script
def stages_the_other_way_round(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["process"][0], one["process"][1] = one["process"][1], one["process"][0]
    return "reordered", one["id"], "unclear"


@script
def condition_less(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    del one["conditions"][0]
    return "not_asked", one["id"], "relief"


@script
def fewer_visits(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["visits"] = 1
    return "easier", one["id"], "relief"


@script
def charged_now(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["fee"]["charged"] = True
    return "charged", one["id"], "burden"


@script
def fewer_may_apply(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["serves"].remove("自然人")
    return "not_offered", one["id"], "burden"


@script
def renamed(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["former_names"], one["name"] = [one["name"]], f"{one['name']}核发"
    return "renamed", one["id"], "neutral"


@script
def other_phone(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["contact"]["phone"] = "0371-00009999"
    return "detail_changed", one["id"], "neutral"


@script
def cancelled(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one |= {"status": "取消", "ended": {"on": "2015-10-11", "document": "国发〔2015〕57号"}}
    return "cancelled", one["id"], "relief"


@script
def suspended(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["status"] = "暂停"
    return "suspended", one["id"], "unclear"


@script
def handed_to_another_department(lists: Any, random: Any, used: Any) -> Any:
    path, one = pick(lists, random, used)
    other = random.choice([name for name in sorted(lists) if name != path])
    lists[path].remove(one)
    lists[other].append(one)
    one["bodies"] = dict.fromkeys(one["bodies"], other[10:13])
    return "transferred", one["id"], "neutral"


@script
def other_type(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["type"] = "行政确认"
    return "type_changed", one["id"], "unclear"


@script
def new_item(lists: Any, random: Any, used: Any) -> Any:
    path = random.choice(sorted(lists))
    number = next(number for number in range(7, 99) if f"{path[10:13]}-xk-{number:03}" not in used)
    one = item(path[10:13], number)
    lists[path].append(one)
    used.add(one["id"])
    return "added", one["id"], "burden"


@script
def item_struck_off(lists: Any, random: Any, used: Any) -> Any:
    path, one = pick(lists, random, used)
    lists[path].remove(one)
    return "removed", one["id"], "relief"


@script
def item_taken_over(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    path = f"approvals/{one['id'][:3]}.yml"
    number = next(number for number in range(7, 99) if f"{one['id'][:3]}-xk-{number:03}" not in used)
    new = item(one["id"][:3], number) | {"power_source": "上级下放"}
    lists[path].append(new)
    used.add(new["id"])
    return "taken_over", new["id"], "unclear"


@script
def given_to_the_townships(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["level"] = "镇（乡、街道）级"
    return "delegated", one["id"], "relief"


@script
def shorter_validity(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["validity"]["term"] = random.choice(["1年", "六个月", "两年"])
    return "validity_shortened", one["id"], "burden"


@script
def renewal_long_before(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["validity"]["renewal"] = random.choice(["届满180日前", "期满前三个月"])
    return "renewal_earlier", one["id"], "burden"


@script
def result_that_holds_longer(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["result"]["valid_for"] = random.choice(["5年", "长期有效"])
    return "validity_lengthened", one["id"], "relief"


@script
def nothing_is_said_to_set_it(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    del one["basis"][0]["sets"]
    return "ground_dropped", one["id"], "unclear"


@script
def one_more_setting_basis(lists: Any, random: Any, used: Any) -> Any:
    _, one = pick(lists, random, used)
    one["basis"].append({"law": "新条例", "article": "第一条", "sets": True})
    return "ground_added", one["id"], "unclear"
