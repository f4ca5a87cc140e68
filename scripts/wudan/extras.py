"""The extras of the package: which library comes with which, and what to say where one is missing."""

from collections.abc import Mapping

from wudan.failure import Failure

# The modules that no command of the core loads, by the extra that brings them (pyproject.toml). Where two extras bring
# one, the command that asked decides: pypinyin names departments for an import and finds words for a site.
EXTRAS: Mapping[str, frozenset[str]] = {
    "site": frozenset({"mkdocs", "material", "numpy", "opencc", "pypinyin"}),
    "tables": frozenset({"openpyxl", "pypinyin"}),
    "figures": frozenset({"pandas"}),
}
_OF_SITE = frozenset({"build", "serve"})


class MissingExtraError(Failure):
    """A command needs a library that is not installed."""

    exit_code = 3

    def __init__(self, command: str, module: str, extra: str) -> None:
        line = f"pip install 'wudan[{extra}]'"
        super().__init__(
            f"wudan {command} 要用到 {module}，还没有安装。请运行：\n  {line}",
            f"wudan {command} needs {module}, which is not installed. Run:\n  {line}",
        )


def missing_extra(command: str, error: ModuleNotFoundError) -> MissingExtraError | None:
    """Give what to say where a command fails for want of an extra; None where the module belongs to none of them."""
    module = (error.name or "").partition(".")[0]
    order = sorted(EXTRAS, key=lambda extra: (extra == "site") != (command in _OF_SITE))
    for extra in order:
        if module in EXTRAS[extra]:
            return MissingExtraError(command, module, extra)
    return None
