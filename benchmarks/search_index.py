"""Build the search index and, from the same texts, Pagefind's, and print how long each took.

`python benchmarks/search_index.py --items 10000` prints a line for each, then the ratios of the times. Pagefind reads
pages from a folder, as it is meant to; writing them is not part of its time. Its plain program does not cut Chinese
text, so it is also given the pairs of characters as words, which is what it takes to be exact with it.
`--only ours` leaves Pagefind out.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from wudan.search.document import SearchDocument
from wudan.search.index import build_index

_VOCABULARY = 6_000
_CHARACTERS = 3_000
_CLAUSES = 4
_WORD = 2.4
_DEPARTMENTS = 33
_SUCCESSORS = 20


def documents(count: int, characters: int, seed: int = 20151231) -> list[SearchDocument]:
    """Give that many entries with a text of about that many characters, in words as frequent as those of a language.

    Words of a made-up vocabulary are drawn by Zipf's law and each is followed by one of a few: how often characters
    meet decides the size of an index of pairs, and in a language they do not meet by chance.
    """
    chance = random.Random(seed)  # noqa: S311
    alphabet = [chr(0x4E00 + place) for place in range(_CHARACTERS)]
    weights = [1 / (rank + 20) for rank in range(_CHARACTERS)]
    words = ["".join(chance.choices(alphabet, weights, k=chance.choice((2, 2, 2, 3, 4)))) for _ in range(_VOCABULARY)]
    frequency = [1 / (rank + 3) for rank in range(_VOCABULARY)]
    following = [chance.choices(range(_VOCABULARY), frequency, k=_SUCCESSORS) for _ in words]

    def phrase(length: int) -> str:
        word = chance.choices(range(_VOCABULARY), frequency)[0]
        chosen = [word]
        while len(chosen) < length:
            word = following[word][int(chance.random() ** 2 * _SUCCESSORS)]
            chosen.append(word)
        return "".join(words[word] for word in chosen)

    return [_document(chance, serial, phrase, characters) for serial in range(count)]


def _document(chance: random.Random, serial: int, phrase: Callable[[int], str], characters: int) -> SearchDocument:
    number = serial % _DEPARTMENTS
    id_ = f"d{number:02}-xk-{serial:05}"
    department = f"第{number}局"
    return SearchDocument(
        list="approvals",
        id=id_,
        address=f"approvals/{id_}/",
        name=phrase(4),
        aliases=(phrase(2),),
        codes=(f"11410183{number:010}3000{serial:08}",),
        department=department,
        topics=(f"第{chance.randrange(30)}类",),
        materials=tuple(phrase(3) for _ in range(5)),
        text=tuple(phrase(round(characters / _WORD / _CLAUSES)) for _ in range(_CLAUSES)),
        facets={
            "department": (department,),
            "served": (chance.choice(("自然人", "企业法人")),),
            "days": (f"{chance.choice((3, 5, 10, 20))}个工作日以内",),
        },
    )


def time_ours(entries: Sequence[SearchDocument]) -> tuple[float, int, int]:
    """Give the seconds that our index takes, its bytes and its number of files."""
    build_index(entries[:10])
    begin = time.perf_counter()
    files = build_index(entries)
    return time.perf_counter() - begin, sum(map(len, files.values())), len(files)


def time_pagefind(entries: Sequence[SearchDocument], *, pairs: bool) -> tuple[float, int, int]:
    """Give the seconds that Pagefind's program takes on pages with the same texts, the bytes and files of its index.

    With `pairs` each run of a text stands on its page as overlapping pairs of characters.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for entry in entries:
            page = site / entry.address / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(_page(entry, pairs=pairs), encoding="utf-8")
        begin = time.perf_counter()
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--silent"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - begin
        sizes = [path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file()]
    return seconds, sum(sizes), len(sizes)


def _page(entry: SearchDocument, *, pairs: bool) -> str:
    texts = (entry.name, *entry.aliases, *entry.codes, entry.department, *entry.topics, *entry.materials, *entry.text)
    if pairs:
        texts = tuple(" ".join(map("".join, pairwise(text))) for text in texts)
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    return f'<!doctype html><html lang="{"und" if pairs else "zh"}"><title>{escape(entry.name)}</title>{body}'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=600, help="of each entry's text")
    parser.add_argument("--only", choices=("ours",))
    options = parser.parse_args()
    entries = documents(options.items, options.characters)
    text = sum(len(part.encode()) for entry in entries for part in entry.text)
    print(f"{len(entries)} entries, {text / len(entries):.0f} bytes of text each, {os.cpu_count()} cores")
    ours = time_ours(entries)
    _report("wudan", ours)
    if options.only != "ours":
        for name, pairs in (("pagefind", False), ("pagefind, pairs", True)):
            other = time_pagefind(entries, pairs=pairs)
            _report(name, other)
            print(f"{'':16} {other[0] / ours[0]:6.1f} times as long")


def _report(name: str, figures: tuple[float, int, int]) -> None:
    seconds, size, files = figures
    print(f"{name:16} {seconds:6.2f} s  {size / 1e6:6.1f} MB in {files} files", flush=True)


if __name__ == "__main__":
    main()
