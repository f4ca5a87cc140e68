"""What holds a rule to its own module: nobody else names its code, and its check fits its contract."""

import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from wudan.rules.engine.registry import all_rules

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
SUFFIXES = {".py", ".yml", ".tsv", ".txt"}
MARKS = ("待填", "TO BE FILLED IN")  # as scripts/new_rule.py writes them
PACKAGE = SCRIPTS / "wudan"
CODE = re.compile(r"(?<![A-Za-z0-9])[SCXBLFTQNP]0[0-9]{2}(?![A-Za-z0-9])")
FAMILY_TEST = re.compile(r"""code(?:\[0\]|\[:1\]|\.startswith\(["'(])""")

# Where users are shown how a code looks, and nothing is decided by it.
SHOWN = {
    "catalog/model/city.py": {"Q006"},
    "catalog/model/decision.py": {"B005", "P007"},
    "cli/check.py": {"C001"},
    "cli/explain.py": {"B007"},
    "cli/waive.py": {"P007"},
}
FAMILIES = "rules/engine/family.py"  # the one table of families by letter


def modules() -> list[str]:
    """Give the modules of the package that are no rules, by path."""
    rule = re.compile(r"rules/[a-z]+/[a-z][0-9]{3}_\w+\.py")
    paths = (str(path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*.py")))
    return [path for path in paths if not rule.fullmatch(path)]


def texts(path: Path) -> Iterator[str]:
    """Give the strings of a module that are no docstrings."""
    kinds = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    before = tokenize.NEWLINE
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type in kinds and before not in (tokenize.NEWLINE, tokenize.INDENT, tokenize.ENCODING):
                yield token.string
            if token.type not in (tokenize.COMMENT, tokenize.NL):
                before = token.type


@pytest.mark.parametrize("module", modules())
def test_no_module_but_its_own_names_the_code_of_a_rule(module: str) -> None:
    found = {code for text in texts(PACKAGE / module) for code in CODE.findall(text)}
    assert found == SHOWN.get(module, set())


@pytest.mark.parametrize("module", [module for module in modules() if module != FAMILIES])
def test_no_module_decides_by_the_letter_of_a_code(module: str) -> None:
    lines = (PACKAGE / module).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if FAMILY_TEST.search(line)] == []


def test_the_pattern_knows_every_code() -> None:
    assert all(CODE.fullmatch(code) for code in all_rules())


def test_nothing_that_was_laid_for_a_rule_is_left_to_be_filled_in() -> None:
    folders = ("scripts/wudan/rules", "tests/rules", "tests/mutation/corruptions", "tests/draft")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.*") if file.suffix in SUFFIXES]
    own = {Path(__file__), Path(__file__).with_name("test_new_rule.py")}
    left = [
        str(file.relative_to(ROOT))
        for file in files
        if file not in own and file.is_file() and any(mark in file.read_text("utf-8", "replace") for mark in MARKS)
    ]
    assert not left, "to be filled in:\n" + "\n".join(left)


RULE = '''\
from collections.abc import Iterator, Sequence
from typing import Any

from wudan.baseline.comparison import Comparison
from wudan.catalog.catalog import Catalog, CatalogFile, Placed
from wudan.catalog.model.approval import Approval
from wudan.rules.engine.problem import Problem
from wudan.rules.engine.rule import BaselineRule, CatalogRule, FileRule, ItemRule, ListRule, Message
from wudan.words import Words


def check({takes}) -> Iterator[{gives}]:
    """Give nothing."""
    yield from ()


RULE = {contract}(
    code="Q900",
    level="warning",
    title=Words("题", "title"),
    messages={{"message": Message(Words("说", "say"), Words("改", "mend"))}},
    check=check,
    page="",
)
'''
ITEM, CATALOG, FILE = "placed: Placed[Approval], catalog: Catalog", "catalog: Catalog", "file: CatalogFile"
RIGHT = {
    "item": ("ItemRule", ITEM, "Problem"),
    "list": ("ListRule", "entries: Sequence[Placed[Any]], catalog: Catalog", "Problem"),
    "file": ("FileRule", f"{FILE}, {CATALOG}", "Problem"),
    "catalog": ("CatalogRule", CATALOG, "Problem"),
    "baseline": ("BaselineRule", "comparison: Comparison", "Problem"),
}
WRONG = {
    "catalog_that_takes_an_item": ("CatalogRule", ITEM, "Problem"),
    "item_that_takes_a_catalog": ("ItemRule", CATALOG, "Problem"),
    "item_that_takes_a_file": ("ItemRule", f"{FILE}, {CATALOG}", "Problem"),
    "baseline_that_takes_a_catalog": ("BaselineRule", CATALOG, "Problem"),
    "file_that_gives_texts": ("FileRule", f"{FILE}, {CATALOG}", "str"),
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What mypy says of each of the rules above, by their names."""
    folder = tmp_path_factory.mktemp("rules")
    names = {**RIGHT, **WRONG}
    for name, (contract, takes, gives) in names.items():
        text = RULE.format(contract=contract, takes=takes, gives=gives)
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / "cache"), "."]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={"MYPYPATH": str(SCRIPTS)}
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return {name: [line for line in done.stdout.splitlines() if line.startswith(f"{name}.py:")] for name in names}


@pytest.mark.parametrize("name", RIGHT)
def test_a_check_that_takes_what_its_contract_names_is_well_typed(complaints: dict[str, list[str]], name: str) -> None:
    assert complaints[name] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_check_that_takes_something_else_is_refused(complaints: dict[str, list[str]], name: str) -> None:
    (complaint,) = [line for line in complaints[name] if "error" in line]
    assert 'Argument "check"' in complaint
