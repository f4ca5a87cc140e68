"""The frame of every report that is one HTML page: it needs nothing else, and runs nothing."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wudan.words import LANGUAGE_TAG, Language, Words

_FRAME = Path(__file__).parent


def render(
    template: str, *folders: Path, title: Words, style: str, told: Mapping[str, object], language: Language
) -> str:
    """Give the page that a template of one of the folders makes of what is told; every text in it is escaped.

    The template extends `page.frame.html.jinja` and fills its body; `say` gives it a text in the language of the page.
    The page's policy lets its own style apply, which is known by its hash, and nothing else: no script runs.
    """
    page = _environment(folders).get_template(template)
    return page.render(
        told,
        title=title.write(language),
        say=lambda zh, en: Words(zh, en).write(language),
        tag=LANGUAGE_TAG.write(language),
        style=style,
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    return Environment(
        loader=FileSystemLoader((*folders, _FRAME)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
