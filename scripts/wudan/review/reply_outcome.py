"""What reading a sheet of decisions back did, or would do, as text for people and as JSON."""

from collections.abc import Mapping
from typing import Any

import msgspec

from wudan.findings.finding import Excerpt, Finding, Report
from wudan.findings.formats import text as text_format
from wudan.level import LEVELS
from wudan.review.replies import Replies
from wudan.tables.remarks import findings
from wudan.words import Language, Words


class ReplySummary(msgspec.Struct, frozen=True):
    """Counts of rows by what was decided, and the files written."""

    file: str
    waived: int
    corrected: int
    left_to_department: int
    open: int
    gone: int
    replied: int
    files: tuple[str, ...]
    written: bool
    branch: str
    errors: int
    warnings: int
    infos: int


class ReplyOutcome(msgspec.Struct, frozen=True):
    """What `wudan import --format json` prints for a sheet of decisions."""

    findings: tuple[Finding, ...]
    summary: ReplySummary


_COUNTS = Words(
    "同意保留 {waived} 处，按基线改正 {corrected} 处，由部门改正 {left_to_department} 处，尚未决定 {open} 处；"
    "部门已答复 {replied} 处，已经不存在的 {gone} 处。",
    "{waived} departures accepted, {corrected} corrected, {left_to_department} left to the department, {open} open; "
    "{replied} replies, {gone} rows whose departure is gone.",
)
_WRITTEN = Words("写入：{files}", "Written: {files}")
_BRANCH = Words("已提交到分支 {branch}。", "Committed on the branch {branch}.")
_DRY = Words("试运行，没有写入。将要写入：{files}", "Dry run, nothing was written. To be written: {files}")
_NOTHING = Words("没有可写的变化。", "There is nothing to write.")
_REFUSED = Words("有错误，没有写入任何文件。", "There are errors, so no file was written.")


def write_json(replies: Replies, about: Mapping[str, Any], language: Language) -> str:
    """Give findings and summary as one line of JSON (UTF-8). `about` has file, catalog, written and branch."""
    found = _findings(replies, about, language)
    return msgspec.json.encode(ReplyOutcome(found, _summary(replies, found, about))).decode() + "\n"


def write_text(replies: Replies, about: Mapping[str, Any], language: Language) -> str:
    """Give findings as blocks of text, then what was decided and written."""
    found = _findings(replies, about, language)
    summary = _summary(replies, found, about)
    blocks = text_format.write(Report(found, tuple(Excerpt("", 1) for _ in found), 1, 0, {}), language) if found else ""
    values = {name: getattr(summary, name) for name in summary.__struct_fields__}
    lines = [_COUNTS.write(language, values), *_done(replies, summary, language)]
    return blocks + "\n".join(lines) + "\n"


def _done(replies: Replies, summary: ReplySummary, language: Language) -> list[str]:
    if not replies.is_sound:
        return [_REFUSED.write(language)]
    if not summary.files:
        return [_NOTHING.write(language)]
    arguments = {"files": " ".join(summary.files), "branch": summary.branch}
    if not summary.written:
        return [_DRY.write(language, arguments)]
    branch = [_BRANCH.write(language, arguments)] if summary.branch else []
    return [_WRITTEN.write(language, arguments), *branch]


def _findings(replies: Replies, about: Mapping[str, Any], language: Language) -> tuple[Finding, ...]:
    found = findings(replies.remarks, str(about["file"]), "", language)
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code)))


def _summary(replies: Replies, found: tuple[Finding, ...], about: Mapping[str, Any]) -> ReplySummary:
    counts = {level: sum(finding.level == level for finding in found) for level in LEVELS}
    return ReplySummary(
        file=str(about["file"]),
        waived=replies.counts.get("accept", 0),
        corrected=replies.counts.get("correct", 0),
        left_to_department=replies.counts.get("department", 0),
        open=replies.counts.get("open", 0),
        gone=replies.counts.get("gone", 0),
        replied=replies.replied,
        files=tuple(f"{about['catalog']}/{path}" for path in replies.texts),
        written=bool(about["written"]),
        branch=str(about["branch"]),
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
    )
