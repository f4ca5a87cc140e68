"""Texts are cut the same way by the index, by its numpy twin and by the browser."""

import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.search.conftest import Site
from wudan.search.document import SearchDocument
from wudan.search.folding import fold, membership
from wudan.search.layout import lay_out
from wudan.search.normalise import BLANKS, SEPARATORS, normalise, query_runs, value_runs

SAMPLES = (
    "",
    " 　\t\n",
    "食品经营许可（新办）",
    "ＡＢＣ　１２３－４５６",
    "〔2015〕27号",
    "国办函［2017］115 号",
    "㎡℃①②③ⅠⅣ½㈱",
    "Ｃafé ﬁne e\u0301\u0327 ΣΊΣΥΦΟΣ İstanbul STRASSE ß",
    "申请人\n  应当　提交",
    "申请人 3 个工作日",
    "A B 甲 乙",
    "𠮷野家𡈽地",
    "々〆〇ー・",
    "……——《》“”、。，",
    "e\u200bx\ufeffy\u2060z",
    "한글 ᄒ\u1161\u11ab カ\u3099タカナ ｶﾞ",
    "🏛政务️服务👨‍👩‍👧",
    "0371-69850000",
    "<b>粗</b>&amp;",
    "\u0344\u1e9b\u0323",
    "ﷺ",
)

IN_BROWSER = """async ([base, texts]) => {
  const [{ IndexReader }, { Normaliser }] = await Promise.all(
    ["reader", "normalise"].map((name) => import(new URL(`assets/javascripts/search/${name}.js`, base))));
  const { head } = await new IndexReader(new URL("search-index/", base)).open();
  const normaliser = new Normaliser(head);
  const traced = (text) => normaliser.trace(text).map((place) => place?.letter ?? "\\0").join("");
  return texts.map((text) => [normaliser.queryRuns(text), normaliser.valueRuns(text), traced(text)]);
}"""

texts = st.text(
    st.one_of(
        st.sampled_from("一二三食品许可 　\n，。（）〔〕-—ＡＢａ１２aAbB129éÉΣς①㎡ﬁ\u0301\u200b々𠮷"),
        st.characters(exclude_categories=["Cs", "Cn", "Co"]),
    ),
    max_size=40,
)


def test_the_browser_and_python_give_equal_runs_for_many_texts(page: Page, publish: Callable[..., Site]) -> None:
    site = publish("normalise", [SearchDocument("approvals", "a-xk-001", "approvals/a-xk-001/", "甲")])
    assigned = "".join(chr(code) for code in (*range(0x20, 0x3100), *range(0xF900, 0xFFFE)) if not _is_new(code))
    samples = [*SAMPLES, *(f"许{character}可 a{character}1" for character in assigned)]
    page.goto(site.url + "search/")

    answers = page.evaluate(IN_BROWSER, [site.url, samples])

    expected = [[query_runs(text), value_runs(text)] for text in samples]
    assert [(text, one[:2]) for text, one in zip(samples, answers, strict=True)] == list(
        zip(samples, expected, strict=True)
    )
    simple = [place for place, text in enumerate(SAMPLES) if "ᄒ" not in text and "ﾞ" not in text]
    assert [answers[place][2] for place in simple] == ["\0".join(value_runs(SAMPLES[place])) for place in simple]


def _is_new(code: int) -> bool:
    """Say whether the editions of Unicode in use may differ on a code point: it is not assigned in the older one."""
    return unicodedata.category(chr(code)) in ("Cn", "Cs")


@given(texts)
def test_the_fast_folding_keeps_the_characters_of_the_plain_one(text: str) -> None:
    separators = membership(SEPARATORS)

    fast = ["\0" if separators[code] else chr(code) for code in fold(text).tolist()]

    plain = ["\0" if separators[ord(character)] else character for character in normalise(text)]
    assert _single_gaps(fast) == _single_gaps(plain)


@given(st.lists(st.tuples(texts, st.lists(texts, max_size=2)), max_size=4))
def test_the_layout_holds_the_runs_of_every_value_apart(rows: list[tuple[str, list[str]]]) -> None:
    entries = [
        SearchDocument("approvals", f"a-xk-{number:03}", "x/", name, text=tuple(texts))
        for number, (name, texts) in enumerate(rows)
    ]

    layout = lay_out(entries)

    lines = "".join(chr(code) for code in layout.symbols)
    counts, starts = layout.counts.tolist(), (layout.lengths.cumsum() - layout.lengths).tolist()
    names = [value_runs(name) for name, _ in rows]
    bodies = [[run for value in texts for run in value_runs(value)] for _, texts in rows]
    slots = [*names, *([[]] * (4 * len(rows))), *bodies]
    assert counts == [sum(map(len, runs)) for runs in slots]
    assert lines == "".join(run for runs in slots for run in runs)
    for slot, runs in enumerate(slots):
        first = sum(counts[:slot])
        expected: list[int] = []
        place = starts[slot]
        for run in runs:
            expected += range(place, place + len(run))
            place += len(run) + 1
        assert layout.positions[first : first + counts[slot]].tolist() == expected
        assert place <= starts[slot] + layout.lengths[slot]


def test_every_blank_is_a_separator() -> None:
    assert (membership(SEPARATORS) | ~membership(BLANKS)).all()


def _single_gaps(characters: list[str]) -> str:
    return "\0".join(part for part in "".join(characters).split("\0") if part)
