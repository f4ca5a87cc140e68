"""A small catalog with findings of every shape, and with texts that try to do something where they are shown."""

import shutil
from pathlib import Path

import pytest

from tests.support.rule_examples import CITY
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.findings.finding import Report, make_report
from wudan.findings.judge import judge
from wudan.rules.engine.registry import all_rules
from wudan.words import Language

HOSTILE = (
    "其他材料<b><script>alert(1)</script>",
    "其他材料\\n::error::x",
    "其他材料 `a` | **b** @all #12 GH-3",
    "其他材料 [x](javascript:alert(1)) https://other.example www.other.example",
    "其他材料 <c> & \\u0007\\u202e\\u001b[31m",
    "其他材料 ::notice::b 50% ::error::y",
)
CODES = "SABCXQP"


def write_city(folder: Path) -> Path:
    """Write the catalog below a folder and give its place."""
    catalog = folder / "catalog"
    shutil.copytree(CITY, catalog)
    materials = "\n".join(f'    - name: "{text}"' for text in HOSTILE)
    (catalog / "approvals" / "wjw.yml").write_text(
        "- id: wjw-xk-001\n  name: 公共场所卫生许可(新办)\n  type: 行政许可\n  status: 在用\n  materials:\n"
        f"{materials}\n"
        '- {id: wjw-xk-002, name: 采血许可, type: 行政许可, status: 在用, checked_on: "2013-01-05"}\n'
        "- {id: wjw-xk-002, name: 供水许可, type: 行政许可, status: 在用}\n",
        encoding="utf-8",
    )
    (catalog / "approvals" / "zjj.yml").write_text("- id: zjj-xk-001\n  name: [施工许可\n", encoding="utf-8")
    (catalog / "说明 100%,a：b.txt").write_text("", encoding="utf-8")
    with (catalog / "catalog.yml").open("a", encoding="utf-8") as head:
        head.write("levels: {Q006: info}\n")
    return catalog


def report_on(catalog: Path, language: Language) -> Report:
    """Judge the catalog as `wudan check` does."""
    loaded = load_catalog(open_folder(catalog))
    found = judge(loaded, [rule for rule in all_rules().values() if rule.code[0] in CODES])
    return make_report(loaded, found.standing, language, len(found.accepted))


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Report]:
    """The report on the catalog in both languages."""
    catalog = write_city(tmp_path_factory.mktemp("hostile"))
    return {"zh": report_on(catalog, "zh"), "en": report_on(catalog, "en")}
