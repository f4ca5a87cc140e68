"""What an import did, or would do, as text for people and as JSON."""

from collections.abc import Mapping
from typing import Any

import msgspec

from wudan.findings.finding import Excerpt, Finding, Report
from wudan.findings.formats import text as text_format
from wudan.level import LEVELS
from wudan.tables.balance import Balance
from wudan.tables.proposal import Proposal
from wudan.tables.remarks import findings
from wudan.words import Language, Words


class Summary(msgspec.Struct, frozen=True):
    """What an import did. Counts are of rows, items and findings; `columns` gives the key that each heading means.

    `assumed_status` counts the new items that got the status 在用 because the table gives none; `missing` names
    the items of the departments in the table that the table lacks. `balance` says what became of every row and cell.
    """

    file: str
    list: str
    rows: int
    added: int
    updated: int
    unchanged: int
    cancelled: int
    missing: tuple[str, ...]
    departments: tuple[str, ...]
    columns: dict[str, str]
    unknown_columns: tuple[str, ...]
    assumed_status: int
    files: tuple[str, ...]
    written: bool
    branch: str
    errors: int
    warnings: int
    infos: int
    balance: Balance
    transferred: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class JsonOutcome(msgspec.Struct, frozen=True):
    """What `wudan import --format json` prints."""

    findings: tuple[Finding, ...]
    summary: Summary


_SHOWN_FILES = 6

_COUNTS = Words(
    "表中 {rows} 行：新增 {added} 项，更新 {updated} 项，没有变化 {unchanged} 项，取消 {cancelled} 项；"
    "新增部门 {departments} 个。",
    "{rows} rows: {added} items added, {updated} updated, {unchanged} as before, {cancelled} cancelled; "
    "{departments} departments added.",
)
_STATUS = Words(
    "表中没有事项状态，新增的 {count} 项都登记为“在用”。",
    "The table gives no status: the {count} new items were entered as 在用.",
)
_MISSING = Words(
    "目录中有 {count} 项不在表里，没有改动。要登记为取消，用 --missing cancel --document 文号 --on 日期。",
    "{count} items of the catalog are not in the table and were left alone. "
    "To cancel them: --missing cancel --document NUMBER --on DAY.",
)
_WRITTEN = Words("写入 {count} 个文件：{files}", "{count} files written: {files}")
_BRANCH = Words("已提交到分支 {branch}。", "Committed on the branch {branch}.")
_DRY = Words(
    "试运行，没有写入。将要写入 {count} 个文件：{files}",
    "Dry run, nothing was written. {count} files would be: {files}",
)
_NOTHING = Words("没有可写的变化。", "There is nothing to write.")
_ROWS = Words(
    "行：读了 {read} 行 = 新增 {new} + 有变化 {changed} + 没有变化 {same} + 没有采用 {refused} "
    "+ 不是事项 {told_apart}{apart}。",
    "Rows: {read} read = {new} new + {changed} changed + {same} as before + {refused} refused "
    "+ {told_apart} told apart{apart}.",
)
_CELLS = Words(
    "格：有内容的 {read} 格 = 采用 {taken} + 没有采用、已经说明 {told}。",
    "Cells: {read} filled = {taken} taken + {told} told of.",
)
_APART: Mapping[str, Words] = {
    "heading": Words("标题和表头 {count}", "{count} titles and headings"),
    "section": Words("分类标题 {count}", "{count} sections"),
    "total": Words("合计 {count}", "{count} totals"),
    "signature": Words("落款 {count}", "{count} signatures"),
    "note": Words("说明 {count}", "{count} notes"),
    "hidden": Words("隐藏的 {count}", "{count} hidden"),
    "unread": Words("没有表头的工作表 {count}", "{count} on sheets without a heading"),
}
_SOME_REFUSED = Words(
    "有 {count} 行没有导入，原因见上。改正后把整张表重新导入即可，已经导入的不会重复。",
    "{count} rows did not come in, as told above. Mend them and import the whole table again: nothing is doubled.",
)
_TRANSFERRED = Words("划转 {count} 项，编号不变。", "{count} items were transferred and keep their ids.")
_REFUSED = Words("有错误，没有写入任何文件。", "There are errors, so no file was written.")


