"""A proof as JSON; `wudan schema proof` prints the schema."""

from typing import Any

import msgspec

from wudan.output.format import Format
from wudan.proof.proof import About, Outcome, Proof
from wudan.words import Language


class ToldCheck(msgspec.Struct, frozen=True):
    """One check: what it is about, what came of it, the edition that it is about (or none), what is said of it."""

    about: About
    outcome: Outcome
    edition: str
    message: str


class Summary(msgspec.Struct, frozen=True):
    """How many checks came out how, and the one line over them all."""

    proved: int
    failed: int
    unproved: int
    text: str


class Told(msgspec.Struct, frozen=True):
    """A proof as programs read it."""

    checks: tuple[ToldCheck, ...]
    summary: Summary


def write(proof: Proof, language: Language) -> str:
    """Give the proof as one line of JSON (UTF-8)."""
    checks = tuple(ToldCheck(one.about, one.outcome, one.edition, one.text(language)) for one in proof.checks)
    proved, failed, unproved = (len(proof.of(outcome)) for outcome in ("proved", "failed", "unproved"))
    told = Told(checks, Summary(proved, failed, unproved, proof.summary(language)))
    return msgspec.json.encode(told).decode() + "\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that a proof obeys."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Told)}


FORMAT = Format("json", "json", write, schema=schema)
