"""Opens a folder of files in Chromium, for findings about search in the browser."""

import functools
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word on each."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def opened(folder: str) -> Iterator[tuple[Page, str]]:
    """A page of Chromium and the address under which the folder is served, until the block ends."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("needs chromium on the PATH")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            yield browser.new_page(), f"http://127.0.0.1:{server.server_port}"
            browser.close()
    finally:
        server.shutdown()
