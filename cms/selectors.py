"""What pages show of the rooms below: only what is public anyway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.translated import in_language
from credentials.pictures import svg_path
from credentials.selectors.achievements import catalogue


@dataclass(frozen=True)
class ShownBadge:
    """A badge on a page: its words in the active language and where its picture is."""

    slug: str
    name: str
    picture: str
    alt: str


def badges_by_slug(slugs: Sequence[str]) -> list[ShownBadge]:
    """In the order asked for; unknown ones are left out. One query."""
    found = {achievement.slug: achievement for achievement in catalogue().filter(slug__in=slugs)}
    shown = []
    for slug in slugs:
        achievement = found.get(slug)
        if achievement is None or achievement.current_version is None:
            continue
        version = achievement.current_version
        shown.append(
            ShownBadge(
                slug, in_language(version.name), svg_path(achievement.kind, version.art), in_language(version.art_alt)
            )
        )
    return shown
