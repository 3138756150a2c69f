"""What every page asks of the look, remembered between requests. With nothing chosen it is empty and costs no bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from django.conf import settings
from django.core.cache import cache

from cms.look.models import Look
from core import portal_name
from core.editions import Edition
from core.translated import in_language

KEY = "cms.look"
SECONDS = 300
THEME_COLOUR = "#3f37c9"
# What stands on every page around its own words: the look, the menus, the foot.
FACE = Edition("face")
MARK_SIZES = (64, 180, 192, 512)


@dataclass(frozen=True)
class ShownLook:
    """The look as pages and the app use it. Empty strings: as the product comes.

    `digest` names everything that the app shows of it; `mark` the pictures of `mark_address`; `font` the sheet in the
    front's build.
    """

    name: str = ""
    description: dict[str, str] = field(default_factory=dict)
    operator: str = ""
    operator_address: str = ""
    theme_colour: str = THEME_COLOUR
    ground: str = ""
    font: str = ""
    style: str = ""
    mark: str = ""
    mark_width: int = 0

    @property
    def title(self) -> str:
        """The name that stands everywhere."""
        return self.name or settings.WAGTAIL_SITE_NAME

    @property
    def sentence(self) -> str:
        """What the portal is, in the language active now."""
        return in_language(self.description)

    @property
    def style_address(self) -> str:
        """Where the stylesheet is; "" when there is nothing in it."""
        return f"/look/{digest_of(self.style)}.css" if self.style else ""

    @property
    def digest(self) -> str:
        """ "" as the product comes; otherwise another one for every look of the app and its manifest."""
        seen = (self.name, self.style, self.mark, self.theme_colour, self.ground)
        return digest_of(json.dumps(seen)) if seen != ("", "", "", THEME_COLOUR, "") else ""

    @property
    def manifest_address(self) -> str:
        return f"/look/{self.digest}.webmanifest" if self.digest else ""

    def mark_address(self, size: int) -> str:
        """The mark as a PNG of `size` pixels: 64 high, or a square of 180, 192 or 512; "" for the product's own."""
        return f"/look/{self.mark}-{size}.png" if self.mark else ""

    @property
    def mark_in_header(self) -> str:
        return self.mark_address(64)

    @property
    def icon(self) -> str:
        return self.mark_address(192)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def shown_look() -> ShownLook:
    """The look now. One query, then none for five minutes or until it changes."""
    found: ShownLook | None = cache.get(KEY)
    if found is None:
        row = Look.objects.first()
        found = _of(row) if row is not None else ShownLook()
        cache.set(KEY, found, SECONDS)
    return found


def forget() -> None:
    """The next page asks again."""
    cache.delete(KEY)
    FACE.change()


def _of(row: Look) -> ShownLook:
    return ShownLook(
        name=row.name,
        description=row.description,
        operator=row.operator,
        operator_address=row.operator_address,
        theme_colour=row.primary or THEME_COLOUR,
        ground=row.ground,
        font=row.font if row.font != "system" else "",
        style=row.style,
        mark=row.mark,
        mark_width=row.mark_width,
    )


@portal_name.register
def _name() -> str:
    return shown_look().name
