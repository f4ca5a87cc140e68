"""What MkDocs shows of an error of this project."""

from mkdocs.exceptions import Abort

from wudan.failure import Failure


class Refused(Abort):
    """A failure on its way through MkDocs: its message, exit code 1, no traceback."""

    def __init__(self, error: Failure) -> None:
        super().__init__(str(error))
        self.error = error
