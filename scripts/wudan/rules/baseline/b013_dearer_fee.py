"""B013: a fee was added or raised.

Catches items that charge where the baseline says that nothing is charged, items with more fees or funds than the
baseline, and fees with an amount higher than the baseline's. Where the fee's document is newer than the baseline it
is a warning.

Why: what a list may not add to the duties of people, it may not add to their bills either.

Source: 行政许可法 第五十八条; 财政部、国家发展改革委关于取消、停征和免征一批行政事业性收费的通知（财税〔2014〕101号）.

Bad: `fee: {charged: true, fees: [wjw-sf-009]}` where the baseline has `fee: {charged: false}`.

Good: `fee: {charged: false}`.

中文

本条查出比改革基线增加或者提高的收费：基线不收费而现在收费的，收费项目比基线多的，收费标准比基线高的。收费文件比基线新的，
只作警告。

为什么：清单不能给群众增加负担，收费更是如此。

依据：《行政许可法》第五十八条；财税〔2014〕101号。

反例：基线不收费，写成 `fee: {charged: true, fees: [wjw-sf-009]}`。

正例：`fee: {charged: false}`。

怎样改：按基线不收或者改回原标准；有新的收费文件的，在收费清单写明文号。
"""

import re
from collections.abc import Iterator

from wudan.baseline.comparison import Comparison, Pair
from wudan.catalog.catalog import Catalog
from wudan.catalog.model.fee import Fee
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Added, Departing
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError, plain
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words

_YEAR = re.compile(r"〔((?:19|20)[0-9]{2})〕")


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every fee that the baseline does not have, or has at a lower amount."""
    as_of = comparison.baseline.as_of
    for pair in comparison.pairs:
        yield from _added(comparison.catalog, pair, as_of)
    for placed in comparison.catalog.of("fees"):
        standing = comparison.baseline.standing.get(placed.record.base or "")
        before = standing.entry.amount if standing else None
        now = placed.record.amount
        if standing and before and now and placed.record.is_in_use and now.most > before.most:
            is_backed = _is_newer(placed.record, as_of)
            yield problem_at(
                placed,
                "amount",
                "most",
                message="raised",
                arguments={"name": placed.record.name, "was": f"{before.most:g}", "now": f"{now.most:g}"},
                about=Departing("raised", f"{before.most:g}", f"{now.most:g}"),
                related=(baseline_end(standing, "amount"),),
                level="warning" if is_backed else None,
            )


def _added(catalog: Catalog, pair: Pair, as_of: str) -> Iterator[Problem]:
    before, now = pair.standing.entry.fee, pair.item.record.fee
    if before is None or now is None or not now.charged:
        return
    known = {*before.fees, *before.funds}
    new = [("fees", index, one) for index, one in enumerate(now.fees) if one not in known]
    new += [("funds", index, one) for index, one in enumerate(now.funds) if one not in known]
    if not before.charged and not new:
        yield _problem(pair, ("fee", "charged"), "message", "", is_backed=False)
    for key, index, one in new:
        placed = catalog.by_id.get((key, one))
        name = placed.record.name if placed else one
        is_backed = placed is not None and _is_newer(placed.record, as_of)
        yield _problem(pair, ("fee", key, index), "added", name, is_backed=is_backed)


def _problem(pair: Pair, steps: tuple[str | int, ...], message: str, fee: str, *, is_backed: bool) -> Problem:
    return problem_at(
        pair.item,
        *steps,
        message=message,
        arguments={"name": pair.item.record.name, "fee": fee},
        about=Added("added", fee),
        related=(baseline_end(pair.standing, "fee"),),
        level="warning" if is_backed else None,
    )


def _is_newer(record: object, as_of: str) -> bool:
    """Say whether the document that sets a fee or its amount is of a later year than the baseline."""
    documents = (
        (record.project_document, record.standard_document)
        if isinstance(record, Fee)
        else (getattr(record, "document", None),)
    )
    years = [found[1] for one in documents if one and one.number and (found := _YEAR.search(one.number))]
    return any(year > as_of[:4] for year in years)


def correct(data: Data, departure: Departure) -> None:
    """Write the amount of the entry, or what the entry charges."""
    entry = departure.entry
    if isinstance(departure.problem.about, Departing) and entry.amount:
        data["amount"] = plain(entry.amount)
    elif isinstance(departure.problem.about, Added) and entry.fee:
        data["fee"] = plain(entry.fee)
    else:
        raise NoCorrectionError(entry.id)


RULE = BaselineRule(
    code="B013",
    level="error",
    title=Words("增加或者提高收费", "Fee added or raised"),
    messages={
        "message": Message(
            Words("“{name}”在基线中不收费，现在收费。", "'{name}' charges a fee; in the baseline it is free."),
            Words("改为不收费，或者写明收费项目。", "Charge nothing, or name the entry of the fee list."),
        ),
        "added": Message(
            Words("“{name}”收取“{fee}”，基线中没有。", "'{name}' charges '{fee}', which the baseline does not have."),
            Words("停止收取；有新文件的，在收费清单写明文号。", "Stop it, or give the newer document in the fee list."),
        ),
        "raised": Message(
            Words("“{name}”的标准由{was}元提高到{now}元。", "The amount of '{name}' rose from {was} to {now} yuan."),
            Words("改回原标准；有新文件的，写明文号。", "Lower it again, or give the newer document."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
)
