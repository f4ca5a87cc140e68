"""B006: the setting basis was dropped, or sank in rank.

Catches items that no longer cite a law that sets them according to the baseline, or cite another article of it, and
items whose setting basis is of lower rank than the baseline's. Where the law was repealed and its successor is cited,
or the article is the one in which laws.yml says that it lives on (`successors`), it is a remark. Of several items
that stand for one entry, each may cite an article of its own. Where the baseline has a setting basis and nothing in
the item is marked with `sets: true`, it is an error. Adding a basis is neutral.

Why: an item stands on what sets it. Without that law it stands on something weaker, or on nothing.

Source: 行政许可法 第十四条至第十七条; the six aspects of the review.

Bad: the baseline rests on an administrative regulation, the item on a departmental rule alone.

Good: the item cites the same regulation, and more where there is more.

中文

本条查出设定依据少于基线或者层级降低的事项：基线中设定它的法律不再引用，改引了同一部法律的另一条，或者现在的设定依据
效力更低。旧法废止、改引新法的，条次变了、改引 laws.yml 登记的后续条款（successors）的，只作提示；基线有设定依据，事项里
却没有一条标 sets: true 的，是错误；增加依据的、几项对应一个基线条目而各引一条的，不算。

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
        is_part = len(comparison.by_entry[pair.standing.entry.id]) > 1
        for departure in lost_bases(comparison.catalog, item, pair.standing.entry):
            if departure.what == "article" and is_part:
                continue  # of several items that stand for one entry, each rests on an article of its own
            message = "succeeded" if departure.is_milder else departure.what
            yield problem_at(
                item,
                *steps,
                key=bool(item.record.basis),
                message=message,
                arguments={"name": item.record.name, "was": departure.was, "now": departure.now},
                about=Departing("basis", departure.was, departure.now, departure.what),
                related=(baseline_end(pair.standing, "basis"),),
                level="info" if departure.is_milder else "error" if departure.what == "unset" else None,
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
        "unset": Message(
            Words(
                "“{name}”没有写哪一条是设定依据，基线中是{was}。",
                "'{name}' does not say what sets it; in the baseline {was} does.",
            ),
            Words("给设定它的那一条写上 sets: true。", "Mark what sets it with sets: true."),
        ),
        "article": Message(
            Words(
                "“{name}”的设定依据，基线中是{was}，现在引的是{now}。",
                "What sets '{name}' is {was} in the baseline, and {now} here.",
            ),
            Words(
                "改回原来的一条；条次变了的，在 laws.yml 的 successors 写明。",
                "Cite that article again, or write in laws.yml as a successor what it became.",
            ),
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
