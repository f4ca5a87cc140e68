"""P008: an edition does not join on to the one before.

Catches releases whose `previous` names an edition that is not there, or whose hash is not that of the edition as it
stands now; two that name the same edition; and one that names none although an older one does. Editions from before
there was a chain name none, and are left alone.

Why: each edition states the hash of the one before, so that none can be altered, taken away or put in between
afterwards without the next one telling.

Bad: `previous: {release: r2015-11, record: 0000…}` where r2015-11 has another hash.

Good: what `wudan release` writes.

中文

本条查出接不上的发布版本：`previous` 所指的上一版不在了；上一版改过，校验值对不上；两个版本接在同一版之后；
前面的版本已经接成链，这一版却没有写上一版。有链以前发布的版本没有写上一版的，不算问题。

为什么：每一版都写明上一版的校验值，哪一版事后被改动、抽走、插入，下一版都能看出来。

反例：`previous: {release: r2015-11, record: 0000…}`，而 r2015-11 的校验值不是这个。

正例：由 `wudan release` 写入的内容。

怎样改：从 git 历史中恢复被改动或者删除的版本；不要手工修改已经发布的版本，确需更正的，另发一版。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.catalog.chain import breaks, chain_of
from wudan.rules.engine.problem import Problem, problem_at
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every edition that does not join on to the one before. One that cannot be read may be the one named."""
    placed = {one.record.id: one for one in catalog.of("release")}
    for broken in breaks(chain_of(catalog)):
        if broken.fault == "missing" and catalog.may_hold("release", broken.other):
            continue
        yield problem_at(
            placed[broken.link.id],
            *(("id",) if broken.fault == "unlinked" else ("previous",)),
            message=broken.fault,
            arguments={"other": broken.other},
            about=(broken.fault, broken.other),
        )


_RESTORE = Words(
    "从 git 历史中恢复 {other}；确需更正的，另发一版。",
    "Restore {other} from git; what has to be corrected is a new edition.",
)

RULE = CatalogRule(
    code="P008",
    level="error",
    title=Words("发布版本接不上", "Broken chain of editions"),
    messages={
        "missing": Message(
            Words("上一版 {other} 不在了。", "The edition before, {other}, is not there."),
            _RESTORE,
        ),
        "altered": Message(
            Words(
                "上一版 {other} 在这一版发布以后改过，校验值对不上。",
                "The edition before, {other}, was altered after this one was released: its hash is another.",
            ),
            _RESTORE,
        ),
        "forked": Message(
            Words("另一个版本已经接在 {other} 之后。", "Another edition follows {other} already."),
            Words(
                "撤下没有公布的那一个，用 wudan release 重新发布。",
                "Take out the one that was not published, and make it anew with wudan release.",
            ),
        ),
        "unlinked": Message(
            Words(
                "没有写上一版，而更早的 {other} 已经接成链。",
                "It names no edition before, although the older {other} does.",
            ),
            Words("用 wudan release 重新发布这一版。", "Make this edition anew with wudan release."),
        ),
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
    guards_site=True,
)
