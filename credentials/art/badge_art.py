"""The parameters of a badge's picture, and the address under which it may be kept for ever."""

from dataclasses import dataclass, fields
from typing import Any

from .choices import KINDS, SYMBOLS, Kind, ribbons_for, shapes_for
from .palettes import PALETTES

#: Rises when the same parameters are drawn in another way, so that addresses of pictures stay true for ever.
DRAWING_VERSION = 1


class ArtRefused(ValueError):
    """A combination nobody may draw: an unknown name, or a shape of another kind of badge."""


@dataclass(frozen=True)
class BadgeArt:
    """The parameters of a picture, by their names in ``choices`` and ``palettes``.

    Raises ``ArtRefused`` for an unknown name, or for a shape or ribbon that this kind of badge may not have.
    """

    shape: str
    palette: str
    symbol: str
    ribbon: str = "none"
    kind: Kind = "digital_badge"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ArtRefused(f"no such kind: {self.kind!r}")
        allowed = {
            "shape": shapes_for(self.kind),
            "palette": PALETTES,
            "symbol": SYMBOLS,
            "ribbon": ribbons_for(self.kind),
        }
        for name, choices in allowed.items():
            if getattr(self, name) not in choices:
                raise ArtRefused(f"no such {name} for a {self.kind}: {getattr(self, name)!r}")

    @property
    def key(self) -> str:
        """A name for the picture, fit for a path: it says all there is to know and never means another
        picture.

        ``1.microcredential.rosette.kotylion.users-four.band``; the number is the version of the drawing.
        """
        return f"{DRAWING_VERSION}.{self.kind}.{self.shape}.{self.palette}.{self.symbol}.{self.ribbon}"

    @classmethod
    def from_key(cls, key: str) -> "BadgeArt":
        """The art of a key. Raises ``ArtRefused`` for any text that is not exactly the key of a picture."""
        parts = key.split(".")
        if len(parts) != 6 or parts[0] != str(DRAWING_VERSION):
            raise ArtRefused("no such picture")
        _, kind, shape, palette, symbol, ribbon = parts
        return cls(shape, palette, symbol, ribbon, kind)  # type: ignore[arg-type]  # checked as it is made

    @classmethod
    def from_parameters(cls, parameters: dict[str, Any], kind: Kind) -> "BadgeArt":
        """The art of stored parameters: shape, palette, symbol and ribbon. Raises ``ArtRefused``."""
        names = {field.name for field in fields(cls)} - {"kind"}
        if not parameters.keys() <= names or not all(isinstance(value, str) for value in parameters.values()):
            raise ArtRefused("unknown parameters")
        try:
            return cls(**parameters, kind=kind)
        except TypeError as error:
            raise ArtRefused("missing parameters") from error
