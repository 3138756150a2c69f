"""Pictures for messengers, of events: drawn once by a task, kept on disk under what they show."""

from __future__ import annotations

import hashlib
import os
from dataclasses import astuple
from pathlib import Path

from django.conf import settings
from django.utils import timezone, translation
from django.utils.text import capfirst

from core.portal_name import portal_name
from core.translated import in_language
from events.models import Event
from events.moments import when_in_words
from events.open_graph import Words, draw
from events.selectors.cards import organiser_of
from events.selectors.events import public_events

MOST_AT_ONCE = 60


def words_of(event: Event) -> Words:
    """What the picture says, in Polish: whoever fetches it for a messenger tells no language."""
    with translation.override("pl"):
        return Words(
            title=in_language(event.title, "pl"),
            when=capfirst(when_in_words(event.starts_at, event.ends_at)),
            where=", ".join(filter(None, (event.place.name if event.place else "", event.town))),
            organiser=organiser_of(event),
            stamp=_stamp(event),
            portal=portal_name(),
        )


def _stamp(event: Event) -> str:
    if event.cancelled_at is not None:
        return translation.gettext("Called off")
    return translation.gettext("Sample") if event.is_demo else ""


def version_of(words: Words, art: str = "") -> str:
    """Another picture, another version: sixteen hex digits. `art` names the emblem."""
    return hashlib.sha256("\n".join((*astuple(words), art)).encode()).hexdigest()[:16]


def kept_file(folder: str, words: Words, art: str = "") -> Path:
    """Where the picture that shows this is, once it is drawn."""
    return Path(settings.MEDIA_ROOT) / folder / f"{version_of(words, art)}.png"


def kept(path: Path) -> bytes:
    """The picture from disk; nothing while it is not drawn, which nobody waits for."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def draw_once(path: Path, words: Words, emblem: bytes = b"") -> bool:
    """Have the picture on disk; answers whether it had to be drawn."""
    if path.exists():
        return False
    drawn = draw(words, emblem)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: another process may be drawing the same.
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(drawn)
    draft.replace(path)
    return True


def picture_file(event: Event) -> Path:
    return kept_file("events", words_of(event))


def draw_picture_of(event: Event) -> bool:
    """Have the picture on disk; answers whether it had to be drawn."""
    words = words_of(event)
    return draw_once(kept_file("events", words), words)


def draw_missing() -> int:
    """Draw what coming public events lack, the next first; some at a time. Answers how many."""
    coming = public_events().filter(ends_at__gte=timezone.now())
    coming = coming.select_related("place", "group__parent", "issuer").order_by("starts_at", "pk")
    drawn = 0
    for event in coming[:500]:
        drawn += draw_picture_of(event)
        if drawn == MOST_AT_ONCE:
            break
    return drawn
