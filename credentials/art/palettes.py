"""The fixed palettes of badge art.

Each palette is a family of colours that were chosen together, so that no combination a designer can make is
unreadable: ``ink`` on ``field`` and ``paper`` on ``edge`` keep at least 4.5 : 1 (WCAG 2.2, success criterion
1.4.3).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .choices import Choice, Label


@dataclass(frozen=True)
class Palette(Choice):
    """Colours as ``#rrggbb``.

    ``edge``: outer rim and folds · ``rim``: body of the rim · ``shine``: lit pleats and inner ring ·
    ``field``: the ground under the symbol · ``ink``: the symbol · ``paper``: ribbon's face and fine lines.
    """

    edge: str
    rim: str
    shine: str
    field: str
    ink: str
    paper: str


def _palette(name: str, pl: str, en: str, uk: str, colours: str) -> Palette:
    label: Label = MappingProxyType({"pl": pl, "en": en, "uk": uk})
    return Palette(name, label, *(f"#{colour}" for colour in colours.split()))


#   order of colours:   edge   rim    shine  field  ink    paper
PALETTES: Mapping[str, Palette] = MappingProxyType(
    {
        palette.name: palette
        for palette in (
            _palette(
                "kotylion",
                "Biało-czerwona",
                "White and red",
                "Біло-червона",
                "9d1430 d4213d ffffff fff7f5 b3142f ffffff",
            ),
            _palette("indigo", "Indygo", "Indigo", "Індиго", "2a2390 4338ca a5b4fc 3730a3 ffffff ffffff"),
            _palette(
                "crimson", "Karmin", "Crimson", "Кармінова", "7a0f2b b91c3c fda4af 9f1239 ffffff fff1f2"
            ),
            _palette(
                "forest",
                "Leśna zieleń",
                "Forest",
                "Лісова зелень",
                "0b4a2c 15803d 86efac 116034 ffffff f0fdf4",
            ),
            _palette("teal", "Morska", "Teal", "Морська хвиля", "0b4b4f 0e7c86 7ee0dc 0d5d66 ffffff f0fdfa"),
            _palette("sky", "Błękit", "Sky", "Небесна", "0b3d78 1d6fc2 a9d6ff eaf5ff 0b3d78 ffffff"),
            _palette("navy", "Granat", "Navy", "Темно-синя", "0f1f47 24407f f2c14e 1a2f62 ffffff fff8e1"),
            _palette("plum", "Śliwka", "Plum", "Сливова", "4a1259 86249c e9b3f5 66197a ffffff fdf4ff"),
            _palette(
                "terracotta",
                "Terakota",
                "Terracotta",
                "Теракотова",
                "6d2a12 b4532a ffc39e 8a3a1b ffffff fff7ed",
            ),
            _palette("amber", "Bursztyn", "Amber", "Бурштинова", "7a4303 d98708 ffe08a fff6da 6b3a02 ffffff"),
            _palette("olive", "Oliwka", "Olive", "Оливкова", "3c4410 6c7a1d d5de86 505b15 ffffff fbfce8"),
            _palette(
                "graphite", "Grafit", "Graphite", "Графітова", "1c2333 44506a c3cbdc 2c364c ffffff f8fafc"
            ),
            _palette("rose", "Róż", "Rose", "Рожева", "85104f d1337f ffc2dd fff0f7 85104f ffffff"),
            _palette("mint", "Mięta", "Mint", "М’ятна", "0c5a48 23a07f b6f2dc ecfdf6 0c5a48 ffffff"),
        )
    }
)
