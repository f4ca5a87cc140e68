"""Every format is frozen: what it gives for one report stands in `golden/`.

After a change that is meant, `pytest tests/findings --update-golden` writes the files anew.
"""

from pathlib import Path
from typing import Any

import pytest

from wudan.findings.formats.registry import FORMATS
from wudan.words import Language

GOLDEN = Path(__file__).parent / "golden"
EXTENSIONS = {"text": "txt", "github": "txt", "junit": "xml", "markdown": "md"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_format_gives_what_its_golden_file_says(
    reports: Any, form: str, language: Language, request: pytest.FixtureRequest
) -> None:
    path = GOLDEN / f"{form}.{language}.{EXTENSIONS.get(form, 'json')}"
    written = FORMATS[form](reports[language], language)
    if request.config.getoption("--update-golden"):
        path.write_text(written, encoding="utf-8", newline="")
    assert written == path.read_text(encoding="utf-8")


def test_every_format_has_its_golden_files_and_no_other_file_is_there() -> None:
    wanted = {f"{form}.{language}.{EXTENSIONS.get(form, 'json')}" for form in FORMATS for language in ("zh", "en")}
    assert {path.name for path in GOLDEN.iterdir()} == wanted
