"""Reads XML of unknown origin as a run of events: no document type, so no entities and nothing from outside."""

from xml.parsers import expat

from wudan.tables.sheet import TableRefusedError


class Handler:
    """What is told of each element. Names of elements and attributes come without their namespace.

    A handler overrides what it has an ear for.
    """

    __slots__ = ()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take a piece of text; a text may come in several."""


class _LocalNames(dict[str, str]):
    """Names without their namespace, each cut once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(" ")[2]
        return local


def read_xml(content: bytes | str, handler: Handler, part: str, *, has_prefixes: bool = True) -> None:
    """Tell a handler what an XML document holds. `part` names the document where it must be refused.

    Where no attribute that counts has a prefix, `has_prefixes` may be False, which saves time.

    Raises TableRefusedError where the document is no well-formed XML, has a document type, or holds a value that the
    handler cannot read (ValueError).
    """
    names = _LocalNames()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        handler.start(names[name], {names[key]: value for key, value in attributes.items()} if attributes else {})

    def refuse(*_: object) -> None:
        raise TableRefusedError("broken_part", part=part)

    def start_plain(name: str, attributes: dict[str, str]) -> None:
        handler.start(names[name], attributes)

    parser.StartElementHandler = start if has_prefixes else start_plain
    parser.EndElementHandler = lambda name: handler.end(names[name])
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError, OverflowError):
        raise TableRefusedError("broken_part", part=part) from None
