"""All formats of the figures."""

from wudan.figures import json, text
from wudan.figures.figures import Figures
from wudan.output.format import Formats

FORMATS: Formats[Figures] = Formats(
    text.FORMAT,
    json.FORMAT,
)
