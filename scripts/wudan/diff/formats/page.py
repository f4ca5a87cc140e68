"""The difference as one HTML page that needs nothing else: both wordings side by side, with what differs marked."""

from base64 import b64encode
from difflib import SequenceMatcher
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from wudan.diff.formats.wording import items_text, list_name, sections, verdict
from wudan.diff.report import DiffReport, WrittenChange
from wudan.diff.transitions import EFFECT_WORDS, EFFECTS
from wudan.diff.wording import value_text
from wudan.findings.words import Language

FOLDER = Path(__file__).parent


def write(report: DiffReport, language: Language) -> str:
    """Give the page. Every text of the lists is escaped, and the page's policy lets no script run."""
    return (
        environment(FOLDER)
        .get_template("page.html.jinja")
        .render(
            sections=list(sections(report, language)),
            verdict=verdict(report.summary, language),
            **shared(report, language),
        )
    )


def shared(report: DiffReport, language: Language) -> dict[str, Any]:
    """Give what every page needs that shows changes: how they are worded, and the style with its hash."""
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    return {
        "report": report,
        "effects": {effect: EFFECT_WORDS[effect].write(language) for effect in EFFECTS},
        "counts": {effect: getattr(report.summary, effect) for effect in EFFECTS},
        "items_text": lambda group: items_text(group, language),
        "list_name": lambda list_id: list_name(list_id, language),
        "sides": lambda change: _sides(change, language),
        "zh": language == "zh",
        "style": style,
        "style_hash": b64encode(sha256(style.encode()).digest()).decode(),
    }


def _sides(change: WrittenChange, language: Language) -> tuple[Markup, Markup] | None:
    """Give both wordings with what differs marked; None where there is nothing to hold side by side."""
    if change.old is None and change.new is None:
        return None
    old = value_text(change.old, language) if change.old is not None else ""
    new = value_text(change.new, language) if change.new is not None else ""
    before, after = Markup(), Markup()
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            before += escape(old[i1:i2])
            after += escape(new[j1:j2])
        else:
            before += Markup("<del>{}</del>").format(old[i1:i2]) if i2 > i1 else Markup()
            after += Markup("<ins>{}</ins>").format(new[j1:j2]) if j2 > j1 else Markup()
    return before, after


@cache
def environment(*folders: Path) -> Environment:
    """Give the environment for templates of these folders; texts are escaped in all of them."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
