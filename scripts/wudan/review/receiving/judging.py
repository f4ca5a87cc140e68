"""The judgement that a server's hook makes of a push."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.history import tree_of
from wudan.catalog.reading.load import load_catalog
from wudan.diff.difference import Difference
from wudan.findings.finding import Report, make_report
from wudan.findings.judge import judge, judge_change
from wudan.findings.judged import Judged
from wudan.findings.waiver import Sorted
from wudan.review.receiving.brought import branch_at, brought_to_branch, brought_to_main
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.push import Push
from wudan.review.receiving.pusher import Pusher
from wudan.review.receiving.references import objection_to
from wudan.review.receiving.rights import from_catalog, unfit_entries
from wudan.review.receiving.server import Server
from wudan.rules.engine.registry import all_rules
from wudan.rules.engine.rule import ChangeRule
from wudan.words import Language, Words


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be said of one reference: why it cannot be received at all, and the findings that it causes.

    `errors` of the findings only the one who pushed can mend; on those that are `undecided` a reviewer decides before
    they reach main.
    """

    push: Push
    objections: tuple[Objection, ...] = ()
    report: Report | None = None
    errors: int = 0
    undecided: int = 0

    @property
    def refuses(self) -> bool:
        """Whether the push cannot be received."""
        return bool(self.objections or self.errors)


def judge_pushes(pushes: Sequence[Push], server: Server, pusher: Pusher, language: Language) -> Iterator[Judgement]:
    """Judge each reference of a push; what cannot be judged is refused. Raises SourceError where git cannot read it."""
    main = next((push.after for push in pushes if push.is_branch(server.main)), server.main_commit)
    for push in pushes:
        if objection := objection_to(push, server, pusher, main):
            yield Judgement(push, (objection,))
        elif push.is_of_a_tag:
            yield Judgement(push)
        elif push.deletes:
            yield _judge_deletion(push, server, pusher, language)
        else:
            yield _judge_branch(push, server, pusher, language)


def _judge_deletion(push: Push, server: Server, pusher: Pusher, language: Language) -> Judgement:
    """Judge that a branch is taken away: nobody takes away what others put there and main never had."""
    lost = _trespasses(brought_to_branch(push, None, server), server, pusher)
    report = make_report(server.register, lost, language)
    return Judgement(push, (Objection(_LOST, {"branch": push.short_name}),) if lost else (), report, len(lost))


def _judge_branch(push: Push, server: Server, pusher: Pusher, language: Language) -> Judgement:
    """Judge what a branch brings: against what it was where main is the branch, else against where it left main.

    Departures from the baseline and burdens are for a reviewer to accept: they keep a push from main, and may stand on
    any other branch until he has decided.
    """
    names = {"branch": push.short_name, "folder": server.folder, "main": server.main}
    after = tree_of(server.repository, push.after)
    if not server.holds_catalog(after):
        return Judgement(push, (Objection(_NO_CATALOG, names),))
    if push.is_branch(server.main):
        base, brought = server.main_commit, brought_to_main(server.main_tree, after)
    else:
        branch = branch_at(push.after, server)
        base, brought = branch.parting.commit, brought_to_branch(push, branch, server)
        if not base:
            return Judgement(push, (Objection(_UNRELATED, names),))
    catalog = load_catalog(server.source(push.after))
    found = _caused(catalog, base, server, pusher)
    standing = (*found.standing, *_trespasses(brought, server, pusher))
    report = make_report(catalog, standing, language, len(found.accepted))
    errors = [judged for judged in standing if judged.is_error]
    undecided = 0 if push.is_branch(server.main) else sum(judged.rule.is_for_reviewers for judged in errors)
    unfit = tuple(unfit_entries(brought, after, server))
    return Judgement(push, unfit, report, len(errors) - undecided, undecided)


def _caused(catalog: Catalog, base: str, server: Server, pusher: Pusher) -> Sorted:
    """Give the findings that a catalog causes since a commit; all where that one has no catalog."""
    rules = [rule for rule in all_rules().values() if not rule.is_trespass]
    if not base or not server.holds_catalog(tree_of(server.repository, base)):
        return judge(catalog, rules, pusher.department)
    before = load_catalog(server.source(base), beside=catalog)
    return judge_change(Difference(before, catalog), rules, pusher.department, whole_items=False, is_whole=True)


def _trespasses(brought: Iterable[str], server: Server, pusher: Pusher) -> list[Judged]:
    """Give the files that are not the pusher's. Always errors: what is pushed might set the level of the rule."""
    paths = [from_catalog(path, server) for path in sorted(brought)]
    rules = (rule for rule in all_rules().values() if isinstance(rule, ChangeRule))
    return [
        Judged(rule, problem, "error")
        for rule in rules
        for problem in rule.check(paths, pusher.department, server.register)
    ]


_NO_CATALOG = Words(
    "推送没有被接受：{branch} 里没有 {folder}/catalog.yml（被删去、移走，或者换成了链接），无法判断。"
    "请恢复 {folder} 文件夹，再推送。",
    "The push was refused: {branch} has no {folder}/catalog.yml (deleted, moved, or a link), and cannot be judged. "
    "Put the folder {folder} back and push again.",
)
_UNRELATED = Words(
    "推送没有被接受：{branch} 与 {main} 没有共同的历史，无法判断。请从 {main} 新建分支，把修改移过去，再推送。",
    "The push was refused: {branch} and {main} have no history in common, and it cannot be judged. Begin a branch from "
    "{main}, bring the changes there, and push it.",
)
_LOST = Words(
    "推送没有被接受：删除分支 {branch} 会丢掉上面这些文件里别人的修改。请告诉他们或者审核人。",
    "The push was refused: without the branch {branch} the changes that others made to the files above would be lost. "
    "Tell them, or a reviewer.",
)
