"""What the hook was told of its server, and whether the server has it."""

from wudan.review.receiving.objection import Objection
from wudan.review.receiving.server import Server
from wudan.words import Words


def missing_in(server: Server) -> Objection | None:
    """Give what the settings of the hook name and the server does not have: against that nothing can be judged."""
    if not server.main_commit:
        return Objection(_NO_MAIN, {"main": server.main, "branches": "、".join(server.branches) or "—"})
    if not server.holds_catalog(server.main_tree):
        return Objection(_NO_FOLDER, {"main": server.main, "folder": server.folder})
    return None


_NO_MAIN = Words(
    "推送没有被接受：服务器上没有主分支 {main}，无法判断。已有的分支：{branches}。\n"
    "管理员：钩子里的 --main 要写主分支的名称；新仓库由审核人先推送 {main}。",
    "The push was refused: the server has no main branch {main} to hold it against. Its branches: {branches}.\n"
    "To the administrator: --main in the hook names the main branch; in a new repository a reviewer pushes {main} "
    "first.",
)
_NO_FOLDER = Words(
    "推送没有被接受：服务器上的 {main} 里没有 {folder}/catalog.yml，无法判断。\n"
    "管理员：钩子里的 --folder 要写目录在仓库中的位置；仓库里还没有目录的，由审核人先推送到 {main}。",
    "The push was refused: {main} on the server has no {folder}/catalog.yml to hold it against.\n"
    "To the administrator: --folder in the hook says where in the repository the catalog is; where there is none yet, "
    "a reviewer pushes it to {main} first.",
)
