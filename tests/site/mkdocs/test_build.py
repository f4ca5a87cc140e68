import json
import logging
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import MkDocsException

from tests.support.project import HOSTILE, assert_whole, make_project, run_mkdocs, tree, write, write_items
from wudan.catalog.content import content_hash
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import SourceError, open_folder
from wudan.site.edition import read_edition
from wudan.site.engine.manifest import MANIFEST
from wudan.site.engine.render import Renderer
from wudan.site.error import SiteError
from wudan.site.mkdocs.build import BuiltSite, build_site
from wudan.site.parts.page import Page

RELEASE = """\
id: r2015-12
on: "2015-12-30"
document: 新密政文〔2015〕1号
approved_by: 新密市人民政府
hash: "{hash}"
"""


def release(project: Path) -> None:
    """Approve the catalog as it is."""
    approved = content_hash(load_catalog(open_folder(project / "catalog")))
    write(project / "catalog/releases/r2015-12.yml", RELEASE.replace("{hash}", approved))


# A page that MkDocs itself renders, with the title, the description and the body that a stamped page has.
HOOK = """\
import json
from pathlib import Path
from mkdocs.structure.files import File, InclusionLevel

PAGE = json.loads(Path(__file__).with_name("page.json").read_text("utf-8"))

def on_files(files, config):
    source = PAGE["address"] + "index.md"
    front = "---\\n" + json.dumps(PAGE["meta"], ensure_ascii=False) + "\\n---\\n"
    files.append(File.generated(config, source, content=front, inclusion=InclusionLevel.NOT_IN_NAV))

def on_page_content(html, page, config, files):
    return PAGE["body"] if page.url == PAGE["address"] else html
"""


@pytest.fixture(autouse=True)
def _as_in_a_fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WUDAN_PREVIEW", raising=False)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was built; tests read it."""
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    build_site(project)
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A project of the test's own whose site was built."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def item_page(project: Path, number: int) -> Page:
    pages = read_edition(project / "catalog", preview=False).pages
    return next(page for page in pages if page.address == f"approvals/wjw-xk-{number:03}/")


def test_mkdocs_and_the_program_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    make_project(tmp_path / "elsewhere")

    run_mkdocs(tmp_path / "elsewhere")

    assert tree(tmp_path / "elsewhere/site") == tree(built / "site")


def test_building_again_gives_the_same_bytes_and_leaves_nothing_beside(project: Path) -> None:
    before = tree(project)

    built = build_site(project)

    assert tree(project) == before
    assert built == BuiltSite(project / "site", len(read_edition(project / "catalog", preview=False).pages), True)


def test_the_site_is_what_its_manifest_says(built: Path) -> None:
    assert_whole(built / "site")


def test_every_planned_and_hand_written_page_is_there_and_no_shell(built: Path) -> None:
    pages = read_edition(built / "catalog", preview=False).pages
    docs = built / "site_src/docs"
    by_hand = {str(path.relative_to(docs).with_suffix(".html")) for path in docs.rglob("index.md")}
    html = {path for path in tree(built / "site") if path.endswith(".html")}

    assert "notice/index.html" in by_hand
    assert html >= {f"{page.address}index.html" for page in pages} | {"404.html"} | by_hand
    assert not [path for path in html if "shell" in path]


@pytest.mark.parametrize("site_url", ["", "site_url: https://www.example.cn/wudan\n"])
def test_a_stamped_page_is_what_mkdocs_renders(project: Path, site_url: str) -> None:
    page = item_page(project, 1)
    body = Renderer(project / "site_src/theme/templates").body(page)
    with (project / "mkdocs.yml").open("a") as config:
        config.write(site_url)
    build_site(project)
    stamped = (project / "site" / page.address / "index.html").read_bytes()

    write_items(project, ())
    meta = {"title": page.title, "description": page.description, "section": page.section}
    write(project / "page.json", json.dumps({"address": page.address, "meta": meta, "body": body}))
    write(project / "hook.py", HOOK)
    with (project / "mkdocs.yml").open("a") as config:
        config.write("hooks: [hook.py]\n")
    build_site(project)

    assert (project / "site" / page.address / "index.html").read_bytes() == stamped
    assert body.encode() in stamped
    assert (b'rel="canonical" href="https://www.example.cn/wudan/approvals/' in stamped) == bool(site_url)


