"""S006: a file lies in the wrong folder or under an unknown name.

Catches files of the catalog folder that belong to no file kind, links, list files that are named after no department
of departments.yml, and files whose name differs from the id inside them. Also names that not every system can hold or
that act where they are written: with line ends, control, invisible or direction-turning characters, blanks,
backslashes, or signs of ASCII other than `.`, `-` and `_`; that begin with `-`, end with `.`, are longer than 120
bytes, or are kept by Windows for devices; and two names that differ only by case or by how a character is put together.

Why: a file that nothing reads looks published and is not. The name of a list file says which department
answers for it; a push is allowed or refused by that name. A clerk on Windows must be able to check the file out, and
a name must do nothing in a shell or a log.

Bad: `catalog/approvals/weijiwei.yml` where departments.yml has `wjw`; `catalog/approvals/wjw.yaml`;
`catalog/approvals/wjw/new list.yml`.

Good: `catalog/approvals/wjw.yml`.

中文

本条查出目录里放错位置或者名称不对的文件：不属于任何一类的文件、符号链接、文件名不是部门编号的清单、文件名与其中编号不同的
文件。还有不是每个系统都能保存、写进命令会起作用的名称：含有换行、控制字符、看不见的或者改变书写方向的字符、空格、反斜杠，或者
除 `.`、`-`、`_` 以外的半角符号；以 `-` 开头，以 `.` 结尾，超过 120 字节（约 40 个汉字），或者是 Windows 保留的设备名；
以及两个只有大小写或者字符合成方式不同的名称。

为什么：没有程序读取的文件，看上去公布了，实际上没有。清单文件以部门编号命名，谁负责、谁能修改，一看便知。
用 Windows 的人也要能取出文件；名称写进命令、日志，不能起任何作用。

反例：部门登记里是 `wjw`，文件叫 `catalog/approvals/weijiwei.yml`；扩展名写成 `.yaml`；名称里有空格，如
`catalog/approvals/wjw/新办 一.yml`。

正例：`catalog/approvals/wjw.yml`。

怎样改：按提示改名或者移动；说明性文字可以放在 README.md 里。
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from wudan.catalog.catalog import Catalog, CatalogFile
from wudan.catalog.characters import code_point
from wudan.catalog.file_name import LONGEST_NAME, name_fault, twins_among
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
    elif misnamed := _misnamed(file, catalog):
        yield misnamed
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


def _misnamed(file: CatalogFile, catalog: Catalog) -> Problem | None:
    """Give what is wrong with the name itself of a file that is read."""
    for name in PurePosixPath(file.path).parts[1:]:
        if fault := name_fault(name):
            words = _CHARACTERS.get(fault.kind)
            code = code_point(fault.character) if fault.character else ""
            arguments = {"name": name, "what": words or fault.character, "code": code, "limit": LONGEST_NAME}
            message = "character" if words else fault.kind
            return Problem(place_at(file), message=message, arguments=arguments, about=Texts((file.path,)))
    other = catalog.derived(_twins).get(file.path)
    if other is None:
        return None
    return Problem(place_at(file), message="twin", arguments={"other": other}, about=Texts((file.path, other)))


def _twins(catalog: Catalog) -> Mapping[str, str]:
    return twins_among(file.path for file in catalog.files)


def _is_registered(owner: str, catalog: Catalog) -> bool:
    return owner in catalog.departments or catalog.may_hold("departments", owner)


def _nearest_place(path: str) -> str:
    inside = path.split("/", 1)[1]
    places = [kind.place if kind.place.endswith(".yml") else f"{kind.place}….yml" for kind in KINDS.values()]
    return nearest(inside, places, ANY)


_CHARACTERS: Mapping[str, Words] = {
    "control": Words("换行、制表符等控制字符", "a line end or another control character"),
    "bidirectional": Words("改变书写方向的字符", "a character that turns the direction of writing"),
    "blank": Words("空格", "a blank"),
    "invisible": Words("看不见的字符", "an invisible character"),
    "private": Words("自造字或者无效字符", "a character of private use or none"),
    "backslash": Words("反斜杠", "a backslash"),
    "sign": Words("在命令里有特殊意义的符号", "a sign that means something in commands"),
}

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
        "character": Message(
            Words("名称“{name}”里有{what}（{code}）。", "The name '{name}' holds {what} ({code})."),
            Words(
                "改名，只用汉字、字母、数字和 . - _，如 licences.yml。",
                "Rename it with letters, digits, '.', '-' and '_' only, as licences.yml.",
            ),
        ),
        "start": Message(
            Words(
                "名称“{name}”以“{what}”开头，命令会把它当作选项，或者略过它。",
                "The name '{name}' begins with '{what}': commands take it for an option, or pass over it.",
            ),
            Words("改名，以汉字、字母或者数字开头。", "Let it begin with a letter or digit."),
        ),
        "end": Message(
            Words(
                "名称“{name}”以点结尾，Windows 存不下来。", "The name '{name}' ends in a dot; Windows cannot keep it."
            ),
            Words("去掉最后的点。", "Take the last dot away."),
        ),
        "long": Message(
            Words(
                "名称太长，超过 {limit} 字节（约 40 个汉字）：{name}",
                "The name is longer than {limit} bytes: {name}",
            ),
            Words("改短。", "Shorten it."),
        ),
        "device": Message(
            Words(
                "名称“{name}”是 Windows 保留的设备名，取不出来。",
                "Windows keeps the name '{name}' for a device; the file cannot be checked out there.",
            ),
            Words("换一个名称。", "Choose another name."),
        ),
        "twin": Message(
            Words(
                "与 {other} 只有大小写或者字符的合成方式不同，在 Windows、macOS 上是同一个文件，会互相覆盖。",
                "It differs from {other} only by case or by how a character is put together; on Windows and macOS both "
                "are one file, and one is lost.",
            ),
            Words("合并，或者改名。", "Merge them, or rename this one."),
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
