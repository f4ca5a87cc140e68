import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path

from tests.support.project import make_project, tree, write, write_items
from wudan.site.mkdocs.build import build_site

PATIENCE = 600  # seconds, far more than a loaded machine takes
SERVE = "import sys; from pathlib import Path; from wudan.site.mkdocs.serve import serve_site; "
SERVE += "serve_site(Path(sys.argv[1]), int(sys.argv[2]))"


@contextmanager
def served(*command: str, port: int, log: Path) -> Iterator[str]:
    """Run a server until the block ends; gives its address once it answers."""
    url = f"http://127.0.0.1:{port}/"
    with log.open("w") as stream, subprocess.Popen([sys.executable, *command], stderr=stream) as process:
        try:
            wait_for(lambda: process.poll() is not None or fetch(url))
            yield url
        finally:
            process.terminate()


def fetch(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310
            content: bytes = answer.read()
            return content
    except urllib.error.URLError:
        return b""


def wait_for(event: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not event():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def test_mkdocs_serves_what_would_be_published(tmp_path: Path) -> None:
    project, port = make_project(tmp_path / "project"), free_port()
    write(project / "mkdocs.yml", (project / "mkdocs.yml").read_text("utf-8") + "site_url: https://www.example.cn/\n")
    command = ("-m", "mkdocs", "serve", "--no-livereload", "-f", str(project / "mkdocs.yml"), "-a", f"127.0.0.1:{port}")

    with served(*command, port=port, log=tmp_path / "log") as url:
        got = {path: fetch(url + path) for path in ("", "notice/", "approvals/wjw-xk-001/", "sitemap.xml")}

    build_site(project)
    site = tree(project / "site")
    for path, content in got.items():
        assert content == site[f"{path}index.html" if not path or path.endswith("/") else path], path


def test_the_served_site_follows_the_catalog_and_outlives_its_faults(tmp_path: Path) -> None:
    project, port = make_project(tmp_path / "project"), free_port()
    log = tmp_path / "log"

    with served("-c", SERVE, str(project), str(port), port=port, log=log) as url:
        item = f"{url}approvals/wjw-xk-001/"
        good = fetch(item)
        write(project / "catalog/approvals/wjw.yml", "- {id: [\n")
        wait_for(lambda: "wudan check" in log.read_text("utf-8"))
        wait_for(lambda: fetch(item))
        assert body(fetch(item)) == body(good)
        write_items(project, ("改过的名称",))
        wait_for(lambda: "改过的名称" in fetch(item).decode())

    assert "Traceback" not in log.read_text("utf-8")
    assert "公共场所卫生许可" in good.decode()


def test_the_reloading_script_is_allowed_by_the_policy_of_the_page_it_stands_in(tmp_path: Path) -> None:
    project, port = make_project(tmp_path / "project"), free_port()

    with served("-c", SERVE, str(project), str(port), port=port, log=tmp_path / "log") as url:
        page = fetch(url).decode()

    script = re.search(r"<script>((?:(?!<script>).)*)</script></body>", page, re.DOTALL)
    assert script is not None
    assert "livereload(" in script[1]
    assert f"'sha256-{b64encode(sha256(script[1].encode()).digest()).decode()}'" in page.split("style-src")[0]


def test_the_server_answers_under_its_own_name_alone(tmp_path: Path) -> None:
    project, port = make_project(tmp_path / "project"), free_port()

    with served("-c", SERVE, str(project), str(port), port=port, log=tmp_path / "log"):
        answers = {
            host: status(port, host) for host in (f"127.0.0.1:{port}", f"localhost:{port}", "www.example.cn", "")
        }

    assert list(answers.values()) == [200, 200, 421, 421]


def status(port: int, host: str) -> int:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/", headers={"Host": host})
    return connection.getresponse().status


def body(page: bytes) -> bytes:
    """Give a page from its main part on, without the reloading script, which differs each time."""
    return page.partition(b"<main")[2].rpartition(b"<script>")[0]
