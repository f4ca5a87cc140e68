"""One change of one decision, as it is folded into the baseline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wudan.catalog.catalog import Catalog, Placed
from wudan.catalog.document import DataPath
from wudan.catalog.model.reform import Adjustment, Change
from wudan.words import Words

CHANGE_WORDS: Mapping[str, Words] = {
    "cancel": Words("取消", "cancelled"),
    "delegate_down": Words("下放", "delegated"),
    "take_over": Words("承接", "taken over"),
    "merge": Words("合并", "merged"),
    "split": Words("拆分", "split"),
    "rename": Words("更名", "renamed"),
    "transfer": Words("调整实施机关", "transferred"),
    "convert": Words("转类型", "converted"),
    "amend": Words("要素变更", "amended"),
    "suspend": Words("暂停", "suspended"),
    "resume": Words("恢复实施", "resumed"),
    "add": Words("新增", "added"),
    "restore": Words("恢复", "restored"),
    "post": Words("前置改后置", "moved behind registration"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """A change and the adjustment that makes it. `index` is its place among the adjustment's changes."""

    adjustment: Placed[Adjustment]
    index: int

    @property
    def change(self) -> Change:
        """What is changed."""
        return self.adjustment.record.changes[self.index]

    @property
    def document(self) -> str:
        """The number of the document."""
        return self.adjustment.record.document

    @property
    def effective_on(self) -> str:
        """The day (YYYY-MM-DD) from which the change holds: its own, else the document's."""
        return self.change.effective_on or self.adjustment.record.date

    @property
    def path(self) -> DataPath:
        """The path of the change in the adjustment's file."""
        return ("changes", self.index)

    @property
    def words(self) -> Words:
        """What the decision does, as one says it of an item; of merging and splitting also 原3项→现1项."""
        words = CHANGE_WORDS[self.change.kind]
        if self.change.kind not in ("merge", "split"):
            return words
        taken, given = len(self.change.from_), len(self.change.to)
        return Words(f"{words.zh}（原{taken}项→现{given}项）", f"{words.en} ({taken} → {given})")

    def binds(self, level: str) -> bool:
        """Say whether the decision is addressed to that level of government and is about items of that level."""
        levels = self.adjustment.record.binds
        return (not levels or level in levels) and (
            self.change.from_level in (None, level) or self.change.to_level == level or self.change.kind == "take_over"
        )


def decisions_of(catalog: Catalog) -> Iterator[Decision]:
    """Give every change of every adjustment, by effective day, then file name, then order in the file."""
    found = [
        Decision(placed, index) for placed in catalog.of("adjustment") for index in range(len(placed.record.changes))
    ]
    yield from sorted(found, key=lambda one: (one.effective_on, one.adjustment.document.path, one.index))
