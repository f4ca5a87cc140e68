"""Packs the sources of the website into the wheel, where `wudan init` finds them, and all of it in one way.

Sdist and wheel of the same sources are the same bytes, whoever builds them, where, when and under which umask.
"""

import gzip
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from setuptools.command.bdist_wheel import bdist_wheel  # type: ignore[import-untyped]
from setuptools.command.build_py import build_py  # type: ignore[import-untyped]
from setuptools.command.sdist import sdist  # type: ignore[import-untyped]

_PACKED = Path("wudan", "new_city")
_FOLDER, _FILE = 0o755, 0o644


def source_date(folder: Path) -> int:
    """Give the second since 1970 that all packed files bear: SOURCE_DATE_EPOCH where that is set, else the last commit.

    An unpacked sdist has no commits; its files bear that second already.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    if (folder / ".git").exists():
        command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
    return int((folder / "pyproject.toml").stat().st_mtime)


class SameSdist(sdist):  # type: ignore[misc]
    """Makes an sdist in which nothing tells of the machine that built it."""

    def make_archive(self, base_name: str, format: str, root_dir: Any = None, base_dir: Any = None, **_: Any) -> str:  # noqa: A002
        """Pack the folder of the sources as `.tar.gz`, and give the name of that file."""
        if format != "gztar":
            raise ValueError(f"an sdist is a .tar.gz, not {format}")
        second = source_date(Path())

        def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
            member.uid = member.gid = 0
            member.uname = member.gname = ""
            member.mtime = second
            member.mode = _FOLDER if member.isdir() else _FILE
            return member

        folder = Path(root_dir or "") / base_dir
        with (
            Path(f"{base_name}.tar.gz").open("wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=second) as packed,
            tarfile.open(fileobj=packed, mode="w") as archive,
        ):
            for path in [folder, *sorted(folder.rglob("*"))]:
                archive.add(path, Path(base_dir, path.relative_to(folder)), recursive=False, filter=plain)
        return f"{base_name}.tar.gz"


class SameWheel(bdist_wheel):  # type: ignore[misc]
    """Makes a wheel in which nothing tells of the machine that built it."""

    def run(self) -> None:
        """Build as ever; setuptools takes the time of the files from SOURCE_DATE_EPOCH."""
        os.environ["SOURCE_DATE_EPOCH"] = str(source_date(Path()))
        super().run()

    def write_wheelfile(self, *arguments: Any, **options: Any) -> None:
        """Write the last file that is packed, and give all of them the permissions of any other wheel."""
        super().write_wheelfile(*arguments, **options)
        for path in Path(self.bdist_dir).rglob("*"):
            path.chmod(_FOLDER if path.is_dir() else _FILE)


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
