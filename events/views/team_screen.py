"""The shared screen of a team event: names of teams and bars, always in the same order. No person, no places."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.translated import in_language
from events.models import Event
from events.selectors.teams import team_progress
from events.views.door import kept_by, now_as_json, screen


@login_required
@require_safe
def team_screen(request: HttpRequest, event_id: str) -> HttpResponse:
    event = kept_by(request, event_id)
    return screen(request, "team_screen", {"event": event, "title": in_language(event.title), **_now(event)})


@login_required
@require_safe
def team_screen_now(request: HttpRequest, event_id: str) -> HttpResponse:
    """How far the teams are now."""
    return now_as_json(_now(kept_by(request, event_id)))


def _now(event: Event) -> dict[str, Any]:
    return {
        "teams": [
            {
                "name": team.name,
                "done": team.done,
                "of": team.of,
                "finished": team.finished,
                "line": _("done") if team.finished else f"{team.done} / {team.of}",
            }
            for team in team_progress(event)
        ]
    }
