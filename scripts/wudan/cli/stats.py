"""`wudan stats`: figures computed from the lists."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, DayOption, Lang, LanguageOption, day_of
from wudan.figures import json, text
from wudan.figures.figures import Figures, figures_of
from wudan.words import Language, Words


class FiguresFormat(StrEnum):
    """The formats of figures."""

    text = "text"
    json = "json"


_FORMATS: Mapping[FiguresFormat, Callable[[Figures, Language], str]] = {
    FiguresFormat.text: text.write,
    FiguresFormat.json: json.write,
}


def stats(
    form: Annotated[FiguresFormat, typer.Option("--format"), Words("格式", "Format")] = FiguresFormat.text,
    at: DayOption = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Print the figures of the lists."""
    figures = figures_of(load_catalog(open_folder(catalog), day_of(at)))
    typer.echo(_FORMATS[form](figures, lang.value), nl=False)
