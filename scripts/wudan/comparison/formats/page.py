"""The reviewer's table as one HTML page that needs nothing else: it can be mailed, opened offline and printed."""

from pathlib import Path

from wudan.comparison.aspect import ASPECT_WORDS
from wudan.comparison.row import OUTCOME_WORDS, ComparisonTable
from wudan.output import page
from wudan.output.format import Format
from wudan.words import Language, Words

_FOLDER = Path(__file__).parent
_TITLE = Words("与改革基线逐项比对", "Lists beside the reform baseline")
_AGREEING = frozenset({"same", "eased", "taken_over", "merged", "split"})


def write(table: ComparisonTable, language: Language) -> str:
    """Give the page. Every text of the catalog is escaped, and the page's policy lets no script run."""
    told = {
        "table": table,
        "outcomes": {key: words.write(language) for key, words in OUTCOME_WORDS.items()},
        "aspects": {key: words.write(language) for key, words in ASPECT_WORDS.items()},
        "agreeing": _AGREEING,
    }
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    return page.render("page.html.jinja", _FOLDER, title=_TITLE, style=style, told=told, language=language)


FORMAT = Format("html", "html", write)
