"""From a page to the HTML of its body."""

from pathlib import Path

from jinja2 import Template

from wudan.site.engine.template import LeanEnvironment
from wudan.site.parts.deferred import Deferred
from wudan.site.parts.page import Page


class Renderer:
    """Renders the bodies of pages with the templates of one folder, each compiled once."""

    def __init__(self, templates: Path) -> None:
        self._environment = LeanEnvironment(templates)
        self._templates: dict[str, Template] = {}

    def body(self, page: Page) -> str:
        """Give the HTML of a page's body.

        Raises jinja2.TemplateNotFound when there is no template of that name, and jinja2.UndefinedError or
        AttributeError when the page lacks something that its template asks for.
        """
        template = self._templates.get(page.template)
        if template is None:
            template = self._environment.get_template(f"{page.template}.html")
            self._templates[page.template] = template
        context = page.context.make() if isinstance(page.context, Deferred) else page.context
        return template.render(context, base=page.base, address=page.address)
