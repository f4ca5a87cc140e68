"""What tests of several rooms share: a real browser, the examples of laws, and the order in which they run."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.browsing import PATIENCE

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Each run tries the same examples, so that a red build tells of a change; `make trials` tries new ones. How long an
# example takes says something of the machine alone.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("WUDAN_EXAMPLES", "same"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a session; while it runs it keeps threads, beside which nothing may be forked."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGUMENTS))
        yield started
        started.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden files be written anew, and more be tried than there is time for in every run."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--moments", type=int, default=20, help="at how many moments each command is killed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the modules that open a browser last, so that everything that forks has done so before it runs."""
    opening = {item.path for item in items if isinstance(item, pytest.Function) and "browser" in item.fixturenames}
    items.sort(key=lambda item: item.path in opening)
