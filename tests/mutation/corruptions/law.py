"""How a city departs from the law."""

from tests.mutation.city_draft import Draft, Record, at
from tests.mutation.corruption import raises
from tests.mutation.entries import in_use, law, licence, statutory


@raises("L001")
def misspelt_law(draft: Draft) -> None:
    def cites_by_name_alone(power: Record) -> bool:
        basis = power.get("duties", [{}])[0].get("basis")
        return in_use(power) and bool(basis) and "number" not in basis

    citation = draft.pick("powers", cites_by_name_alone)["duties"][0]["basis"]
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


@raises("L004", "B006 L001 L013 L011")
def licence_set_by_an_unregistered_document(draft: Draft) -> None:
    item = draft.pick("approvals", licence)
    number = f"新密政〔2014〕{draft.random.randint(1, 99)}号"
    item["basis"] = [{"law": "关于加强本市行业准入的意见", "number": number, "sets": True}]


@raises("L005", "B009 L011")
def long_limit_by_the_general_law(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: licence(item) and statutory(item))
    basis = {"law": "行政许可法", "article": "第四十二条"}
    item["time_limit"]["statutory"] = {"count": draft.random.randint(46, 90), "unit": "工作日", "basis": basis}


@raises("L005", "B009 L011")
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


@raises("L012")
def permission_called_a_service(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: in_use(item) and item["type"] == "公共服务")
    item["result"]["name"] = draft.random.choice(["便民服务员上岗证", "进场施工许可", "摊位经营证"])


@raises("L013")
def validity_without_a_law(draft: Draft) -> None:
    del draft.pick("approvals", lambda item: licence(item) and at(item, "validity", "basis"))["validity"]["basis"]


@raises("L013")
def validity_told_in_two_ways(draft: Draft) -> None:
    item = draft.pick("approvals", lambda item: licence(item) and at(item, "validity", "term") in ("3年", "4年", "5年"))
    item["result"]["valid_for"] = draft.random.choice(["1年", "半年内，即6个月", "两年"])


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


@raises("L017")
def condition_that_nobody_may_make(draft: Draft) -> None:
    item = draft.pick("approvals", licence)
    said = ["须有本市常住户口", "外地企业不予受理", "在指定培训班学习合格", "由鼎诚安全评价有限公司评价"]
    draft.random.choice(item["process"])["duty"] = draft.random.choice(said)
