"""S006: a file lies in the wrong folder or under an unknown name.

Catches files of the catalog folder that belong to no file kind, links, list files that are named after no department
of departments.yml, and files whose name differs from the id inside them.

Why: a file that nothing reads looks published and is not. The name of a list file says which department
answers for it; a push is allowed or refused by that name.

Bad: `catalog/approvals/weijiwei.yml` where departments.yml has `wjw`; `catalog/approvals/wjw.yaml`.

Good: `catalog/approvals/wjw.yml`.

中文

本条查出目录里放错位置或者名称不对的文件：不属于任何一类的文件、符号链接、文件名不是部门编号的清单、文件名与其中编号不同的文件。

为什么：没有程序读取的文件，看上去公布了，实际上没有。清单文件以部门编号命名，谁负责、谁能修改，一看便知。

反例：部门登记里是 `wjw`，文件叫 `catalog/approvals/weijiwei.yml`；扩展名写成 `.yaml`。

正例：`catalog/approvals/wjw.yml`。

怎样改：按提示改名或者移动；说明性文字可以放在 README.md 里。
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.model.kinds import KINDS
from wudan.likeness import ANY, WORD, nearest
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_at, place_in
from wudan.rules.engine.rule import FileRule, Message
from wudan.words import Words


def check(file: CatalogFile, catalog: Catalog) -> Iterator[Problem]:
    """Give what is wrong with where a file lies or how it is called."""
    path = PurePosixPath(file.path)
    if file.is_link:
        yield Problem(place_at(file), message="link", about=Texts((file.path,)))
    elif file.kind is None:
        message = "extension" if path.suffix in {".yaml", ".YML", ".YAML"} else "unknown"
        yield Problem(
            place_at(file),
            message=message,
            arguments={"name": path.name, "stem": path.stem, "known": _nearest_place(file.path)},
            about=Texts((file.path,)),
        )
    elif file.owner is not None and catalog.departments and not _is_registered(file.owner, catalog):
        near = nearest(file.owner, catalog.departments, WORD)
        yield Problem(
            place_at(file),
            message="near_owner" if near else "owner",
            arguments={"owner": file.owner, "near": near},
            about=Texts((file.path,)),
        )
    elif file.kind.id in {"service", "baseline", "release", "statistics"} and file.document is not None:
        stated = file.document.value(("id",))
        if isinstance(stated, str) and stated != path.stem:
            place = place_in(file.document, ("id",))
            yield Problem(
                place, message="id", arguments={"stem": path.stem, "id": stated}, about=Texts((file.path, stated))
            )


def _is_registered(owner: str, catalog: Catalog) -> bool:
    return owner in catalog.departments or catalog.may_hold("departments", owner)


def _nearest_place(path: str) -> str:
    inside = path.split("/", 1)[1]
    places = [kind.place if kind.place.endswith(".yml") else f"{kind.place}….yml" for kind in KINDS.values()]
    return nearest(inside, places, ANY)


RULE = FileRule(
    code="S006",
    level="error",
    title=Words("文件位置或者名称不对", "File in the wrong place or under an unknown name"),
    messages={
        "unknown": Message(
            Words("“{name}”不是目录中的文件，不会被读取。", "'{name}' is no file of a catalog; nothing reads it."),
            Words(
                "相近的位置是 {known}；说明文字请写在 README.md。",
                "The nearest place is {known}; notes go into README.md.",
            ),
        ),
        "extension": Message(
            Words("“{name}”的扩展名应当是 .yml。", "The extension of '{name}' must be .yml."),
            Words("改名为 {stem}.yml。", "Rename it to {stem}.yml."),
        ),
        "link": Message(
            Words(
                "这不是普通文件（是符号链接、管道等），没有读取。",
                "This is no plain file but a link, a pipe or the like; it was not read.",
            ),
            Words("换成普通文件。", "Put a plain file in its place."),
        ),
        "owner": Message(
            Words("部门登记中没有“{owner}”。", "departments.yml has no '{owner}'."),
            Words(
                "文件以部门编号命名；新部门先登记到 departments.yml。",
                "Name the file after a department id, or add the department.",
            ),
        ),
        "near_owner": Message(
            Words(
                "部门登记中没有“{owner}”，是不是“{near}”？", "departments.yml has no '{owner}'. Did you mean '{near}'?"
            ),
            Words(
                "文件以部门编号命名；新部门先登记到 departments.yml。",
                "Name the file after a department id, or add the department.",
            ),
        ),
        "id": Message(
            Words("文件名是“{stem}”，编号却是“{id}”。", "The file is named '{stem}', its id is '{id}'."),
            Words("两者改成一样；已经公布的，以编号为准。", "Make them equal; once published, the id counts."),
        ),
    },
    check=check,
    page=__doc__,
    is_structural=True,
    guards_site=True,
)
