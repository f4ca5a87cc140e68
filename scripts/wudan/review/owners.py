"""Who has to agree to a change of which file: the CODEOWNERS file of a repository."""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.model.kinds import LISTS

# What moves the rules themselves, in the order of its weight. The last line that matches a file decides, so these
# stand after the departments'.
_OF_REVIEWERS = (
    "waivers/", "baseline/", "releases/", "laws.yml", "catalog.yml", "departments.yml",
)  # fmt: skip


def codeowners(catalog: Catalog, folder: str, reviewers: str, team: str) -> str:
    """Give the text of CODEOWNERS (GitHub, GitLab, Gitee).

    `folder` is the catalog's path in the repository, `reviewers` the name of the reviewers there, `team` the name of a
    department's, in which `{id}` stands for its id. Reviewers answer for all that no department owns.
    """
    return "\n".join(_lines(catalog, folder.strip("/"), reviewers, team)) + "\n"


def _lines(catalog: Catalog, folder: str, reviewers: str, team: str) -> Iterator[str]:
    yield "# 由 wudan codeowners 按 departments.yml 生成，不要手工修改。后面的行优先。"
    yield f"* {reviewers}"
    yield ""
    yield "# 各部门：五张清单中本部门的文件"
    for department in sorted(catalog.departments):
        owner = team.replace("{id}", department)
        for kind in LISTS:
            yield f"/{folder}/{kind.place}{department}.yml {owner}"
            yield f"/{folder}/{kind.place}{department}/ {owner}"
    yield ""
    yield "# 审核人：说明保留、改革基线、发布版本、法规登记、规则级别、部门登记"
    yield from (f"/{folder}/{path} {reviewers}" for path in _OF_REVIEWERS)
