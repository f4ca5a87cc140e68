"""The reviewer's table as text: a line an item, what differs below it."""

from collections.abc import Iterator, Mapping

from wudan.comparison.aspect import ASPECT_WORDS, Aspect
from wudan.comparison.row import OUTCOME_WORDS, ComparisonTable, DepartmentTable, Departure
from wudan.output.format import Format
from wudan.words import Language, Words, clauses_text, visible

_HEAD = Words(
    "{title}（{as_of}）及其后的调整决定，截至 {judged_on}。",
    "{title} ({as_of}) with the decisions since, as of {judged_on}.",
)
_DEPARTMENT = Words("{name}（{id}）：{counts}", "{name} ({id}): {counts}")
_COUNT = Words("{outcome} {count} 项", "{outcome} {count}")
_ASPECT = Words("{aspect}：基线“{baseline}”，清单“{listed}”", "{aspect}: baseline '{baseline}', list '{listed}'")
_NOTHING = Words("（无）", "(none)")
_OPEN = Words("待处理", "to decide")
_ACCEPTED = Words("已同意保留（{document}）", "accepted ({document})")
_SUM = Words(
    "共 {departments} 个部门、{rows} 行：{counts}。待处理的出入 {open} 处，已同意保留 {accepted} 处；"
    "基线不覆盖的类型 {uncovered} 项没有比对。",
    "{departments} departments, {rows} rows: {counts}. {open} departures to decide, {accepted} accepted; "
    "{uncovered} items of types that the baseline does not cover were not compared.",
)
_SHOWN = {"form", "eased", "differs"}


def write(table: ComparisonTable, language: Language) -> str:
    """Give the table as text, one block a department and a sum at the end."""
    summary = table.summary
    head = _HEAD.write(
        language, {"title": summary.title, "as_of": summary.as_of, "judged_on": summary.judged_on}
    )  # fmt: skip
    blocks = ["\n".join(_department(one, language)) for one in table.departments]
    arguments = {
        "departments": summary.departments, "rows": summary.rows, "counts": _counts(summary.counts, language),
        "open": summary.open, "accepted": summary.accepted, "uncovered": summary.uncovered,
    }  # fmt: skip
    return "\n\n".join([head, *blocks, _SUM.write(language, arguments)]) + "\n"


def _department(table: DepartmentTable, language: Language) -> Iterator[str]:
    arguments = {"name": table.name, "id": table.id, "counts": _counts(table.counts, language)}
    yield _DEPARTMENT.write(language, arguments)
    for row in table.rows:
        outcome = OUTCOME_WORDS[row.outcome].write(language)
        decisions = " ".join(visible(f"{one.document}{one.what}") for one in row.decisions)
        parts = (row.item or row.entry, row.name or row.entry_name, outcome, decisions)
        yield "  " + "  ".join(visible(part) for part in parts if part)
        for aspect in row.aspects:
            if aspect.verdict in _SHOWN:
                yield "      " + _aspect(aspect, language)
        for departure in row.departures:
            yield f"      {_departure(departure, language)}"


def _aspect(aspect: Aspect, language: Language) -> str:
    nothing = _NOTHING.write(language)
    return _ASPECT.write(
        language,
        {
            "aspect": ASPECT_WORDS[aspect.aspect],
            "baseline": aspect.baseline or nothing,
            "listed": aspect.listed or nothing,
        },
    )


def _departure(departure: Departure, language: Language) -> str:
    status = _OPEN if departure.accepted_by is None else _ACCEPTED
    said = status.write(language, {"document": departure.accepted_by or ""})
    return f"{departure.code} [{said}] {departure.message} {departure.fingerprint}"


def _counts(counts: Mapping[str, int], language: Language) -> str:
    """Give the counts by outcome, in the order of the outcomes."""
    told = (
        _COUNT.write(language, {"outcome": words, "count": counts[outcome]})
        for outcome, words in OUTCOME_WORDS.items()
        if outcome in counts
    )
    return clauses_text(told, language)


FORMAT = Format("text", "txt", write)
