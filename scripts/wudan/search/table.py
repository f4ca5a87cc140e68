"""The table of entries that a reader loads once: lengths of fields and labels, a column each.

Inflated it is the size of a JSON head in bytes (four bytes, lowest first), the head, and the columns one after the
other, each with one number an entry: all lowest bytes, then all next ones, `head["widths"]` in all. First come the
lengths of the `FIELDS` in multiples of `GRAINS`, then one column for each of `head["columns"]`: the number of a set in
its `sets`, which lists numbers of its `values`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wudan.catalog.characters import HAN
from wudan.search.document import SearchDocument
from wudan.search.layout import FIELDS, GRAINS, Layout
from wudan.search.normalise import BLANKS, SEPARATORS

FACETS: Mapping[str, str] = {
    "list": "清单",
    "department": "部门",
    "type": "事项类型",
    "served": "服务对象",
    "topic": "主题",
    "case_type": "办件类型",
    "fee": "收费",
    "place": "办理地点",
    "days": "办结时限",
}
"""The labels of the facets, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Column:
    """The labels of one kind: the distinct `values`, the distinct `sets` of their numbers, a set's number an entry."""

    values: tuple[str, ...]
    sets: tuple[tuple[int, ...], ...]
    codes: tuple[int, ...]


def column(labels: Sequence[tuple[str, ...]]) -> Column:
    """Give the column for the `labels` of each entry. Values stand in order, numbers in them by size."""
    distinct = set(labels)
    values = sorted({label for group in distinct for label in group}, key=_natural)
    number = {value: index for index, value in enumerate(values)}
    numbered = {group: tuple(sorted({number[label] for label in group})) for group in distinct}
    sets = sorted(set(numbered.values()))
    place = {numbers: index for index, numbers in enumerate(sets)}
    code = {group: place[numbers] for group, numbers in numbered.items()}
    return Column(tuple(values), tuple(sets), tuple(code[group] for group in labels))


def columns(documents: Sequence[SearchDocument]) -> dict[str, Column]:
    """Give the columns `list`, `department` and `topic` (what is shown) and `facet:<id>` (what is chosen from).

    What is shown stands before its facet, which is mostly equal: compression then finds the copy.
    """
    others = sorted({facet for document in documents for facet in document.facets} - FACETS.keys())
    shown: dict[str, list[tuple[str, ...]]] = {
        "list": [(document.list,) for document in documents],
        "department": [(document.department,) if document.department else () for document in documents],
        "topic": [document.topics for document in documents],
    }
    found = {}
    for facet in (*FACETS, *others):
        if facet in shown:
            found[facet] = column(shown[facet])
        found[f"facet:{facet}"] = column([tuple(document.facets.get(facet, ())) for document in documents])
    return found


def table(layout: Layout, labels: Mapping[str, Column], head: Mapping[str, object]) -> bytes:
    """Give the table, not yet compressed. `head` is what else the reader must know before its first look-up."""
    lengths = layout.lengths.reshape(len(FIELDS), layout.entries) // np.array(GRAINS)[:, None]
    numbers = [*lengths, *(column.codes for column in labels.values())]
    widths, planes = zip(*map(_planes, numbers), strict=True)
    full = {
        "entries": layout.entries,
        "fields": FIELDS,
        "grains": GRAINS,
        "columns": [{"id": name, "values": column.values, "sets": column.sets} for name, column in labels.items()],
        "widths": widths,
        "separators": SEPARATORS,
        "blanks": BLANKS,
        "han": HAN,
        **head,
    }
    text = json.dumps(full, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"".join((len(text).to_bytes(4, "little"), text, *planes))


def _planes(numbers: npt.ArrayLike) -> tuple[int, bytes]:
    """Give how many bytes the largest of `numbers` needs, and the bytes of all, plane by plane."""
    column = np.asarray(numbers, dtype="<u4")
    width = max(1, -(-int(column.max(initial=0)).bit_length() // 8))
    return width, column.view(np.uint8).reshape(-1, 4)[:, :width].T.tobytes()


def _natural(label: str) -> tuple[tuple[int, int, str], ...]:
    """Give a key that orders `5 个工作日` before `10 个工作日`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", label)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
