"""What MkDocs has to say while a site is built, on the terminal of whoever builds it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from wudan.words import visible


class _Line(logging.Formatter):
    """The level and the message, in which no text of a page can act on the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(visible, f"{record.levelname} - {record.getMessage()}".split("\n")))


@contextmanager
def log_shown(level: int) -> Iterator[None]:
    """Print messages of MkDocs from that level on to standard error, as long as the block runs."""
    logger = logging.getLogger("mkdocs")
    handler, level_before = logging.StreamHandler(), logger.level
    handler.setFormatter(_Line())
    handler.setLevel(level)
    logger.addHandler(handler)
    logger.setLevel(min(level, logging.WARNING))
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level_before)
