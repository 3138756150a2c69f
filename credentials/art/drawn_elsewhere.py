"""A badge's picture that was drawn elsewhere and sent as a file: known by its content, credited to whoever made it."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from PIL import Image

from .badge_art import ArtRefused
from .choices import FORMAL_KINDS
from .drawing import CANVAS

PREFIX = "p."
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIELDS = frozenset({"picture", "author", "licence"})
JPEG_QUALITY = 88
_GREY = '<filter id="grey"><feColorMatrix type="saturate" values="0"/></filter>'
_FRAME = (
    '<rect x="9" y="9" width="494" height="494" rx="36" fill="none" stroke="#6b6b76" stroke-width="6" '
    'stroke-dasharray="17 12"/>'
)


@dataclass(frozen=True)
class DrawnElsewhere:
    """``digest`` is the SHA-256 of the PNG, in hex. Raises ``ArtRefused`` for anything else."""

    digest: str

    def __post_init__(self) -> None:
        if not _DIGEST.fullmatch(self.digest):
            raise ArtRefused("no such picture")

    @property
    def key(self) -> str:
        """A name for the picture, fit for a path, that never means another picture."""
        return f"{PREFIX}{self.digest}"

    @classmethod
    def from_key(cls, key: str) -> "DrawnElsewhere":
        """Raises ``ArtRefused`` for any text that is not exactly the key of such a picture."""
        return cls(key.removeprefix(PREFIX) if key.startswith(PREFIX) else "")

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, Any], kind: str) -> "DrawnElsewhere":
        """The picture of stored parameters. Raises ``ArtRefused``: a club badge is drawn here, so that it never looks
        like one that an issuer stands behind.
        """
        values = parameters.values()
        if (
            kind not in FORMAL_KINDS
            or parameters.keys() != _FIELDS
            or not all(type(one) is str for one in values)
        ):
            raise ArtRefused("unknown parameters")
        return cls(parameters["picture"])


def wrapped(png: bytes, *, title: str, outlined: bool = False) -> str:
    """The picture inside an SVG document of its own, so that it goes wherever a drawing goes. ``title`` is plain text.

    ``outlined`` is the badge that is not earned yet: grey and pale, in a dashed frame.
    """
    image = f'<image href="{_embedded(png)}" width="{CANVAS}" height="{CANVAS}"/>'
    if outlined:
        image = f'{_GREY}<g filter="url(#grey)" opacity=".3">{image}</g>{_FRAME}'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CANVAS} {CANVAS}" role="img">'
        f"<title>{escape(title)}</title>{image}</svg>"
    )


def resized(png: bytes, size: int) -> bytes:
    """The picture with ``size`` × ``size`` pixels, as PNG."""
    with Image.open(BytesIO(png), formats=("PNG",)) as picture:
        out = BytesIO()
        picture.resize((size, size), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _embedded(png: bytes) -> str:
    """A data address of a tenth of the PNG's size: JPEG where nothing shines through, else 256 colours."""
    out = BytesIO()
    with Image.open(BytesIO(png), formats=("PNG",)) as picture:
        if picture.getchannel("A").getextrema()[0] == 255:
            picture.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY, optimize=True)
            kind = "jpeg"
        else:
            picture.quantize(256, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
            kind = "png"
    return f"data:image/{kind};base64,{b64encode(out.getvalue()).decode()}"
