"""Who pushes: a department of the city, or the reviewers. Nobody is ever taken for more than was said."""

from dataclasses import dataclass

from wudan.catalog.model.body import REVIEWER
from wudan.likeness import WORD, nearest
from wudan.review.receiving.objection import Objection
from wudan.review.receiving.server import Server
from wudan.review.receiving.settings import missing_in
from wudan.words import Words


@dataclass(frozen=True, slots=True)
class Pusher:
    """Who pushes: the id of a department, or None for the reviewers."""

    department: str | None

    @property
    def is_reviewer(self) -> bool:
        """Whether it is a reviewer, who may change every file."""
        return self.department is None


def pusher_of(name: str, server: Server) -> Pusher | Objection:
    """Give who it is that a server calls by a name, or why nothing can be received from them.

    The departments are those that the main branch knows: what is pushed cannot make somebody one.
    """
    if name == REVIEWER:
        return Pusher(None)
    if not name:
        return Objection(_NOBODY, {"reviewer": REVIEWER})
    if missing := missing_in(server):
        return missing
    if name in server.register.departments:
        return Pusher(name)
    near = nearest(name, (*server.register.departments, REVIEWER), WORD)
    arguments = {"name": name, "near": near, "main": server.main, "reviewer": REVIEWER}
    return Objection(_LIKE if near else _UNKNOWN, arguments)


_NOBODY = Words(
    "推送没有被接受：服务器没有说明是谁在推送（WUDAN_AS 没有设置，或者是空的）。\n"
    "管理员：请在 authorized_keys 里用强制命令写明每把密钥属于哪个部门；审核人的密钥写 {reviewer}。"
    "以前安装的钩子把没有 WUDAN_AS 的当作审核人，现在不再这样。"
    "做法见 docs/server.md，装好以后运行 wudan receive --self-test。",
    "The push was refused: the server does not say who pushes (WUDAN_AS is not set, or empty).\n"
    "To the administrator: let a forced command in authorized_keys name the department of each key; the reviewers' "
    "keys name {reviewer}. Hooks installed earlier took nobody for a reviewer, which holds no longer. docs/server.md "
    "says how; then run wudan receive --self-test.",
)
_MENDING_ZH = "\n管理员：WUDAN_AS 要写部门编号，审核人写 {reviewer}；新部门先由审核人登记到 departments.yml。"
_MENDING_EN = (
    "\nTo the administrator: WUDAN_AS is the id of a department, or {reviewer} for the reviewers; they add new "
    "departments to departments.yml first."
)
_UNKNOWN = Words(
    "推送没有被接受：{main} 的部门登记里没有“{name}”。" + _MENDING_ZH,
    "The push was refused: departments.yml of {main} has no '{name}'." + _MENDING_EN,
)
_LIKE = Words(
    "推送没有被接受：{main} 的部门登记里没有“{name}”，是不是“{near}”？" + _MENDING_ZH,
    "The push was refused: departments.yml of {main} has no '{name}'. Did you mean '{near}'?" + _MENDING_EN,
)
