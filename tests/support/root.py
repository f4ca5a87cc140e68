"""Where the project stands, and its own demo city."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "catalog"
