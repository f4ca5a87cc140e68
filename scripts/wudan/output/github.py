"""Workflow commands of GitHub Actions, in which no text of a catalog is a command."""

from collections.abc import Mapping

# What would end a message or a property, or begin a command of its own (actions/toolkit, command encoding).
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Give one workflow command, in which no text can end a property or begin another command."""
    written = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {written}::{_escaped(message, _DATA)}"


def _escaped(text: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
