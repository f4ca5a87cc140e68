"""L002: an article or annex item that the cited version does not have.

Catches citations of an article beyond the last one of the version in force on the judged day, or of the version whose
year is cited, and items beyond the last one of an annex (附件第205项). Only versions whose number of articles the
register records are judged, and a version that nobody read is judged as a warning. Inserted articles (第一百二十条之
一), chapters and paragraphs cannot be checked and pass.

Why: an article that does not exist is the plainest sign that nobody looked.

Source: laws.yml, column 条数.

Bad: `{law: 公共场所卫生管理条例, article: 第四十条}` of a regulation with 19 articles.

Good: `{law: 公共场所卫生管理条例, article: 第四条}`.

中文

本条查出所引文本没有的条和附件项：条号超过判定日期有效文本（写明年份的，为那一年的文本）的最后一条，附件项号超过最后一
项。只判断登记了条数的文本；没有人读过的文本只作警告。“之一”条、章节、款项无法核对，不判断。

为什么：引用不存在的条文，说明没有人核对过。

反例：条例只有 19 条，引用 `article: 第四十条`。

正例：`{law: 公共场所卫生管理条例, article: 第四条}`。

怎样改：查对条文；法律修改后条次变了的，改成现行条次。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.citations import all_citations
from wudan.law.article import read_article
from wudan.law.register import Verdict, law_register
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every citation of an article that does not exist."""
    register = catalog.derived(law_register)
    for placed, path, citation in catalog.derived(all_citations):
        found = register.resolve(citation)
        if found.verdict is not Verdict.NO_SUCH_ARTICLE or found.law is None or found.version is None:
            continue
        article = read_article(citation.article or "")
        in_annex = article is not None and article.in_annex
        count = found.version.annex_items if in_annex else found.version.articles
        yield problem_at(
            placed,
            *path,
            "article",
            message="annex" if in_annex else "message",
            arguments={
                "law": found.law.record.name,
                "version": found.version.label or found.version.since,
                "article": citation.article or "",
                "count": count or 0,
            },
            about=(found.law.record.name, citation.article or ""),
            level=None if found.is_checked else "warning",
        )


_HELP = Words("查对条文；条次变了的，改成现行条次。", "Look the article up; after an amendment its number may differ.")

RULE = CatalogRule(
    code="L002",
    level="error",
    title=Words("没有这一条", "No such article"),
    messages={
        "message": Message(
            Words(
                "《{law}》（{version}）共 {count} 条，没有{article}。",
                "'{law}' ({version}) has {count} articles and no {article}.",
            ),
            _HELP,
        ),
        "annex": Message(
            Words(
                "《{law}》（{version}）的附件共 {count} 项，没有{article}。",
                "The annex of '{law}' ({version}) has {count} items and no {article}.",
            ),
            _HELP,
        ),
    },
    check=check,
    page=__doc__,
)
