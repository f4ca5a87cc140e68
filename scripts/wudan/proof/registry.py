"""All formats of a proof."""

from wudan.output.format import Formats
from wudan.proof import json, text
from wudan.proof.proof import Proof

FORMATS: Formats[Proof] = Formats(
    text.FORMAT,
    json.FORMAT,
)
