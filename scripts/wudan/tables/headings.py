"""Which key of a record a column heading means: the model's own titles, and what other tables call them.

The titles come from the schema, so a label is written once; `headings.tsv` beside this module has the other names.
A path is the keys that lead to a value, joined by dots. `@` marks what is no key of a record, such as the
department of a row; `[]` a key of the one element that a row adds to a sequence.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from wudan.catalog.model.kinds import LISTS
from wudan.catalog.reading.load import record_schema
from wudan.tables.folding import fold

_TABLE = Path(__file__).parent / "headings.tsv"
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
# The words of which columns a list cannot do without are made: the legal basis, the limit, the duties, the body.
_KEY_WORDS = re.compile(
    r"依据|时限|期限|时间|责任|追责|问责|主体|部门|机关|机构|单位|名称|事项|类型|类别|编码|代码|材料|条件|流程|程序|环节"
    r"|收费|结果|地点|地址|电话|对象|层级"
)
_TRADITIONAL = str.maketrans(
    "設據項類實機關責權辦時審許編碼稱單門條結費環節對監電話標準負圍點級層處徵執務請報資證號種別態續應當與為專業規內變過會廳",
    "设据项类实机关责权办时审许编码称单门条结费环节对监电话标准负围点级层处征执务请报资证号种别态续应当与为专业规内变过会厅",
)
# What does not say which of two keys it means, and how it is read.
ASSUMED_HEADINGS = frozenset({"办理时限", "办结时限", "办理期限", "审批时限", "审批期限", "办理时间限制"})
_MARKS = re.compile(r"[_*:：＊?\s]+")
_UNIT = re.compile(r"[(（\[]\s*(?:单位[:：]?\s*)?(个?工作日|自然日|日历日|小时|个?月|年)\s*[)）\]]\s*$")
_UNIT_BEHIND = re.compile(r"(工作日|自然日)\s*数?$")


@cache
def known_headings(list_id: str) -> Mapping[str, str]:
    """Give the path of each folded heading of a list. Raises KeyError when there is no such list."""
    found = {fold_heading(title): path for title, path in _schema_titles(list_id)}
    for row in _rows():
        lists = row["lists"].split(",")
        if "*" in lists or list_id in lists:
            found[fold_heading(row["heading"])] = row["path"]
    for row in _rows():
        if list_id in row["lists"].split(","):
            found[fold_heading(row["heading"])] = row["path"]
    return found


def path_of(heading: str, list_id: str) -> str | None:
    """Give the path that a heading means in a list, with or without its remark in brackets; None if it is unknown."""
    known = known_headings(list_id)
    folded = fold_heading(heading)
    return known.get(folded) or known.get(_BRACKETS.sub("", folded))


def own_titles(list_id: str) -> frozenset[str]:
    """Give the folded headings that the model itself has: of two columns with one meaning they come first."""
    return frozenset(fold_heading(title) for title, _ in _schema_titles(list_id))


def simplified(heading: str) -> str:
    """Give a heading in simplified characters, as far as the words of headings go."""
    return heading.translate(_TRADITIONAL)


def is_assumed(heading: str) -> bool:
    """Say whether a heading leaves open which key it means, such as 办理时限: by law or by promise."""
    return _BRACKETS.sub("", fold_heading(heading)) in ASSUMED_HEADINGS


def looks_like_key(heading: str) -> bool:
    """Say whether a heading speaks of what a list must not lose: basis, limit, duties, body and their like."""
    return _KEY_WORDS.search(simplified(fold_heading(heading))) is not None


def unit_of(heading: str) -> str:
    """Give the unit that a heading states, as in 法定时限（工作日） or 承诺工作日; empty where it states none."""
    found = _UNIT.search(heading.strip()) or _UNIT_BEHIND.search(heading.strip())
    return found[1] if found else ""


def fold_heading(heading: str) -> str:
    """Give a heading in the form by which it is looked up."""
    return _MARKS.sub("", fold(heading))


def readable_headings(list_id: str) -> list[str]:
    """Give the headings of a list as people write them, for suggestions."""
    titles = [title for title, _ in _schema_titles(list_id)]
    others = [row["heading"] for row in _rows() if {"*", list_id} & set(row["lists"].split(","))]
    return list(dict.fromkeys([*titles, *others]))


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _schema_titles(list_id: str) -> Iterator[tuple[str, str]]:
    """Give title and path of the keys of a list, and of the keys one step below where their title is unmistakable."""
    if list_id not in {kind.id for kind in LISTS}:
        raise KeyError(list_id)
    schema = record_schema(list_id)
    definitions = schema["$defs"]
    top = _properties(schema, definitions)
    names: list[tuple[str, str]] = []
    below: list[tuple[str, str]] = []
    for key, node in top.items():
        if "$ref" in node and not is_leaf(node):
            for inner_key, inner in _properties(node, definitions).items():
                if is_leaf(inner):
                    below.extend((title, f"{key}.{inner_key}") for title in _titles(inner))
        else:
            names.extend((title, key) for title in _titles(node))
    times = Counter(title for title, _ in below)
    taken = {title for title, _ in names}
    yield from names
    yield from ((title, path) for title, path in below if times[title] == 1 and title not in taken)


def is_leaf(node: Mapping[str, Any]) -> bool:
    """Say whether one cell can hold the value of a schema node."""
    return "$ref" not in node or node["$ref"].rpartition("/")[2] in {"Limit", "MeanTime", "Document", "Citation"}


def _properties(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = definitions[node["$ref"].rpartition("/")[2]]["properties"]
    return properties


def _titles(node: Mapping[str, Any]) -> set[str]:
    return {title for title in (node.get("title"), node.get("x-element")) if title}
