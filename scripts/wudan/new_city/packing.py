"""Packs the sources of the website into the wheel, where `wudan init` finds them."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py  # type: ignore[import-untyped]

_PACKED = Path("wudan", "new_city")


class BuildWithSite(build_py):  # type: ignore[misc]
    """Builds the package and puts site_src/ and mkdocs.yml of the checkout beside `new_city`."""

    def run(self) -> None:
        """Build as ever; an editable installation uses the checkout itself and needs no copy."""
        super().run()
        if not self.editable_mode:
            for source in self._files():
                target = Path(self.build_lib) / _PACKED / source
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Name the copied files among those that are built."""
        packed = [] if self.editable_mode else [str(Path(self.build_lib) / _PACKED / file) for file in self._files()]
        return [*super().get_outputs(include_bytecode), *packed]

    @staticmethod
    def _files() -> list[Path]:
        pages = (path for path in Path("site_src").rglob("*") if path.is_file())
        return [Path("mkdocs.yml"), *sorted(pages)]
