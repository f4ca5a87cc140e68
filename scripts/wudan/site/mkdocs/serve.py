"""The development server: MkDocs' own, which builds anew on every change and keeps the last good site."""

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from wudan.site.engine.policy import allow_script
from wudan.site.error import SiteError
from wudan.site.mkdocs.refusal import Refused
from wudan.site.mkdocs.terminal import log_shown

_HTTP = 80
LOG = logging.getLogger("mkdocs.plugins.wudan")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def serve_site(project: Path, port: int = 8000, *, preview: bool = False) -> None:
    """Serve the site of the folder that holds mkdocs.yml on 127.0.0.1, until the user breaks off.

    Raises SiteError when the first build fails or the port is taken, and SourceError when there is no catalog.
    """
    if preview:
        os.environ["WUDAN_PREVIEW"] = "1"
    try:
        with log_shown(logging.INFO):
            serve.serve(config_file=str(project / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
    except Refused as refused:
        raise refused.error from None
    except MkDocsException as error:
        raise SiteError(error.format_message(), error.format_message()) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise SiteError(
            f"不能在端口 {port} 上预览：{reason}。请用 --port 换一个端口。",
            f"Cannot serve on port {port}: {reason}. Choose another with --port.",
        ) from error


def prepare_server(server: LiveReloadServer, watched: Iterable[Path]) -> LiveReloadServer:
    """Let the server watch these folders too, outlive a build that fails, and reload pages under their policy.

    It answers under its own name and address alone: a page of another host, whose name was made to lead to this
    machine, reads nothing.
    """
    for folder in watched:
        server.watch(str(folder))
    server.builder = keep_last_site(server.builder)
    server.set_app(own_host_alone(allow_reloading(server.get_app()), server.server_address[:2]))
    return server


def keep_last_site(builder: Callable[[], None]) -> Callable[[], None]:
    """Give a builder that reports a failure in the terminal and ends well: the site served stays the last good one."""

    def build() -> None:
        try:
            builder()
        except MkDocsException as error:
            LOG.error("%s\n修改保存后会重新生成；现在显示的仍是上一次的网站。", error.format_message())
        except Exception:
            LOG.exception("网站没有生成；现在显示的仍是上一次的网站。")

    return build


def allow_reloading(application: Any) -> Application:
    """Give the application with the server's reloading script, the last one of a page, allowed in the page's policy."""

    def serve_page(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]]]] = []
        body: Iterable[bytes] = application(environment, lambda status, headers: started.append((status, headers)))
        status, headers = started[0]
        if dict(headers).get("Content-Type") == "text/html":
            page = _with_reloading(b"".join(body))
            headers = [("Content-Type", "text/html"), ("Content-Length", str(len(page)))]
            body = [page]
        start_response(status, headers)
        return body

    return serve_page


def own_host_alone(application: Application, address: tuple[Any, ...]) -> Application:
    """Give the application for requests that name this server, by its address or as localhost; 421 for all others."""
    host, port = address
    own = {f"{name}:{port}" for name in (host, "localhost")} | ({str(host), "localhost"} if port == _HTTP else set())

    def serve_page(environment: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environment.get("HTTP_HOST", "").lower() in own:
            return application(environment, start_response)
        text = f"请用 http://{host}:{port}/ 打开。\n".encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(text)))]
        start_response("421 Misdirected Request", headers)
        return [text]

    return serve_page


def _with_reloading(page: bytes) -> bytes:
    before, end, _ = page.rpartition(b"</script></body>")
    if not end:
        return page
    return allow_script(page, before.rpartition(b"<script>")[2])
