"""The scripts of the page, in a real browser, against plain comparison."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.search.conftest import Site
from tests.search.oracle import Oracle
from tests.support.search_entries import documents
from wudan.search.document import SearchDocument
from wudan.search.normalise import query_runs, value_runs
from wudan.search.spelling import spell

SEARCH = """async ([base, queries]) => {
  const [{ IndexReader }, { Normaliser }, { search }] = await Promise.all(
    ["reader", "normalise", "query"].map((name) => import(new URL(`assets/javascripts/search/${name}.js`, base))));
  const reader = await new IndexReader(new URL("search-index/", base)).open();
  const normaliser = new Normaliser(reader.head);
  const answers = [];
  for (const query of queries) {
    const { way, entries, direct } = await search(reader, normaliser, query);
    const rows = await Promise.all(entries.slice(0, direct).map((entry) => reader.listed(entry)));
    answers.push({ way, hits: rows.map(({ list, id }) => `${list}/${id}`) });
  }
  return answers;
}"""


def ask(page: Page, site: Site, queries: list[str]) -> list[list[str]]:
    page.goto(site.url + "search/")
    answers = page.evaluate(SEARCH, [site.url, queries])
    return [answer["hits"] for answer in answers]


def values(document: SearchDocument) -> list[str]:
    return [
        document.name,
        *document.aliases,
        *document.former_names,
        *document.codes,
        document.department,
        *document.topics,
        *document.materials,
        *document.text,
    ]


def piece(chance: random.Random, text: str, longest: int = 8) -> str:
    begin = chance.randrange(len(text))
    return text[begin : begin + chance.randint(1, longest)]


def query_about(chance: random.Random, document: SearchDocument) -> str:
    """Give a query of any kind: pieces as they are written, two runs, one character, code, name, pinyin, noise."""
    texts = [value for value in values(document) if value]
    runs = [run for value in texts for run in value_runs(value)]
    syllables = spell(value_runs(document.name)[0])
    spoken, initials = "".join(syllables), "".join(syllable[:1] for syllable in syllables)
    queries = [
        piece(chance, chance.choice(texts), 30),
        piece(chance, chance.choice(runs)),
        piece(chance, chance.choice(runs), 1),
        f"{piece(chance, chance.choice(runs))} {piece(chance, chance.choice(runs))}",
        piece(chance, chance.choice(document.codes), 12),
        document.name,
        document.name[: chance.randint(1, len(document.name))],
        piece(chance, spoken, 14),
        spoken[: chance.randint(1, len(spoken))],
        piece(chance, initials, 4),
        piece(chance, chance.choice(runs)) + piece(chance, chance.choice(runs)),
        chance.choice(runs)[-2:] + chance.choice(runs)[:1],
    ]
    return chance.choice(queries)


def queries_about(entries: list[SearchDocument], count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    queries = (query_about(chance, chance.choice(entries)) for _ in range(2 * count))
    return [query for query in queries if query_runs(query)][:count]


@pytest.mark.parametrize("seed", [1, 2])
def test_hits_and_their_order_are_those_of_plain_comparison(
    page: Page, publish: Callable[..., Site], seed: int
) -> None:
    entries = documents(150, seed)
    site = publish(f"exact-{seed}", entries)
    queries = queries_about(entries, 500, seed)
    oracle = Oracle(entries)

    answers = ask(page, site, queries)

    expected = [oracle.hits(query) for query in queries]
    wrong = [row for row in zip(queries, answers, expected, strict=True) if row[1] != row[2]]
    assert wrong == []
    assert sum(map(bool, expected)) > 300
    assert not all(expected)
