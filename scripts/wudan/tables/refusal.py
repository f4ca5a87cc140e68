"""A cell that does not say what its column asks for."""


class CellRefusedError(Exception):
    """A cell does not say what its column asks for. `message` names a message of the remarks, `arguments` fill it."""

    def __init__(self, message: str, **arguments: object) -> None:
        super().__init__(message)
        self.message = message
        self.arguments = arguments
