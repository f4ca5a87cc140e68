from pathlib import Path

from tests.rules.test_examples import judged
from tests.support.rule_examples import RULES, Case


def test_an_entry_named_much_like_the_item_is_offered(tmp_path: Path) -> None:
    report = judged(Case(RULES / "B001" / "bad-near", "B001"), tmp_path)
    (finding,) = [one for one in report.findings if one.code == "B001"]
    assert "“公共场所卫生许可”（r10-0001）" in finding.message
    assert "base: r10-0001" in finding.help
