"""Which departments the options of an import name: by id, or by any name that the catalog knows."""

import re

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.field import ID
from wudan.cli.usage import UsageError
from wudan.tables.folding import fold
from wudan.words import Words

_NO_DEPARTMENT = Words(
    "部门登记中没有“{id}”，只有：{known}\n新的部门先写进 departments.yml，再导入：\n"
    "  - id: {example}\n    name: 部门全称\n    kind: 政府部门",
    "No department '{id}'; there are: {known}\nWrite a new one into departments.yml first, and import again:\n"
    "  - id: {example}\n    name: 部门全称\n    kind: 政府部门",
)
_NO_DEPARTMENTS = Words(
    "部门登记中没有“{id}”，还没有登记任何部门。先写进 departments.yml，再导入：\n"
    "  - id: {example}\n    name: 部门全称\n    kind: 政府部门",
    "No department '{id}': none is registered yet. Write it into departments.yml first, and import again:\n"
    "  - id: {example}\n    name: 部门全称\n    kind: 政府部门",
)
_NO_BODY = Words(
    "--body “{pair}”要写成“表中的写法=部门编号”，部门要先在 departments.yml 登记。",
    "Write --body '{pair}' as NAME=ID, with a department that departments.yml has.",
)


def department_of(department: str, catalog: Catalog) -> str:
    """Give the id of the department that was asked for by id or name.

    Raises UsageError where the catalog does not know it; the message says how one is registered.
    """
    if not department or department in catalog.departments:
        return department
    if id_ := _known(catalog).get(fold(department)):
        return id_
    example = department if re.search(ID, department) else "wjw"
    if not catalog.departments:
        raise UsageError(_NO_DEPARTMENTS, id=department, example=example)
    raise UsageError(_NO_DEPARTMENT, id=department, known=", ".join(catalog.departments), example=example)


def bodies_of(pairs: list[str], catalog: Catalog) -> dict[str, str]:
    """Give the id of the department that each writing means. Raises UsageError for one that is not known."""
    known = _known(catalog)
    bodies = {}
    for pair in pairs:
        written, sign, meant = pair.rpartition("=")
        id_ = meant.strip() if meant.strip() in catalog.departments else known.get(fold(meant))
        if not sign or not written.strip() or id_ is None:
            raise UsageError(_NO_BODY, pair=pair)
        bodies[written.strip()] = id_
    return bodies


def _known(catalog: Catalog) -> dict[str, str]:
    """Give the ids of the departments by folded name."""
    return {
        fold(name): id_
        for id_, placed in catalog.departments.items()
        for name in (*placed.record.former_names, placed.record.short_name, placed.record.name)
        if name
    }