@pytest.mark.parametrize("number", range(3, 3 + len(HOSTILE)))
def test_hostile_names_stay_text(built: Path, number: int) -> None:
    harmless = (built / "site/approvals/wjw-xk-001/index.html").read_text("utf-8")

    page = (built / f"site/approvals/wjw-xk-{number:03}/index.html").read_text("utf-8")

    assert re.findall(r"<script\b[^>]*>", page) == re.findall(r"<script\b[^>]*>", harmless)
    assert page.count("</title>") == harmless.count("</title>")
    assert "alert(1)<" not in page.replace("&lt;", "")
    assert "49" not in re.search(r"<title>(.*?)</title>", page)[1]  # type: ignore[index]


def test_links_lead_to_what_is_there_from_every_depth(built: Path) -> None:
    site = built / "site"
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        for link in re.findall(r'<(?:link|script|img|a)\b[^>]*?\s(?:href|src)="([^"#?]*)', path.read_text("utf-8")):
            if link and not re.match(r"https?:|tel:|mailto:|data:", link):
                assert not link.startswith("/"), (path, link)
                meant = path.parent / link
                assert (meant / "index.html").is_file() or meant.is_file(), (path, link)


def test_no_page_asks_another_host_for_anything(built: Path) -> None:
    for path, content in tree(built / "site").items():
        if path.endswith(".html"):
            for attribute in re.findall(
                r'<(?:link|script|img|iframe)\b[^>]*?\s(?:href|src)="([^"]*)', content.decode()
            ):
                assert not re.match(r"(?:https?:)?//", attribute), (path, attribute)
        if path.endswith(".css"):
            assert not re.search(rb"url\(\s*['\"]?(?:https?:)?//|@import", content), path


def test_every_page_has_its_policy_first(built: Path) -> None:
    for path, content in tree(built / "site").items():
        if path.endswith(".html"):
            head = content.decode().split("<head>")[1].lstrip()
            assert head.startswith('<meta http-equiv="Content-Security-Policy"'), path
            assert content.count(b"Content-Security-Policy") == 1, path


def test_nothing_of_the_machine_or_the_clock_is_in_the_site(built: Path) -> None:
    for path, content in tree(built / "site").items():
        assert str(built.parent).encode() not in content, path
        assert b".site.new" not in content, path
        assert b"build_date" not in content, path


def test_only_what_the_site_uses_is_published(built: Path) -> None:
    paths = tree(built / "site")

    assert not [path for path in paths if "lunr" in path or path.endswith((".map", ".xml", ".gz", ".jinja"))]
    assert not [path for path in paths if path.startswith(("templates/", "_shell"))]


def test_a_site_with_a_fixed_address_has_a_sitemap_of_all_pages(project: Path) -> None:
    with (project / "mkdocs.yml").open("a") as config:
        config.write("site_url: https://www.example.cn/wudan\n")

    build_site(project)

    sitemap = (project / "site/sitemap.xml").read_text()
    for address in ("", "notice/", "approvals/wjw-xk-001/"):
        assert f"<loc>https://www.example.cn/wudan/{address}</loc>" in sitemap


def test_another_folder_can_be_built_from_another_catalog(project: Path, tmp_path: Path) -> None:
    shutil.move(project / "catalog", tmp_path / "lists")

    built = build_site(project, tmp_path / "public/site", catalog=tmp_path / "lists")

    assert built.folder == tmp_path / "public/site"
    assert tree(built.folder).keys() == tree(project / "site").keys()


def test_until_something_is_released_every_page_says_that_it_is_a_preview(project: Path) -> None:
    for path, content in tree(project / "site").items():
        assert ("preview-notice" in content.decode("utf-8", "ignore")) == path.endswith(".html"), path

    release(project)
    assert not build_site(project).is_preview
    assert not [path for path, content in tree(project / "site").items() if b"preview-notice" in content]


