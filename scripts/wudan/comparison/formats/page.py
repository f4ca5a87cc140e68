"""The reviewer's table as one HTML page that needs nothing else: it can be mailed, opened offline and printed."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wudan.comparison.aspect import ASPECT_WORDS
from wudan.comparison.row import OUTCOME_WORDS, ComparisonTable
from wudan.words import Language

_FOLDER = Path(__file__).parent
_AGREEING = frozenset({"same", "eased", "taken_over", "merged", "split"})


def write(table: ComparisonTable, language: Language) -> str:
    """Give the page. Every text of the catalog is escaped, and the page's policy lets no script run."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            table=table,
            language=language,
            style=style,
            style_hash=b64encode(sha256(style.encode()).digest()).decode(),
            outcomes={key: words.write(language) for key, words in OUTCOME_WORDS.items()},
            aspects={key: words.write(language) for key, words in ASPECT_WORDS.items()},
            agreeing=_AGREEING,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
