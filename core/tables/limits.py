"""How large a list of people may be (the limits the product publishes: 1 MB, 2,000 rows, 20 columns)."""

from dataclasses import dataclass

MAX_BYTES = 1_048_576
MAX_ROWS = 2_000
MAX_COLUMNS = 20
MAX_CELL_CHARACTERS = 2_000
MAX_NAME_CHARACTERS = 100
MAX_PARTS = 200
MAX_UNPACKED_BYTES = 10 * 1_048_576
MAX_UNPACKING_RATIO = 200
# Title lines, headings and lines below the list that a file may have beside its people.
ROWS_AROUND_THE_LIST = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading; the first row, column or byte above a bound refuses the whole file.

    `file_bytes` counts the upload as it arrived (for pasted text, its UTF-8 form); `rows` counts people, not
    title lines or footers; `parts`, `unpacked_bytes` and `unpacking_ratio` concern the ZIP archive that an
    XLSX file is, and are read from its directory before anything is unpacked.
    """

    file_bytes: int = MAX_BYTES
    rows: int = MAX_ROWS
    columns: int = MAX_COLUMNS
    cell_characters: int = MAX_CELL_CHARACTERS
    parts: int = MAX_PARTS
    unpacked_bytes: int = MAX_UNPACKED_BYTES
    unpacking_ratio: int = MAX_UNPACKING_RATIO


PUBLISHED_LIMITS = Limits()
