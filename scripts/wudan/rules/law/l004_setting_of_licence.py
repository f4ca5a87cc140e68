"""L004: a licence that nothing cited may set.

Catches licences whose setting bases are all of a rank that may not set one. Laws, administrative
regulations and decisions of the State Council may, and so may local regulations; a rule of a province may
set a licence for one year. Departmental rules, rules of cities and normative documents may not, though they
may be cited besides. A basis that the register does not know is a normative document if its number
(新密政〔2014〕8号) or its title (关于…的通知) says so; where neither tells the rank of a basis, nothing is said.

Catches, too, each basis with `sets: true` whose article, as laws.yml says (`provisions`), does something else: it
punishes, supervises, charges or limits, and sets nothing.

Why: nobody may make a licence of his own.

Source: 行政许可法 第十四条至第十七条.

Bad: a licence whose only basis with `sets: true` is a 规范性文件.

Good: `{law: 公共场所卫生管理条例, article: 第四条, sets: true}`.

中文

本条查出设定依据都没有设定权的行政许可。法律、行政法规、国务院决定、地方性法规可以设定许可，省政府规章可以设定一年以内
的临时许可；部门规章、市政府规章和规范性文件不能设定，作为补充引用的不算。没有登记的依据，
文号（如新密政〔2014〕8号）或者标题（关于……的通知）表明是规范性文件的，按规范性文件判断；有一个依据的类别看不出来，就不判断。

标着 sets: true 而 laws.yml 登记（provisions）为处罚、监督、收费、期限条款的，也查。

为什么：任何机关都不能自己给自己设许可。

依据：《行政许可法》第十四条至第十七条。

反例：行政许可只有规范性文件标着 `sets: true`。

正例：`{law: 公共场所卫生管理条例, article: 第四条, sets: true}`。

怎样改：写上真正设定它的法律、法规并标 sets: true；没有的，事项应当取消。
"""

import re
from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Citation, TypedEntry
from wudan.catalog.model.values import LawKind
from wudan.law.rank import SETS_LICENCE
from wudan.law.register import law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words

_DOCUMENT_NUMBER = re.compile("[〔\\[［(（](?:19|20)[0-9]{2}[〕\\]］)）]第?[0-9]+号")
_DOCUMENT_TITLE = re.compile("^关于.*的?(?:通知|意见|方案|函|批复|通告|公告)(?:（试行）)?$|会议纪要|(?:通知|通告)$")


def check(placed: Placed[TypedEntry], catalog: Catalog) -> Iterator[Problem]:
    """Give a licence in use that rests on nothing that may set one."""
    record = placed.record
    if record.type != "行政许可" or not record.is_in_use or not record.basis:
        return
    register = catalog.derived(law_register)
    marked = [(index, citation) for index, citation in enumerate(record.basis) if citation.sets]
    for index, citation in marked:
        if register.role_of(citation) == "other":
            yield problem_at(
                placed,
                "basis",
                index,
                "article",
                message="role",
                arguments={"name": record.name, "law": citation.law, "article": citation.article},
                about=("role", citation.law, citation.article or ""),
                level=None if register.resolve(citation).is_checked else "warning",
            )
    setting = [citation for _, citation in marked] or list(record.basis)
    kinds = [register.resolve(citation).kind or _kind_by_looks(citation) for citation in setting]
    if any(kind is None or kind in SETS_LICENCE for kind in kinds):
        return
    if any(_is_of_the_state_council(register.number_of(citation)) for citation in setting):
        return
    yield problem_at(
        placed,
        "basis",
        key=True,
        arguments={"name": record.name, "kinds": "、".join(dict.fromkeys(kind for kind in kinds if kind))},
        about=("rank", *sorted({kind for kind in kinds if kind})),
    )


def _kind_by_looks(citation: Citation) -> LawKind | None:
    """Give 规范性文件 for what the register does not know and what its number or title shows to be one, else None."""
    if citation.law.startswith("国务院") or (citation.number or "").startswith("国"):
        return None
    is_document = _DOCUMENT_NUMBER.search(citation.number or citation.law) or _DOCUMENT_TITLE.search(citation.law)
    return "规范性文件" if is_document else None


def _is_of_the_state_council(number: str) -> bool:
    """Say whether a document is a decision of the State Council by its number, whatever the register calls it."""
    return number.startswith("国发") or "国务院令" in number


RULE = ItemRule(
    code="L004",
    level="error",
    title=Words("依据无权设定许可", "Basis that may not set a licence"),
    messages={
        "role": Message(
            Words(
                "“{name}”的设定依据《{law}》{article}，规定的是处罚、监督、收费或者期限，不是设定许可。",
                "'{law}' {article}, by which '{name}' is said to be set, punishes, supervises, charges or limits.",
            ),
            Words(
                "引用设定它的那一条；laws.yml 的 provisions 登记有误的，改正登记。",
                "Cite the article that sets it; where the register is wrong, mend its provisions.",
            ),
        ),
        "message": Message(
            Words(
                "行政许可“{name}”的设定依据只有{kinds}，无权设定许可。",
                "The licence '{name}' rests on {kinds} alone, which may not set one.",
            ),
            Words(
                "写上设定它的法律、法规并标 sets: true；没有的，事项应当取消。",
                "Cite the law or regulation that sets it with sets: true; without one the item has to go.",
            ),
        ),
    },
    check=check,
    page=__doc__,
    lists=("approvals", "powers"),
    valid_from="2004-07-01",
)
