"""Items that were merged in the lists, whether a decision says so or not."""

from wudan.baseline.comparison import Comparison
from wudan.baseline.effective import Standing


def is_merged_away(comparison: Comparison, standing: Standing) -> bool:
    """Say whether the item of an entry was given up in favour of another item (`replaced_by`, `replaces`)."""
    tombstone = comparison.tombstones.get(standing.entry.id)
    if tombstone is None:
        return False
    ended = tombstone.record.ended
    own_id = tombstone.record.id
    return bool(ended and ended.replaced_by) or any(own_id in pair.item.record.replaces for pair in comparison.pairs)
