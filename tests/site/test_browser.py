"""What a browser does with the site, below a sub-path: it asks nobody else, and runs nothing that it was not given."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Request, Response

from tests.support.browsing import Traffic, new_page
from tests.support.project import HOSTILE, make_project
from tests.support.serving import served
from wudan.site.mkdocs.build import build_site

PAGES = (
    "",
    "approvals/",
    "search/",
    "notice/",
    "departments/wjw/",
    *(f"approvals/wjw-xk-{number:03}/" for number in range(1, 3 + len(HOSTILE))),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser")
    build_site(make_project(folder / "project"), folder / "public/below/site")
    with served(folder / "public") as root:
        yield f"{root}below/site/"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_clean_under_its_policy_and_asks_no_other_host(browser: Browser, address: str, path: str) -> None:
    page = new_page(browser)
    traffic = Traffic(page)
    complaints: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def note(request: Request) -> None:
        asked.append(request.url)

    def judge(response: Response) -> None:
        if response.status >= 400:
            complaints.append(f"{response.status} {response.url}")

    def refuse(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", refuse)
    page.on("request", note)
    page.on("response", judge)

    page.goto(address + path)
    traffic.settle()

    assert complaints == []
    assert asked
    assert not [url for url in asked if not url.startswith((address, "data:"))]
    page.close()


def test_an_injected_script_does_not_run(browser: Browser, address: str) -> None:
    page = new_page(browser)
    page.add_init_script(
        "window.refused = 0; document.addEventListener('securitypolicyviolation', () => { window.refused += 1 })"
    )
    page.goto(address)

    page.evaluate("document.body.appendChild(document.createElement('script')).textContent = 'window.ran = 1'")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    page.wait_for_function("window.refused >= 2")

    assert page.evaluate("window.ran") is None
    page.close()


@pytest.mark.parametrize("number", range(3, 3 + len(HOSTILE)))
def test_hostile_names_are_read_as_they_are_written(browser: Browser, address: str, number: int) -> None:
    page = new_page(browser)

    page.goto(f"{address}approvals/wjw-xk-{number:03}/")

    assert page.title().startswith(HOSTILE[number - 3])
    assert HOSTILE[number - 3] in page.locator("h1").first.inner_text()
    page.close()
