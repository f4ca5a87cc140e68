"""P004: a waiver without reason, document or approver.

Catches waivers that do not say why the departure was accepted, on what document, or by whom.

Why: an exception is only as good as its ground. Without one nobody can judge later whether it still holds.

Source: the practice of the review: 说明理由，注明文号和批准单位.

Bad: a waiver with `fingerprint` and `until` alone.

Good:

    - fingerprint: b009-3f9c1a2b4d5e6f70
      reason: 省厅统一延长检测周期
      document: 新编〔2015〕12号
      approver: 市编办
      until: "2016-06-30"

中文

本条查出没有写明理由、依据文件或者批准单位的说明保留。

为什么：例外要有理由才站得住。没有写明的，以后谁也无法判断它是否还成立。

反例：只写了 `fingerprint` 和 `until`。

怎样改：补上 reason、document、approver。
"""

from collections.abc import Iterator

from wudan.catalog.catalog import Catalog
from wudan.rules.engine.about import Texts
from wudan.rules.engine.problem import Problem, place_of
from wudan.rules.engine.rule import CatalogRule, Message
from wudan.words import Words

_REQUIRED = {
    "reason": Words("保留理由（reason）", "reason"),
    "document": Words("依据文件（document）", "document"),
    "approver": Words("批准单位（approver）", "approver"),
}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Give every waiver that lacks one of the three, once for each."""
    for waiver in catalog.of("waivers"):
        for key, words in _REQUIRED.items():
            if getattr(waiver.record, key) is None:
                yield Problem(
                    place_of(waiver, "fingerprint"),
                    arguments={"fingerprint": waiver.record.fingerprint, "missing": words},
                    about=Texts((waiver.record.fingerprint, key)),
                    list=waiver.kind.id,
                )


RULE = CatalogRule(
    code="P004",
    level="error",
    title=Words("说明保留不完整", "Waiver without its ground"),
    messages={
        "message": Message(
            Words("说明保留 {fingerprint} 没有写明{missing}。", "The waiver {fingerprint} has no {missing}."),
            Words("补上；没有依据的，不能保留。", "Add it; without a ground nothing is accepted."),
        )
    },
    check=check,
    page=__doc__,
    is_acceptable=False,
)
