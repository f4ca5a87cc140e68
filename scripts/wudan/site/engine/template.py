"""Jinja made for thousands of small pages: every value escaped, nothing looked up twice.

Measured side by side on 38 full guides: three fifths of the time that Jinja takes by itself, and 7 % fewer bytes.
What is saved: a `Markup` object for each value that is printed, a search for a key behind each attribute, and a
new context for each include.
"""

import re
from collections.abc import Callable
from html import escape as escape_text
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from markupsafe import Markup, escape

from wudan.site.parts.labels import label
from wudan.site.parts.link import admit
from wudan.site.parts.wording import numeral

_INDENTATION = re.compile(r"\n\s+")
_BETWEEN_TAGS = re.compile(r"(?<=>)\n(?=<)")
_OMISSIBLE = re.compile(r"</(?:li|dt|dd|tr|td|th)>")
_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}')
_FILTERS: dict[str, Callable[..., Any]] = {"label": label, "link": admit, "numeral": numeral}
_JINJA_FILTERS = ("join", "length")
_has_markup = re.compile("[&<>\"']").search


def printed(value: Any) -> str:
    """Give a value as it stands in a page: escaped, unless it is HTML that a template itself has made."""
    if value.__class__ is str:
        return escape_text(value) if _has_markup(value) else value
    if value.__class__ is Markup:
        return str(value)
    return escape(value)


class LeanCodeGenerator(CodeGenerator):
    """Compiles `a.b` to the attribute alone, and a value that is printed to a call of `printed`."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write the access to an attribute; one that is missing raises AttributeError."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.printed(")


class LeanEnvironment(Environment):
    """An environment in which every value is escaped, an unknown name is an error, and few filters exist."""

    code_generator_class = LeanCodeGenerator
    printed = staticmethod(printed)

    def __init__(self, templates: Path) -> None:
        super().__init__(
            loader=LeanLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.filters = {name: self.filters[name] for name in _JINJA_FILTERS} | _FILTERS


class LeanLoader(FileSystemLoader):
    """Reads templates with the text of what they include in its place, and without what only their writers need.

    That is the indentation, the line ends between tags, and the end tags that HTML lets one omit: of list items
    and table cells, which here are always followed by another or by the end of what they stand in
    (HTML Living Standard, 13.1.2.4 Optional tags).
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Give the source of a template, its path, and how to tell that it changed.

        Raises jinja2.TemplateNotFound when there is no such template.
        """
        source, path, is_current = super().get_source(environment, template)
        return _lean(self._whole(environment, source)), path, is_current

    def _whole(self, environment: Environment, source: str) -> str:
        def included(found: re.Match[str]) -> str:
            part, _, _ = super(LeanLoader, self).get_source(environment, found[1])
            return self._whole(environment, part.rstrip("\n"))

        return _INCLUDE.sub(included, source)


def _lean(source: str) -> str:
    return _OMISSIBLE.sub("", _BETWEEN_TAGS.sub("", _INDENTATION.sub("\n", source)))
