"""`python -m tools.print_fonts`: Onest (SIL OFL 1.1) as two whole static faces to print with, and their letters.

The front's package brings one variable font cut by scripts; a typesetter wants one file a weight. Run it again when the
package changes; what it writes stands in the repository, so that printing needs no build of the front.
"""

from __future__ import annotations

import shutil
import tempfile
from itertools import groupby
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tools.places import FRONTEND, ROOT

PACKAGE = FRONTEND / "node_modules" / "@fontsource-variable" / "onest"
FONTS = ROOT / "core" / "printing" / "fonts"
SCRIPTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "math", "symbols")
WEIGHTS = {400: "Regular", 700: "Bold"}
# Their lookups are numbered by script and do not merge; nothing that is printed needs them.
LEFT_OUT = ("GSUB", "GDEF", "STAT")


def _face(script: str, weight: int, folder: Path) -> Path:
    """One script at one weight as a font of its own."""
    font = TTFont(PACKAGE / "files" / f"onest-{script}-wght-normal.woff2")
    font.flavor = None
    font = instantiateVariableFont(font, {"wght": weight})
    for table in LEFT_OUT:
        if table in font:
            del font[table]
    path = folder / f"{script}-{weight}.ttf"
    font.save(path)
    return path


def _named(font: TTFont, weight: int) -> None:
    font["OS/2"].usWeightClass = weight
    for record in font["name"].names:
        if record.nameID in (2, 17):
            record.string = WEIGHTS[weight]
        elif record.nameID == 4:
            record.string = f"Onest {WEIGHTS[weight]}"
        elif record.nameID == 6:
            record.string = f"Onest-{WEIGHTS[weight]}"


def _ranges(letters: set[int]) -> str:
    """Ranges in hexadecimal, one a line: "20-7e"."""
    lines = []
    for _, run in groupby(enumerate(sorted(letters)), lambda pair: pair[1] - pair[0]):
        found = [letter for _, letter in run]
        lines.append(f"{found[0]:x}-{found[-1]:x}")
    return "\n".join(lines) + "\n"


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    letters: set[int] | None = None
    with tempfile.TemporaryDirectory() as name:
        for weight in WEIGHTS:
            font = Merger().merge([str(_face(script, weight, Path(name))) for script in SCRIPTS])
            _named(font, weight)
            font.save(FONTS / f"onest-{weight}.ttf")
            drawn = set(font.getBestCmap())
            letters = drawn if letters is None else letters & drawn
    (FONTS / "letters.txt").write_text(_ranges(letters or set()), encoding="ascii")
    shutil.copy(PACKAGE / "LICENSE", FONTS / "OFL.txt")


if __name__ == "__main__":
    main()
