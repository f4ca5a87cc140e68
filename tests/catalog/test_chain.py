"""The chain of editions: what changes the statement of an edition, and that no alteration of the past goes unseen."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from wudan.catalog.chain import Link, beginning, breaks, chain_of, link_of, newest, record_hash, statement
from wudan.catalog.model.decision import Release
from wudan.catalog.reading.load import load_catalog
from wudan.catalog.reading.source import open_folder

DAYS = ("2015-11-30", "2015-12-28", "2016-01-15", "2016-03-01", "2016-03-01")


def edition(number: int, before: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    own: dict[str, Any] = {
        "id": f"r{number}", "on": DAYS[number], "document": "新密政文〔2015〕45号", "approved_by": "新密市人民政府",
        "hash": f"{number:064x}", "changes": [], **more,
    }  # fmt: skip
    if before:
        own["previous"] = {"release": before["id"], "record": record_hash(before)}
    return own


def chain(length: int = 5) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number in range(length):
        made.append(edition(number, made[-1] if made else None))
    return made


def links(editions: list[dict[str, Any]]) -> tuple[Link, ...]:
    made = (link_of(msgspec.convert(one, Release), one) for one in editions)
    return tuple(sorted(made, key=lambda link: link.order))


def faults(editions: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(one.link.id, one.fault, one.other) for one in breaks(links(editions))]


def test_what_is_stated_is_json_in_one_form_and_its_hash_is_that_of_the_file() -> None:
    data = edition(0, totals=[{"measure": "承诺时限", "unit": "个工作日", "before": 12.0, "now": 9.5, "items": 3}])
    turned = dict(reversed(data.items()))
    turned["totals"] = [{**data["totals"][0], "before": 12}]
    assert statement(turned) == statement(data)
    assert json.loads(statement(data)) == turned
    assert record_hash(data) == sha256(statement(data)).hexdigest()
    assert "新密市人民政府".encode() in statement(data)


def test_layout_comments_and_a_withdrawal_make_no_other_edition(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "catalog.yml").write_text("format: 1\n", encoding="utf-8")
    file = tmp_path / "releases" / "r0.yml"
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in edition(0).items()]
    seen = set()
    for text in (
        "".join(lines), "# 批准\n" + "\n".join(reversed(lines)), "\r\n".join("".join(lines).split("\n")),
        "".join(lines) + "withdrawn: 公示期内有异议\n",
    ):  # fmt: skip
        file.write_bytes(text.encode())
        (link,) = chain_of(load_catalog(open_folder(tmp_path)))
        seen.add(link.record)
    assert seen == {record_hash(edition(0))}


def test_a_whole_chain_begins_with_the_first_and_ends_with_the_last() -> None:
    whole = links(chain())
    assert list(breaks(whole)) == []
    assert (beginning(whole).id, newest(whole).id) == ("r0", "r4")
    assert beginning(()) is newest(()) is None


def test_editions_from_before_the_chain_are_no_break_and_it_says_where_it_begins() -> None:
    old = [edition(0), edition(1)]
    assert faults(old) == []
    assert beginning(links(old)) is None
    assert newest(links(old)).id == "r1"
    joined = [*old, edition(2, old[1])]
    assert faults(joined) == []
    assert beginning(links(joined)).id == "r1"


def test_an_edition_dated_by_mistake_does_not_move_the_end_of_the_chain() -> None:
    first = edition(0)
    mistaken = {**edition(1, first), "on": "2061-01-01"}
    later = edition(2, mistaken)
    assert faults([first, mistaken, later]) == []
    assert newest(links([first, mistaken, later])).id == "r2"


def test_each_break_is_told() -> None:
    editions = chain()
    assert faults(editions[:2] + editions[3:]) == [("r3", "missing", "r2")]
    altered = [editions[0], {**editions[1], "document": "另一份文件"}, *editions[2:]]
    assert faults(altered) == [("r2", "altered", "r1")]
    assert faults([*editions, {**edition(4, editions[2]), "id": "r9"}]) == [("r9", "forked", "r2")]
    assert faults([*editions, {**edition(4), "id": "r9"}]) == [("r9", "unlinked", "r1")]


@given(st.data())
def test_no_edition_but_the_last_is_altered_or_removed_unseen(data: st.DataObject) -> None:
    editions = chain()
    at = data.draw(st.integers(0, 3))
    key = data.draw(st.sampled_from(["on", "document", "approved_by", "hash", "changes", "previous"]))
    altered = dict(editions[at])
    if key == "previous":
        altered["previous"] = {"release": "r0", "record": f"{7:064x}"}
    elif key == "changes":
        altered["changes"] = [{"message": str(data.draw(st.integers(1, 99)))}]
    else:
        altered[key] = data.draw(st.sampled_from(["2015-10-01", "2016-12-31"])) if key == "on" else altered[key] + "0"
    assert faults([*editions[:at], altered, *editions[at + 1 :]]) != []
    assert faults([*editions[:at], *editions[at + 1 :]]) != []