def write_json(proposal: Proposal, *, written: bool, branch: str, catalog: str, language: Language) -> str:
    """Give findings and summary as one line of JSON (UTF-8)."""
    found = _findings(proposal, language)
    outcome = JsonOutcome(found, _summary(proposal, found, written=written, branch=branch, catalog=catalog))
    return msgspec.json.encode(outcome).decode() + "\n"


def write_text(proposal: Proposal, *, written: bool, branch: str, catalog: str, language: Language) -> str:
    """Give findings as blocks of text, then what was done."""
    found = _findings(proposal, language)
    report = Report(found, tuple(Excerpt("", 1) for _ in found), 1, proposal.rows, {})
    summary = _summary(proposal, found, written=written, branch=branch, catalog=catalog)
    lines = [_line(words, language, **arguments) for words, arguments in _sentences(proposal, summary)]
    return text_format.write(report, language) + "\n".join(lines) + "\n"


def _sentences(proposal: Proposal, summary: Summary) -> list[tuple[Words, dict[str, Any]]]:
    shown = [*summary.files[:_SHOWN_FILES], *(["…"] if len(summary.files) > _SHOWN_FILES else [])]
    files = {"files": " ".join(shown), "count": len(summary.files)}
    if not proposal.is_sound:
        return [(_REFUSED, {}), *_balance(proposal.balance)]
    counts = {name: getattr(summary, name) for name in ("rows", "added", "updated", "unchanged", "cancelled")}
    sentences: list[tuple[Words, dict[str, Any]]] = [(_COUNTS, {**counts, "departments": len(summary.departments)})]
    if summary.assumed_status:
        sentences.append((_STATUS, {"count": summary.assumed_status}))
    if summary.missing:
        sentences.append((_MISSING, {"count": len(summary.missing)}))
    if summary.transferred:
        sentences.append((_TRANSFERRED, {"count": len(summary.transferred)}))
    if refused := proposal.balance.rows.refused:
        sentences.append((_SOME_REFUSED, {"count": refused}))
    sentences.extend(_balance(proposal.balance))
    if not summary.files:
        return [*sentences, (_NOTHING, {})]
    if not summary.written:
        return [*sentences, (_DRY, files)]
    return [*sentences, (_WRITTEN, files), *([(_BRANCH, {"branch": summary.branch})] if summary.branch else [])]


def _balance(balance: Balance) -> list[tuple[Words, dict[str, Any]]]:
    """Give the balance of rows and cells as sentences."""
    kinds = [
        Words(words.zh.format(count=count), words.en.format(count=count))
        for kind, words in _APART.items()
        if (count := balance.apart.get(kind))
    ]
    zh, en = "、".join(words.zh for words in kinds), ", ".join(words.en for words in kinds)
    apart = Words(f"（{zh}）", f" ({en})") if kinds else Words("", "")
    rows = {**msgspec.structs.asdict(balance.rows), "apart": apart}
    return [(_ROWS, rows), (_CELLS, msgspec.structs.asdict(balance.cells))]


def _line(words: Words, language: Language, **arguments: Any) -> str:
    return words.write(language, arguments)


def _findings(proposal: Proposal, language: Language) -> tuple[Finding, ...]:
    request = proposal.request
    found = findings(proposal.remarks, str(request.file), request.list_id, language)
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code)))


def _summary(proposal: Proposal, found: tuple[Finding, ...], *, written: bool, branch: str, catalog: str) -> Summary:
    plan = proposal.plan
    counts = {level: sum(finding.level == level for finding in found) for level in LEVELS}
    return Summary(
        file=str(proposal.request.file),
        list=proposal.request.list_id,
        rows=proposal.rows,
        added=len(plan.added),
        updated=len(plan.updated),
        unchanged=len(plan.unchanged),
        cancelled=len(plan.cancelled),
        missing=plan.missing,
        departments=proposal.departments,
        columns=dict(proposal.columns),
        unknown_columns=proposal.unknown_columns,
        assumed_status=plan.assumed_status,
        files=tuple(f"{catalog}/{path}" for path in plan.texts),
        written=written,
        branch=branch,
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        balance=proposal.balance,
        transferred=plan.transferred,
        places=proposal.places,
    )
