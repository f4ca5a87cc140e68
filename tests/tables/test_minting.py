import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wudan.catalog.model.city import Region
from wudan.catalog.model.field import ID
from wudan.tables.minting import Serials, bare_name, mint_department

REGION = Region(code="999901", name="青河市", level="县级", city="白石市", province="云海省")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("青河市水务局", "水务局"),
        ("云海省青河市水务局", "水务局"),
        ("区水务局", "水务局"),
        ("市场监督管理局", "市场监督管理局"),
        ("区市监局", "市监局"),
        ("市市场监管局", "市场监管局"),
        ("区委办", "区委办"),
        ("市政府办", "政府办"),
        ("县残联", "残联"),
        ("水务局", "水务局"),
    ],
)
def test_the_region_before_a_name_is_left_out(name: str, bare: str) -> None:
    assert bare_name(name, REGION) == bare


@pytest.mark.parametrize(
    ("name", "minted"), [("区行政审批局", "xzspj"), ("区银行业协会", "yhyxh"), ("12345热线", "bm12345rx"), ("·", "bm")]
)
def test_an_id_is_made_of_pinyin_initials(name: str, minted: str) -> None:
    assert mint_department(name, REGION, ()) == minted


def test_a_second_body_with_the_same_initials_gets_a_number() -> None:
    assert mint_department("区商务局", REGION, {"swj"}) == "swj2"
    assert mint_department("区税务局", REGION, {"swj", "swj2"}) == "swj3"


@settings(deadline=None)
@given(st.text(max_size=30))
def test_every_name_gets_an_id_of_the_right_form(name: str) -> None:
    assert re.search(ID, mint_department(name, REGION, ()))


def test_serials_go_on_after_the_highest_that_ever_stood_anywhere() -> None:
    serials = Serials(["- id: wjw-xk-003\n  replaces: [wjw-xk-007]\n", "changes: [wjw-xk-011, wjw2-xk-090]"])
    assert [serials.mint("wjw", "xk"), serials.mint("wjw", "xk"), serials.mint("wjw", "cf")] == [
        "wjw-xk-012",
        "wjw-xk-013",
        "wjw-cf-001",
    ]
