"""A proof as text for people: what was looked at line by line, then what it comes to."""

from collections.abc import Mapping

from wudan.output.format import Format
from wudan.proof.proof import Outcome, Proof
from wudan.words import Language, Words

_MARKS: Mapping[Outcome, Words] = {
    "failed": Words("没有通过：{text}", "failed: {text}"),
    "proved": Words("已证明：{text}", "proved: {text}"),
    "unproved": Words("没有证明：{text}", "not proved: {text}"),
}


def write(proof: Proof, language: Language) -> str:
    """Give a line for each check, what does not hold at the end where it is seen, and the one line over them all."""
    lines = [
        _MARKS[outcome].write(language, {"text": check.text(language)})
        for outcome in ("proved", "unproved", "failed")
        for check in proof.of(outcome)
    ]
    return "\n".join((*lines, proof.summary(language))) + "\n"


FORMAT = Format("text", "txt", write)
