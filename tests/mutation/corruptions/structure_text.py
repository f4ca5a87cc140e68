"""What goes wrong in the text of a file: plain YAML, canonical form, its place, hidden characters, punctuation."""

import re
from collections.abc import Callable
from random import Random

from tests.mutation.city_draft import Draft
from tests.mutation.consequences import GONE
from tests.mutation.corruption import raises
from wudan.catalog.reading.reader import MAX_BYTES, MAX_DEPTH

PLAIN = re.compile(r"(?m)^( *(?:- )?[a-z_]+: )([\u4e00-\u9fff][^\n\"'#]*)$")
"""A line with a key and a plain Chinese text."""


def edit_line(draft: Draft, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str], path: str = "") -> None:
    """Put something else for any match in a file that has one."""
    paths = [path] if path else [one for one, text in draft.demo.texts.items() if pattern.search(text)]
    path = draft.random.choice(paths)
    text = draft.demo.texts[path]
    found = draft.random.choice(list(pattern.finditer(text)))
    draft.write(path, text[: found.start()] + instead(found) + text[found.end() :])


@raises("S001", GONE)
def tab_for_blanks(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^ {4}(?=\w)"), lambda _: "\t")


@raises("S001", GONE)
def tab_after_a_colon(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1].rstrip()}\t{found[2]}")


@raises("S001", GONE)
def anchor(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}&name {found[2]}")


@raises("S001", GONE)
def alias(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}*name")


@raises("S001", GONE)
def tag(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}!!str {found[2]}")


@raises("S001", GONE)
def merge_key(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  (?=[a-z_]+: )"), lambda found: f"{found[0]}<<: {{name: 甲}}\n{found[0]}")


@raises("S001", GONE)
def duplicate_key(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  [a-z_]+: [^\n|>]*$"), lambda found: f"{found[0]}\n{found[0]}")


@raises("S001", GONE)
def second_document(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)(?<=\n\n)- "), lambda found: f"---\n{found[0]}")


@raises("S001", GONE)
def directive(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, f"%YAML 1.1\n---\n{draft.demo.texts[path]}")


@raises("S001", GONE)
def open_bracket(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)[\]}]$"), lambda _: "")


@raises("S001", GONE)
def open_quotation(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f'{found[1]}"{found[2]}')


@raises("S001", GONE)
def wide_colon(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^(  [a-z_]+): (?=[\u4e00-\u9fff])"), lambda found: f"{found[1]}：")


@raises("S001", GONE)
def wrong_indentation(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^  (?=[a-z_]+: [^\n]*\n  [a-z_])"), lambda _: " ")


@raises("S001", GONE)
def bad_bytes(draft: Draft) -> None:
    path = draft.path()
    content = draft.demo.contents[path]
    place = draft.random.randrange(100, len(content))
    draft.write(path, content[:place] + b"\xff" + content[place:])


@raises("S001", GONE)
def gbk(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].encode("gb18030"))


@raises("S001", GONE)
def byte_order_mark(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, f"\ufeff{draft.demo.texts[path]}")


@raises("S001", GONE)
def too_deep(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}{'[' * MAX_DEPTH}{']' * MAX_DEPTH}")


@raises("S001", GONE)
def too_large(draft: Draft) -> None:
    path = draft.path()
    missing = MAX_BYTES + 1 - len(draft.demo.contents[path])
    draft.write(path, f"{draft.demo.texts[path]}#{'-' * (missing - 2)}\n")


@raises("S005")
def two_blanks_after_a_colon(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]} {found[2]}")


@raises("S005")
def needless_quotation_marks(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[1]}'{found[2]}'")


@raises("S005")
def no_line_feed_at_the_end(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].rstrip("\n"))


@raises("S005")
def line_breaks_of_another_system(draft: Draft) -> None:
    path = draft.path()
    draft.write(path, draft.demo.texts[path].replace("\n", "\r\n"))


@raises("S006")
def stray_file(draft: Draft) -> None:
    name = draft.random.choice(["清单.xlsx", "approvals/wjw.yml~", "fees/notes.txt", "new/wjw.yml", "powers/wjw.yaml"])
    draft.write(name, "[]\n")


