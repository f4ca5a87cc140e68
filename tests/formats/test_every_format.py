"""What holds for every format of every report, whoever adds one."""

import json
import re
from html.parser import HTMLParser
from importlib import import_module
from pkgutil import walk_packages
from unicodedata import category
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from markdown_it import MarkdownIt

import wudan
from tests.formats.reports import LANGUAGES, REGISTRIES, Told, written
from tests.support.schemas import SARIF, schema_of_the_store
from wudan.output.format import Format, Formats
from wudan.words import Language

EVERY = [(kind, name, language) for kind, forms in REGISTRIES.items() for name in forms for language in LANGUAGES]


def of(**wanted: str) -> list[tuple[str, str, Language]]:
    """Give kind, name and language of the formats with these attributes."""
    return [
        one for one in EVERY if all(getattr(REGISTRIES[one[0]][one[1]], key) == value for key, value in wanted.items())
    ]


class Elements(HTMLParser):
    """Collects the elements of a page, what they link to, and what would act in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str | None] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.links.extend(value for name, value in attrs if name in ("href", "src", "action"))
        self.handlers.extend(name for name, _ in attrs if name.startswith("on") or name == "style")


def text_of(told: Told, kind: str, name: str, language: Language) -> str:
    return written(REGISTRIES[kind][name], told[kind, language], language)


def test_a_format_that_a_module_declares_can_be_asked_for() -> None:
    names = [found.name for found in walk_packages(wudan.__path__, "wudan.") if "__main__" not in found.name]
    rooms = ("findings", "diff", "comparison", "figures", "review", "proof")
    modules = [import_module(name) for name in names if name.split(".")[1] in rooms]
    declared = [module.FORMAT for module in modules if isinstance(getattr(module, "FORMAT", None), Format)]
    reachable = [form for forms in REGISTRIES.values() for form in forms.values()]
    assert len(declared) == len(reachable)
    assert all(any(form is one for one in reachable) for form in declared)


def test_two_formats_of_one_name_are_refused() -> None:
    form = next(iter(REGISTRIES["findings"].values()))
    with pytest.raises(ValueError, match="two formats of one name"):
        Formats(form, form)


@pytest.mark.parametrize(("kind", "name", "language"), EVERY)
def test_no_text_brings_a_control_character(told: Told, kind: str, name: str, language: Language) -> None:
    form, text = REGISTRIES[kind][name], text_of(told, kind, name, language)
    allowed = "\n\u2060\t" if form.is_binary else "\n\u2060"
    found = {character for character in text if not character.isprintable() and character not in allowed}
    if form.schema:  # it is for programs, and gives the data of a change as they stand in the lists
        found = {character for character in found if category(character) == "Cc"}
    assert found == set()


@pytest.mark.parametrize(("kind", "name", "language"), [one for one in EVERY if one not in of(extension="html")])
def test_its_last_line_is_a_whole_one(told: Told, kind: str, name: str, language: Language) -> None:
    assert text_of(told, kind, name, language).endswith("\n")


@pytest.mark.parametrize(("kind", "name", "language"), of(extension="json"))
def test_json_obeys_the_schema_that_the_format_names(told: Told, kind: str, name: str, language: Language) -> None:
    form = REGISTRIES[kind][name]
    report = json.loads(form.write(told[kind, language], language))
    if form.schema:
        jsonschema.Draft202012Validator(form.schema()).validate(report)
        assert REGISTRIES[kind].schema() == form.schema()
    if name == "sarif":
        jsonschema.Draft7Validator(schema_of_the_store(SARIF)).validate(report)


@pytest.mark.parametrize(("kind", "name", "language"), of(extension="xml"))
def test_xml_can_be_read(told: Told, kind: str, name: str, language: Language) -> None:
    assert len(ET.fromstring(text_of(told, kind, name, language)))  # noqa: S314 (it was written a line ago)


@pytest.mark.parametrize(("kind", "name", "language"), of(extension="html"))
def test_a_page_runs_nothing_and_loads_nothing(told: Told, kind: str, name: str, language: Language) -> None:
    text = text_of(told, kind, name, language)
    page = Elements(text)
    assert "alert(1)" in text
    assert page.names.isdisjoint({"script", "img", "iframe", "object", "embed", "link", "base", "form", "svg"})
    assert [link for link in page.links if not (link or "").startswith("#")] == page.handlers == []
    assert "default-src 'none'" in text


@pytest.mark.parametrize(("kind", "name", "language"), of(extension="md"))
def test_in_markdown_no_text_is_markup_or_a_link(told: Told, kind: str, name: str, language: Language) -> None:
    text = text_of(told, kind, name, language)
    page = Elements(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert page.names <= {"p", "strong", "h3", "ul", "li", "code", "br", "details", "summary", "a"}
    assert [link for link in page.links if link != "https://example.org/review.html"] == []
    outside = re.sub(r"`[^`]*`|\[[^]]*\]\(https://example\.org/review\.html\)", "", text)
    assert not re.search(r"(?<!&)[@#]\w|https?:|javascript:|www\.", outside)


@pytest.mark.parametrize(("kind", "name", "language"), of(name="github"))
def test_in_a_log_only_the_tool_gives_commands(told: Told, kind: str, name: str, language: Language) -> None:
    lines = text_of(told, kind, name, language).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert commands
    for line in commands:
        assert re.match(r"::(error|warning|notice) file=[^,:]+,line=\d+,(endLine=\d+,)?col=\d+,title=[^,:]+::", line)


@pytest.mark.parametrize("kind", REGISTRIES)
def test_with_colours_it_says_the_same_and_no_text_brings_its_own(told: Told, kind: str) -> None:
    for form in REGISTRIES[kind].values():
        if form.coloured:
            coloured = form.coloured(told[kind, "zh"], "zh")
            assert "\x1b[" in coloured
            assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == form.write(told[kind, "zh"], "zh")
