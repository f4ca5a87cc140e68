"""What goes wrong in the figures that a city prints."""

from tests.mutation.city_draft import Draft, Record
from tests.mutation.corruption import raises


def sound_figures(draft: Draft) -> Record:
    def is_sound(statistics: Record) -> bool:
        cases = statistics.get("cases") or {}
        keys = {"immediate", "promised", "reported"}
        return keys <= cases.keys() and sum(cases[key] for key in keys) == cases["finished"]

    cases: Record = draft.pick("statistics", is_sound)["cases"]
    return cases


@raises("N001")
def part_that_does_not_fit(draft: Draft) -> None:
    sound_figures(draft)[draft.random.choice(["immediate", "promised", "reported"])] += draft.random.randint(1, 900)


@raises("N001")
def total_that_does_not_fit(draft: Draft) -> None:
    sound_figures(draft)["finished"] -= draft.random.randint(1, 900)


@raises("N002")
def more_finished_than_accepted(draft: Draft) -> None:
    cases = sound_figures(draft)
    cases["accepted"] = cases["finished"] - draft.random.randint(1, 900)


@raises("N003")
def rate_of_another_year(draft: Draft) -> None:
    sound_figures(draft)["rate"] = draft.random.choice([98, 97.5, 12])


@raises("N004")
def count_that_the_lists_do_not_have(draft: Draft) -> None:
    statistics = draft.pick("statistics", lambda one: any("measure" in claim for claim in one.get("claims", ())))
    claim = next(claim for claim in statistics["claims"] if "measure" in claim)
    claim["count"] += draft.random.choice([-2, -1, 1, 7])


@raises("N005")
def balance_that_does_not_close(draft: Draft) -> None:
    balance = draft.pick("statistics", lambda one: one.get("balances"))["balances"][0]
    balance[draft.random.choice([key for key, value in balance.items() if isinstance(value, int)])] += 1
