#!/usr/bin/env bash
# mkdocs 1.6.1, mkdocs-material 9.8.2 (search in Chinese with jieba 0.42.1), playwright 1.65.2 with Chromium
#
# One would expect: with the language zh and jieba installed, the words of a permit's name find the permit.
# What happens: the index is cut into words when the site is built, the query is cut otherwise in the browser. 施工许可 does not
# find 建筑工程施工许可证核发, which holds it, but a page on lamp posts that holds 施工 and 许可 apart; a part of a word (可证)
# finds nothing.
# For a list tool: test search with the names that people type, for "no result" and "a result" are both wrong here.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/sandbox.sh"

need chromium
with_python mkdocs==1.6.1 mkdocs-material==9.8.2 jieba==0.42.1 playwright==1.65.2

cd "$sandbox"
mkdir docs
echo '# 首页' >docs/index.md
printf '# 建筑工程施工许可证核发\n\n由主管部门办理。\n' >docs/permit.md
printf '# 路灯迁移\n\n施工前应当告知。有许可的除外。\n' >docs/lamps.md
cat >mkdocs.yml <<'YAML'
site_name: list
theme: {name: material, language: zh, font: false, features: [search.share]}
plugins: [{search: {lang: zh}}]
use_directory_urls: false
YAML
NO_MKDOCS_2_WARNING=1 quietly mkdocs build
PYTHONPATH=$here/lib python >seen <<'PY'
from urllib.parse import quote

from browser import opened

with opened("site") as (page, address):
    for query in ("施工许可证", "施工许可", "施工", "可证"):
        page.goto(f"{address}/index.html?q={quote(query)}")
        page.wait_for_function("/结果$/.test(document.querySelector('.md-search-result__meta').textContent.trim())")
        links = page.eval_on_selector_all(".md-search-result__link", "links => links.map(link => link.pathname)")
        print(query, sorted(links))
PY
expect seen <<'SEEN'
施工许可证 ['/lamps.html', '/permit.html']
施工许可 ['/lamps.html']
施工 ['/lamps.html']
可证 []
SEEN
