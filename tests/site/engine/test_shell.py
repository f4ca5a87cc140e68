import pytest

from tests.support.project import HOSTILE
from wudan.site.engine.shell import Placeholders, ShellError, cut_shell, seal_placeholders

MARKS = seal_placeholders(["新密市五单一网"])


def shell_text(marks: Placeholders = MARKS, body: str | None = None) -> str:
    body = marks.word("body") if body is None else body
    return (
        f'<title>{marks.word("title")} - 站</title><meta content="{marks.word("description")}">'
        f'<link href="https://x.example/{marks.word("address")}"><h1>{marks.word("title")}</h1>{body}<p>end</p>'
    )


def test_every_slot_is_filled_and_the_rest_stands_as_it_was() -> None:
    page = cut_shell(shell_text(), MARKS).stamp(title="甲", description="乙", address="a/b/", body="<p>丙</p>")

    assert page.decode() == (
        '<title>甲 - 站</title><meta content="乙"><link href="https://x.example/a/b/"><h1>甲</h1><p>丙</p><p>end</p>'
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_title_and_description_stay_text(text: str) -> None:
    page = cut_shell(shell_text(), MARKS).stamp(title=text, description=text, address="a/", body="").decode()

    assert "<script" not in page
    assert page.count("</title>") == 1
    assert page.count("<") == shell_text(body="").count("<")
    assert page.count('"') == shell_text(body="").count('"')


def test_a_text_that_is_a_placeholder_stays_text() -> None:
    words = [MARKS.word(slot) for slot in ("title", "description", "address", "body")]

    page = cut_shell(shell_text(), MARKS).stamp(
        title=words[3], description=words[0], address="a/", body=f"<p>{' '.join(words)}</p>"
    )

    assert f"<title>{words[3]} - 站</title>" in page.decode()
    assert f"<p>{' '.join(words)}</p>" in page.decode()
    assert page.decode().count("https://x.example/a/") == 1


def test_addresses_are_written_as_addresses() -> None:
    page = cut_shell(shell_text(), MARKS).stamp(title="", description="", address='topics/firm/准营 "准办"/', body="")

    assert b'href="https://x.example/topics/firm/%E5%87%86%E8%90%A5%20%22%E5%87%86%E5%8A%9E%22/"' in page


def test_the_same_texts_seal_alike_and_others_otherwise() -> None:
    assert seal_placeholders(["a", "b"]) == seal_placeholders(["a", "b"])
    assert seal_placeholders(["a", "b"]) != seal_placeholders(["ab", ""])


@pytest.mark.parametrize(
    "html",
    [
        shell_text(body=""),
        shell_text(body=MARKS.word("body") * 2),
        shell_text() + MARKS.word("title").upper(),
        shell_text() + MARKS.word("title")[2:-2],
        shell_text() + f"<script>let x = '{MARKS.word('title')}'</script>",
        shell_text() + f"<style>.{MARKS.word('title')} {{}}</style>",
    ],
    ids=["no body", "two bodies", "upper case", "cut", "in a script", "in a style"],
)
def test_a_theme_that_cannot_be_stamped_is_refused(html: str) -> None:
    with pytest.raises(ShellError):
        cut_shell(html, MARKS)
