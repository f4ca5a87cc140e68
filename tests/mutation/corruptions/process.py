"""What goes wrong on the way to an edition: releases, waivers, what may not be shown."""

from tests.mutation.city_draft import Draft
from tests.mutation.corruption import raises

RELEASE = {
    "id": "r2015-12", "on": "2015-12-28", "document": "新密政文〔2015〕120号", "approved_by": "新密市人民政府",
    "notice_since": "2015-12-01", "notice_until": "2015-12-10", "legal_review": "2015-12-15", "hash": "0" * 64,
}  # fmt: skip


@raises("P001")
def release_without_approval(draft: Draft) -> None:
    missing = draft.random.choice(["on", "document", "approved_by"])
    draft.write_data("releases/r2015-12.yml", {key: value for key, value in RELEASE.items() if key != missing})


@raises("P001")
def release_before_its_review(draft: Draft) -> None:
    key = draft.random.choice(["notice_since", "notice_until", "legal_review"])
    draft.write_data("releases/r2015-12.yml", {**RELEASE, key: "2015-12-30"})


def waive(draft: Draft, without: str = "", **own: str) -> None:
    """Add a waiver for a finding of the city."""
    fingerprint = draft.random.choice([one for code, one in draft.demo.findings if not code.startswith("P")])
    waiver = {"fingerprint": fingerprint, "reason": "过渡期内保留", "document": "新编〔2015〕12号",
              "approver": "市编办", "until": "2016-06-30", **own}  # fmt: skip
    draft.write_data("waivers/wjw.yml", [{key: value for key, value in waiver.items() if key != without}])


@raises("P002")
def waiver_that_accepts_nothing(draft: Draft) -> None:
    waive(draft, fingerprint=f"b009-{draft.random.getrandbits(64):016x}")


@raises("P003")
def waiver_past_its_day(draft: Draft) -> None:
    waive(draft, until=draft.random.choice(["2015-12-30", "2014-06-30"]))


@raises("P004")
def waiver_without_a_ground(draft: Draft) -> None:
    waive(draft, without=draft.random.choice(["reason", "document", "approver"]))


@raises("P006")
def secret_entry(draft: Draft) -> None:
    draft.pick(draft.random.choice(["approvals", "powers", "fees", "funds", "negative"]))["secret"] = True


@raises("P008")
def edition_that_does_not_join_on(draft: Draft) -> None:
    previous = draft.random.choice(
        [
            {"release": "r2014-12", "record": "0" * 64},
            {"release": "r2015-11", "record": f"{draft.random.getrandbits(256):064x}"},
        ]
    )
    draft.write_data("releases/r2015-12.yml", {**RELEASE, "previous": previous})
