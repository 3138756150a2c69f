"""Why a file is not taken."""


class FileRefused(ValueError):
    """`code` is stable: FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE, FILE_BROKEN."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
