"""What the index knows of one entry of the catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One entry to be found: where it is, what it is called, what it says.

    `list` and `id` together are unique. `address` is relative to the root of the site, such as
    `approvals/wjw-xk-003/`. The texts of a field are kept apart, so that no match runs across two of them.
    `facets` maps a facet's id (`list`, `department`, `type`, `served`, `topic`, `case_type`, `fee`, `place`,
    `days`) to the labels that the entry has there; an entry without a facet is not counted in it. The label in
    `list` is also what hits of that list are said to come from.
    """

    list: str
    id: str
    address: str
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    department: str = ""
    topics: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
