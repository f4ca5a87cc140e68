#!/usr/bin/env bash
# markdown-it-py 4.3.0 with linkify-it-py 2.2.0, pymdown-extensions 13.1.2 (magiclink), mistune 3.4.0
#
# One would expect: a bare address in a Chinese sentence ends at the full-width comma, as an address ends before an ASCII one.
# What happens: all three take the comma and the words behind it, up to the next space, into the link, which leads nowhere.
# For a list tool: put addresses in <…> or behind a space; never hand bare ones in Chinese text to an automatic linker.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python markdown==3.11.3 markdown-it-py==4.3.0 linkify-it-py==2.2.0 pymdown-extensions==13.1.2 mistune==3.4.0

cd "$sandbox"
python >seen <<'PY'
import re
from urllib.parse import unquote

import markdown
import markdown_it
import mistune

RENDER = {
    "markdown-it-py": markdown_it.MarkdownIt("gfm-like").render,
    "magiclink": lambda text: markdown.markdown(text, extensions=["pymdownx.magiclink"]),
    "mistune": mistune.create_markdown(plugins=["url"]),
}
for text in ("详见 https://example.org/guide, 另见附件", "详见 https://example.org/guide，另见附件。"):
    for name, render in RENDER.items():
        print(name, unquote(re.search('href="([^"]*)"', render(text)).group(1)))
PY
expect seen <<'SEEN'
markdown-it-py https://example.org/guide
magiclink https://example.org/guide
mistune https://example.org/guide
markdown-it-py https://example.org/guide，另见附件。
magiclink https://example.org/guide，另见附件。
mistune https://example.org/guide，另见附件。
SEEN