@raises("S006")
def file_of_an_unknown_department(draft: Draft) -> None:
    kind = draft.random.choice(["approvals", "powers", "fees", "funds"])
    draft.write(f"{kind}/{draft.random.choice(['wjj', 'nobody', 'zjjj'])}.yml", "[]\n")


@raises("S006")
def name_that_not_every_system_holds(draft: Draft) -> None:
    names = ["a b", "-n", "aux", "a\\b", "$(x)", "a\nb", "a\u202eb", "a\u200bb", "a;b", "列" * 50, "a`b"]
    draft.write(f"approvals/wjw/{draft.random.choice(names)}.yml", "[]\n")


@raises("S006")
def name_that_differs_by_case_alone(draft: Draft) -> None:
    draft.write("approvals/wjw/list.yml", "[]\n")
    draft.write("approvals/wjw/List.yml", "[]\n")


@raises("S006")
def id_other_than_the_file_name(draft: Draft) -> None:
    record = draft.pick(draft.random.choice(["service", "statistics", "baseline"]))
    record["id"] += "-x"


# Texts on which nothing else depends: they are neither names that others know nor references.
LOOSE = re.compile(r"(?m)^( +(?:- )?(?:note|duty|payer|standard|summary|scope|purpose): )([\u4e00-\u9fff][^\n\"'#]*)$")


def insert(found: re.Match[str], random: Random, what: str) -> str:
    place = random.randrange(1, len(found[2]))
    return f"{found[1]}{found[2][:place]}{what}{found[2][place:]}"


@raises("S007")
def zero_width_character(draft: Draft) -> None:
    hidden = draft.random.choice("\u200b\u200c\u2060\u00ad")
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, hidden))


@raises("S007")
def turned_direction(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\u202e"))


@raises("S007")
def unusual_blank(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\u00a0"))


@raises("S007")
def character_of_private_use(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\ue123"))


@raises("S007", GONE)
def control_character(draft: Draft) -> None:
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, "\x07"))


@raises("S007")
def hidden_character_in_a_comment(draft: Draft) -> None:
    edit_line(draft, PLAIN, lambda found: f"{found[0]} # 已核\u200b对")


@raises("S007")
def cyrillic_letter_in_an_address(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(https://xinmi.ex)a(mple/)"), lambda found: f"{found[1]}а{found[2]}")


@raises("S007", "Q005 S005")  # what looks like no number needs no quotation marks
def wide_digit_in_a_telephone_number(draft: Draft) -> None:
    edit_line(draft, re.compile(r'(phone: "0371-)0'), lambda found: f"{found[1]}０")


@raises("S008")
def half_width_comma(draft: Draft) -> None:
    edit_line(
        draft,
        re.compile(r"(?m)^( +(?:note|duty|payer|scope): [\u4e00-\u9fff]+)，(?=[\u4e00-\u9fff][^\n\"'#]*$)"),
        lambda found: f"{found[1]},",
    )


@raises("S008")
def mixed_brackets(draft: Draft) -> None:
    edit_line(draft, re.compile(r"(?m)^( +(?:note|duty|payer): [\u4e00-\u9fff]*)（"), lambda found: f"{found[1]}(")


@raises("S008")
def brackets_of_a_document_number(draft: Draft) -> None:
    left, right = draft.random.choice([*zip("[(（【［（〔", "])）】］〕）", strict=True)])
    number = re.compile(r"(?m)^( +(?:- )?[a-z]+: [\u4e00-\u9fff]+)〔([0-9]{4})〕(?=[0-9]+号)")
    edit_line(draft, number, lambda found: f"{found[1]}{left}{found[2]}{right}")


@raises("S008")
def wide_digits(draft: Draft) -> None:
    number = "".join(draft.random.choices("０１２３４５６７８９", k=3))
    edit_line(draft, LOOSE, lambda found: insert(found, draft.random, number))


@raises("S008")
def blank_between_characters(draft: Draft) -> None:
    edit_line(
        draft,
        re.compile(r"(?m)^( +(?:note|duty|payer|scope): [\u4e00-\u9fff]+)(?=[\u4e00-\u9fff][^\n\"'#]*$)"),
        lambda found: f"{found[1]} ",
    )
