"""The same site by other means: Hugo, plain MkDocs Material, and a mere copy of the bytes."""

import html
import shutil
from pathlib import Path

import yaml

from benchmarks.timing import extent, timed
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.site.edition import read_edition
from wudan.site.engine.render import Renderer

HUGO_CONFIG = """\
baseURL = "https://www.example.cn/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
timeout = "600s"
[outputs]
page = ["HTML", "JSON"]
"""
# The same work for each item as our template does: head, conditions, materials, stages, basis, place, contact.
HUGO_BODY = (Path(__file__).parent / "hugo_body.html").read_text(encoding="utf-8")


def make_hugo_site(folder: Path, catalog: Path, ours: Path) -> None:
    """Write the sources of a Hugo site with the same pages, `index.json` files and static files as ours.

    Its template carries our shell; a filler brings its bytes to those of ours.
    """
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "config.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    content = folder / "content" / "approvals"
    content.mkdir(parents=True)
    items = [placed.document.value(placed.path) for placed in load_catalog(open_folder(catalog)).approvals]
    for item in items:
        matter = {"title": item["name"], "url": f"/approvals/{item['id']}/", **item}
        matter["item_type"] = matter["type"]
        text = yaml.dump(matter, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10000)
        (content / f"{item['id']}.md").write_text(f"---\n{text}---\n", encoding="utf-8")
    shutil.copytree(ours, folder / "static", ignore=_only_what_is_no_item)
    _write_templates(folder, items[0], catalog, ours)


def _only_what_is_no_item(folder: str, names: list[str]) -> list[str]:
    if Path(folder).name == "approvals":
        return [name for name in names if name != "index.html"]
    return [name for name in names if name in {"search-index", "manifest.json"}]


def _write_templates(folder: Path, sample: dict, catalog: Path, ours: Path) -> None:  # type: ignore[type-arg]
    """Write the templates twice: the first run says by how many bytes its files are smaller than ours."""
    page = (ours / "approvals" / sample["id"] / "index.html").read_text(encoding="utf-8")
    head, _, tail = page.partition(_body(catalog, f"approvals/{sample['id']}/"))
    head = head.replace(html.escape(sample["name"]), "{{ .Title }}")
    layouts = folder / "layouts" / "_default"
    fillers = {"html": 0, "json": 0}
    for _ in range(2):
        filled = {kind: "-" * length for kind, length in fillers.items()}
        (layouts / "single.html").write_text(f"{head}{HUGO_BODY}<i>{filled['html']}</i>{tail}", encoding="utf-8")
        (layouts / "single.json").write_text(
            '{"record": {{ jsonify .Params }}, "filler": "' + filled["json"] + '"}', encoding="utf-8"
        )
        timed(["hugo", "--quiet"], folder)
        for kind in fillers:
            fillers[kind] += max(0, _mean_size(ours, kind) - _mean_size(folder / "public", kind))


def _mean_size(site: Path, kind: str) -> int:
    files, size = extent(site, f"approvals/*/index.{kind}")
    return size // files


def _body(catalog: Path, address: str) -> str:
    page = next(page for page in read_edition(catalog, preview=True).pages if page.address == address)
    return Renderer(catalog.parent / "site_src" / "theme" / "templates").body(page)


def make_material_site(folder: Path, catalog: Path) -> None:
    """Write the sources of a plain MkDocs Material site: one Markdown page an item, outside the navigation."""
    docs = folder / "docs" / "approvals"
    docs.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 示例市五单一网\n", encoding="utf-8")
    config = {
        "site_name": "示例市五单一网",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [],
        "nav": [{"首页": "index.md"}],
        "not_in_nav": "/approvals/*",
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    for placed in load_catalog(open_folder(catalog)).approvals:
        (docs / f"{placed.record.id}.md").write_text(_markdown(placed.record), encoding="utf-8")


def _markdown(item) -> str:  # type: ignore[no-untyped-def]
    conditions = "\n".join(f"1. {condition.text}" for condition in item.conditions)
    materials = "\n".join(f"| {entry.name} | {entry.kind} | {entry.source} |" for entry in item.materials)
    stages = "\n".join(f"1. **{stage.stage}** {stage.office}：{stage.duty}" for stage in item.process)
    basis = "\n".join(f"- 《{citation.law}》{citation.article}" for citation in item.basis)
    return (
        f"# {item.name}\n\n{item.type} · {item.case_type}\n\n## 办理条件\n\n{conditions}\n\n## 申请材料\n\n"
        f"| 材料 | 类型 | 来源 |\n|---|---|---|\n{materials}\n\n## 办理流程\n\n{stages}\n\n## 设定依据\n\n{basis}\n"
    )
