"""Applies the fixes of problems to the files of a folder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from wudan.catalog.catalog import Catalog
from wudan.catalog.reading.source import FolderSource
from wudan.findings.judged import Judged
from wudan.output.placing import place
from wudan.rules.engine.problem import Edit


def mend(source: FolderSource, catalog: Catalog, problems: Iterable[Judged]) -> list[str]:
    """Make the edits of all fixes, and give the paths of the files that were changed.

    A fix is made whole or not at all: one that would meddle with an edit made before it waits for the next run. Every
    file is replaced in one step. Raises OSError when a file cannot be written.
    """
    texts = {file.path: file.text for file in catalog.files}
    chosen: dict[str, list[Edit]] = defaultdict(list)
    for problem in (one.problem for one in sorted(problems, key=lambda judged: judged.rule.mends_last)):
        if problem.fix and all(_is_free(edit, chosen[edit.file]) for edit in problem.fix.edits):
            for edit in problem.fix.edits:
                if edit not in chosen[edit.file]:
                    chosen[edit.file].append(edit)
    changed = []
    for path, edits in chosen.items():
        text = _edited(texts[path], edits)
        if text != texts[path]:
            place(source.folder / path.removeprefix(f"{source.name}/"), text.encode())
            changed.append(path)
    return changed


def _is_free(edit: Edit, chosen: Sequence[Edit]) -> bool:
    return all(
        edit == other or edit.span.end <= other.span.start or edit.span.start >= other.span.end for other in chosen
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
