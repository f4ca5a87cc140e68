"""B006: the setting basis was dropped, or sank in rank.

Catches items that no longer cite a law that sets them according to the baseline, and items whose setting basis is of
lower rank than the baseline's. Where the law was repealed and its successor is cited it is a remark. Adding a
basis is neutral.

Why: an item stands on what sets it. Without that law it stands on something weaker, or on nothing.

Source: 行政许可法 第十四条至第十七条; the six aspects of the review.

Bad: the baseline rests on an administrative regulation, the item on a departmental rule alone.

Good: the item cites the same regulation, and more where there is more.

中文

本条查出设定依据少于基线或者层级降低的事项：基线中设定它的法律不再引用，或者现在的设定依据效力更低。旧法废止、改引新法的，
只作提示；增加依据的不算。

为什么：审批立足于设定它的法律。少了这部法律，就是立足于更弱的规定，或者没有依据。

依据：《行政许可法》第十四条至第十七条。

反例：基线的依据是行政法规，事项只引用部门规章。

正例：引用同一部行政法规，另有依据的可以再加。

怎样改：补上基线中的设定依据；依据已经废止的，引用取代它的法律；依据确实没有了的，事项应当取消。
"""

from collections.abc import Iterator

from wudan.baseline.aspects import lost_bases
from wudan.baseline.comparison import Comparison
from wudan.rules.baseline.ends import baseline_end
from wudan.rules.engine.about import Departing
from wudan.rules.engine.correction import Data, Departure, NoCorrectionError, plain
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import BaselineRule, Message
from wudan.words import Words


def check(comparison: Comparison) -> Iterator[Problem]:
    """Give every setting basis that an item lost, and every fall in rank."""
    for pair in comparison.pairs:
        item = pair.item
        steps = ("basis",) if item.record.basis else ("id",)
        for departure in lost_bases(comparison.catalog, item, pair.standing.entry):
            message = "succeeded" if departure.is_milder else departure.what
            yield problem_at(
                item,
                *steps,
                key=bool(item.record.basis),
                message=message,
                arguments={"name": item.record.name, "was": departure.was, "now": departure.now},
                about=Departing("basis", departure.was, departure.now, departure.what),
                related=(baseline_end(pair.standing, "basis"),),
                level="info" if departure.is_milder else None,
            )


def correct(data: Data, departure: Departure) -> None:
    """Cite again what sets the item in the baseline; a fall in rank only the department can mend."""
    about = departure.problem.about
    if not (isinstance(about, Departing) and about.what == "lost"):
        raise NoCorrectionError(departure.entry.id)
    lost = [citation for citation in departure.entry.basis if f"《{citation.law}》" in about.was]
    if not lost:
        raise NoCorrectionError(departure.entry.id)
    data["basis"] = [*data.get("basis", []), *(plain(citation) for citation in lost)]


RULE = BaselineRule(
    code="B006",
    level="warning",
    title=Words("设定依据减少或者层级降低", "Setting basis dropped or sunk"),
    messages={
        "lost": Message(
            Words(
                "“{name}”不再引用基线中的设定依据{was}。",
                "'{name}' no longer cites {was}, which sets it in the baseline.",
            ),
            Words("补上这一依据；已经废止的，引用取代它的法律。", "Cite it again, or the law that took its place."),
        ),
        "succeeded": Message(
            Words(
                "“{name}”的设定依据{was}由取代它的法律接替。", "'{name}' cites the law that took the place of {was}."
            ),
            Words("不用改；提请调整基线。", "Nothing to mend; have the baseline amended."),
        ),
        "sunk": Message(
            Words(
                "“{name}”的设定依据由{was}降为{now}。",
                "The setting basis of '{name}' sank in rank from {was} to {now}.",
            ),
            Words("引用效力不低于基线的设定依据。", "Cite a basis of no lower rank than the baseline's."),
        ),
    },
    check=check,
    correct=correct,
    page=__doc__,
)
