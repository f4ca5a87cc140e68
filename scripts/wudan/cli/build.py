"""`wudan build` and `wudan serve`: the website."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from wudan.cli.options import Lang, LanguageOption, SignOption
from wudan.cli.usage import UsageError
from wudan.words import Words

_BUILT = Words("网站已生成：{folder}，共 {pages} 个网页{preview}。", "Built {folder}: {pages} pages{preview}.")
_PREVIEW = Words("（预览，未经批准发布）", " (a preview that nobody has approved)")
_SERVING = Words("预览地址 http://127.0.0.1:{port}/ ，按 Ctrl+C 结束。", "http://127.0.0.1:{port}/ (end with Ctrl+C)")
_NO_PORT = Words("--port 应当是 1 至 {last}，不能是 {port}。", "--port is 1 to {last}, and cannot be {port}.")
_LAST_PORT = 65535

CatalogOption = Annotated[
    Path | None,
    typer.Option("--catalog", metavar="DIR"),
    Words("目录文件夹，默认用 mkdocs.yml 中的", "Folder of the catalog, by default that of mkdocs.yml"),
]
PreviewOption = Annotated[
    bool,
    typer.Option("--preview"),
    Words("生成尚未批准发布的内容，每页带有预览说明", "Build what nobody has approved yet; every page says so"),
]


def build(
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR"),
        Words("网站文件夹，默认为 site", "Folder of the site, by default site"),
    ] = None,
    preview: PreviewOption = False,
    sign: SignOption = None,
    catalog: CatalogOption = None,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Build the site."""
    from wudan.site.mkdocs.build import build_site  # noqa: PLC0415 (MkDocs is slow to load, and only needed here)

    built = build_site(Path(), out, preview=preview, catalog=catalog, sign_with=sign)
    arguments = {
        "folder": built.folder.name,
        "pages": built.pages,
        "preview": _PREVIEW if built.is_preview else "",
    }
    with suppress(OSError):  # the site is published, whether or not somebody can be told
        typer.echo(_BUILT.write(lang.value, arguments))


def serve(
    port: Annotated[int, typer.Option(metavar="PORT"), Words("端口，1 至 65535", "Port, 1 to 65535")] = 8000,
    preview: PreviewOption = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Serve a preview of the site on this machine, built anew when its sources change."""
    if not 1 <= port <= _LAST_PORT:
        raise UsageError(_NO_PORT, port=port, last=_LAST_PORT)
    from wudan.site.mkdocs.serve import serve_site  # noqa: PLC0415

    typer.echo(_SERVING.write(lang.value, {"port": port}), err=True)
    serve_site(Path(), port, preview=preview)
