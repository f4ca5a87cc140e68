"""`wudan verify`: whether editions and a site are what was approved, and what cannot be told."""

import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import SourceError, open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, Lang, LanguageOption, day_of, format_option
from wudan.output.giving import give
from wudan.proof.files import Stock, take_stock
from wudan.proof.registry import FORMATS
from wudan.proof.shelf import read_plain
from wudan.proof.verify import Rebuild, Reference, verify_editions, verify_site
from wudan.signing.signers import LONGEST, Signers, read_signers
from wudan.words import Words, visible

_BUILDING = Words("正在按批准的清单重新生成网站，用来比较……", "Building the site of the approved lists, to compare …")


def verify(
    what: Annotated[
        str,
        typer.Argument(metavar="SITE|RELEASE"),
        Words(
            "网站文件夹，或者版本编号；不写时核对目录的全部版本",
            "Folder of a site, or id of an edition; all editions of the catalog where none is given",
        ),
    ] = "",
    form: Annotated[str, format_option(FORMATS), Words("格式", "Format")] = FORMATS.default,
    signers: Annotated[
        Path | None,
        typer.Option("--signers", metavar="FILE"),
        Words(
            "自己信得过的签名人名单（allowed_signers），代替目录或者网站里的",
            "Signers whom you trust (allowed_signers), instead of those of the catalog or site",
        ),
    ] = None,
    at: Annotated[
        str,
        typer.Option("--at", metavar="DATE"),
        Words(
            "网站签名的密钥在这一天有效，写作 2015-12-31，默认今天；版本的签名看批准日期",
            "Day on which the key that signed the site is valid, by default today; editions go by their own day",
        ),
    ] = "",
    strict: Annotated[
        bool,
        typer.Option("--strict"),
        Words("有没有证明的，也算不通过", "Fail for what is not proved, too"),
    ] = False,
    no_build: Annotated[
        bool,
        typer.Option("--no-build"),
        Words("不重新生成网站来比较", "Do not build the site anew to compare"),
    ] = False,
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Verify editions or a site, and say in one line what is proved; leave with 1 where something does not hold."""
    trusted = _signers(signers) if signers else None
    if what and Path(what).is_dir():
        is_there = (catalog / "catalog.yml").is_file() or catalog != DEFAULT_CATALOG
        reference = _reference(catalog) if is_there else None
        rebuild = None if no_build else _rebuild(catalog, lang)
        proof = verify_site(Path(what), reference, trusted, at=day_of(at), rebuild=rebuild)
    else:
        reference = _reference(catalog, what)
        try:
            proof = verify_editions(reference, trusted, what)
        except KeyError:
            raise _nothing_like_it(what) from None
    give(proof, FORMATS[form], lang.value)
    if proof.of("failed") or (strict and proof.of("unproved")):
        raise typer.Exit(1)


def _reference(catalog: Path, what: str = "") -> Reference:
    if what and not (catalog / "catalog.yml").is_file():
        raise _nothing_like_it(what)
    return Reference(load_catalog(open_folder(catalog)), catalog)


def _signers(path: Path) -> Signers:
    content = read_plain(path.resolve(), LONGEST)
    if content is None:
        raise SourceError(
            f"没有签名人名单 {path}，或者它太大。", f"There are no signers {path}, or the file is too large."
        )
    return read_signers(content)


def _rebuild(catalog: Path, lang: LanguageOption) -> Rebuild | None:
    """Give what builds the site of the present folder anew; None where there is none, or nothing to build with.

    What builds is the extra `site`, which may not be installed where somebody only verifies.
    """
    if not Path("mkdocs.yml").is_file() or find_spec("mkdocs") is None:
        return None

    def build() -> Stock:
        from wudan.site.mkdocs.build import build_site  # noqa: PLC0415 (MkDocs is slow to load, and only needed here)

        if sys.stderr.isatty():
            typer.echo(_BUILDING.write(lang.value), err=True)
        with TemporaryDirectory(prefix="wudan-") as folder:
            out = Path(folder) / "site"
            build_site(Path(), out, catalog=catalog)
            return take_stock(out.resolve())

    return build


def _nothing_like_it(what: str) -> SourceError:
    shown = visible(what)
    return SourceError(
        f"没有文件夹 {shown}，目录里也没有版本 {shown}。",
        f"There is neither a folder {shown} nor an edition {shown} in the catalog.",
    )
