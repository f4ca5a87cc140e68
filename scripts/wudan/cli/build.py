"""`wudan build` and `wudan serve`: the website."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from wudan.cli.options import Lang, LanguageOption
from wudan.words import Words

_BUILT = Words("网站已生成：{folder}，共 {pages} 个网页{preview}。", "Built {folder}: {pages} pages{preview}.")
_PREVIEW = Words("（预览，未经批准发布）", " (a preview that nobody has approved)")
_SERVING = Words("预览地址 http://127.0.0.1:{port}/ ，按 Ctrl+C 结束。", "http://127.0.0.1:{port}/ (end with Ctrl+C)")

CatalogOption = Annotated[Path | None, typer.Option("--catalog", help="目录文件夹，默认用 mkdocs.yml 中的")]
PreviewOption = Annotated[bool, typer.Option("--preview", help="生成尚未批准发布的内容，每页带有预览说明")]


def build(
    out: Annotated[Path | None, typer.Option("--out", help="网站文件夹，默认为 site")] = None,
    preview: PreviewOption = False,
    catalog: CatalogOption = None,
    lang: Lang = LanguageOption.zh,
) -> None:
    """生成网站：全部完成并核对以后，一次换上；中途出错，原来的网站不变。"""
    from wudan.site.mkdocs.build import build_site  # noqa: PLC0415 (MkDocs is slow to load, and only needed here)

    built = build_site(Path(), out, preview=preview, catalog=catalog)
    arguments = {
        "folder": built.folder.name,
        "pages": built.pages,
        "preview": _PREVIEW if built.is_preview else "",
    }
    with suppress(OSError):  # the site is published, whether or not somebody can be told
        typer.echo(_BUILT.write(lang.value, arguments))


def serve(
    port: Annotated[int, typer.Option(help="端口", min=1, max=65535)] = 8000,
    preview: PreviewOption = False,
    lang: Lang = LanguageOption.zh,
) -> None:
    """在本机预览网站；目录、页面有修改时自动重新生成。"""
    from wudan.site.mkdocs.serve import serve_site  # noqa: PLC0415

    typer.echo(_SERVING.write(lang.value, {"port": port}), err=True)
    serve_site(Path(), port, preview=preview)
