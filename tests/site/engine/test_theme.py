"""The templates and the style sheet keep what every page promises."""

import re
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from tests.support.pages import THEME
from wudan.site.engine.render import Renderer
from wudan.site.engine.template import printed
from wudan.site.parts.page import Page

TEMPLATES = sorted((THEME / "templates").glob("*.html"))
STYLES = (THEME / "assets" / "stylesheets" / "site.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_pass_every_made_address_through_the_link_filter(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert "|safe" not in source.replace(" ", "")
    assert "autoescape" not in source
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", source)
    for address in re.findall(r'(?:href|src|action)="([^"]*)"', source):
        made = re.fullmatch(r"(#?)\{\{.*\}\}", address)
        assert not made or address.startswith("#") or address.endswith("|link }}"), address
        assert made or "{{" not in address, address


def test_what_is_printed_is_escaped_unless_a_template_made_it() -> None:
    assert printed("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"
    assert printed(Markup("<b>")) == "<b>"
    assert printed(12) == "12"


def test_includes_stand_in_their_place_and_an_unknown_name_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "_part.html").write_text("<li>{{ one }}</li>\n", encoding="utf-8")
    (tmp_path / "whole.html").write_text('<ul>\n  {% include "_part.html" %}\n</ul>', encoding="utf-8")
    renderer = Renderer(tmp_path)
    assert renderer.body(Page("", "", "", "whole", {"one": "<&>"})) == "<ul><li>&lt;&amp;&gt;</ul>"
    with pytest.raises(jinja2.UndefinedError):
        renderer.body(Page("", "", "", "whole", {}))


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "good-paper"),
        ("link", "paper"),
        ("link", "good-paper"),
        ("stop", "stop-paper"),
        ("white", "deep"),
        ("white", "deeper"),
    ],
)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    """WCAG 2.1, success criterion 1.4.3: at least 4.5 to 1."""
    colours = {"white": "#ffffff"} | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLES))
    lighter, darker = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
