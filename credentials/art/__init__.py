"""Badge art, pure: a picture drawn from a few parameters, as SVG and as PNG, the same every time."""

from .badge_art import ArtRefused, BadgeArt
from .rendering import png, svg

__all__ = ["ArtRefused", "BadgeArt", "png", "svg"]
