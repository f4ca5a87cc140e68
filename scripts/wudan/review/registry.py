"""All formats of a review."""

from wudan.output.format import Formats
from wudan.review import comment, page
from wudan.review.request import Review

FORMATS: Formats[Review] = Formats(
    comment.FORMAT,
    page.FORMAT,
)
