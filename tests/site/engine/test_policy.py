from base64 import b64encode
from hashlib import sha256

import pytest

from wudan.site.engine.policy import allow_script, policy_of, with_policy
from wudan.site.engine.shell import cut_shell, seal_placeholders

SECOND = 'second("中文")'

PAGE = """<!doctype html><html><head>
<script>first()</script><script src="a.js"></script>
<style>p{}</style></head><body><script type="application/json">{"data": 1}</script><script>first()</script>
<script type="module">second("中文")</script></body></html>"""


def source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_what_stands_inline_is_allowed_once_by_its_hash_and_data_is_not() -> None:
    policy = policy_of(PAGE)

    assert f"script-src 'self' {source('first()')} {source(SECOND)};" in policy
    assert f"style-src 'self' {source('p{}')};" in policy
    assert source('{"data": 1}') not in policy


def test_nothing_is_allowed_wholesale() -> None:
    policy = policy_of(PAGE)

    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_the_policy_comes_first_in_the_head() -> None:
    page = with_policy(PAGE)

    assert page.split("<head>")[1].lstrip().startswith('<meta http-equiv="Content-Security-Policy"')


def test_a_page_without_a_head_is_refused() -> None:
    with pytest.raises(ValueError, match="head"):
        with_policy("<p>text</p>")


def test_a_script_in_the_text_of_a_stamped_page_is_not_allowed() -> None:
    marks = seal_placeholders([])
    shell = with_policy(PAGE.replace("<body>", f"<body>{marks.word('body')}"))

    page = cut_shell(shell, marks).stamp(title="", description="", address="", body="<script>evil()</script>").decode()

    assert "<script>evil()</script>" in page
    assert source("evil()") not in page


def test_a_development_server_may_add_its_own_script() -> None:
    page = allow_script(with_policy(PAGE).encode(), b"reload()").decode()

    assert source("reload()") in page.split("style-src")[0]
    assert page.replace(f" {source('reload()')}", "") == with_policy(PAGE)
