"""Pictures for messengers, drawn outside every request."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task

from core.server import periodic
from events.selectors.events import public_events
from events.services.pictures import draw_missing, draw_picture_of


@task()
def draw_picture(event_id: str) -> None:
    """Draw the picture of one public event, if it lacks one."""
    event = (
        public_events().select_related("place", "group__parent", "issuer").filter(pk=UUID(event_id)).first()
    )
    if event is not None:
        draw_picture_of(event)


def draw_pictures() -> None:
    """What a lost task left undrawn."""
    draw_missing()


periodic.register(draw_pictures, 300)
