"""P005: a change to files by somebody who does not own them.

Catches, in what a department submits (`--as` with `--since`), changed files that are not the department's own. A
department owns the files of the five list folders that bear its id; everything else belongs to the reviewers, who own
all. A zone's negative list is its own. The hook of a git server (`wudan receive`) asks it of the whole repository: of
files that no rule reads, and of everything outside the catalog.

Why: whoever is held to a rule must not be able to move it, and nobody answers for another's list.

Source: the owners of files as CODEOWNERS has them.

Bad: `wjw` submits a change of `catalog/approvals/zjj.yml` or of `catalog/laws.yml`.

Good: `wjw` submits a change of `catalog/approvals/wjw.yml`.

中文

本条查出改动了别人文件的送审：部门只能改五个清单文件夹里以自己编号命名的文件；部门登记、法规登记、基线、说明保留、规则
级别和其他部门的清单，由审核人或者其他部门修改。只在写明送审部门（--as）和比对版本（--since）时判断；
git 服务器的钩子（wudan receive）对整个仓库判断，目录以外的文件和不参加检查的文件也算。

为什么：受规则约束的人不能自己改规则；别的部门的清单，由别的部门负责。

反例：`wjw` 送审，改了 `catalog/approvals/zjj.yml` 或者 `catalog/laws.yml`。

正例：`wjw` 送审，只改 `catalog/approvals/wjw.yml`。

怎样改：撤回对这个文件的改动；确需修改的，告诉审核人或者那个部门。
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from wudan.catalog.catalog import Catalog
from wudan.catalog.document import Span, Text
from wudan.catalog.model.kinds import LIST_IDS, kind_of, owner_of
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Place, Problem
from wudan.rules.engine.rule import ChangeRule, Message
from wudan.words import Words


def check(changed: Sequence[str], submitter: str | None, catalog: Catalog) -> Iterator[Problem]:
    """Give every changed file that the submitting department does not own."""
    if submitter is None:
        return
    folder = f"{catalog.name}/"
    for path in changed:
        inside = PurePosixPath(path.removeprefix(folder) if path.startswith(folder) else "")
        kind = kind_of(inside)
        owner = owner_of(inside) if kind and kind.id in LIST_IDS else None
        if owner == submitter:
            continue
        department = catalog.departments.get(owner or "")
        arguments = {
            "file": path,
            "owner": department.record.name if department else Words("审核人", "the reviewers"),
            "submitter": submitter,
        }
        yield Problem(
            Place(path, Text(""), Span(0, 1)),
            arguments=arguments,
            about=Texts(("file", path, submitter)),
            list=kind.id if kind else "",
        )


RULE = ChangeRule(
    code="P005",
    level="error",
    title=Words("改动了别人的文件", "Change of another's file"),
    messages={
        "message": Message(
            Words(
                "{submitter} 改动了 {file}，它属于{owner}。", "{submitter} changed {file}, which belongs to {owner}."
            ),
            Words(
                "撤回对它的改动；确需修改的，告诉它的主人。",
                "Take the change back, or tell the owner what has to change.",
            ),
        )
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
