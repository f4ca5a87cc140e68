"""What tests of several rooms share: a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module; while it runs it keeps threads, beside which nothing may be forked."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGUMENTS))
        yield started
        started.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden files of the report formats be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
