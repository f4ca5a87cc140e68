"""Runs `wudan import` on a catalog folder, and reads what came of it."""

import json
from pathlib import Path
from typing import Any

from tests.support.command import Outcome, invoke
from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder
from wudan.cli.import_ import import_table


def run_import(folder: Path, file: Path, *options: str) -> Outcome:
    """Import a table into `folder/catalog`; approvals unless `--list` says otherwise."""
    chosen = () if "--list" in options else ("--list", "approvals")
    return invoke(import_table, [str(file), "--catalog", str(folder / "catalog"), *chosen, *options])


def import_json(folder: Path, file: Path, *options: str) -> dict[str, Any]:
    """Import a table and give the JSON outcome."""
    result = run_import(folder, file, "--format", "json", *options)
    outcome: dict[str, Any] = json.loads(result.stdout)
    return outcome


def read_catalog(folder: Path) -> Catalog:
    """Read the catalog, which must be without fault."""
    catalog = load_catalog(open_folder(folder / "catalog"))
    assert not [file.path for file in catalog.files if file.refusal or file.faulty or file.kind is None]
    return catalog


def codes(outcome: dict[str, Any], level: str = "error") -> list[str]:
    """Give the codes of the findings of a level, in order."""
    return [finding["code"] for finding in outcome["findings"] if finding["level"] == level]
