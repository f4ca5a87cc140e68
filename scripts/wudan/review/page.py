"""The review as one page, the reviewer's desk: what changed, what departs from the baseline, and how to accept it."""

from pathlib import Path

from wudan.comparison.aspect import ASPECT_WORDS
from wudan.diff.formats.page import FOLDER, PageWords, style
from wudan.diff.formats.wording import sections, verdict
from wudan.findings.formats.wording import COUNTS, counts_of
from wudan.level import LEVEL_WORDS
from wudan.output import page
from wudan.output.format import Format
from wudan.review.comment import verdict as decision_verdict
from wudan.review.comment import waive_command
from wudan.review.request import Review
from wudan.words import Language, Words

_FOLDER = Path(__file__).parent
_TITLE = Words("审核：清单的变化", "Review of a change")


def write(review: Review, language: Language) -> str:
    """Give the page, which needs nothing else. Every text is escaped, and its policy lets no script run."""
    words = PageWords(review.diff, language)
    told = {
        "review": review,
        "report": review.diff,
        "words": words,
        "sections": list(sections(review.diff, language)),
        "decision": decision_verdict(review, language),
        "verdict": verdict(review.diff.summary, language),
        "caused": COUNTS.write(language, counts_of(review.caused)),
        "levels": {level: words.write(language) for level, words in LEVEL_WORDS.items()},
        "waive_command": waive_command,
        "aspects": {aspect: words.write(language) for aspect, words in ASPECT_WORDS.items()},
    }
    return page.render(
        "review.html.jinja", _FOLDER, FOLDER, title=_TITLE, style=style(words), told=told, language=language
    )


FORMAT = Format("html", "html", write)
