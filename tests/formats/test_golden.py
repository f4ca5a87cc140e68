"""Every format is frozen: what it gives for one report stands in `golden/`.

After a change that is meant, `pytest tests/formats --update-golden` writes the files anew.
"""

from pathlib import Path

import pytest

from tests.formats.reports import LANGUAGES, REGISTRIES, Told, golden_name, written
from wudan.words import Language

GOLDEN = Path(__file__).parent / "golden"
EVERY = [(kind, name, language) for kind, forms in REGISTRIES.items() for name in forms for language in LANGUAGES]


@pytest.mark.parametrize(("kind", "name", "language"), EVERY)
def test_format_gives_what_its_golden_file_says(
    told: Told, kind: str, name: str, language: Language, request: pytest.FixtureRequest
) -> None:
    form = REGISTRIES[kind][name]
    path = GOLDEN / kind / golden_name(form, language)
    text = written(form, told[kind, language], language)
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_text(encoding="utf-8")


def test_every_format_has_its_golden_files_and_no_other_file_is_there() -> None:
    wanted = {f"{kind}/{golden_name(REGISTRIES[kind][name], language)}" for kind, name, language in EVERY}
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.*")} == wanted
