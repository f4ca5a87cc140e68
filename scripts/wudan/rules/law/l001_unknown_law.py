"""L001: a law that the register does not know.

Catches citations of laws and documents that laws.yml does not have under any of their names. Brackets, blanks, 《》,
中华人民共和国 and the year of a version are disregarded; a document may be cited by its number. A catalog without
laws.yml is not judged.

Why: a citation that cannot be looked up cannot be checked, by us or by the applicant.

Source: 行政许可法 第五条 (approvals are public, with their grounds).

Bad: `{law: 公共场所卫生条列, article: 第四条}`.

Good: `{law: 公共场所卫生管理条例, article: 第四条}`.

中文

本条查出法规登记（laws.yml）里没有的法规和文件。书名号、空格、“中华人民共和国”、文本年份和括号写法不计；文件可以按文号
查找。没有 laws.yml 的不判断。

为什么：查不到的依据，谁也无法核对，群众也看不到。

依据：《行政许可法》第五条（公开原则）。

反例：`{law: 公共场所卫生条列, article: 第四条}`。

正例：`{law: 公共场所卫生管理条例, article: 第四条}`。

怎样改：名称写错的改正；确有这部法规的，在 laws.yml 登记名称、类别和施行日期。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.citations import all_citations
from wudan.law.register import Verdict, law_register, plain_name
from wudan.likeness import PROPER_NAME, nearest
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every citation of a law that is not registered."""
    if not catalog.laws:
        return
    register = catalog.derived(law_register)
    names = list(register.names())
    likely: dict[str, str] = {}
    for placed, path, citation in catalog.derived(all_citations):
        if register.resolve(citation).verdict is not Verdict.UNKNOWN_LAW:
            continue
        name = plain_name(citation.law)
        if name not in likely:
            likely[name] = nearest(name, names, PROPER_NAME)
        near = likely[name]
        yield problem_at(
            placed,
            *path,
            "law",
            message="near" if near else "message",
            arguments={"law": name, "near": near},
            about=(name,),
        )


RULE = CatalogRule(
    code="L001",
    level="warning",
    title=Words("法规没有登记", "Law not in the register"),
    messages={
        "message": Message(
            Words("法规登记中没有《{law}》。", "The register of laws has no '{law}'."),
            Words("核对名称，或者在 laws.yml 登记。", "Check the name, or register it in laws.yml."),
        ),
        "near": Message(
            Words("法规登记中没有《{law}》，是不是《{near}》？", "There is no law '{law}'. Did you mean '{near}'?"),
            Words("改成《{near}》；确是另一部的，在 laws.yml 登记。", "Write '{near}', or register the other one."),
        ),
    },
    check=check,
    page=__doc__,
)
