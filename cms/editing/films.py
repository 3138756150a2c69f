"""Films in the admin. Pages show them by a block; whoever may use pictures may use films."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.films.reading import MOST_BYTES
from cms.models import Film
from core.server.bodies import KILOBYTE, Allowance, allow


def _uses_films(person: Any) -> bool:
    return bool(person.has_perms(["wagtailadmin.access_admin", "cms.add_film"]))


# The film itself and what stands beside it in the form: captions, texts.
_FORM = Allowance(
    bytes=MOST_BYTES + 4 * KILOBYTE * KILOBYTE, body_seconds=300.0, answer_seconds=120.0, at_once=2,
    meant_for=_uses_films,
)  # fmt: skip
allow("/cms/snippets/cms/film/add/", _FORM)
allow("/cms/snippets/cms/film/edit/", _FORM)


class FilmViewSet(SnippetViewSet):
    model = Film
    icon = "media"
    menu_label = _("Films")
    menu_name = "site-films"
    # Behind the pictures.
    menu_order = 305
    add_to_admin_menu = True
    list_display = ("title", "spoken", "author")
    search_fields = ("title", "author")
