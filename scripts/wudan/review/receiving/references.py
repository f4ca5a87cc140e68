"""Which references a push may move, whatever it brings."""

from wudan.catalog.reading.history import is_ancestor
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.push import Push
from wudan.review.receiving.pusher import Pusher
from wudan.review.receiving.server import Server, commit_of
from wudan.review.receiving.settings import missing_in
from wudan.words import Words


def objection_to(push: Push, server: Server, pusher: Pusher, main: str) -> Objection | None:
    """Give why a reference cannot be moved, None where it can; `main` is the main branch's commit after the push.

    Branches are everybody's, but for main, which nobody deletes and only reviewers lay or rewind. Tags are the
    reviewers', and mark what is in main. Nothing else belongs into the city's repository.
    """
    if push.is_of_a_tag:
        return _objection_to_tag(push, server, pusher, main)
    if not push.is_of_a_branch:
        return Objection(_OTHER, {"name": push.name})
    if push.is_branch(server.main):
        return _objection_to_main(push, server, pusher)
    return missing_in(server)


def _objection_to_tag(push: Push, server: Server, pusher: Pusher, main: str) -> Objection | None:
    if not pusher.is_reviewer:
        return Objection(_TAG, {"name": push.short_name})
    if push.deletes:
        return None
    commit = commit_of(server.repository, push.after)
    if not commit or not main or not is_ancestor(server.repository, commit, main):
        return Objection(_LOOSE_TAG, {"name": push.short_name, "main": server.main})
    return None


def _objection_to_main(push: Push, server: Server, pusher: Pusher) -> Objection | None:
    if push.deletes:
        return Objection(_KEPT, {"main": server.main})
    if pusher.is_reviewer and (server.main_commit or not server.branches):
        return None
    if missing := missing_in(server):
        return missing
    if not is_ancestor(server.repository, server.main_commit, push.after):
        return Objection(_REWOUND, {"main": server.main})
    return None


_OTHER = Words(
    "推送没有被接受：只接收分支和标签，不接收 {name}。请用 git push origin 分支名 推送。",
    "The push was refused: branches and tags are received, {name} is not. Push with: git push origin BRANCH.",
)
_TAG = Words(
    "推送没有被接受：标签 {name} 只能由审核人新建、移动、删除。请只推送分支。",
    "The push was refused: reviewers alone make, move and delete tags such as {name}. Push branches only.",
)
_LOOSE_TAG = Words(
    "推送没有被接受：标签 {name} 指向的内容不在 {main} 里。请先合并到 {main}，再加标签。",
    "The push was refused: what the tag {name} marks is not in {main}. Merge it into {main} first, then tag it.",
)
_KEPT = Words("推送没有被接受：主分支 {main} 不能删除。", "The push was refused: the main branch {main} is kept.")
_REWOUND = Words(
    "推送没有被接受：部门的推送不能丢掉 {main} 上已有的提交。请先合并最新的 {main}，再推送，不要强制推送。",
    "The push was refused: a department cannot drop commits of {main}. Merge the newest {main} and push again, "
    "without force.",
)
