"""The register says of a citation that it holds, that it does not, or that nobody can say; it never guesses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reform import JUDGED_ON, reformed
from wudan.catalog.model.base import Citation
from wudan.law.register import LawRegister, Verdict, amended_year, law_register, plain_name, plain_number

LAWS: list[dict[str, Any]] = [
    {
        "name": "行政许可法", "aliases": ["许可法"], "kind": "法律",
        "versions": [{"since": "2004-07-01", "articles": 83, "checked_against": "2003年文本"}],
    },
    {
        "name": "食品安全法", "kind": "法律",
        "versions": [
            {"since": "2009-06-01", "until": "2015-10-01", "label": "2009年公布", "articles": 104},
            {"since": "2015-10-01", "label": "2015年修订", "articles": 154},
        ],
    },
    {"name": "河南省招标投标条例", "kind": "地方性法规", "versions": [{"since": "2000-01-01", "until": "2015-12-31"}]},
    {"name": "慈善法", "kind": "法律", "versions": [{"since": "2016-09-01", "articles": 112}]},
    {"name": "国务院决定（2004）", "number": "国务院令第412号", "kind": "国务院决定",
     "versions": [{"since": "2004-07-01", "annex_items": 500}]},
    {"name": "收费管理办法", "number": "财综〔2010〕1号", "kind": "规范性文件"},
    {"name": "收费管理办法", "number": "财综〔2012〕97号", "kind": "规范性文件"},
]  # fmt: skip


@pytest.fixture(scope="module")
def register() -> LawRegister:
    return on(JUDGED_ON)


def on(day: str, laws: list[dict[str, Any]] | None = None) -> LawRegister:
    return law_register(reformed(None, files={"laws.yml": LAWS if laws is None else laws}, at=day))


def verdict(register: LawRegister, law: str, article: str | None = None, note: str | None = None) -> Verdict:
    return register.resolve(Citation(law=law, article=article, note=note)).verdict


@pytest.mark.parametrize(
    ("law", "article", "expected"),
    [
        ("行政许可法", None, Verdict.HOLDS),
        ("行政许可法", "第八十三条", Verdict.HOLDS),
        ("行政许可法", "第八十四条", Verdict.NO_SUCH_ARTICLE),
        ("行政许可法", "第零条", Verdict.NO_SUCH_ARTICLE),
        ("行政许可法", "第二章", Verdict.UNCHECKED),
        ("行政许可法", "第十二条之一", Verdict.UNCHECKED),
        ("行政许可法", "附件第1项", Verdict.UNCHECKED),
        ("国务院决定（2004）", "附件第500项", Verdict.HOLDS),
        ("国务院决定（2004）", "附件第501项", Verdict.NO_SUCH_ARTICLE),
        ("国务院决定（2004）", "第一条", Verdict.UNCHECKED),
        ("收费管理办法", "第一条", Verdict.UNCHECKED),
        ("河南省招标投标条例", None, Verdict.NO_LONGER_IN_FORCE),
        ("慈善法", None, Verdict.NOT_YET_IN_FORCE),
        ("没有登记的办法", "第一条", Verdict.UNKNOWN_LAW),
    ],
)
def test_a_citation_holds_or_not_or_cannot_be_checked(
    register: LawRegister, law: str, article: str | None, expected: Verdict
) -> None:
    assert verdict(register, law, article) is expected


@pytest.mark.parametrize(
    "name",
    [
        "行政许可法",
        "许可法",
        "中华人民共和国行政许可法",
        "《行政许可法》",
        "《中华人民共和国行政许可法》",
        " 行政 许可法",
    ],
)
def test_a_law_is_found_by_each_of_its_names(register: LawRegister, name: str) -> None:
    found = register.find(name)
    assert found is not None
    assert found.record.name == "行政许可法"


@pytest.mark.parametrize("number", ["财综〔2012〕97号", "财综[2012]97号", "财综（2012） 97号"])
def test_of_two_laws_with_one_name_the_number_decides(register: LawRegister, number: str) -> None:
    for found in (register.find("收费管理办法", number), register.find(number), register.find("别的名称", number)):
        assert found is not None
        assert found.record.number == "财综〔2012〕97号"


@pytest.mark.parametrize(
    ("day", "articles"), [("2009-05-31", None), ("2009-06-01", 104), ("2015-09-30", 104), ("2015-10-01", 154)]
)
def test_the_version_is_that_of_the_day(day: str, articles: int | None) -> None:
    version = on(day).resolve(Citation(law="食品安全法")).version
    assert (
        version.articles if on(day).resolve(Citation(law="食品安全法")).verdict is Verdict.HOLDS and version else None
    ) == articles


def test_a_year_in_the_citation_names_its_version(register: LawRegister) -> None:
    assert verdict(register, "食品安全法（2009）", "第一百零四条") is Verdict.NO_LONGER_IN_FORCE
    assert verdict(register, "食品安全法", "第一百零四条", note="2009年公布") is Verdict.NO_LONGER_IN_FORCE
    assert verdict(register, "食品安全法（2015修订）", "第一百五十四条") is Verdict.HOLDS


def test_a_year_that_belongs_to_the_name_is_no_version(register: LawRegister) -> None:
    assert verdict(register, "国务院决定（2004）", "附件第1项") is Verdict.HOLDS


def test_only_a_version_whose_text_was_read_is_checked(register: LawRegister) -> None:
    assert register.resolve(Citation(law="行政许可法")).is_checked
    assert not register.resolve(Citation(law="食品安全法")).is_checked
    assert not register.resolve(Citation(law="没有登记的办法")).is_checked


def test_a_number_is_taken_from_the_citation_and_else_from_the_register(register: LawRegister) -> None:
    assert register.number_of(Citation(law="国务院决定（2004）")) == "国务院令第412号"
    assert register.number_of(Citation(law="国务院决定（2004）", number="国发〔2004〕16号")) == "国发〔2004〕16号"
    assert register.number_of(Citation(law="没有登记的办法")) == ""


@given(st.integers(1, 200))
def test_an_article_holds_exactly_where_the_version_has_it(number: int) -> None:
    register = on(JUDGED_ON, LAWS[:1])
    assert verdict(register, "行政许可法", f"第{number}条") is (
        Verdict.HOLDS if number <= 83 else Verdict.NO_SUCH_ARTICLE
    )


@given(st.text("中华人民共和国《》行政 许可法（）()", max_size=14))
def test_a_plain_name_is_plain_already(name: str) -> None:
    once = plain_name(f"《{name}》")
    assert "(" not in once
    assert " " not in once
    assert plain_name(name.replace("(", "（").replace(")", "）")) == plain_name(name)


@given(st.text("国发令第〔〕[]（）【】0123 号", max_size=14))
def test_a_plain_number_is_plain_already(number: str) -> None:
    plain = plain_number(number)
    assert not set(plain) & set(" [](（)）【】")


@pytest.mark.parametrize(
    ("text", "year"),
    [("土地管理法（2004修正）", "2004"), ("2004年修正文本", "2004"), ("2015年", "2015"), ("土地管理法", None),
     ("2014年以后", None), ("（国务院令第412号）", None)],
)  # fmt: skip
def test_the_year_of_a_version_is_read_where_one_is_named(text: str, year: str | None) -> None:
    assert amended_year(text) == year
