"""The review as one comment in a pull request: the verdict first, then what has to be decided, the rest folded."""

from collections.abc import Iterable, Iterator, Sequence
from shlex import quote

from wudan.diff.formats.markdown import section
from wudan.diff.formats.wording import CITY, FRAME, FRAME_LISTS
from wudan.diff.formats.wording import verdict as diff_verdict
from wudan.diff.grouping import grouped
from wudan.diff.report import WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, Effect
from wudan.findings.finding import Finding, Report
from wudan.findings.formats.markdown import entry as finding_entry
from wudan.findings.formats.wording import COUNTS, counts_of
from wudan.findings.grouping import told
from wudan.level import LEVELS
from wudan.output.fitting import LIMIT, Section, fitted
from wudan.output.format import Format
from wudan.output.harmless import code, harmless
from wudan.review.request import Review
from wudan.words import Language, Words

MARK = "<!-- wudan review -->"  # by which the comment of a former run is found, to be replaced
_PASSES = Words("检查通过", "The check passes")
_FAILS = Words("有错误，不能合并", "There are errors; it cannot be merged")
_UNDECIDED = Words(
    "有 {count} 处待审核人决定，同意以前不能合并", "A reviewer has to decide on {count}; until then it cannot be merged"
)
_VERDICT = Words("**{verdict}。{changes}本次改动引起：{findings}。**", "**{verdict}. {changes} It causes {findings}.**")
_TRESPASS = Words("改了别人的文件 {count}", "Files of others changed: {count}")
_DEPARTURES = Words("与改革基线的出入 {count}", "Departures from the baseline: {count}")
_OTHERS = Words("本次改动引起的其他问题 {count}", "Other findings of this change: {count}")
_ACCEPT = Words("同意保留的命令：", "To accept it: ")
_ACCEPTED = Words("已经审核人同意，见说明保留。", "Accepted by a reviewer; see the waivers.")
_MOST_ACCEPTED = 5  # at once by one command in a comment; more stand on the page
_LEFT_OUT = Words("还有 {count} 处没有列出，见完整页面。", "{count} more are not listed; see the full page.")
_PAGE = Words("[完整的审核页面]({address})", "[The full review]({address})")


def write(review: Review, language: Language) -> str:
    """Give the comment, empty when nothing changed.

    At most 65,000 characters. Texts of the lists do nothing: they are no markup, mention nobody, and link nowhere.
    """
    if review.is_empty:
        return ""
    head = f"{MARK}\n{_verdict(review, language)}\n"
    tail = f"\n{_PAGE.write(language, {'address': review.page})}\n" if review.page else ""
    room = LIMIT - len(head) - len(tail)
    return "".join([head, *fitted(_sections(review, language), room, _LEFT_OUT, language), tail])


def _verdict(review: Review, language: Language) -> str:
    return _VERDICT.write(
        language,
        {
            "verdict": verdict(review, language),
            "changes": diff_verdict(review.diff.summary, language),
            "findings": COUNTS.write(language, counts_of(review.caused)),
        },
    )


def verdict(review: Review, language: Language) -> str:
    """Say in one line whether the change may be merged."""
    if review.is_undecided:
        return _UNDECIDED.write(language, {"count": review.undecided})
    return (_FAILS if review.fails else _PASSES).write(language)


def _sections(review: Review, language: Language) -> Iterator[Section]:
    if review.frame:
        yield _changes(FRAME.write(language), review.frame, review, language)
    yield from _findings(_TRESPASS, review.trespasses, review, language)
    rest = [change for change in review.diff.changes if change.list not in FRAME_LISTS]
    yield from _of_effect("burden", rest, review, language)
    yield from _findings(_DEPARTURES, review.departures, review, language, accept=True)
    yield from _findings(_OTHERS, review.others, review, language)
    yield from _of_effect("unclear", rest, review, language)
    yield from _of_effect("relief", rest, review, language)
    yield from _of_effect("neutral", rest, review, language, folded=True)


def _of_effect(
    effect: Effect, changes: Iterable[WrittenChange], review: Review, language: Language, *, folded: bool = False
) -> Iterator[Section]:
    chosen = [change for change in changes if change.effect == effect]
    if chosen:
        title = f"{EFFECT_WORDS[effect].write(language)} {len(chosen)}"
        yield _changes(title, chosen, review, language, folded=folded)


def _changes(
    title: str, changes: Sequence[WrittenChange], review: Review, language: Language, *, folded: bool = False
) -> Section:
    names = review.diff.departments
    groups = [(names.get(group.first.department) or CITY.write(language), group) for group in grouped(changes)]
    made = section(title, groups, language, folded=folded)
    entries = [
        (_with_decision(text, group.changes, review, language), count)
        for (text, count), (_, group) in zip(made.entries, groups, strict=True)
    ]
    return Section(made.opening, entries, made.closing)


def _with_decision(text: str, changes: Sequence[WrittenChange], review: Review, language: Language) -> str:
    """Add to an entry what a reviewer has to do about its burdens, or has done."""
    decision = _decision(changes, review, language)
    return f"{text.rstrip()}  \n  {decision}\n" if decision else text


def _decision(changes: Sequence[WrittenChange], review: Review, language: Language) -> str:
    known = [review.acceptances[change.fingerprint] for change in changes if change.fingerprint in review.acceptances]
    if not known:
        return ""
    open_ones = review.to_accept(changes)
    if not open_ones:
        return _ACCEPTED.write(language)
    more = " …" if len(open_ones) > _MOST_ACCEPTED else ""
    command = waive_command(*open_ones[:_MOST_ACCEPTED], since=review.base)
    return f"{_ACCEPT.write(language)}{code(command)}{more}"


def _findings(
    title: Words, findings: Sequence[Finding], review: Review, language: Language, *, accept: bool = False
) -> Iterator[Section]:
    if not findings:
        return
    known = {finding.fingerprint for finding in findings}
    chosen = [
        (finding, excerpt)
        for finding, excerpt in zip(review.caused.findings, review.caused.excerpts, strict=True)
        if finding.fingerprint in known
    ]
    part = Report(tuple(one for one, _ in chosen), tuple(excerpt for _, excerpt in chosen), 0, 0, {})
    entries = []
    for one in sorted(told(part), key=lambda one: LEVELS.index(one.finding.level)):
        text = finding_entry(one, language)
        if accept:
            text = f"{text.rstrip()}  \n  {_ACCEPT.write(language)}{code(waive_command(one.finding.fingerprint))}\n"
        entries.append((text, 1 + len(one.others)))
    yield Section(f"\n### {harmless(title.write(language, {'count': len(findings)}))}\n\n", entries)


def waive_command(*fingerprints: str, since: str = "") -> str:
    """Give the command with which a reviewer accepts findings; ground and end are his to fill in.

    `since` is the revision that a change is held against, without which a burden is not found.
    """
    base = f" --since {quote(since)}" if since else ""
    return f"wudan waive {' '.join(fingerprints)}{base} --reason … --document … --approver … --until …"


FORMAT = Format("markdown", "md", write)
