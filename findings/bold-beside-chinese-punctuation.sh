#!/usr/bin/env bash
# Markdown 3.11.3, markdown-it-py 4.3.0, mistune 3.4.0
#
# One would expect: **…** is bold in every Markdown, above all in one line without other marks.
# What happens: where the bold text begins or ends with Chinese punctuation and Chinese goes on beside it, readers that follow
# CommonMark show the asterisks; Python-Markdown makes it bold. The rule counts on spaces between words.
# For a list tool: a report that looks right on a site of MkDocs shows asterisks as a comment on a forge. Make whole cells or
# lines bold, or put the punctuation outside.
set -euo pipefail
. "$(dirname "$0")/lib/sandbox.sh"

with_python markdown==3.11.3 markdown-it-py==4.3.0 mistune==3.4.0

cd "$sandbox"
python >seen <<'PY'
import markdown
import markdown_it
import mistune

RENDER = {"Markdown": markdown.markdown, "markdown-it-py": markdown_it.MarkdownIt().render, "mistune": mistune.html}
for text in ("时限**20个工作日**内办结", "时限**20个工作日。**逾期视为同意", "依据**《条例》**办理"):
    for name, render in RENDER.items():
        print(name, render(text).strip())
PY
expect seen <<'SEEN'
Markdown <p>时限<strong>20个工作日</strong>内办结</p>
markdown-it-py <p>时限<strong>20个工作日</strong>内办结</p>
mistune <p>时限<strong>20个工作日</strong>内办结</p>
Markdown <p>时限<strong>20个工作日。</strong>逾期视为同意</p>
markdown-it-py <p>时限**20个工作日。**逾期视为同意</p>
mistune <p>时限**20个工作日。**逾期视为同意</p>
Markdown <p>依据<strong>《条例》</strong>办理</p>
markdown-it-py <p>依据**《条例》**办理</p>
mistune <p>依据**《条例》**办理</p>
SEEN
