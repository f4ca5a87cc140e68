"""Pages of a real browser that wait for what is to come as long as a loaded machine takes to bring it."""

from typing import Any

from playwright.sync_api import Browser, Page, Request

PATIENCE = 300_000
"""Milliseconds after which what a page is to show is no longer waited for: far more than any of it takes."""

# Images have failed and modules have run when a page is loaded; what they caused is told in the next turn.
_TURN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def new_page(browser: Browser, **options: Any) -> Page:
    """Open a page in a context of its own, which closes with it."""
    page = browser.new_page(**options)
    page.set_default_timeout(PATIENCE)
    return page


class Traffic:
    """What a page has asked for and not yet been given."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._under_way: set[Request] = set()
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        self._under_way.add(request)

    def _end(self, request: Request) -> None:
        self._under_way.discard(request)

    def settle(self) -> None:
        """Wait until all of it is there, and what it caused is told."""
        self._page.evaluate(_TURN)
        while self._under_way:
            self._page.evaluate(_TURN)
