"""The public paths on which a badge is earned."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.models import Achievement
from credentials.ways_to_earn import MOST_OF_A_KIND, Way
from paths.selectors.public_pages import open_paths


def on_a_path(achievement: Achievement) -> Sequence[Way]:
    """One statement."""
    gives = Q(steps__achievement=achievement) | Q(steps__choices=achievement)
    paths = open_paths().filter(gives).distinct().order_by("slug")[:MOST_OF_A_KIND]
    return [Way(in_language(path.title), f"/paths/{path.slug}/", _("Development path")) for path in paths]
