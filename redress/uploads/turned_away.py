"""Why a file is not kept."""


class TurnedAway(Exception):
    """This file may not be kept. `code` names the reason; the words live with the pages."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
