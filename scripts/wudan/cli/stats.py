"""`wudan stats`: figures computed from the lists."""

from typing import Annotated

from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.options import DEFAULT_CATALOG, CatalogFolder, DayOption, Lang, LanguageOption, day_of, format_option
from wudan.figures.figures import figures_of
from wudan.figures.registry import FORMATS
from wudan.output.giving import give
from wudan.words import Words


def stats(
    form: Annotated[str, format_option(FORMATS), Words("格式", "Format")] = FORMATS.default,
    at: DayOption = "",
    catalog: CatalogFolder = DEFAULT_CATALOG,
    lang: Lang = LanguageOption.zh,
) -> None:
    """Print the figures of the lists."""
    figures = figures_of(load_catalog(open_folder(catalog), day_of(at)))
    give(figures, FORMATS[form], lang.value)
