"""The picture of an achievement for messengers: drawn once by a task, kept on disk under what it shows."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.utils import translation

from core.portal_name import portal_name
from core.translated import in_language
from credentials.models import Achievement
from credentials.pictures import art_of
from credentials.selectors.achievements import catalogue
from credentials.selectors.badges import issuer_name
from credentials.selectors.trust import ladder
from credentials.services.drawing import picture
from credentials.workload import hours_in_words
from events.open_graph import Words, draw

MOST_AT_ONCE = 60
EMBLEM_PIXELS = 192


def words_of(achievement: Achievement) -> Words:
    """What the picture says, in Polish: whoever fetches it for a messenger tells no language."""
    version = achievement.current_version
    if version is None:
        raise ValueError("only a published achievement has a picture")
    with translation.override("pl"):
        return Words(
            title=in_language(version.name, "pl"),
            when=ladder(achievement).label,
            where=hours_in_words(version.workload_hours),
            organiser=issuer_name(achievement),
            stamp="",
            portal=portal_name(),
        )


def picture_file(achievement: Achievement) -> Path:
    """Another picture, another name. Expects version, issuer and club selected."""
    words, version = words_of(achievement), achievement.current_version
    art = art_of(achievement.kind, version.art).key if version else ""
    shown = "\n".join((words.title, words.when, words.where, words.organiser, words.portal, art))
    return (
        Path(settings.MEDIA_ROOT) / "achievements" / f"{hashlib.sha256(shown.encode()).hexdigest()[:16]}.png"
    )


def draw_picture_of(achievement: Achievement) -> bool:
    """Have the picture on disk; answers whether it had to be drawn."""
    version = achievement.current_version
    if version is None:
        return False
    try:
        path = picture_file(achievement)
        emblem = picture(art_of(achievement.kind, version.art), EMBLEM_PIXELS)
    except ValueError:
        return False
    if path.exists():
        return False
    drawn = draw(words_of(achievement), emblem)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: another process may be drawing the same.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(drawn)
    draft.replace(path)
    return True


def draw_missing() -> int:
    """Draw what the catalogue lacks, the newest first; some at a time. Answers how many."""
    drawn = 0
    for achievement in catalogue().order_by("-current_version__published_at", "slug")[:500]:
        drawn += draw_picture_of(achievement)
        if drawn == MOST_AT_ONCE:
            break
    return drawn