def test_a_released_city_is_previewed_on_demand(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release(project)
    assert build_site(project, preview=True).is_preview
    by_argument = tree(project / "site")

    monkeypatch.setenv("WUDAN_PREVIEW", "1")
    run_mkdocs(project)

    assert b"preview-notice" in by_argument["index.html"]
    assert tree(project / "site") == by_argument


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("approvals/wjw.yml", "- {id: wjw-xk-001, name: [\n"),
        ("approvals/wjw.yml", "- {id: wjw-xk-001, name: 名称, type: 没有的类型, status: 在用}\n"),
        ("approvals.yaml", "[]\n"),
        ("catalog.yml", "format: 2\n"),
        (
            "approvals/wjw.yml",
            "- {id: wjw-xk-001, name: 名称, type: 行政许可, status: 在用}\n"
            "- {id: wjw-xk-001, name: 别名, type: 行政许可, status: 在用}\n",
        ),
        (
            "approvals/wjw.yml",
            "- {id: wjw-xk-001, name: 名称, type: 行政许可, status: 在用, bodies: {decides: nobody}}\n",
        ),
    ],
    ids=["syntax", "schema", "unknown file", "head", "id twice", "reference to nothing"],
)
def test_a_faulty_catalog_is_not_built_and_the_old_site_stays(project: Path, file: str, text: str) -> None:
    write(project / "catalog" / file, text)
    before = tree(project)

    with pytest.raises(SiteError, match="wudan check") as refusal:
        build_site(project)
    with pytest.raises(MkDocsException, match="wudan check"):
        run_mkdocs(project)

    assert file in refusal.value.zh
    assert tree(project) == before


def test_what_is_no_error_of_structure_does_not_keep_a_site_from_being_built(project: Path) -> None:
    item = "{id: wjw-xk-001, name:   公共场所卫生许可, type: 行政许可, status: 在用, code: X}"
    write(project / "catalog/approvals/wjw.yml", f"- {item}\n")

    build_site(project)

    assert "公共场所卫生许可" in (project / "site/approvals/wjw-xk-001/index.html").read_text(encoding="utf-8")


def test_without_a_catalog_there_is_no_site(project: Path) -> None:
    shutil.rmtree(project / "catalog")
    before = tree(project)

    with pytest.raises(SourceError):
        build_site(project)
    with pytest.raises(MkDocsException, match=r"catalog"):
        run_mkdocs(project)

    assert tree(project) == before


def test_in_strict_mode_a_warning_is_shown_and_keeps_the_old_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project / "site_src/docs/notice/index.md", "# 通知\n\n[没有的页](nowhere.md)\n")
    before = tree(project)

    with pytest.raises(SiteError, match="警告"):
        build_site(project)
    assert "nowhere.md" in capsys.readouterr().err
    with pytest.raises(MkDocsException, match="警告"):
        run_mkdocs(project)

    assert tree(project) == before


def test_a_hand_written_page_at_the_address_of_an_item_is_refused(project: Path) -> None:
    write(project / "site_src/docs/approvals/wjw-xk-001.md", "# 冒名\n")
    before = tree(project)

    with pytest.raises(SiteError, match="/approvals/wjw-xk-001/"):
        build_site(project)

    assert tree(project) == before


def test_a_theme_that_cannot_be_stamped_is_refused(project: Path) -> None:
    write(project / "site_src/theme/partials/preview.html", "<p>{{ page.content }}</p>")
    before = tree(project)

    with pytest.raises(SiteError, match="body"):
        build_site(project)

    assert tree(project) == before


def test_many_items_on_all_processors_are_built_as_a_few_are(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", tuple(f"第{number}项许可" for number in range(520)))

    build_site(project)

    assert_whole(project / "site")
    assert "第519项许可" in (project / "site/approvals/wjw-xk-520/index.html").read_text("utf-8")
    assert MANIFEST in tree(project / "site")


def test_a_site_inside_the_catalog_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with pytest.raises(SiteError, match="catalog"):
        build_site(project, project / "catalog" / "site")
    assert not (project / "catalog" / "site").exists()
