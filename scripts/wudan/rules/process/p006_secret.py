"""P006: an entry marked as secret in what is published.

Catches entries of the five lists with `secret: true`.

Why: the whole catalog is public, its history included. What is secret may not come in at all.

Source: 保守国家秘密法; 政府信息公开条例.

Bad: `secret: true`.

Good: the entry is not in the catalog.

中文

本条查出标为涉密的条目。

为什么：整个目录连同修改记录都是公开的，涉密的内容根本不能放进来。

依据：《保守国家秘密法》《政府信息公开条例》。

反例：`secret: true`。

正例：涉密的条目不写进目录。

怎样改：立即删去，并报告保密部门；已经提交到仓库的，修改记录也要清除。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.model.base import Entry
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import ItemRule, Message
from wudan.words import Words


def check(placed: Placed[Entry], catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    """Give an entry that is marked as secret."""
    if placed.record.secret:
        yield problem_at(placed, "secret", about=("secret",))


RULE = ItemRule(
    code="P006",
    level="error",
    title=Words("涉密条目", "Secret entry"),
    messages={
        "message": Message(
            Words("涉密事项不能放入公开目录。", "A secret entry may not be in a public catalog."),
            Words("立即删去，并报告保密部门。", "Remove it at once and tell those responsible."),
        )
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
