"""Who made what a badge was made from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.models import AchievementVersion
from credentials.selectors.badges import issuer_name


def credit_of(source: AchievementVersion) -> str:
    """In the reader's language; expects the achievement with its issuer selected."""
    return _("Based on “%(badge)s” by %(issuer)s, version %(number)d") % {
        "badge": in_language(source.name), "issuer": issuer_name(source.achievement), "number": source.number or 0,
    }  # fmt: skip
