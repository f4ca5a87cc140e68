"""B012: merged or split otherwise than the decision says.

Catches items still listed apart although their entries were merged, items still whole although their entry was split,
items merged or split in the list without a decision, and results of a merge or split that nobody lists.

Why: a merge that only the decision knows leaves people with two applications; one that only the list knows hides an
item. The numbers of the reform are then wrong either way.

Source: the decision that is named; the balance of the self-check (自查统计表).

Bad: two items with `base: r10-0201` and `base: r10-0202` after a decision merged them into `r10-0210`.

Good: one item with `base: r10-0210` and `replaces: [...]`.

中文

本条查出合并、拆分与决定不一致的事项：决定已经合并而清单仍分列的，决定已经拆分而清单仍是一项的，没有决定而自行合并、拆分的，
以及合并、拆分后的事项没有列入的。

为什么：只在文件上合并，群众还是要办两次；只在清单里合并，事项就被藏了起来。两种情况下统计数都不对。

反例：决定已把两项并为 `r10-0210`，清单仍列两项。

正例：一个事项，写 `base: r10-0210` 和 `replaces`。

怎样改：按决定列为原N项→现M项，写明 base 和 replaces；没有决定的，恢复原样或者补办决定。
"""

from collections.abc import Iterator

from wudan.baseline.comparison import Comparison, fate_of
from wudan.baseline.decision import Decision
from wudan.baseline.merging import is_merged_away
from wudan.rules.baseline.ends import decision_end
from wudan.rules.engine.about import Fate, OfEntry
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError, end
from wudan.rules.engine.problem import Problem, Related, place_in, place_of, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every item and entry whose merge or split is not what was decided."""
    yield from _against_the_decision(comparison)
    yield from _without_a_decision(comparison)
    for standing in comparison.missing:
        decision = standing.decided("merge", "split")
        if decision and not standing.is_suspended and not standing.decided("take_over", "delegate_down"):
            arguments = {"name": standing.entry.name, "id": standing.entry.id, **_numbers(decision)}
            place = place_in(standing.document, (*standing.path, "name"))
            yield Problem(place, message="missing", arguments=arguments, about=OfEntry("missing", standing.entry.id))


def _against_the_decision(comparison: Comparison) -> Iterator[Problem]:
    for kept in comparison.kept:
        decision = kept.departed.decision
        fate = fate_of(decision)
        if fate in ("merged", "split"):
            yield problem_at(
                kept.item,
                "base",
                message=fate,
                arguments={"name": kept.item.record.name, **_numbers(decision)},
                about=Fate(fate, decision.document),
                related=(decision_end(decision),),
            )


def _without_a_decision(comparison: Comparison) -> Iterator[Problem]:
    for entry_id, items in comparison.by_entry.items():
        first, *others = items
        for item in others:
            arguments = {"name": item.record.name, "entry": entry_id, "other": first.record.name}
            related = (Related(place_of(first, "base"), _FIRST),)
            yield problem_at(
                item, "base", message="own_split", arguments=arguments, about=Fate("split", entry_id), related=related
            )
    for standing in comparison.missing:
        if is_merged_away(comparison, standing) and not standing.decided("merge", "split"):
            item = comparison.tombstones[standing.entry.id]
            place = place_of(item, "ended", "replaced_by") if _names_successor(item.record) else place_of(item, "id")
            arguments = {"name": standing.entry.name, "entry": standing.entry.id}
            yield Problem(
                place,
                message="own_merge",
                arguments=arguments,
                about=Fate("merge", standing.entry.id),
                list=item.kind.id,
                item=item.record.id,
            )


def _names_successor(record: object) -> bool:
    ended = getattr(record, "ended", None)
    return bool(ended and ended.replaced_by)


def _numbers(decision: Decision) -> dict[str, object]:
    change = decision.change
    return {"document": decision.document, "before": len(change.from_), "after": len(change.to)}


_FIRST = Words("对应同一基线条目的另一事项", "The other item with this entry")


def correct(data: Data, departure: Departure) -> None:
    """End an item that a decision merged or split; what nobody decided can only be undone by the department."""
    about = departure.problem.about
    if not (isinstance(about, Fate) and about.fate in ("merged", "split")):
        raise NoCorrectionError(departure.item.record.id)
    end(data, departure)


RULE = BaselineRule(
    code="B012",
    level="error",
    title=Words("合并、拆分与决定不一致", "Merged or split otherwise than decided"),
    messages={
        "merged": Message(
            Words(
                "“{name}”已由 {document} 合并（原{before}项→现{after}项），清单中仍单列。",
                "'{name}' was merged by {document} ({before} into {after}) and is still listed apart.",
            ),
            Words(
                "列合并后的事项，把本项写入它的 replaces。", "List the merged item and name this one in its replaces."
            ),
        ),
        "split": Message(
            Words(
                "“{name}”已由 {document} 拆分（原{before}项→现{after}项），清单中仍是一项。",
                "'{name}' was split by {document} ({before} into {after}) and is still listed whole.",
            ),
            Words(
                "分列拆分后的事项，把本项写入它们的 replaces。", "List its parts and name this one in their replaces."
            ),
        ),
        "own_split": Message(
            Words(
                "“{name}”与“{other}”对应同一基线条目 {entry}，没有拆分的决定。",
                "'{name}' and '{other}' stand for one entry, {entry}, and no decision splits it.",
            ),
            Words("合为一项，或者补办拆分的决定。", "Make them one item, or have a decision split it."),
        ),
        "own_merge": Message(
            Words(
                "基线事项“{name}”（{entry}）在清单中被并入其他事项，没有合并的决定。",
                "The baseline item '{name}' ({entry}) was merged in the list, and no decision says so.",
            ),
            Words("恢复单列，或者补办合并的决定。", "List it apart again, or have a decision merge it."),
        ),
        "missing": Message(
            Words(
                "{document}（原{before}项→现{after}项）后的“{name}”没有部门列入。",
                "'{name}', which {document} made ({before} into {after}), is in no list.",
            ),
            Words("列入清单，写 base: {id}。", "List it with base: {id}."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
)
