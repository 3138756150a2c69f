"""What may be hard to see of a picture where it is small: in a list a badge has 64 pixels, on light and on dark ground.

Hints for who sends it, never a refusal: thresholds are those at which a look at 64 pixels agreed.
"""

from PIL import Image, ImageChops, ImageFilter, ImageStat

SMALL = 64
#: The grounds of the screens in both themes.
LIGHT, DARK = "#ffffff", "#1a1937"
#: WCAG 2.2 §1.4.11 asks 3 : 1 of graphics; a hint comes where the picture as a whole stays below.
LEAST_INSIDE, LEAST_EDGE = 3.0, 1.35
#: Mean difference (0 … 255) between the picture and what is left of it after 64 pixels.
MOST_LOST = 9.0


def hints_of(picture: Image.Image) -> list[str]:
    """Codes of ``PictureHint`` for a square RGBA picture, in a fixed order; empty when it is fine."""
    small = picture.resize((SMALL, SMALL), Image.Resampling.LANCZOS)
    found = ["flat"] if _contrast_inside(small) < LEAST_INSIDE else []
    if _lost(picture, small) > MOST_LOST:
        found.append("fine_detail")
    for code, ground in (("lost_on_light", LIGHT), ("lost_on_dark", DARK)):
        if _contrast_of_edge(small, ground) < LEAST_EDGE:
            found.append(code)
    return found


def _contrast_inside(small: Image.Image) -> float:
    """Between the dark and the light tenth of what is opaque."""
    levels = sorted(_luminances(small, small.getchannel("A").point(lambda alpha: 255 if alpha > 127 else 0)))
    if not levels:
        return 1.0
    return _ratio(levels[len(levels) // 10], levels[len(levels) * 9 // 10])


def _contrast_of_edge(small: Image.Image, ground: str) -> float:
    """Between the outermost opaque pixels and the ground they lie on."""
    framed = Image.new("L", (SMALL + 2, SMALL + 2))
    framed.paste(small.getchannel("A").point(lambda alpha: 255 if alpha > 127 else 0), (1, 1))
    edge = ImageChops.subtract(framed, framed.filter(ImageFilter.MinFilter(5))).crop(
        (1, 1, SMALL + 1, SMALL + 1)
    )
    levels = _luminances(small, edge)
    under = Image.new("RGBA", (1, 1), ground)
    [behind] = _luminances(under, Image.new("L", (1, 1), 255))
    return _ratio(sum(levels) / len(levels), behind) if levels else 1.0


def _lost(picture: Image.Image, small: Image.Image) -> float:
    whole = _on(picture.resize((256, 256), Image.Resampling.LANCZOS), "#808080").convert("L")
    kept = _on(small.resize((256, 256), Image.Resampling.BICUBIC), "#808080").convert("L")
    mean: float = ImageStat.Stat(ImageChops.difference(whole, kept)).mean[0]
    return mean


def _on(picture: Image.Image, colour: str) -> Image.Image:
    ground = Image.new("RGBA", picture.size, colour)
    ground.alpha_composite(picture)
    return ground


def _luminances(picture: Image.Image, where: Image.Image) -> list[float]:
    """Relative luminance (WCAG 2.2) of the pixels that the mask names."""
    pixels = zip(picture.convert("RGB").get_flattened_data(), where.get_flattened_data(), strict=True)
    return [_luminance(colour) for colour, chosen in pixels if chosen]  # type: ignore[arg-type]


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (one / 3294.6 if one <= 10 else ((one / 255 + 0.055) / 1.055) ** 2.4 for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: float, other: float) -> float:
    dark, light = sorted((one, other))
    return (light + 0.05) / (dark + 0.05)
