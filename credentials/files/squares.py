"""A picture for a badge: a square with a ground that may shine through, always of one size."""

from io import BytesIO

from PIL import Image

from credentials.files.refused import FileRefused

SIDE = 512
LEAST_SIDE = 256


def squared(clean: bytes) -> Image.Image:
    """A clean photo (`clean_photo`) as RGBA of 512 × 512; what is not square gets a clear margin, nothing is cut off.

    Raises FileRefused FILE_TOO_SMALL when its longer side has less than 256 pixels.
    """
    with Image.open(BytesIO(clean), formats=("PNG", "JPEG")) as picture:
        if max(picture.size) < LEAST_SIDE:
            raise FileRefused("FILE_TOO_SMALL")
        whole = picture.convert("RGBA")
    scale = SIDE / max(whole.size)
    size = (max(1, round(whole.width * scale)), max(1, round(whole.height * scale)))
    fitted = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    square = Image.new("RGBA", (SIDE, SIDE))
    square.paste(fitted, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return square


def as_png(picture: Image.Image) -> bytes:
    """The same bytes for the same pixels, and nothing but pixels in them."""
    out = BytesIO()
    picture.save(out, "PNG", compress_level=9)
    return out.getvalue()
