"""F004: money that an item asks for in words, and that no entry of the fee lists has.

Catches a price, a payment, a deposit or a donation that a condition, a material, a step or a note of an item asks for:
where the item says that it charges nothing, and where an amount stands in no fee or fund that it charges. Deposits,
donations and payments to an association are found in either case. What is said not to be charged (不收工本费), and what
a law or regulation is cited for at the very place, passes; so does what a test or design firm is paid.

Why: a charge that stands in no list has no standard, no ticket and nobody who audits it. Called a price for a form, it
is still what people must pay to be served.

Source: 行政许可法 第五十八条、第五十九条: no charge for a licence or its forms but by law or administrative regulation;
国发〔2015〕11号 and 国办发〔2015〕31号 on what applicants may be made to pay for.

Bad: `fee: {charged: false}` and a material with `note: 表格向窗口购买，每份5元`.

Good: `note: 表格免费领取，不收工本费`.

中文

本条查出写在文字里的收费：条件、材料、环节、说明里要交钱、要买、要押金、要赞助，事项却写着不收费，或者写的金额在所列收费、基金条
目里都没有。押金、保证金、赞助、会费，收不收费的都查。写明不收的（不收工本费），在原处引了法律、法规的，付给检测、设计机构的，
不算。

为什么：清单里没有的收费，没有标准、没有票据、没有人审计。叫做表格钱，也还是交了才能办。

依据：《行政许可法》第五十八条、第五十九条：实施许可、提供申请书格式文本不得收费，法律、行政法规另有规定的除外；国办发〔2015〕31
号。

反例：`fee: {charged: false}`，材料里写 `note: 表格向窗口购买，每份5元`。

正例：`note: 表格免费领取，不收工本费`。

怎样改：没有依据的，停止收取，删去这句话；有依据的，列入收费清单，在 fee 里写上编号，或者在原处写 basis。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.demands import Demand, telling_demands
from wudan.catalog.model.approval import Approval
from wudan.catalog.model.fee import Fee, Fund
from wudan.law.register import is_from_law
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_MONEY = re.compile("[元费金捐助摊集]")
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千]+)\s*元")
_PAYING = "交纳|缴纳|交付|预交|预缴|缴存|缴|交|收取|加收|收|购买|购|付|支付"
_PAID = re.compile(
    rf"(?:{_PAYING})[^，。；]{{0,12}}?(?:工本费|手续费|资料费|报名费|培训费|教材费|服务费|审查费|评审费|查验费|勘查费|"
    rf"图纸费|表格费|咨询费|代办费|订阅费|材料费|管理费|[0-9一二两三四五六七八九十百千万]\s*元)"
    r"|(?:每|一)(?:[份本张套人次块项户个]|平方米)[^，。；]{0,8}?[0-9一二两三四五六七八九十百千]\s*元"
    r"|[0-9]\s*元\s*(?:/|／|每|一)[份本张套人次块项户个]"
)
_PLEDGED = re.compile(
    rf"(?:{_PAYING}|提供|存入)[^，。；]{{0,12}}?(?:押金|保证金|抵押金|风险金|会费)|(?:押金|保证金|抵押金|会费)(?:收据|缴款|交款|凭证|票据)"
    r"|赞助|捐资助|集资|摊派"
)
# What stands before a payment in one sentence and turns it round, and what makes it somebody else's.
_NOT_ASKED = re.compile(
    "不(?:收|得|要|必|需|以|再|另|承担|用|准|允许|接受)|免|无(?:须|需)|没有|有无|拒绝|禁止|严禁|自愿(?!赞助|捐)|退还|可以?不"
)
_BETWEEN_FIRMS = re.compile("(?:检测|检验|鉴定|评价|评估|设计|测绘|监理|中介)(?:机构|单位)|合同|由本[委局]|财政")
_SENTENCE = re.compile("[。；]")


def check(placed: Placed[Approval], catalog: Catalog) -> Iterator[Problem]:
    """Give each text of an item in use that asks for money of which its fees say nothing."""
    record = placed.record
    if not record.is_in_use:
        return
    is_charged = record.fee is not None and record.fee.charged
    for demand in catalog.derived(telling_demands).get(id(record), ()):
        if _MONEY.search(demand.text) is None or (demand.basis and is_from_law(demand.basis, catalog)):
            continue
        asked = _asked_in(demand, is_charged=is_charged)
        if asked is None or (is_charged and asked[0] == "price" and _is_listed(asked[1], record, catalog)):
            continue
        message, words = asked
        yield problem_at(
            placed,
            *demand.steps,
            message="listed" if is_charged and message == "price" else message,
            arguments={"name": record.name, "words": words},
            about=(message, words),
        )


def _asked_in(demand: Demand, *, is_charged: bool) -> tuple[str, str] | None:
    """Give what a text asks for, a price or a pledge, and in which words; None where it asks for nothing."""
    for sentence in _SENTENCE.split(demand.text):
        for message, pattern in (("pledge", _PLEDGED), ("price", _PAID)):
            found = pattern.search(sentence)
            if found is None or _NOT_ASKED.search(sentence[: found.end()]) or _BETWEEN_FIRMS.search(sentence):
                continue
            if message == "pledge" or not is_charged or _AMOUNT.search(sentence):
                return message, sentence.strip() if message == "price" and is_charged else found[0]
    return None


def _is_listed(sentence: str, item: Approval, catalog: Catalog) -> bool:
    """Say whether every amount of a sentence stands in a fee or fund that the item charges."""
    charge = item.fee
    if charge is None:
        return False
    keys = [*(("fees", one) for one in charge.fees), *(("funds", one) for one in charge.funds)]
    entries = [catalog.by_id[key].record for key in keys if key in catalog.by_id]
    known = {number for entry in entries if isinstance(entry, Fee | Fund) for number in _numbers(entry)}
    asked = [match[1] for match in _AMOUNT.finditer(sentence)]
    return len(entries) < len(keys) or all(not one.isascii() or float(one) in known for one in asked)


def _numbers(fee: Fee | Fund) -> Iterator[float]:
    """Give every number in the standards and amounts of a fee."""
    for one in (fee, *getattr(fee, "entries", ())):
        for text in (one.standard, one.name, getattr(one, "unit", None), getattr(one, "exemptions", None)):
            yield from (float(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", text or ""))
        if amount := getattr(one, "amount", None):
            yield from (amount.least, amount.most)


_HELP = Words(
    "没有依据的，停止收取，删去这句话；有依据的，列入收费清单，在 fee 里写上编号，或者在原处写 basis。",
    "Stop asking for it; what has a ground goes into the fee list and into fee, or cites it here in basis.",
)

RULE = ItemRule(
    code="F004",
    level="error",
    title=Words("文字里的收费", "A charge in words"),
    messages={
        "price": Message(
            Words(
                "“{name}”写着不收费，这里却要“{words}”。",
                "'{name}' says that it charges nothing, and asks here for '{words}'.",
            ),
            _HELP,
        ),
        "pledge": Message(
            Words(
                "“{name}”在这里要“{words}”：押金、保证金、赞助、会费不是办理许可的条件。",
                "'{name}' asks here for '{words}': deposits, donations and dues are no condition of a licence.",
            ),
            _HELP,
        ),
        "listed": Message(
            Words(
                "“{name}”在这里写的金额（{words}），所列的收费、基金条目里没有。",
                "The amount that '{name}' writes here ({words}) stands in no fee or fund that it charges.",
            ),
            _HELP,
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals",),
    valid_from="2004-07-01",
)
