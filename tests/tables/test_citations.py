import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wudan.tables.citations import read_citations, read_document


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("《公共场所卫生管理条例》第四条", [{"law": "公共场所卫生管理条例", "article": "第四条"}]),
        ("《中华人民共和国行政许可法》第十二条", [{"law": "行政许可法", "article": "第十二条"}]),
        (
            "1.《甲条例》第三条、第五条第二款第（三）项；\n2．《乙办法》（国发[2015]27号）附件第205项。",
            [
                {"law": "甲条例", "article": "第三条"},
                {"law": "甲条例", "article": "第五条第二款第（三）项"},
                {"law": "乙办法", "number": "国发〔2015〕27号", "article": "附件第205项"},
            ],
        ),
        ("《甲决定》（国务院令第412号）", [{"law": "甲决定", "number": "国务院令第412号"}]),
        ("《甲法》（2013年修正）第三条", [{"law": "甲法", "article": "第三条", "note": "2013年修正"}]),
        ("《关于印发〈甲规划〉的通知》", [{"law": "关于印发〈甲规划〉的通知"}]),
    ],
)
def test_a_text_of_citations_alone_is_taken_apart(text: str, citations: list[dict[str, str]]) -> None:
    assert read_citations(text) == citations


@pytest.mark.parametrize(
    "text",
    [
        "《甲法》第三条：国家对甲实行许可制度。",
        "根据《甲法》第三条的规定办理",
        "甲法第三条",
        "无",
        "《甲法",
    ],
)
def test_a_text_with_anything_else_in_it_stays_a_text(text: str) -> None:
    assert read_citations(text) is None


def test_a_citation_that_stands_twice_is_given_once() -> None:
    assert read_citations("《甲法》第三条、《甲法》第三条") == [{"law": "甲法", "article": "第三条"}]


@settings(deadline=None)
@given(st.text(alphabet="《》〈〉（）()第三四条款项、，；。0123456789号令\n 甲乙", max_size=200))
def test_no_text_is_a_crash_and_every_citation_names_a_law_of_the_text(text: str) -> None:
    for citation in read_citations(text) or []:
        assert citation["law"] in text


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("《关于甲的通知》（财税[2014]101号）", {"title": "关于甲的通知", "number": "财税〔2014〕101号"}),
        ("财税〔2014〕101号", {"number": "财税〔2014〕101号"}),
        ("关于甲的通知", {"title": "关于甲的通知"}),
    ],
)
def test_a_document_has_title_and_number(text: str, document: dict[str, str]) -> None:
    assert read_document(text) == document
